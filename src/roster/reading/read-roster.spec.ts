import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CellInput, ColumnSpec, RowSpec, SheetSpec } from '../../sheet/sheet-spec.js';
import { withText, type Cell, type Workbook } from '../../sheet/workbook.js';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { readRoster } from './read-roster.js';
import type { RosterReading } from './roster-reading.js';

const COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT' },
  { label: 'Số định danh cá nhân (CCCD)' },
  { label: 'Họ và tên' },
  { label: 'Ngày, tháng, năm sinh', columns: [{ label: 'Nam' }, { label: 'Nữ' }] },
  { label: 'Đơn vị công tác' },
  { label: 'Chức vụ, chức danh' },
  { label: 'Trình độ', columns: [{ label: 'Văn hóa' }, { label: 'Chuyên môn' }] },
  { label: 'Ngạch', columns: [{ label: 'Mã ngạch' }, { label: 'Bậc' }, { label: 'Hệ số' }] },
  { label: 'Kết quả xếp loại', columns: [{ label: '2023' }, { label: '2024' }] },
  { label: 'Trường hợp chưa điều động' },
  { label: 'Nguyện vọng' },
  { label: 'Số điện thoại' },
];

/** A person without fault, by column of `COLUMNS`. */
const PERSON: Readonly<Record<string, CellInput>> = {
  ordinal: 1,
  number: '011080001234',
  name: 'Lò Văn Ún',
  male: '12/05/1980',
  female: null,
  unit: 'Xã Mường Phăng',
  position: 'Văn phòng – Thống kê',
  grades: '12/12',
  degree: 'Đại học',
  rank: '01.003',
  step: 3,
  coefficient: '3,33',
  rating2023: 'Hoàn thành tốt nhiệm vụ',
  rating2024: 'Hoàn thành nhiệm vụ',
  condition: null,
  wish: 'Ở lại',
  phone: '0912',
};

function aPerson(more: Readonly<Record<string, CellInput>> = {}): RowSpec {
  return { kind: 'cells', cells: Object.values({ ...PERSON, ...more }) };
}

function aSheet(more: Partial<SheetSpec> = {}): SheetSpec {
  return {
    name: 'Danh sách',
    columns: COLUMNS,
    rows: [aPerson()],
    paper: 'A3',
    agency: { superior: 'UBND HUYỆN ĐIỆN BIÊN', name: 'PHÒNG NỘI VỤ' },
    title: 'DANH SÁCH TRÍCH NGANG CÁN BỘ, CÔNG CHỨC',
    ...more,
  };
}

async function reading(...sheets: SheetSpec[]): Promise<RosterReading> {
  const bytes = await writeWorkbook({ sheets, createdAt: '2025-06-30T00:00:00Z' });
  return readRoster('a.xlsx', await readWorkbook(bytes));
}

async function readingOf(more: Readonly<Record<string, CellInput>>): Promise<RosterReading> {
  return reading(aSheet({ rows: [aPerson(more)] }));
}

function codes({ issues }: RosterReading): readonly string[] {
  return issues.map((issue) => issue.code);
}

describe('readRoster', () => {
  it('reads a person without fault under a merged header, motto and title', async () => {
    const { records, issues, skipped, sheets } = await reading(aSheet());
    expect(issues).toEqual([]);
    expect(records).toMatchObject([
      {
        file: 'a.xlsx',
        sheet: 'Danh sách',
        row: 9,
        personalNumber: '011080001234',
        fullName: 'Lò Văn Ún',
        sex: 'male',
        bornOn: '1980-05-12',
        unitText: 'Xã Mường Phăng',
        positionText: 'Văn phòng – Thống kê',
        generalEducation: '12/12',
        degree: 'university',
        rank: '01.003',
        step: 3,
        coefficient: 3.33,
        ratings: { '2023': 'Hoàn thành tốt nhiệm vụ', '2024': 'Hoàn thành nhiệm vụ' },
        wish: { kind: 'stay', accepted: false },
        unknown: { 'Số điện thoại': '0912' },
      },
    ]);
    expect(skipped).toEqual({
      blank: 0,
      totals: 0,
      sections: 0,
      numbering: 1,
      continued: 0,
      footer: 0,
    });
    expect(sheets).toMatchObject([{ people: 1, tables: [{ headerRows: { first: 6, last: 7 } }] }]);
  });

  it('takes the sex from the column the birth date stands in', async () => {
    const { records } = await readingOf({ number: '011180001234', male: null, female: '5/1980' });
    expect(records[0]).toMatchObject({ sex: 'female', bornOn: '1980-05' });
  });

  it('carries section rows down as unit and block, and counts them with totals and blank rows', async () => {
    const none = { unit: null };
    const rows: RowSpec[] = [
      { kind: 'section', text: 'I. Xã Nà Tấu' },
      { kind: 'section', text: '1. Khối Đảng' },
      aPerson(none),
      { kind: 'cells', cells: [] },
      { kind: 'section', text: 'II. Xã Mường Phăng (1 người)' },
      aPerson(none),
      { kind: 'cells', cells: [null, null, 'Tổng cộng', 2] },
    ];
    const { records, skipped, issues } = await reading(aSheet({ rows }));
    expect(records.map(({ unitText, blockText }) => [unitText, blockText])).toEqual([
      ['Xã Nà Tấu', 'Khối Đảng'],
      ['Xã Mường Phăng', null],
    ]);
    expect(skipped).toEqual({
      blank: 1,
      totals: 1,
      sections: 3,
      numbering: 1,
      continued: 0,
      footer: 0,
    });
    expect(issues).toEqual([]);
  });

  it('takes the unit from the name of the sheet, else from the title', async () => {
    const rows = [aPerson({ unit: null })];
    const title = 'DANH SÁCH CÁN BỘ, CÔNG CHỨC XÃ NÀ TẤU NĂM 2025';
    const { records } = await reading(
      aSheet({ name: 'Xã Pá Khoang', rows, title }),
      aSheet({ name: 'Sheet1', rows, title }),
    );
    expect(records.map((record) => record.unitText)).toEqual(['Xã Pá Khoang', 'XÃ NÀ TẤU']);
  });

  it('does not take the agency at the top for the unit', async () => {
    const { records } = await readingOf({ unit: null });
    expect(records).toMatchObject([
      {
        unitText: null,
        around: [expect.any(String), 'Danh sách'],
        hints: ['UBND HUYỆN ĐIỆN BIÊN'],
      },
    ]);
  });

  it('keeps a person of the family Tống and a row with nothing but a name', async () => {
    const bare: RowSpec = { kind: 'cells', cells: [2, null, 'Giàng A Chu'] };
    const result = await reading(aSheet({ rows: [aPerson({ name: 'Tống Văn An' }), bare] }));
    expect(result.records.map((record) => record.fullName)).toEqual(['Tống Văn An', 'Giàng A Chu']);
    expect(codes(result)).toEqual(['roster.birth-missing']);
  });

  it('does not read the signatures as people', async () => {
    const signature = {
      placeAndDay: 'Điện Biên, ngày 30 tháng 6 năm 2025',
      signers: [{ title: 'NGƯỜI LẬP' }, { title: 'GIÁM ĐỐC', name: 'Lò Văn B' }],
    };
    const { records, skipped } = await reading(aSheet({ signature }));
    expect(records).toHaveLength(1);
    expect(skipped.footer).toBe(4);
  });

  it('reads hidden sheets and rows and says so', async () => {
    const hidden: RowSpec = { kind: 'cells', cells: Object.values(PERSON), hidden: true };
    const result = await reading(aSheet(), aSheet({ name: 'Ẩn', state: 'hidden', rows: [hidden] }));
    expect(result.records).toHaveLength(2);
    expect(result.issues).toMatchObject([
      { sheet: 'Ẩn', code: 'roster.hidden-sheet', severity: 'note' },
      { sheet: 'Ẩn', code: 'roster.hidden-rows', severity: 'note' },
    ]);
  });

  it('reports a sheet without a roster as a note, and a file without one as an error', async () => {
    const other = aSheet({ name: 'Ghi chép', columns: [{ label: 'a' }], rows: [] });
    const both = await reading(aSheet(), other);
    expect(both.issues).toMatchObject([{ code: 'roster.sheet-without-header', severity: 'note' }]);
    expect(codes(await reading(other))).toContain('roster.no-header');
  });

  it.each([
    ['Họ và tên', 2],
    ['Ngày, tháng, năm sinh', 3],
    ['Chức vụ, chức danh', 5],
  ])('names the missing column %s with its sheet', async (label, index) => {
    const columns = COLUMNS.filter((_column, at) => at !== index);
    const { issues } = await reading(aSheet({ columns, rows: [] }));
    expect(issues).toMatchObject([
      { code: 'roster.column-missing', sheet: 'Danh sách', severity: 'error' },
    ]);
    expect(issues[0]?.message).toContain(`"${label}"`);
  });

  it('skips a header that is repeated on a new page', async () => {
    const again: RowSpec = { kind: 'cells', cells: ['TT', 'CCCD', 'Họ và tên', 'Nam', 'Nữ'] };
    const { records, skipped } = await reading(aSheet({ rows: [aPerson(), again, aPerson()] }));
    expect([records.length, skipped.numbering]).toEqual([2, 2]);
  });
});

describe('readRoster reports the place of each fault and delivers the row', () => {
  it.each<[string, Record<string, CellInput>, string, string]>([
    ['no name', { name: null }, 'C', 'roster.name-missing'],
    ['two births', { female: '1980' }, 'D', 'roster.sex-two'],
    ['no birth', { male: null }, 'D', 'roster.birth-missing'],
    ['month first', { male: '05/25/1980' }, 'D', 'roster.date-month-first'],
    ['no such day', { male: '31/02/1980' }, 'D', 'roster.date-impossible'],
    ['text for a date', { male: 'chưa rõ' }, 'D', 'roster.date-unreadable'],
    ['a short year', { male: '12.5.80' }, 'D', 'roster.date-short-year'],
    ['lost digits', { number: '1,1080E+10' }, 'B', 'roster.number-lost-digits'],
    ['a lost zero', { number: 11080001234 }, 'B', 'roster.number-padded'],
    ['a number of another year', { number: '011081001234' }, 'B', 'roster.number-disagrees'],
    ['an old number', { number: '040123456' }, 'B', 'roster.number-old'],
    ['an unknown degree', { degree: 'khá' }, 'I', 'roster.degree-unknown'],
    ['a coefficient without comma', { coefficient: 333 }, 'L', 'roster.figure-unreadable'],
    ['an unknown wish', { wish: 'tùy tổ chức' }, 'P', 'roster.wish-unknown'],
  ])('%s', async (_fault, more, column, code) => {
    const { records, issues } = await readingOf(more);
    expect(records).toHaveLength(1);
    expect(issues).toMatchObject([{ file: 'a.xlsx', sheet: 'Danh sách', row: 9, column, code }]);
  });

  it('keeps the text of a wish that is not understood', async () => {
    const { records } = await readingOf({ wish: 'tùy tổ chức' });
    expect(records[0]?.unknown).toMatchObject({ 'Nguyện vọng': 'tùy tổ chức' });
  });
});

describe('readRoster under mutation', () => {
  let workbook: Workbook;

  beforeAll(async () => {
    const rows = Array.from({ length: 6 }, (_each, index) => aPerson({ ordinal: index + 1 }));
    const sheets = [aSheet({ rows })];
    workbook = await readWorkbook(
      await writeWorkbook({ sheets, createdAt: '2025-06-30T00:00:00Z' }),
    );
  });

  it('changing one cell of a person never changes another row', () => {
    const before = readRoster('a.xlsx', workbook).records;
    fc.assert(
      fc.property(
        fc.nat({ max: 5 }),
        fc.integer({ min: 2, max: 17 }),
        fc.oneof(fc.string(), fc.constantFrom('', 'x', 'Nam', '31/02/1980', '=1', '1.1E+10')),
        (person, column, text) => {
          const changed = readRoster('a.xlsx', mutated(9 + person, column, text));
          const others = changed.records.filter((record) => record.row !== 9 + person);
          expect(others).toEqual(before.filter((record) => record.row !== 9 + person));
          expect(changed.issues.filter((issue) => issue.row !== 9 + person)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  function mutated(row: number, column: number, text: string): Workbook {
    const change = (cell: Cell): Cell =>
      cell.column === column ? withText(cell, text, cell.font) : cell;
    return {
      ...workbook,
      sheets: workbook.sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((each) =>
          each.row === row ? { ...each, cells: each.cells.map(change) } : each,
        ),
      })),
    };
  }
});
