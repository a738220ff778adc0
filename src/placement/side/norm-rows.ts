import { cellKey } from '../cells.js';
import type { Pins } from '../pins.js';
import type { PlacementNetwork } from '../placement-network.js';
import type { World } from '../world.js';
import { RowBuilder } from './row-builder.js';
import type { SideRow } from './side-problem.js';

/**
 * A commune's block seats no more people than its norm; whoever is over it waits on the bench for the interim. Norms by
 * commune cross the caps by position, so they are rows and no pools. A norm that the seats cannot exceed gives none.
 *
 * @source letter 09/CV-BCĐ of 2025-05-30 (about 32 posts a commune, five years to come to it); Conclusion 174-KL/TW of 2025
 */
export function normRows(world: World, pins: Pins, net: PlacementNetwork): SideRow[] {
  const rows = new Map<string, RowBuilder>();
  const seats = new Map<string, number>();
  const keys = world.cells.all.map(({ root, position, seats: count }) => {
    const key = cellKey(root.code, position.block);
    seats.set(key, (seats.get(key) ?? 0) + count);
    return key;
  });
  net.arcPlace.forEach((place, arc) => {
    const key = keys[place];
    if (key === undefined) return;
    const row = rows.get(key) ?? new RowBuilder(`norm:${key}`);
    rows.set(key, row);
    row.add(arc, 1);
  });
  const pinned = pinnedByBlock(world, pins);
  return world.facts.norms.flatMap(({ unitCode, block, headcount }) => {
    const key = cellKey(unitCode, block);
    const row = rows.get(key);
    const given = pinned.get(key) ?? 0;
    const possible = Math.max(seats.get(key) ?? 0, given);
    if (!row || possible <= headcount) return [];
    return [row.build(Math.max(0, headcount - given), null)];
  });
}

function pinnedByBlock({ territory }: World, pins: Pins): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { pin, position } of pins.seated.values()) {
    const key = cellKey(territory.rootAfter(pin.unitCode)?.code ?? '', position.block);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
