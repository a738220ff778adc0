/**
 * A directed network as flat columns, and a builder that grows them.
 *
 * Costs live apart, one array a level, because the same network is solved for several goals, one
 * after the other (see lexicographic.ts).
 */

/** A directed network. Costs live apart, one array a level. UNBOUNDED capacity = Infinity. */
export interface FlowNetwork {
  readonly nodeCount: number;
  /** By node; positive = source, negative = sink. Sums to 0, else infeasible. */
  readonly supply: Float64Array;
  /** By arc. */
  readonly tail: Int32Array;
  /** By arc. */
  readonly head: Int32Array;
  /** By arc; null = all 0. */
  readonly lower: Float64Array | null;
  /** By arc; Infinity = unbounded. */
  readonly capacity: Float64Array;
}

/** One integer cost per arc and unit of flow. */
export type Costs = Int32Array | Float64Array;

const FIRST_ROOM = 64;

function grown<T extends Float64Array | Int32Array>(column: T, length: number): T {
  if (length <= column.length) return column;
  const wider = new (column.constructor as new (size: number) => T)(2 * column.length);
  wider.set(column);
  return wider;
}

/** Collects nodes and arcs; both are numbered 0, 1, 2 … in the order in which they were added. */
export class NetworkBuilder {
  private nodeCount = 0;
  private arcCount = 0;
  private supply = new Float64Array(FIRST_ROOM);
  private tail = new Int32Array(FIRST_ROOM);
  private head = new Int32Array(FIRST_ROOM);
  private capacity = new Float64Array(FIRST_ROOM);
  private lower: Float64Array<ArrayBuffer> | null = null;

  /** @returns the number of the new node. */
  addNode(supply = 0): number {
    this.supply = grown(this.supply, this.nodeCount + 1);
    this.supply[this.nodeCount] = supply;
    return this.nodeCount++;
  }

  /** The nodes may be added later than the arc. @returns the number of the new arc. */
  addArc(tail: number, head: number, capacity: number, lower = 0): number {
    const arc = this.arcCount++;
    this.makeRoom(lower !== 0);
    this.tail[arc] = tail;
    this.head[arc] = head;
    this.capacity[arc] = capacity;
    if (this.lower !== null) this.lower[arc] = lower;
    return arc;
  }

  /** A copy, so that the builder may go on. */
  build(): FlowNetwork {
    return {
      nodeCount: this.nodeCount,
      supply: this.supply.slice(0, this.nodeCount),
      tail: this.tail.slice(0, this.arcCount),
      head: this.head.slice(0, this.arcCount),
      lower: this.lower?.slice(0, this.arcCount) ?? null,
      capacity: this.capacity.slice(0, this.arcCount),
    };
  }

  private makeRoom(withLower: boolean): void {
    this.tail = grown(this.tail, this.arcCount);
    this.head = grown(this.head, this.arcCount);
    this.capacity = grown(this.capacity, this.arcCount);
    if (this.lower !== null) this.lower = grown(this.lower, this.arcCount);
    else if (withLower) this.lower = new Float64Array(this.capacity.length);
  }
}
