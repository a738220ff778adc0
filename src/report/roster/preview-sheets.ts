import type { SeenValue } from '../../access/fields/fields.rules.js';
import type { PreviewResponse, RowChangeResponse } from '../../roster/roster.responses.js';
import type { CellInput, SheetSpec } from '../../sheet/sheet-spec.js';

const STATES: Readonly<Record<RowChangeResponse['state'], string>> = {
  added: 'Thêm mới',
  changed: 'Thay đổi',
  unchanged: 'Giữ nguyên',
};

/** What a promotion would change, a line a change, and whom the files do not tell of. */
export function previewSheets(
  preview: Pick<PreviewResponse, 'items' | 'missing' | 'kept' | 'added' | 'changed' | 'unchanged'>,
  notice: readonly string[],
): SheetSpec[] {
  const { added, changed, unchanged } = preview;
  return [
    {
      ...{ name: 'Thay đổi', title: 'CÁC THAY ĐỔI KHI ĐƯA LẦN NHẬP VÀO SỔ', paper: 'A3' },
      notice: [
        ...notice,
        `Thêm mới ${added}, thay đổi ${changed}, giữ nguyên ${unchanged} dòng, so với sổ lúc xem; chưa ghi gì.`,
      ],
      columns: [
        { label: 'TT', width: 5, align: 'center' },
        { label: 'Tệp', width: 24 },
        { label: 'Trang tính', width: 18 },
        { label: 'Dòng', width: 7, align: 'right' },
        { label: 'Ai, việc gì', width: 28 },
        { label: 'Kết quả', width: 13 },
        { label: 'Mục', width: 26 },
        { label: 'Trước', width: 34 },
        { label: 'Sau', width: 34 },
      ],
      rows: preview.items.flatMap(linesOf).map((cells, at) => ({
        kind: 'cells',
        cells: [at + 1, ...cells],
      })),
    },
    {
      ...{ name: 'Giữ như trong sổ', title: 'GIỮ NHƯ TRONG SỔ, KHÁC TRONG TỆP', paper: 'A4' },
      notice: [...notice, 'Sổ đã được sửa sau tệp trước của nơi gửi; tệp mới chưa biết.'],
      columns: [
        { label: 'TT', width: 5, align: 'center' },
        { label: 'Tệp', width: 24 },
        { label: 'Trang tính', width: 18 },
        { label: 'Dòng', width: 7, align: 'right' },
        { label: 'Ô nào, ai sửa, lúc nào', width: 70 },
      ],
      rows: preview.kept.map(({ file, sheet, row, message }, at) => ({
        kind: 'cells',
        cells: [at + 1, file, sheet, row, message],
      })),
    },
    {
      ...{ name: 'Không có trong tệp', title: 'CÓ TRONG SỔ, KHÔNG CÓ TRONG TỆP', paper: 'A4' },
      notice: [...notice, 'Chỉ để biết: không ai bị xóa khỏi sổ.'],
      columns: [
        { label: 'TT', width: 5, align: 'center' },
        { label: 'Ai, việc gì', width: 30 },
        { label: 'Ở đâu', width: 60 },
      ],
      rows: preview.missing.map(({ subject, where }, at) => ({
        kind: 'cells',
        cells: [at + 1, subject, where],
      })),
    },
  ];
}

/** A row without changes has a line too: nothing of the batch is left out. */
function linesOf({ file, sheet, row, subject, state, changes }: RowChangeResponse): CellInput[][] {
  const own = [file, sheet, row, subject, STATES[state]];
  if (changes.length === 0) return [[...own, null, null, null]];
  return changes.map(({ label, before, after }) => [...own, label, shown(before), shown(after)]);
}

function shown({ value, state }: SeenValue): string | null {
  return state === 'hidden' ? '(không được xem)' : value;
}
