/**
 * Who could enter a place at the least price, without pricing everybody.
 *
 * Somebody who comes costs the reduced cost of their arc, never below 0, and then the way from the place to where they leave.
 * One search goes outwards from the place (`search.ts`); it ends when nobody whose place it has not reached could still be
 * among the first ones: their arc and the search's radius alone cost more (the bound of A*, with the arc as what is known).
 */
import { nodeOf, placeIn, type PriceState } from './price-state.js';
import { pathAt, Search, type Step } from './search.js';

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

/** By word. */
type Words = readonly number[];

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
  const search = new Search(state, root, 'from');
  const found = searched(state, search, comers, most);
  const { sink } = state.graph;
  // Whoever sits anywhere uses the links from there to the sink, and they lead back: with the sink all are reached.
  while (search.settled[sink] === 0 && search.step() >= 0);
  const isOpen = search.settled[sink] === 1;
  const reached = comers.filter(({ node }) => isOpen || search.settled[node] === 1);
  const first = found.slice(0, most).map(({ person, arc, node }) => ({
    person,
    arc,
    steps: (pathAt(state, search, node) ?? []).reverse(),
  }));
  return { open: new Set(reached.map(({ person }) => person)), first };
}

/** Free people with an arc into the root, cheapest arc first. */
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
  return comers.sort((a, b) => compareWords(a.base, b.base) || a.person - b.person);
}

interface Found extends Comer {
  readonly total: Words;
}

/** The cheapest in order, at least `most` of them where so many are reached. */
function searched(
  state: PriceState,
  search: Search,
  comers: readonly Comer[],
  most: number,
): Found[] {
  const waiting = new Map<number, Comer[]>();
  for (const comer of comers) {
    const there = waiting.get(comer.node);
    if (there) there.push(comer);
    else waiting.set(comer.node, [comer]);
  }
  const found: Found[] = [];
  let from = 0;
  const reach = (node: number): void => {
    for (const comer of waiting.get(node) ?? []) {
      const total = comer.base.map((word, at) => word + search.reduced[at]![node]!);
      insert(found, { ...comer, total }, most);
    }
  };
  reach(search.root);
  for (;;) {
    while (from < comers.length && search.settled[comers[from]!.node] === 1) from++;
    const next = search.nearest();
    if (most === 0 || from === comers.length || next === null) return found;
    const last = found[most - 1];
    if (last && isBeyond(search, next, comers[from]!.base, last.total)) return found;
    reach(search.step());
  }
}

/** Whether an arc and the radius of the search cost more than a total. */
function isBeyond(search: Search, next: number, base: Words, total: Words): boolean {
  for (let word = 0; word < base.length; word++) {
    const difference = base[word]! + search.keyOf(next, word) - total[word]!;
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** Keeps the list in order and as long as it need be. */
function insert(found: Found[], one: Found, most: number): void {
  let at = found.length;
  while (at > 0 && isBefore(one, found[at - 1]!)) at--;
  if (at >= most) return;
  found.splice(at, 0, one);
  if (found.length > most) found.pop();
}

function isBefore(a: Found, b: Found): boolean {
  const order = compareWords(a.total, b.total);
  return order === 0 ? a.person < b.person : order < 0;
}

function compareWords(a: Words, b: Words): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return 0;
}
