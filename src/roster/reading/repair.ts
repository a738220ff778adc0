import { UNICODE_FONT } from './legacy/legacy-text.js';
import type { Cell, Row, Sheet, Workbook } from '../../sheet/workbook.js';
import { columnOf } from '../../sheet/cell-reference.js';

/** A cell that the reader typed anew in the page; '' empties it. Row and column as Excel shows them. */
export interface CellOverride {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** The cells of one row that are typed anew, by column number. */
type RowOverrides = Map<number, CellOverride>;

/** The workbook as if the given cells had been typed so: as text, without formula or font. The last answer to a cell counts. */
export function repaired(workbook: Workbook, overrides: readonly CellOverride[]): Workbook {
  if (overrides.length === 0) return workbook;
  const bySheet = new Map<string, Map<number, RowOverrides>>();
  for (const override of overrides) {
    const rows = bySheet.get(override.sheet) ?? new Map<number, RowOverrides>();
    const cells = rows.get(override.row) ?? new Map<number, CellOverride>();
    cells.set(columnOf(override.column), override);
    bySheet.set(override.sheet, rows.set(override.row, cells));
  }
  const sheets = workbook.sheets.map((sheet) => {
    const rows = bySheet.get(sheet.name);
    return rows === undefined ? sheet : repairedSheet(sheet, rows);
  });
  return { ...workbook, sheets };
}

function repairedSheet(sheet: Sheet, overrides: ReadonlyMap<number, RowOverrides>): Sheet {
  const present = new Set(sheet.rows.map((each) => each.row));
  const rows = sheet.rows.map((row) => {
    const cells = overrides.get(row.row);
    return cells === undefined ? row : repairedRow(row, cells);
  });
  const added = [...overrides].flatMap(([row, cells]) =>
    present.has(row) ? [] : [repairedRow({ row, hidden: false, cells: [] }, cells)],
  );
  if (added.length === 0) return { ...sheet, rows };
  return { ...sheet, rows: [...rows, ...added].sort((a, b) => a.row - b.row) };
}

function repairedRow(row: Row, overrides: RowOverrides): Row {
  const kept = row.cells.filter((cell) => !overrides.has(cell.column));
  const typed = [...overrides].flatMap(([column, { text }]) =>
    column === 0 || text === '' ? [] : [typedCell(column, text)],
  );
  return { ...row, cells: [...kept, ...typed].sort((a, b) => a.column - b.column) };
}

function typedCell(column: number, text: string): Cell {
  return {
    column,
    kind: 'text',
    text,
    value: text,
    serial: null,
    format: '@',
    formula: false,
    font: UNICODE_FONT,
    runs: null,
  };
}
