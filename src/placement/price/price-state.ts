import { EdgeLists } from './edge-lists.js';
import { packed, packingFor, type Packing } from './packing.js';
import type { PriceGraph } from './price-graph.js';
import type { ResidualFlow } from './residual-flow.js';
import type { Use } from './start-potentials.js';

/** One of a run's people: where the run puts them. */
export type Place = number;

/**
 * A flow with the lists that searches on it share. `clone` shares graph and lists and copies what a question may change;
 * whoever changes it gives it new lists.
 */
export interface PriceState extends ResidualFlow {
  lists: EdgeLists;
}

/** How people placed like this use the links, pinned ones and all. */
export function useOf(
  graph: PriceGraph,
  current: Int32Array,
  fixed: Uint8Array = fixedPeople(graph),
): Use {
  return {
    current,
    fixed,
    linkFlow: linkUse(graph, current, null),
    linkFixed: linkUse(graph, current, fixed),
  };
}

/** @param potentials by level, by node of the graph, 0 at the sink. */
export function priceStateOf(
  graph: PriceGraph,
  use: Use,
  potentials: readonly Float64Array[],
): PriceState {
  const packing = packingFor(boundsOf(graph, potentials));
  const { links, arcCosts, nodeCount } = graph;
  const words = Array.from({ length: packing.words }, (_, word) => word);
  const flow: ResidualFlow = {
    ...use,
    graph,
    packing,
    arcWords: words.map((word) => packedColumns(packing, arcCosts, word)),
    linkWords: words.map((word) =>
      links.cost.map((cost) => packed(packing, [cost, 0, 0, 0, 0, 0], word)),
    ),
    ...arcsByHead(graph),
    linksFrom: grouped(links.tail, nodeCount),
    linksInto: grouped(links.head, nodeCount),
    linkCapacity: capacities(links.nominal, use.linkFixed),
    closed: new Set(),
    potential: words.map((word) => packedColumns(packing, potentials, word)),
  };
  return { ...flow, lists: new EdgeLists(flow) };
}

/** As the facts say, and as many more as pins hold there. */
export function capacities(nominal: Float64Array, linkFixed: Float64Array): Float64Array {
  return nominal.map((most, link) => Math.max(most, linkFixed[link]!));
}

export function cloned(state: PriceState): PriceState {
  return {
    ...state,
    current: state.current.slice(),
    fixed: state.fixed.slice(),
    linkFlow: state.linkFlow.slice(),
    linkCapacity: state.linkCapacity.slice(),
    linkFixed: state.linkFixed.slice(),
    potential: state.potential.map((word) => word.slice()),
  };
}

/** The place where a person is. */
export function placeIn({ graph, current }: PriceState, person: number): Place {
  return graph.arcPlace[current[person]!]!;
}

/** The node where a person is. */
export function nodeOf({ graph, current }: PriceState, person: number): number {
  return graph.arcHead[current[person]!]!;
}

/** How often potentials may be changed by a search before the numbers that compare vectors could be too small. */
export const MOST_CHANGES = 16;

/**
 * By level, what no component of a compared vector passes: two labels of a search, each the cost of a path that visits a
 * place at most once and the potentials of its ends, which each change moves by no more than such a path.
 */
function boundsOf(graph: PriceGraph, potentials: readonly Float64Array[]): number[] {
  return graph.arcCosts.map((column, level) => {
    const step = spread(column) + (level === 0 ? largest(graph.links.cost) : 0);
    const path = (graph.nodeCount + 2) * step;
    return (4 + 4 * MOST_CHANGES) * path + 4 * largest(potentials[level] ?? []) + step;
  });
}

function spread(column: Int32Array): number {
  let [least, most] = [0, 0];
  for (let at = 0; at < column.length; at++) {
    if (column[at]! < least) least = column[at]!;
    if (column[at]! > most) most = column[at]!;
  }
  return most - least;
}

function largest(column: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < column.length; at++) most = Math.max(most, Math.abs(column[at]!));
  return most;
}

function packedColumns(
  packing: Packing,
  columns: readonly ArrayLike<number>[],
  word: number,
): Float64Array {
  const sums = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, level) => {
    if (packing.wordOf[level] !== word) return;
    const weight = packing.weightOf[level]!;
    for (let at = 0; at < sums.length; at++) sums[at]! += weight * column[at]!;
  });
  return sums;
}

function fixedPeople({ world, pins }: PriceGraph): Uint8Array {
  return Uint8Array.from(world.candidates, ({ person: { key } }) =>
    pins.seated.has(key) || pins.leaving.has(key) ? 1 : 0,
  );
}

function arcsByHead({ nodeCount, arcHead }: PriceGraph): {
  firstInto: Int32Array;
  intoArc: Int32Array;
} {
  const firstInto = new Int32Array(nodeCount + 1);
  for (let arc = 0; arc < arcHead.length; arc++) firstInto[arcHead[arc]! + 1]!++;
  for (let node = 0; node < nodeCount; node++) firstInto[node + 1]! += firstInto[node]!;
  const next = firstInto.slice();
  const intoArc = new Int32Array(arcHead.length);
  for (let arc = 0; arc < arcHead.length; arc++) intoArc[next[arcHead[arc]!]!++] = arc;
  return { firstInto, intoArc };
}

function grouped(column: Int32Array, nodeCount: number): number[][] {
  const groups = Array.from({ length: nodeCount }, (): number[] => []);
  column.forEach((node, link) => groups[node]!.push(link));
  return groups;
}

/** How the people use the links. @param only counted where 1; null = everybody. */
function linkUse(graph: PriceGraph, current: Int32Array, only: Uint8Array | null): Float64Array {
  const { links, nodeCount, world, arcHead } = graph;
  const through = new Float64Array(nodeCount);
  current.forEach((arc, person) => {
    if (arc >= 0 && (only === null || only[person] === 1)) through[arcHead[arc]!]!++;
  });
  const use = new Float64Array(links.tail.length);
  for (const { index } of world.cells.all) {
    const qualified = through[2 * index + 1]!;
    use[3 * index + 1] = Math.min(qualified, links.nominal[3 * index + 1]!);
    use[3 * index + 2] = qualified - use[3 * index + 1]!;
    use[3 * index] = through[2 * index]! + qualified;
    through[links.head[3 * index]!]! += use[3 * index]!;
  }
  for (let link = 3 * world.cells.all.length; link < use.length; link++) {
    use[link] = through[links.tail[link]!]!;
    through[links.head[link]!]! += use[link]!;
  }
  return use;
}
