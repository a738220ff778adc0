import type { Issue } from '../../shared/issue.js';
import type { DateSystem } from '../../sheet/date-serial.js';
import type { Sheet } from '../../sheet/workbook.js';
import type { Field } from './fields.js';
import type { Header } from './header.js';
import { recordOfRow } from './record-of-row.js';
import type { ReadRecord, SkippedRows } from './roster-reading.js';
import { rowColumns, rowKind, sectionText, withoutOrdinal } from './row-kind.js';
import { columnsByField, RowValues } from './row-values.js';
import { type GridRow, type SheetGrid } from './sheet-grid.js';
import { titleOf } from './sheet-title.js';
import { namesUnit, unitIn } from './unit-words.js';

export interface SheetInput {
  readonly file: string;
  readonly sheet: Sheet;
  readonly grid: SheetGrid;
  readonly header: Header;
  readonly dateSystem: DateSystem;
}

/** Where the results of all sheets are gathered. */
export interface Gathered {
  readonly records: ReadRecord[];
  readonly issues: Issue[];
  readonly skipped: SkippedRows;
}

/** Reads the rows below the header of one sheet; every one becomes a record or is counted. */
export function readSheet(input: SheetInput, gathered: Gathered): void {
  const { file, sheet, grid, header } = input;
  const columns = columnsByField(header);
  const kinds = rowColumns(header);
  const ratingYears = header.columns.flatMap(({ field }) => ratingYear(field));
  const guessed = unitIn(sheet.name) ?? unitIn(titleOf(grid, header) ?? '');
  let section: { unit: string | null; block: string | null } = { unit: null, block: null };
  let lastSeen = header.lastRow;
  let inFooter = false;
  for (const row of grid.rows) {
    if (row.row <= header.lastRow) continue;
    gathered.skipped.blank += row.row - lastSeen - 1;
    lastSeen = row.row;
    const kind = rowKind(row, kinds, grid);
    inFooter = kind === 'footer' || (inFooter && kind !== 'person' && kind !== 'numbering');
    if (inFooter) gathered.skipped.footer++;
    else if (kind === 'section') {
      gathered.skipped.sections++;
      section = nextSection(section, withoutOrdinal(sectionText(row, kinds)));
    } else if (kind === 'person') {
      const values = new RowValues(
        row,
        columns,
        grid,
        { file, sheet: sheet.name },
        gathered.issues,
      );
      const record = recordOfRow(values, {
        place: { file, sheet: sheet.name, row: row.row },
        dateSystem: input.dateSystem,
        unitText: section.unit ?? guessed,
        blockText: section.block,
        ratingYears,
        unknown: unknownOf(row, header),
      });
      gathered.records.push(record);
    } else if (kind !== 'footer') gathered.skipped[kind]++;
  }
}

/** A unit closes the block before it; a block or division stands inside the unit. */
function nextSection(
  before: { readonly unit: string | null; readonly block: string | null },
  text: string,
): { unit: string | null; block: string | null } {
  return namesUnit(text) ? { unit: text, block: null } : { unit: before.unit, block: text };
}

function ratingYear(field: Field | null): readonly string[] {
  return field?.startsWith('rating:') === true ? [field.slice('rating:'.length)] : [];
}

function unknownOf(row: GridRow, header: Header): Readonly<Record<string, string>> {
  return Object.fromEntries(
    header.columns
      .filter((column) => column.field === null)
      .map((column): [string, string] => [column.label, row.texts[column.column] ?? ''])
      .filter(([, text]) => text !== ''),
  );
}
