import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { readTables } from './read-tables.js';
import { tablesOf, type TableKind } from './table-kinds.js';

const SEED = 20_251_129;

interface Sheet {
  readonly kind: TableKind;
  readonly labels: readonly string[];
  readonly row: (at: number) => readonly GridCell[];
}

const WHO = ['Số định danh cá nhân', 'Họ và tên', 'Đơn vị công tác'];
const who = (at: number): readonly GridCell[] => [`01208500000${at}`, `Lò Văn ${at}`, 'Xã Nà Tấu'];

const SHEETS: readonly Sheet[] = [
  {
    kind: 'units',
    labels: ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Mã cấp trên', 'Dân số', 'Khu vực', 'Từ ngày'],
    row: (at) => [`9000${at}`, `Xã ${at}`, 'xã', '901', 1_000 + at, 'III', '01/07/2025'],
  },
  {
    kind: 'positions',
    labels: ['Mã vị trí', 'Tên vị trí việc làm', 'Khối', 'Nhóm vị trí', 'Mã ngạch'],
    row: (at) => [`T${at}`, `Chuyên viên ${at}`, 'Chính quyền', 'Chuyên môn', '01.003'],
  },
  {
    kind: 'seats',
    labels: ['Mã đơn vị', 'Bộ phận', 'Mã vị trí', 'Số chỉ tiêu', 'Chỉ tiêu bắt buộc', 'Căn cứ'],
    row: (at) => ['90001', 'Văn phòng', `O${at}`, 3, 1, 'Quyết định 9'],
  },
  {
    kind: 'merger',
    labels: ['Mã đơn vị cũ', 'Mã đơn vị mới', 'Tỷ lệ dân số', 'Cách nhập', 'Đơn vị kế thừa chính'],
    row: (at) => [`9000${at}`, '90011', 1, 'Toàn bộ', 'x'],
  },
  {
    kind: 'wishes',
    labels: [...WHO, 'Nguyện vọng', 'Xã thứ nhất', 'Đã chấp thuận', 'Ghi chú'],
    row: (at) => [...who(at), 'Chuyển đến', 'Xã Mường Phăng', 'x', 'theo đơn'],
  },
  {
    kind: 'ratings',
    labels: [...WHO, 'Năm', 'Xếp loại'],
    row: (at) => [...who(at), 2015 + at, 'Hoàn thành nhiệm vụ'],
  },
  {
    kind: 'conditions',
    labels: [...WHO, 'Trường hợp', 'Từ ngày', 'Đến hết ngày', 'Tự nguyện đề nghị'],
    row: (at) => [...who(at), 'Thai sản', '01/03/2025', '31/08/2025', 'x'],
  },
];
const ROWS = 6;

const TYPED = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.constantFrom<GridCell>(
    ...[null, '', 'x', '-', '0', 'Tổng cộng', 'Ghi chú', 'Ví dụ', 'Mã đơn vị', 'Họ và tên', '1'],
    ...['31/02/2025', 'NguyÔn V¨n', '__proto__', 'constructor', '=1', '-5', true, 1e21, 'TM. UBND'],
  ),
);

function reading(
  { kind, labels, row }: Sheet,
  changed: { at: number; column: number; typed: GridCell } | null,
) {
  const rows = Array.from({ length: ROWS }, (_none, at) =>
    row(at).map((cell, column) =>
      changed !== null && changed.at === at && changed.column === column ? changed.typed : cell,
    ),
  );
  return readTables('a.xlsx', gridWorkbook({ rows: [labels, ...rows] }), { specs: tablesOf(kind) });
}

describe.each(SHEETS)('a change of one cell of a sheet of $kind', (sheet) => {
  it(`never changes what another row says, or what is said of it (seed ${SEED})`, () => {
    const before = reading(sheet, null);
    expect(before.rows).toHaveLength(ROWS);
    fc.assert(
      fc.property(
        fc.nat({ max: ROWS - 1 }),
        fc.nat({ max: sheet.labels.length - 1 }),
        TYPED,
        (at, column, typed) => {
          const after = reading(sheet, { at, column, typed });
          const others = <T extends { readonly row: number }>(all: readonly T[]) =>
            all.filter((each) => each.row !== at + 2 && each.row !== 0);
          expect(others(after.rows)).toEqual(others(before.rows));
          expect(others(after.issues)).toEqual(others(before.issues));
          // the row itself is there, or counted among those that say nothing
          const { blank, numbering, totals, footer } = after.skipped;
          expect(after.rows.length + blank + numbering + totals + footer).toBe(ROWS);
        },
      ),
      { seed: SEED, numRuns: 120 },
    );
  });
});

describe.each(SHEETS)('a comment beside a cell of a sheet of $kind', ({ kind, labels, row }) => {
  it('is told at its cell without its words, but for those of headers', () => {
    const plain = gridWorkbook({ rows: [labels, row(0)] });
    const comments = [1, 2].map((at) => ({ row: at, column: 2, text: 'riêng tư' }));
    const workbook = { ...plain, sheets: plain.sheets.map((each) => ({ ...each, comments })) };
    const { issues } = readTables('a.xlsx', workbook, { specs: tablesOf(kind) });
    const told = issues.filter(({ code }) => code === 'roster.cell-comment');
    expect(told.map(({ row: line, column, severity }) => [line, column, severity])).toEqual([
      [2, 'B', 'note'],
    ]);
    expect(told[0]?.message).not.toContain('riêng tư');
  });
});
