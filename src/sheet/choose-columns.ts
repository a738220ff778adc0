import { leavesOf } from './header-layout.js';
import type { ColumnSpec, RowSpec, SheetSpec } from './sheet-spec.js';

/**
 * A sheet with the columns whose keys were chosen, in their order; columns without a key always stay, groups that became
 * empty go.
 */
export function chooseColumns(sheet: SheetSpec, chosen: ReadonlySet<string>): SheetSpec {
  const kept = leavesOf(sheet.columns).map(({ key }) => key === undefined || chosen.has(key));
  const { frozenColumns } = sheet;
  return {
    ...sheet,
    columns: columnsKept(sheet.columns, chosen),
    rows: sheet.rows.map((row) => rowKept(row, kept)),
    ...(frozenColumns === undefined
      ? {}
      : { frozenColumns: kept.slice(0, frozenColumns).filter(Boolean).length }),
  };
}

function columnsKept(columns: readonly ColumnSpec[], chosen: ReadonlySet<string>): ColumnSpec[] {
  return columns.flatMap((column): ColumnSpec[] => {
    if (!('columns' in column))
      return column.key === undefined || chosen.has(column.key) ? [column] : [];
    const inside = columnsKept(column.columns, chosen);
    return inside.length === 0 ? [] : [{ ...column, columns: inside }];
  });
}

function rowKept(row: RowSpec, kept: readonly boolean[]): RowSpec {
  if (row.kind === 'section') return row;
  return { ...row, cells: row.cells.filter((_cell, index) => kept[index] !== false) };
}
