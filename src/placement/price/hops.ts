import type { Edge } from './edge-lists.js';
import type { PriceState } from './price-state.js';
import { stepOf, type Distances, type Step } from './search.js';

/** An edge of a way, and where it leads. */
export interface Hop {
  readonly edge: Edge;
  readonly end: number;
}

/** From a place to the root of distances to it. */
export function hopsTo({ root, edge, next }: Distances, place: number): Hop[] {
  const hops: Hop[] = [];
  for (let at = place; at !== root; at = next[at]!) hops.push({ edge: edge[at]!, end: next[at]! });
  return hops;
}

/** From the root of distances from it to a place. */
export function hopsFrom({ root, edge, next }: Distances, place: number): Hop[] {
  const hops: Hop[] = [];
  for (let at = place; at !== root; at = next[at]!) hops.push({ edge: edge[at]!, end: at });
  return hops.reverse();
}

/**
 * The steps of a way. Two shortest paths, one after the other, may meet before the first one ends; where both together are a
 * shortest path, the circle between costs nothing and is left out, so that nobody moves twice.
 */
export function stepsAlong(state: PriceState, start: number, hops: readonly Hop[]): Step[] {
  const edges: Edge[] = [];
  const places = [start];
  for (const { edge, end } of hops) {
    const known = places.indexOf(end);
    if (known < 0) {
      edges.push(edge);
      places.push(end);
    } else {
      edges.length = known;
      places.length = known + 1;
    }
  }
  return edges.map((edge) => stepOf(state, edge));
}
