import type { LevelVector } from './placement.model.js';
import type { Placed } from './proposals.js';
import type { World } from './world.js';

/** The levels as the lines give them, where no engine has counted. */
export function levelsOfPlaced(
  { cells }: Pick<World, 'cells'>,
  placed: readonly Pick<Placed, 'terms'>[],
): LevelVector {
  const required = cells.all.reduce((sum, cell) => sum + cell.weight * cell.required, 0);
  const total = (of: (terms: Placed['terms']) => number): number =>
    placed.reduce((sum, { terms }) => sum + of(terms), 0);
  return {
    requiredUnfilled: required - total((terms) => terms.requiredWeight),
    withoutSeat: total((terms) => terms.seatless),
    fitCost: total((terms) => terms.fitCost),
    wishCost: total((terms) => terms.wishCost),
    distanceTenthsKm: total((terms) => Math.round(terms.distanceKm * 10)),
    moved: total((terms) => terms.moved),
  };
}
