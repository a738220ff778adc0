import type { Candidate } from '../candidates.js';
import type { World } from '../world.js';
import { RowBuilder } from './row-builder.js';
import type { SideRow } from './side-problem.js';

/** Where a person of a couple may go: the arcs by root, −1 = out of the service. */
export interface Whereabouts {
  readonly who: Candidate;
  /** The root that a pin names; null = not pinned to a seat. */
  readonly pinnedRoot: number | null;
  readonly arcsByRoot: ReadonlyMap<number, readonly number[]>;
}

export interface Couple {
  readonly a: Whereabouts;
  readonly b: Whereabouts;
}

/** Both people of a couple are in the scenario; the one with the smaller key comes first. */
export function couplesOf(world: World): [Candidate, Candidate][] {
  const byKey = new Map(world.candidates.map((who) => [who.person.key, who]));
  return world.candidates.flatMap((who): [Candidate, Candidate][] => {
    const spouse = byKey.get(who.person.spouseKey ?? '');
    return spouse && who.person.key < spouse.person.key ? [[who, spouse]] : [];
  });
}

/**
 * Wherever the one is, the other is near, or leaves: for each root u open to the first, Σ (first in u) − Σ (second near u) ≤ 0.
 * A pinned person stands where the pin says.
 *
 * @param near whether two roots are within the limit.
 */
export function coupleRows({ a, b }: Couple, near: (a: number, b: number) => boolean): SideRow[] {
  if (a.pinnedRoot !== null) return stayNear(b, a.pinnedRoot, near);
  if (b.pinnedRoot !== null) return stayNear(a, b.pinnedRoot, near);
  return [...a.arcsByRoot].flatMap(([root, arcs]) => {
    if (root < 0) return [];
    const row = new RowBuilder(`couple:${a.who.person.key}:${b.who.person.key}:${root}`);
    for (const arc of arcs) row.add(arc, 1);
    for (const [other, theirs] of b.arcsByRoot) {
      if (other < 0 || near(root, other)) for (const arc of theirs) row.add(arc, -1);
    }
    return [row.build(0, null)];
  });
}

function stayNear(
  who: Whereabouts,
  pinnedRoot: number,
  near: (a: number, b: number) => boolean,
): SideRow[] {
  const row = new RowBuilder(`couple:${who.who.person.key}`);
  for (const [root, arcs] of who.arcsByRoot) {
    if (root >= 0 && !near(root, pinnedRoot)) for (const arc of arcs) row.add(arc, 1);
  }
  return row.isEmpty ? [] : [row.build(0, null)];
}
