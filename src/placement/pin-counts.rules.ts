import { placementBreach, type PlacementBreach } from './breach.js';
import { unitName } from './words.js';
import type { World } from './world.js';

/** How the pins use seats and caps. */
export interface Use {
  readonly inCell: Int32Array;
  readonly qualifiedInCell: Int32Array;
  readonly inPool: ReadonlyMap<string, number>;
}

/**
 * No more people are pinned to a position of a unit than it has seats; a cell of no seats is a breach of its own.
 *
 * @source product decision: a breach by pins is named, never repaired
 */
export function seatBreaches(world: World, use: Pick<Use, 'inCell'>): PlacementBreach[] {
  return world.cells.all
    .filter((cell, at) => use.inCell[at]! > 0 && cell.seats > 0 && use.inCell[at]! > cell.seats)
    .map((cell) => {
      const about = { unitCode: cell.unitCode, positionCode: cell.position.code };
      const pinned = use.inCell[cell.index] ?? 0;
      return placementBreach(
        'placement.pin-over-seats',
        'error',
        about,
        `${unitName(world, cell.unitCode)} có ${cell.seats} chỉ tiêu ${cell.position.name} nhưng ${pinned} người được chỉ định. Bỏ bớt chỉ định hoặc tăng chỉ tiêu.`,
      );
    });
}

/**
 * The pins alone do not exceed a cap over the province.
 *
 * @source the cap's own source, e.g. Decree 300/2025/NĐ-CP (2.5 vice-chairs on average)
 */
export function capBreaches(world: World, use: Pick<Use, 'inPool'>): PlacementBreach[] {
  return world.facts.pools
    .filter((pool) => (use.inPool.get(pool.code) ?? 0) > pool.capacity)
    .map((pool) =>
      placementBreach(
        'placement.pin-over-cap',
        'error',
        {},
        `${pool.name}: tối đa ${pool.capacity} người toàn tỉnh, đã chỉ định ${use.inPool.get(pool.code) ?? 0} (${pool.source}).`,
      ),
    );
}
