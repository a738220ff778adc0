import type { BatchKind } from '../../roster/batch-kind.js';

/** What sheets of a kind are called. */
export const SHEET_TITLES: Readonly<Record<BatchKind, string>> = {
  roster: 'Danh sách cán bộ',
  units: 'Đơn vị',
  positions: 'Vị trí việc làm',
  seats: 'Chỉ tiêu và biên chế',
  wishes: 'Nguyện vọng',
  ratings: 'Xếp loại',
  conditions: 'Trường hợp chưa được điều động',
  merger: 'Phương án sáp nhập',
  parameters: 'Tham số quy định',
};
