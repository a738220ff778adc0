import type { Issue } from '../../shared/issue.js';
import type { DateSystem } from '../../sheet/date-serial.js';
import type { Sheet } from '../../sheet/workbook.js';
import type { CellComments } from './cell-comments.js';
import { ContinuedRows } from './continued-rows.js';
import type { Header } from './header.js';
import { MarkedColumns } from './marked-columns.js';
import { isOfDistrict, speaksOfCommunes } from './office-of-district.js';
import { otherTable, otherTableNote } from './other-table.js';
import { loneName, placeRowNote, unclearRowIssue } from './place-rows.js';
import { recordOfRow } from './record-of-row.js';
import type { ReadRecord, SkippedRows } from './roster-reading.js';
import {
  rowKind,
  sectionOrdinal,
  sectionText,
  tellsCertainly,
  type RowColumns,
} from './row-kind.js';
import { remarkNote, remarksBelow } from './remark-rows.js';
import { rowRanges } from './row-ranges.js';
import { RowValues, type ColumnsByField } from './row-values.js';
import { isSecondLine } from './second-line.js';
import type { Sections } from './sections.js';
import type { meaningOfBlank, SexCodes } from './sex.js';
import { SignsForAbove } from './signs-for-above.js';
import type { GridRow, SheetGrid } from './sheet-grid.js';
import { struckCells } from './struck-cells.js';
import { saysNothing } from './values/nothing.js';
import { isUncounted, uncountedNote } from './uncounted-rows.js';

export interface SheetInput {
  readonly file: string;
  readonly sheet: Sheet;
  readonly grid: SheetGrid;
  readonly headers: readonly Header[];
  readonly dateSystem: DateSystem;
  readonly comments: CellComments;
}

/** Where records go, in the order of the workbook. */
export interface RecordSink {
  readonly length: number;
  push(record: ReadRecord): void;
}

/** Where the results of all sheets are gathered. */
export interface Gathered {
  readonly records: RecordSink;
  readonly issues: Issue[];
  readonly skipped: SkippedRows;
}

/** Rows of a table, and those over its header that belong to no table before. */
export interface TableRows {
  readonly top: readonly GridRow[];
  readonly header: Header;
  /** Below the header, with what stands in a table beside it. */
  readonly whole: readonly GridRow[];
  readonly body: readonly GridRow[];
}

/** What holds for the rows of one table. */
export interface Table {
  readonly columns: ColumnsByField;
  readonly kinds: RowColumns;
  readonly kept: readonly { readonly column: number; readonly label: string }[];
  readonly ratingYears: readonly string[];
  readonly blankMeans: ReturnType<typeof meaningOfBlank>;
  readonly sexCodes: SexCodes;
  /** Rows of the table state the sex. */
  readonly tellsSex: boolean;
  readonly isMonthFirst: boolean;
  /** Columns of posts beside the one that counts. */
  readonly otherPositions: readonly number[];
  /** A row without a unit is of the unit above. */
  readonly isCountedByUnit: boolean;
  /** The unit by title or name of the sheet; sections go before it. */
  readonly unit: string | null;
  readonly around: readonly string[];
  /** The commune whose office heads the sheet, for rows that say only a body of it; null = there is none. */
  readonly agency: string | null;
  /** The district whose office heads the sheet, for its own offices; null = there is none. */
  readonly district: string | null;
  readonly hints: readonly string[];
}

interface Reading {
  readonly rows: TableRows;
  readonly table: Table;
  readonly sections: Sections;
}

/** Every row below the header becomes a record or is counted. */
export function readRows(
  input: SheetInput,
  { rows, table, sections }: Reading,
  { records, issues, skipped }: Gathered,
): void {
  const { file, sheet, grid, dateSystem, comments } = input;
  const place = { file, sheet: sheet.name };
  const people = new ContinuedRows(rows.header, grid, place, issues);
  const marks = new MarkedColumns(rows.header.columns, rows.body);
  const signs = new SignsForAbove(rows.header, grid, place, issues);
  let lastSeen = rows.header.lastRow;
  let continued = 0;
  let below = false;
  let unitAbove: string | null = null;
  let districtAbove: string | null = null;
  const last = lastPerson(rows.body, table.kinds);
  const lines = { grid, kinds: table.kinds, lastPerson: last };
  const unused: number[] = [];
  const other = otherTable(rows.body, table.kinds);
  if (other !== null) issues.push(otherTableNote(file, sheet.name, other));
  for (const [at, typed] of rows.body.entries()) {
    skipped.blank += typed.row - lastSeen - 1;
    lastSeen = typed.row;
    if (continued > 0) {
      continued--;
      skipped.continued++;
      continue;
    }
    if (typed.row >= (other ?? Infinity)) {
      skipped.footer++;
      continue;
    }
    const taken = rowKind(typed, table.kinds, { grid, below, isPastLast: typed.row > last });
    const isGroup = taken === 'person' && isUncounted(rows.body, at, table.kinds);
    const lone = taken === 'person' && !isGroup ? loneName(rows.body, at, table.kinds) : null;
    const kind = isGroup || lone?.is === 'unit' ? 'section' : taken;
    if (lone?.is === 'unit') issues.push(placeRowNote(place, typed.row, lone.text));
    if (isGroup) issues.push(uncountedNote(place, typed.row, sectionText(typed, table.kinds)));
    below = kind === 'footer' || (below && kind !== 'person' && kind !== 'numbering');
    if (below) skipped.footer++;
    else if (kind === 'unused') {
      skipped.numbering++;
      unused.push(typed.row);
    } else if (kind === 'section') {
      skipped.sections++;
      if (lone !== null) sections.enterUnit(lone.text);
      else sections.enter(sectionOrdinal(typed, table.kinds), sectionText(typed, table.kinds));
    } else if (kind === 'person') {
      const { unit, isUnitOpen, block, texts } = sections.state;
      const unitText = unit ?? table.unit ?? districtOf(texts, table);
      const whole = people.whole(rows.body, at, isSecondLine(rows.body, at + 1, lines));
      const row = marks.resolved(signs.resolved(whole.row));
      const next = at + whole.continued + 1;
      const remarks = remarksBelow(rows.body, rows.body[next - 1] ?? typed, next, rows.header);
      for (const remark of remarks.rows) issues.push(remarkNote(place, remark, typed.row));
      continued = whole.continued + remarks.rows.length;
      const joined = rows.body.slice(at, at + continued + 1).map((each) => each.row);
      const values = new RowValues(row, table.columns, grid, place, issues);
      const record = recordOfRow(values, {
        place: { ...place, row: row.row },
        dateSystem,
        unitAbove,
        districtAbove,
        isCountedByUnit: table.isCountedByUnit,
        otherPosition: otherPosition(row, table),
        isMonthFirst: table.isMonthFirst,
        unitText: isUnitOpen ? null : unitText,
        blockText: block,
        around: [...texts, ...table.around, ...(isUnitOpen && unitText ? [unitText] : [])],
        agency: table.agency,
        district: table.district,
        hints: table.hints,
        blankMeans: table.blankMeans?.sex ?? null,
        sexCodes: table.sexCodes,
        tellsSex: table.tellsSex,
        ratingYears: table.ratingYears,
        unknown: {
          ...unknownOf(row, table),
          ...whole.kept,
          ...remarks.kept,
          ...comments.ofPerson(joined, rows.header),
        },
      });
      records.push(record);
      issues.push(...struckCells(place, row, rows.header));
      if (lone !== null && unit !== null) {
        issues.push(unclearRowIssue(place, typed.row, lone.text));
        sections.enterUnit(lone.text);
      }
      if (values.isFilled('unit')) unitAbove = record.unitText;
      districtAbove = values.text('district') ?? districtAbove;
    } else if (kind !== 'footer') skipped[kind]++;
  }
  if (unused.length > 0) issues.push({ ...place, ...unusedRows(unused, last) });
}

/** The district of a section that is an office of it, where no section around speaks of communes. */
function districtOf([nearest, ...outer]: readonly string[], { district }: Table): string | null {
  if (district === null || nearest === undefined || !isOfDistrict(nearest)) return null;
  return outer.some(speaksOfCommunes) ? null : district;
}

/** The last row with a day or a number of a person; 0 = there is none. */
function lastPerson(body: readonly GridRow[], { certain }: RowColumns): number {
  const last = body.findLast(({ texts }) =>
    certain.some((column) => tellsCertainly(texts[column] ?? '')),
  );
  return last?.row ?? 0;
}

/** Between people somebody may have been left out. */
function unusedRows(rows: readonly number[], lastPersonRow: number): Omit<Issue, 'file' | 'sheet'> {
  const [row = 0] = rows;
  return {
    ...{ row, column: '', code: 'roster.rows-unused' },
    severity: row < lastPersonRow ? 'warning' : 'note',
    message: `Dòng ${rowRanges(rows)} không ghi tên ai (chỉ có số thứ tự, hoặc ghi khuyết) nên không tính là người. Nếu có người ở đó, hãy ghi họ tên.`,
  };
}

function otherPosition({ texts }: GridRow, { otherPositions }: Table): string | null {
  const column = otherPositions.find((each) => !saysNothing('position', texts[each] ?? ''));
  return column === undefined ? null : (texts[column] ?? null);
}

function unknownOf(row: GridRow, { kept }: Table): Readonly<Record<string, string>> {
  return Object.fromEntries(
    kept
      .map(({ column, label }): [string, string] => [label, row.texts[column] ?? ''])
      .filter(([, text]) => text !== ''),
  );
}
