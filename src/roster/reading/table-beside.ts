import type { Issue } from '../../shared/issue.js';
import type { RosterColumn } from './columns.js';
import { namesPeople } from './fields.js';
import { isTotalsText } from './row-words.js';
import type { GridRow } from './sheet-grid.js';

/** A second table to the right of a table, with the same labels. */
export interface TableBeside {
  readonly firstColumn: number;
  /** The columns of its names. */
  readonly names: readonly RosterColumn[];
}

/**
 * A name that is asked for again behind other columns, with at least one more label that comes again, begins a second table.
 * Two columns of one name stand side by side.
 */
export function tableBeside(columns: readonly RosterColumn[]): TableBeside | null {
  const names = columns.filter(({ field }) => field === 'fullName');
  const [first] = names;
  const second = names.find(
    (each) => labelOf(each) === labelOf(first) && isApart(columns, first, each),
  );
  if (second === undefined) return null;
  const isAgain = (at: number): boolean => {
    const column = columns.find((each) => each.column === at);
    return column !== undefined && labelOf(column) !== column.label;
  };
  if (!columns.some(({ column }) => column > second.column && isAgain(column))) return null;
  let firstColumn = second.column;
  while (isAgain(firstColumn - 1)) firstColumn--;
  return { firstColumn, names: names.filter(({ column }) => column >= firstColumn) };
}

/** As typed: a label that comes again bears the letters of its column. */
function labelOf(column: RosterColumn | undefined): string {
  return column?.label.replace(` (cột ${column.letters})`, '') ?? '';
}

function isApart(
  columns: readonly RosterColumn[],
  first: RosterColumn | undefined,
  second: RosterColumn,
): boolean {
  const left = first?.column ?? second.column;
  return columns.some(
    ({ column, field }) => left < column && column < second.column && field !== 'fullName' && field,
  );
}

/** The row as far as the first table goes; null where nothing of it stands there. */
export function leftOf(row: GridRow, { firstColumn }: TableBeside): GridRow | null {
  const texts = row.texts.slice(0, firstColumn);
  const isBlank = texts.every((text) => (text ?? '') === '');
  return isBlank ? null : { ...row, texts, cells: row.cells.slice(0, firstColumn) };
}

/** People of the second table are not read; each is told, so that nobody is lost in silence. */
export function peopleBeside(
  place: { readonly file: string; readonly sheet: string },
  { names }: TableBeside,
  rows: readonly GridRow[],
): readonly Issue[] {
  return rows.flatMap(({ row, texts }) => {
    const name = names.find(({ column }) => (texts[column] ?? '') !== '');
    const text = texts[name?.column ?? 0] ?? '';
    if (name === undefined || namesPeople(text) || isTotalsText(text)) return [];
    const message = `Dòng này còn ghi người ở bảng thứ hai bên phải (cột ${name.letters}), chưa được đọc. Hãy chuyển bảng bên phải xuống dưới bảng bên trái, mỗi người một dòng.`;
    return [
      {
        ...{ ...place, row, column: name.letters, code: 'roster.table-beside', message },
        severity: 'error' as const,
      },
    ];
  });
}
