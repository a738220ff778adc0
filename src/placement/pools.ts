import type { PoolFact } from '../scenario/facts.js';
import { BadInput } from '../shared/errors.js';

/** A cap in the tree of caps; `parent` is the index of the smallest cap around it, null = none. */
export interface Pool {
  readonly fact: PoolFact;
  readonly parent: number | null;
}

export interface Pools {
  /** Small caps before the caps around them. */
  readonly all: readonly Pool[];
  /** By position, the index of the smallest cap over it. */
  readonly byPosition: ReadonlyMap<string, number>;
}

/**
 * Orders caps into a tree: two caps must be apart or one within the other, or they are no flow.
 *
 * @param facts canonical: sorted by code. Equal sets nest in that order.
 * @throws BadInput when two caps overlap in part.
 * @source laminar capacities: R. Ahuja, T. Magnanti, J. Orlin, Network Flows, 1993
 */
export function poolsOf(facts: readonly PoolFact[]): Pools {
  const ordered = [...facts].sort((a, b) => a.positionCodes.length - b.positionCodes.length);
  const sets = ordered.map((fact) => new Set(fact.positionCodes));
  const all = ordered.map((fact, at) => ({ fact, parent: parentOf(ordered, sets, at) }));
  const byPosition = new Map<string, number>();
  ordered.forEach((fact, at) => {
    for (const code of fact.positionCodes) if (!byPosition.has(code)) byPosition.set(code, at);
  });
  return { all, byPosition };
}

function parentOf(
  facts: readonly PoolFact[],
  sets: readonly ReadonlySet<string>[],
  at: number,
): number | null {
  const own = [...(sets[at] ?? [])];
  let parent: number | null = null;
  for (let other = at + 1; other < sets.length; other++) {
    const shared = own.filter((code) => sets[other]?.has(code)).length;
    if (shared === 0) continue;
    if (shared < own.length) throw crossing(facts[at], facts[other]);
    parent ??= other;
  }
  return parent;
}

function crossing(a: PoolFact | undefined, b: PoolFact | undefined): BadInput {
  const codes = [a?.code ?? '', b?.code ?? ''];
  return new BadInput(
    'placement.caps-cross',
    `Hai mức trần ${codes.join(' và ')} chồng nhau một phần. Mỗi mức trần phải nằm trọn trong mức khác hoặc tách rời.`,
    { codes },
  );
}

/** The caps over a position, from the smallest outwards. */
export function capsOver(pools: Pools, positionCode: string): PoolFact[] {
  const caps: PoolFact[] = [];
  let at = pools.byPosition.get(positionCode) ?? null;
  while (at !== null) {
    const pool: Pool | undefined = pools.all[at];
    if (!pool) break;
    caps.push(pool.fact);
    at = pool.parent;
  }
  return caps;
}
