import type { Geography, NewCommune } from '../geography.js';
import type { Chance } from '../random.js';
import { readTable } from '../tables.js';
import { SHORTAGES } from './figures.js';

/** Seats of a position in a new commune, and how many of them a qualified follower of the old units fills. */
export interface Cell {
  readonly communeCode: string;
  readonly positionCode: string;
  readonly seats: number;
  filled: number;
}

export type Cells = ReadonlyMap<string, Cell>;

export const cellKey = (communeCode: string, positionCode: string): string =>
  `${communeCode}/${positionCode}`;

/** Cells of the commune's government block, all filled. */
function fullCells(): Map<string, Cell> {
  const government = new Set(
    readTable('positions.csv')
      .filter((row) => row['catalogue'] === 'new' && row['block'] === 'government')
      .map((row) => row['code']),
  );
  const rows = readTable('dien-bien/establishments.csv').filter(
    (row) => government.has(row['position_code']) && Number(row['seats']) > 0,
  );
  return new Map(
    rows.map((row) => {
      const communeCode = (row['unit_code'] ?? '').slice(0, 5);
      const positionCode = row['position_code'] ?? '';
      const seats = Number(row['seats']);
      return [
        cellKey(communeCode, positionCode),
        { communeCode, positionCode, seats, filled: seats },
      ];
    }),
  );
}

/** Communes of many old units come first: that is where a field is most likely to be full. */
function byLikelihood(communes: readonly NewCommune[], chance: Chance): NewCommune[] {
  return communes
    .map((commune) => ({ commune, score: commune.oldCodes.length + 2.4 * chance.next() }))
    .sort((a, b) => b.score - a.score)
    .map(({ commune }) => commune);
}

/** With more than this left a cell is emptied, then one seat is taken from each: some communes stay half filled. */
const HALVES = 6;

/** Takes `short` seats of a position from the communes least likely to have it. */
function shorten(order: readonly Cell[], short: number): void {
  const mayEmpty = order.length * 1.2 < short;
  let left = short;
  for (const cell of order.toReversed()) {
    const taken = Math.min(left, mayEmpty && left > HALVES ? cell.filled : 1);
    cell.filled -= taken;
    left -= taken;
  }
  if (left > 0) throw new RangeError(`${left} seats too few`);
}

/** The cells with the shortage spread over the communes. */
export function planCells(geography: Geography, chance: Chance): Cells {
  const cells = fullCells();
  for (const { positionCode, short } of SHORTAGES) {
    const order = byLikelihood([...geography.newCommunes.values()], chance)
      .map((commune) => cells.get(cellKey(commune.code, positionCode)))
      .filter((cell) => cell !== undefined);
    shorten(order, short);
  }
  return cells;
}

export function shortOf(cell: Cell): number {
  return cell.seats - cell.filled;
}
