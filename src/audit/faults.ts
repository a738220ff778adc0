/** The ways in which a trail can be tampered with, and be found to have been. */
export const FAULT_KINDS = [
  'edit',
  'delete',
  'insert',
  'reorder',
  'swap',
  'cut',
  'clock',
  'replay',
  're-hash',
  'drop',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** As the page and the terminal name them. */
export const FAULT_NAMES: Readonly<Record<FaultKind, string>> = {
  edit: 'Sửa',
  delete: 'Xóa',
  insert: 'Chèn',
  reorder: 'Đổi thứ tự',
  swap: 'Tráo nội dung',
  cut: 'Cắt đuôi',
  clock: 'Lệch giờ',
  replay: 'Đưa trạng thái cũ trở lại',
  're-hash': 'Niêm phong lại',
  drop: 'Gỡ bỏ',
};

/** Something that would not be so if nobody had touched the trail. */
export interface Fault {
  readonly kind: FaultKind;
  /** The entry; null where it concerns none in particular. */
  readonly entryId: number | null;
  /** In Vietnamese. */
  readonly message: string;
}
