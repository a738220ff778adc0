import { cellKey, type Cell } from '../cells.js';
import { placementNetwork } from '../placement-network.js';
import { pinsOf } from '../pins.js';
import type { PricedRun } from './priced-run.js';
import { changedWorld, provenBy } from './priced-run.js';
import { unknownPlace } from './unknown-place.js';

/**
 * The run with the cell of a unit, or of a division under it, and a position. Where it has no seats yet, the cell is drawn with none: the network, and so
 * the run's potentials, stay the same.
 *
 * @throws BadInput `placement.unknown-place`
 */
export function withCell(
  run: PricedRun,
  unitCode: string,
  positionCode: string,
): { readonly run: PricedRun; readonly cell: Cell } {
  const known = knownCell(run, unitCode, positionCode);
  if (known) return { run, cell: known };
  const row = { unitCode, positionCode, seats: 0, required: 0 };
  const world = changedWorld(run.world, { seats: [...run.world.facts.seats, row] });
  const cell = world.cells.byKey.get(cellKey(unitCode, positionCode));
  if (!cell) throw unknownPlace(unitCode, positionCode);
  const pins = pinsOf(world);
  const net = placementNetwork(world, pins);
  const { proposals, potentials } = run;
  const stored = { facts: world.facts, options: world.options, potentials };
  const proven = provenBy({ world, pins, net, proposals }, stored);
  return { run: { ...run, world, pins, net, ...proven }, cell };
}

/** The cell of the unit, else of a division under it. */
function knownCell({ world }: PricedRun, unitCode: string, positionCode: string): Cell | undefined {
  return (
    world.cells.byKey.get(cellKey(unitCode, positionCode)) ??
    world.cells.byPosition.get(positionCode)?.find(({ root }) => root.code === unitCode)
  );
}
