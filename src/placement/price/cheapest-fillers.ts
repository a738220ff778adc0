/**
 * Who could enter a place at the least price, without pricing everybody alone.
 *
 * Somebody who comes costs the reduced cost of their arc, never below 0, and then the way from the place to where they leave:
 * one search outwards from the place tells all of these.
 */
import { compareVectors } from './packing.js';
import { nodeOf, placeIn, type PriceState } from './price-state.js';
import type { Step } from './search.js';
import { Vicinity, type Words } from './vicinity.js';

/** Somebody who could come, and the chain behind them. */
export interface Offer {
  readonly person: number;
  readonly arc: number;
  readonly steps: readonly Step[];
}

export interface CheapestFillers {
  /** Everybody who could come at all. */
  readonly open: ReadonlySet<number>;
  /** The cheapest first; equal ones by person. */
  readonly first: readonly Offer[];
}

interface Comer {
  readonly person: number;
  readonly arc: number;
  readonly node: number;
  readonly base: Words;
}

/** @param root where they enter; `cell` is the place, whose own people do not come. */
export function cheapestFillers(
  state: PriceState,
  { root, cell, most }: { readonly root: number; readonly cell: number; readonly most: number },
): CheapestFillers {
  const comers = comersInto(state, root, cell);
  if (comers.length === 0) return { open: new Set(), first: [] };
  const vicinity = new Vicinity(state, root, 'from');
  const open = comers.flatMap((comer) => {
    if (!vicinity.isReached(comer.node)) return [];
    const length = vicinity.lengthAt(comer.node);
    return [{ ...comer, total: comer.base.map((word, at) => word + length[at]!) }];
  });
  open.sort((a, b) => compareVectors(a.total, b.total) || a.person - b.person);
  const first = open.slice(0, most).map(({ person, arc, node }) => ({
    person,
    arc,
    steps: vicinity.stepsAt(node),
  }));
  return { open: new Set(open.map(({ person }) => person)), first };
}

/** Free people with an arc into the root. */
function comersInto(state: PriceState, root: number, cell: number): Comer[] {
  const { firstInto, intoArc, graph, current, fixed, potential, arcWords, closed } = state;
  const comers: Comer[] = [];
  for (let at = firstInto[root]!; at < firstInto[root + 1]!; at++) {
    const arc = intoArc[at]!;
    const person = graph.arcPerson[arc]!;
    const now = current[person]!;
    if (now < 0 || fixed[person] === 1 || graph.arcPlace[arc] !== cell || closed.has(arc)) continue;
    if (placeIn(state, person) === cell) continue;
    const node = nodeOf(state, person);
    const base = potential.map((prices, word) => {
      const costs = arcWords[word]!;
      return costs[arc]! - costs[now]! + prices[node]! - prices[root]!;
    });
    comers.push({ person, arc, node, base });
  }
  return comers;
}
