/**
 * The end of a solve. Few arcs gain by then, and mostly those that the pivot before has made gain: it moves
 * the potentials of one subtree. Where they rise, the places in it become cheaper to enter; where they fall,
 * the people in it gain by leaving. Looking there at once costs some hundred arcs, finding the same by going
 * round all rows costs a round; on the country that saves three rounds of four.
 *
 * Nothing depends on it but the order in which arcs enter: that nothing gains is still seen by a whole round
 * over all rows. Which arcs lead into a place is listed only for places that moved lately, so that the lists
 * stay small beside the network.
 */
import { type PersonBasis } from './person-basis.js';

/** A round that lets fewer arcs enter than one in so many rows is of the end. */
const FEW = 16;
/** Nodes of the largest subtree that is looked at; greater ones are left to the rounds. */
const SMALL = 64;
/** After so many rounds the lists are made anew. */
const ROUNDS_OF_A_LIST = 8;

/** The arcs into some places: those of `place` are at start[place] … start[place + 1] − 1. */
export interface ArcsInto {
  readonly start: Int32Array;
  readonly arc: Int32Array;
  readonly person: Int32Array;
}

/** The arcs of some people into the places that are marked. */
export function arcsInto({ network }: PersonBasis, rows: Int32Array, marked: Uint8Array): ArcsInto {
  const { nodeCount, rowStart, place } = network;
  const start = new Int32Array(nodeCount + 1);
  for (const person of rows) {
    const end = rowStart[person + 1]!;
    for (let arc = rowStart[person]!; arc < end; arc++)
      start[place[arc]! + 1]! += marked[place[arc]!]!;
  }
  for (let node = 0; node < nodeCount; node++) start[node + 1]! += start[node]!;
  const into = {
    start,
    arc: new Int32Array(start[nodeCount]!),
    person: new Int32Array(start[nodeCount]!),
  };
  const next = start.slice(0, nodeCount);
  for (const person of rows) {
    const end = rowStart[person + 1]!;
    for (let arc = rowStart[person]!; arc < end; arc++) {
      if (marked[place[arc]!] === 0) continue;
      const at = next[place[arc]!]!++;
      into.arc[at] = arc;
      into.person[at] = person;
    }
  }
  return into;
}

export class Ripples {
  /** Set once the end has come. */
  into: ArcsInto | null = null;
  /** By node: 1 where a place moved since the lists were made. */
  private readonly hasMoved: Uint8Array;
  /** A ring of nodes to look at, each at most once. */
  private readonly ring: Int32Array;
  private readonly isWaiting: Uint8Array;
  private first = 0;
  private afterLast = 0;
  private rounds = 0;

  constructor(private readonly basis: PersonBasis) {
    const size = basis.network.nodeCount + 1;
    this.hasMoved = new Uint8Array(size);
    this.ring = new Int32Array(size);
    this.isWaiting = new Uint8Array(size);
  }

  /** Begins anew: costs or the arcs that are left have changed. */
  forget(): void {
    this.into = null;
    this.rounds = 0;
    this.hasMoved.fill(0);
    while (this.waiting() >= 0) this.pass();
  }

  /** After a round over all rows in which `entered` arcs entered; where none did, the solve is about to end. */
  endRound(entered: number, rows: Int32Array): void {
    const isDue = this.into ? ++this.rounds % ROUNDS_OF_A_LIST === 0 : entered * FEW < rows.length;
    if (isDue && entered > 0) this.into = arcsInto(this.basis, rows, this.hasMoved);
    if (isDue || !this.into) this.hasMoved.fill(0);
  }

  /** A subtree hangs under `top` now and its potentials have changed. */
  spread(top: number, change: number): void {
    const { next, depth } = this.basis.tree;
    const { people } = this.basis.network;
    const level = depth[top]!;
    let end = next[top]!;
    for (let size = 1; depth[end]! > level; size++) {
      if (size === SMALL) return;
      end = next[end]!;
    }
    for (let node = top; node !== end; node = next[node]!) {
      const isPlace = node >= people;
      if (isPlace !== change > 0) continue;
      if (isPlace) this.hasMoved[node] = 1;
      if (this.into) this.add(node);
    }
  }

  private add(node: number): void {
    if (this.isWaiting[node] === 1) return;
    this.isWaiting[node] = 1;
    this.ring[this.afterLast] = node;
    this.afterLast = this.afterLast + 1 === this.ring.length ? 0 : this.afterLast + 1;
  }

  /** The person to leave or the place to enter that is looked at next, −1 = none. */
  waiting(): number {
    return this.first === this.afterLast ? -1 : this.ring[this.first]!;
  }

  /** Nothing gains there. */
  pass(): void {
    this.isWaiting[this.ring[this.first]!] = 0;
    this.first = this.first + 1 === this.ring.length ? 0 : this.first + 1;
  }
}
