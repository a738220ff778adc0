import type { Packing } from './packing.js';
import type { PriceGraph } from './price-graph.js';
import type { Use } from './start-potentials.js';

/**
 * The flow of a run on the price graph, with potentials that prove it: along every edge that may still be used the cost plus
 * the potential of the tail minus that of the head is lexicographically not below 0.
 */
export interface ResidualFlow extends Use {
  readonly graph: PriceGraph;
  readonly packing: Packing;
  /** By word, by arc. */
  readonly arcWords: readonly Float64Array[];
  readonly linkWords: readonly Float64Array[];
  /** Arcs by head, for searches backward: positions in `intoArc`. */
  readonly firstInto: Int32Array;
  readonly intoArc: Int32Array;
  /** Links by tail and by head. */
  readonly linksFrom: readonly (readonly number[])[];
  readonly linksInto: readonly (readonly number[])[];
  readonly linkCapacity: Float64Array;
  /** Arcs that somebody may no longer take. */
  readonly closed: ReadonlySet<number>;
  /** By word, by node. */
  readonly potential: readonly Float64Array[];
}
