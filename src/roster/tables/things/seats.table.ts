import { normOfRow, seatOfRow } from '../../../registry/seat-sheet.js';
import { thingTable, type ThingColumn } from './thing-table.js';

const UNIT: readonly ThingColumn[] = [
  { column: 'unit_code', label: 'Mã đơn vị', known: ['ma', 'ma xa', 'don vi'] },
  { column: 'unit_name', label: 'Tên đơn vị', known: ['ten don vi chi de doc'] },
];
const SPAN: readonly ThingColumn[] = [
  { column: 'starts_on', label: 'Từ ngày', known: ['hieu luc tu'] },
  { column: 'last_on', label: 'Đến hết ngày', known: ['den ngay', 'hieu luc den'] },
  { column: 'basis', label: 'Căn cứ', known: ['can cu phap ly', 'quyet dinh'] },
];

/** Named as in `data/dien-bien/establishments.csv`; names beside the codes are for the reader's eye. */
export const SEAT_COLUMNS: readonly ThingColumn[] = [
  ...UNIT,
  { column: 'division_kind', label: 'Bộ phận', known: ['phong', 'loai bo phan'] },
  { column: 'position_code', label: 'Mã vị trí', known: ['ma vi tri viec lam', 'ma vtvl'] },
  { column: 'position_name', label: 'Tên vị trí việc làm', known: ['ten vi tri'] },
  { column: 'seats', label: 'Số chỉ tiêu', known: ['chi tieu', 'so luong', 'bien che'] },
  { column: 'required', label: 'Chỉ tiêu bắt buộc', known: ['bat buoc'] },
  ...SPAN,
];

export const SEATS_TABLE = thingTable({
  ...{ table: 'establishments', name: 'chỉ tiêu theo vị trí', columns: SEAT_COLUMNS },
  essential: [['unit_code'], ['position_code'], ['seats']],
  subject: (cells) =>
    [
      cells.text('unit_name') || cells.text('unit_code'),
      cells.text('position_name') || cells.text('position_code'),
    ].join(', '),
  read: (cells) => {
    const { unitCode, divisionKind, positionCode, seats, required } = seatOfRow(cells);
    if (unitCode === '' || positionCode === '') return null;
    return {
      ...{ unit_code: unitCode, division_kind: divisionKind, position_code: positionCode },
      ...{ seats, required, basis: cells.text('basis') },
      ...{ starts_on: cells.day('starts_on'), last_on: cells.day('last_on') },
    };
  },
});

/** Named as in `data/dien-bien/norms.csv`. */
export const NORM_COLUMNS: readonly ThingColumn[] = [
  ...UNIT,
  { column: 'block', label: 'Khối' },
  {
    column: 'headcount',
    label: 'Biên chế được giao',
    known: ['bien che', 'so nguoi', 'dinh muc'],
  },
  ...SPAN,
];

export const NORMS_TABLE = thingTable({
  ...{ table: 'norms', name: 'biên chế được giao', columns: NORM_COLUMNS },
  essential: [['unit_code'], ['block'], ['headcount']],
  subject: (cells) =>
    [cells.text('unit_name') || cells.text('unit_code'), cells.text('block')].join(', '),
  read: (cells) => {
    if (cells.wanted('block') === '') return null;
    const norm = normOfRow(cells);
    if (norm === null || norm.unitCode === '') return null;
    return {
      ...{ unit_code: norm.unitCode, block: norm.block, headcount: norm.headcount },
      ...{ starts_on: cells.day('starts_on'), last_on: cells.day('last_on') },
      basis: cells.text('basis'),
    };
  },
});
