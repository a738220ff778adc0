import { rangeOf } from '../../src/sheet/cell-reference.js';
import { plainNumber } from '../../src/sheet/number-format.js';
import type { Cell, Sheet, SheetState, Workbook } from '../../src/sheet/workbook.js';

/** What a test puts into a cell; a whole cell says more than its value. */
export type GridCell = string | number | boolean | null | Partial<Cell>;

/** A sheet from its first row on; `merges` as Excel writes them, "A1:C1". */
export interface GridSheet {
  readonly name?: string;
  readonly state?: SheetState;
  readonly rows: readonly (readonly GridCell[])[];
  readonly merges?: readonly string[];
  /** Font of every cell that gives none. */
  readonly font?: string;
}

/** A workbook as the reader of bytes would give it, without bytes. */
export function gridWorkbook(...sheets: readonly GridSheet[]): Workbook {
  return {
    dateSystem: '1900',
    sheets: sheets.map((sheet, index) => sheetOf(sheet, `Sheet${index + 1}`)),
  };
}

function sheetOf({ name, state, rows, merges = [], font }: GridSheet, defaultName: string): Sheet {
  return {
    name: name ?? defaultName,
    state: state ?? 'visible',
    merges: merges.flatMap((each) => rangeOf(each) ?? []),
    hiddenColumns: [],
    rows: rows
      .map((cells, index) => ({
        row: index + 1,
        hidden: false,
        cells: cells.flatMap((cell, at) => cellOf(cell, at + 1, font ?? null)),
      }))
      .filter((row) => row.cells.length > 0),
  };
}

function cellOf(given: GridCell, column: number, font: string | null): readonly Cell[] {
  if (given === null || given === '') return [];
  const plain: Cell = {
    column,
    kind: 'text',
    text: '',
    value: null,
    serial: null,
    format: 'General',
    formula: false,
    font,
    runs: null,
  };
  if (typeof given === 'string') return [{ ...plain, text: given, value: given }];
  if (typeof given === 'number')
    return [{ ...plain, kind: 'number', text: plainNumber(given), value: given, serial: given }];
  if (typeof given === 'boolean')
    return [{ ...plain, kind: 'boolean', text: given ? 'TRUE' : 'FALSE', value: given }];
  return [{ ...plain, ...given, column }];
}
