import { placeKey, type Answer, type Correction } from './batch.js';
import type { CellTexts } from './reading/cell-texts.js';
import type { ColumnPlaces } from './reading/places.js';
import type { CellOverride } from './reading/repair.js';
import type { RowPlace } from './record.js';
import { normalised } from '../shared/text.js';

/** Where a cell stands. */
export interface CellPlace extends RowPlace {
  /** Letters. */
  readonly column: string;
}

export interface TypedCell extends CellPlace {
  readonly text: string;
}

/** A row with the texts of its cells as they are in the batch. */
export interface RowOfCells extends RowPlace {
  readonly cells: Readonly<Record<string, string>>;
}

/** By which cells are found. */
export function cellKey(cell: CellPlace): string {
  return `${placeKey(cell)}|${cell.column}`;
}

/** Cells typed anew, with what the workbook says there; `null` where a row is not in the batch. */
export function corrections(
  typed: readonly TypedCell[],
  rows: readonly RowOfCells[],
  earlier: readonly Correction[],
): Correction[] | null {
  const rowOf = new Map(rows.map((row) => [placeKey(row), row]));
  const wasOf = new Map(earlier.map((each) => [cellKey(each), each.was]));
  const made: Correction[] = [];
  for (const { file, sheet, row, column, text } of typed) {
    const cells = rowOf.get(placeKey({ file, sheet, row }))?.cells;
    if (cells === undefined) return null;
    const was = wasOf.get(cellKey({ file, sheet, row, column })) ?? cells[column] ?? '';
    made.push({ file, sheet, row, column, was, text });
  }
  return made;
}

/** All cells that mean the same as a cell and say the same, itself too. */
export function alike(
  cell: CellPlace,
  rows: readonly RowOfCells[],
  places: ColumnPlaces<string>,
): CellPlace[] {
  const said = saidBy(rows.find((row) => placeKey(row) === placeKey(cell))?.cells[cell.column]);
  const field = places.fieldAt(cell, cell.column);
  const label = places.labelAt(cell, cell.column);
  return rows.flatMap((row) =>
    places
      .lettersAt(row)
      .filter((column) =>
        field === null
          ? places.fieldAt(row, column) === null && places.labelAt(row, column) === label
          : places.fieldAt(row, column) === field,
      )
      .filter((column) => saidBy(row.cells[column]) === said)
      .map((column) => ({ file: row.file, sheet: row.sheet, row: row.row, column })),
  );
}

function saidBy(text: string | undefined): string {
  return normalised(text ?? '');
}

/** The corrections as the reading takes them, by file. */
export function overridesOf(all: readonly Correction[]): Map<string, CellOverride[]> {
  const overrides = new Map<string, CellOverride[]>();
  for (const { file, sheet, row, column, text } of all)
    overrides.set(file, [...(overrides.get(file) ?? []), { sheet, row, column, text }]);
  return overrides;
}

/** The later corrections in the place of the earlier ones of the same cells. */
export function over(earlier: readonly Correction[], later: readonly Correction[]): Correction[] {
  const all = new Map([...earlier, ...later].map((each) => [cellKey(each), each]));
  return [...all.values()].filter(({ was, text }) => was !== text);
}

/** What was said of a file that no longer fits the one that came in its place. */
export interface Outdated {
  readonly corrections: readonly Correction[];
  readonly answers: readonly Answer[];
}

/**
 * A correction belongs to the text that it corrected, an answer to the row as it was: whoever has changed either in their own
 * workbook has said something new.
 *
 * @param before rows of the batch with corrected cells; `after` rows of the new file as it was sent.
 */
export function outdated(
  before: readonly RowOfCells[],
  after: readonly RowOfCells[],
  said: { readonly corrections: readonly Correction[]; readonly answers: readonly Answer[] },
): Outdated {
  const newRows = new Map(after.map((row) => [placeKey(row), row.cells]));
  const sent = asSent(before, said.corrections);
  const sameRow = (place: RowPlace): boolean =>
    sameCells(sent.get(placeKey(place)), newRows.get(placeKey(place)));
  return {
    corrections: said.corrections.filter(
      (each) => (newRows.get(placeKey(each))?.[each.column] ?? '') !== each.was,
    ),
    answers: said.answers.filter((each) => !sameRow(each)),
  };
}

/** The rows of a file with what their cells say. */
export function withCells({
  rows,
  cells,
}: {
  readonly rows: readonly RowPlace[];
  readonly cells: Iterable<CellTexts>;
}): RowOfCells[] {
  const texts = [...cells];
  return rows.map(({ file, sheet, row }, index) => ({
    file,
    sheet,
    row,
    cells: texts[index] ?? {},
  }));
}

function asSent(
  rows: readonly RowOfCells[],
  made: readonly Correction[],
): Map<string, Record<string, string>> {
  const sent = new Map(rows.map((row) => [placeKey(row), { ...row.cells }]));
  for (const each of made) {
    const cells = sent.get(placeKey(each));
    if (cells === undefined) continue;
    if (each.was === '') delete cells[each.column];
    else cells[each.column] = each.was;
  }
  return sent;
}

function sameCells(
  a: Readonly<Record<string, string>> | undefined,
  b: Readonly<Record<string, string>> | undefined,
): boolean {
  if (a === undefined || b === undefined) return false;
  const columns = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...columns].every((column) => a[column] === b[column]);
}
