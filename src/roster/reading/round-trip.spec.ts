import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CellInput, SheetSpec } from '../../sheet/sheet-spec.js';
import type { Cell, Workbook } from '../../sheet/workbook.js';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { readRoster } from './read-roster.js';
import type { RosterReading } from './roster-reading.js';

interface Person {
  readonly fullName: string;
  readonly sex: 'male' | 'female';
  readonly bornOn: string;
  readonly unitText: string;
  readonly positionText: string;
  readonly note: string | null;
}

const syllable = fc.constantFrom(
  'Lò',
  'Văn',
  'Ún',
  'Đoàn',
  'Tống',
  'Xã',
  'Cộng',
  'Hoà',
  'Phòng',
  'A',
  'Thị',
);
const pad = (value: number): string => String(value).padStart(2, '0');
const day = fc
  .record({
    y: fc.integer({ min: 1950, max: 2007 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
    known: fc.constantFrom(4, 7, 10),
  })
  .map(({ y, m, d, known }) => `${y}-${pad(m)}-${pad(d)}`.slice(0, known));
const person: fc.Arbitrary<Person> = fc.record({
  fullName: fc.array(syllable, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(' ')),
  sex: fc.constantFrom('male' as const, 'female' as const),
  bornOn: day,
  unitText: fc.constantFrom('Xã Nà Tấu', 'Phường Him Lam', 'TT Mường Chà'),
  positionText: fc.constantFrom('CT UBND', 'VP-TK', '=1+1', '-5', '+84', '@A1'),
  note: fc.option(fc.constantFrom('=HYPERLINK("x")', 'x', '1', '12/12'), { nil: null }),
});

function sheetOf(people: readonly Person[]): SheetSpec {
  return {
    name: 'Danh sách',
    paper: 'A3',
    title: 'DANH SÁCH TRÍCH NGANG',
    agency: { superior: 'UBND HUYỆN ĐIỆN BIÊN', name: 'PHÒNG NỘI VỤ' },
    columns: [
      { label: 'TT', kind: 'number' },
      { label: 'Họ và tên' },
      {
        label: 'Ngày, tháng, năm sinh',
        columns: [
          { label: 'Nam', kind: 'date' },
          { label: 'Nữ', kind: 'date' },
        ],
      },
      { label: 'Đơn vị công tác' },
      { label: 'Chức vụ, chức danh' },
      { label: 'Ghi chú' },
    ],
    rows: people.map((each, index) => ({ kind: 'cells', cells: cellsOf(each, index + 1) })),
  };
}

function cellsOf(each: Person, ordinal: number): CellInput[] {
  const [male, female] = each.sex === 'male' ? [each.bornOn, null] : [null, each.bornOn];
  return [ordinal, each.fullName, male, female, each.unitText, each.positionText, each.note];
}

async function workbookOf(people: readonly Person[]): Promise<Workbook> {
  const sheets = [sheetOf(people)];
  return readWorkbook(await writeWorkbook({ sheets, createdAt: '2025-06-30T00:00:00Z' }));
}

describe('a roster of our writer', () => {
  it('is read back the same, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 12 }), async (people) => {
        const { records, issues } = readRoster('a.xlsx', await workbookOf(people));
        const read = records.map(({ fullName, sex, bornOn, unitText, positionText, note }) => ({
          ...{ fullName, sex, bornOn, unitText, positionText, note },
        }));
        expect(read).toEqual(people);
        expect(issues).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a change of one cell', () => {
  const PEOPLE = 8;
  let workbook: Workbook;
  let before: RosterReading;
  let firstRow: number;

  beforeAll(async () => {
    workbook = await workbookOf(fc.sample(person, { numRuns: PEOPLE, seed: 7 }));
    before = readRoster('a.xlsx', workbook);
    firstRow = before.records[0]?.row ?? 0;
  });

  it('never changes the record or the issues of another row', () => {
    expect(before.records).toHaveLength(PEOPLE);
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '',
        'x',
        'Nam',
        'I',
        'A',
        'Tổng cộng',
        'Xã',
        '1',
        '31/02/1980',
        'NguyÔn V¨n',
        '__proto__',
        '=1',
      ),
    );
    fc.assert(
      fc.property(
        fc.nat({ max: PEOPLE - 1 }),
        fc.integer({ min: 2, max: 7 }),
        text,
        (at, column, typed) => {
          const row = firstRow + at;
          const after = readRoster('a.xlsx', changed(workbook, { row, column, text: typed }));
          const others = <T extends { readonly row: number }>(all: readonly T[]) =>
            all.filter((each) => each.row !== row && each.row !== 0);
          expect(others(after.records)).toEqual(others(before.records));
          expect(others(after.issues)).toEqual(others(before.issues));
        },
      ),
      { numRuns: 500 },
    );
  });
});

function changed(
  workbook: Workbook,
  { row, column, text }: { readonly row: number; readonly column: number; readonly text: string },
): Workbook {
  const cell = (each: Cell): Cell =>
    each.column === column ? { ...each, kind: 'text', text, value: text } : each;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((each) =>
        each.row === row ? { ...each, cells: each.cells.map(cell) } : each,
      ),
    })),
  };
}
