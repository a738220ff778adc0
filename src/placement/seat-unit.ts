import { cellKey } from './cells.js';
import type { World } from './world.js';

/**
 * The unit that holds the seats of a position: the unit named, else the division of the commune named that has them. An
 * officer says "in this commune", and seats belong to the lowest unit.
 *
 * @returns the code given where no such seats are known; whoever asks goes on with it and is told.
 */
export function seatUnitOf(
  { cells }: Pick<World, 'cells'>,
  unitCode: string,
  positionCode: string,
): string {
  if (cells.byKey.has(cellKey(unitCode, positionCode))) return unitCode;
  const under = cells.byPosition.get(positionCode)?.find(({ root }) => root.code === unitCode);
  return under?.unitCode ?? unitCode;
}
