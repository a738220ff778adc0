/**
 * Row-wise block pricing: arcs are priced person by person, round and round, until about BLOCK arcs were
 * seen and one of them gains; the most violating enters (block search of Kovács: Minimum-cost flow
 * algorithms: an experimental evaluation, Optimization Methods and Software 30, 2015, section 3.5). The
 * arcs behind people follow as rows of their own. Ties fall to the arc that is met first.
 *
 * Towards the end what the last pivot has stirred up is looked at first (ripples.ts).
 *
 * A tree arc prices to exactly 0, since all numbers are integers, so nothing need mark it.
 */
import { type Costs } from '../network.js';
import { UNPRICED } from '../basis.js';
import { type PersonBasis } from './person-basis.js';
import { FROZEN, type PersonLevels } from './person-levels.js';
import { type Entering } from './person-pivot.js';
import { Ripples } from './ripples.js';

/**
 * Less than most rows hold, so mostly one person is looked at before somebody moves: from 40 to 320 takes 3 to 13 hundredths
 * longer (measured on S, M, L), √arcs of a general search two to three times as long.
 */
const BLOCK = 16;
/** Costs are blended in pieces that stay in the processor's cache. */
const PIECE = 2048;

export class RowSearch {
  /** The cost of every person's arc on the level that is being solved, or FROZEN. */
  readonly costs: Int32Array;
  /** The same behind people; whether an arc is frozen there tells its state. */
  backCosts: Costs = new Float64Array(0);
  readonly entering: Entering = { arc: -1, tail: -1, head: -1, reducedCost: 0 };
  /** Rows in which more than one arc is left, ascending. */
  private rows: Int32Array;
  private cursor = 0;
  /** Of the round that is going on: rows seen, and arcs that entered. */
  private seen = 0;
  private entered = 0;
  private readonly ripples: Ripples;

  constructor(private readonly basis: PersonBasis) {
    this.ripples = new Ripples(basis);
    const { people, place } = basis.network;
    this.costs = new Int32Array(place.length);
    this.rows = new Int32Array(people);
    for (let person = 0; person < people; person++) this.rows[person] = person;
  }

  /** Begins with a blend of levels. */
  load(levels: PersonLevels, weights: readonly number[]): void {
    const { costs } = this;
    const blended = new Float64Array(PIECE);
    for (let from = 0; from < costs.length; from += PIECE) {
      const count = Math.min(PIECE, costs.length - from);
      levels.blend(blended, from, count, weights);
      for (let at = 0; at < count; at++) costs[from + at] = blended[at]!;
    }
  }

  /** Begins a solve: costs or the arcs that are left have changed. */
  begin(): void {
    this.ripples.forget();
    this.seen = 0;
    this.entered = 0;
  }

  /** After `entering` has come into the tree: what it has moved is looked at soon. */
  follow(): void {
    const { entering } = this;
    const { cut, top } = this.basis.cycle;
    if (cut < 0) return;
    this.ripples.spread(top, entering.tail === top ? -entering.reducedCost : entering.reducedCost);
  }

  /** Finds an arc that gains, as `entering`; false where there is none: the basis is optimal. */
  find(): boolean {
    return this.findStirred() || this.sweep();
  }

  private findStirred(): boolean {
    const { ripples } = this;
    const { people } = this.basis.network;
    for (let node = ripples.waiting(); node >= 0; node = ripples.waiting()) {
      this.forget();
      if (node < people) this.priceRow(node);
      else this.priceInto(node);
      if (this.entering.arc >= 0) return true;
      ripples.pass();
    }
    return false;
  }

  private sweep(): boolean {
    const { rows } = this;
    const backRows = Math.ceil(this.backCosts.length / BLOCK);
    const count = rows.length + backRows;
    this.forget();
    let priced = 0;
    for (let seen = 0; seen < count; seen++) {
      const at = this.cursor;
      this.cursor = at + 1 === count ? 0 : at + 1;
      if (++this.seen >= count) this.endRound();
      if (at < rows.length) priced += this.priceRow(rows[at]!);
      else priced += this.priceBack((at - rows.length) * BLOCK);
      if (priced < BLOCK) continue;
      if (this.entering.arc >= 0) break;
      priced = 0;
    }
    if (this.entering.arc < 0) return false;
    this.entered++;
    return true;
  }

  private endRound(): void {
    this.ripples.endRound(this.entered, this.rows);
    this.seen = 0;
    this.entered = 0;
  }

  /** The best arc out of a person, if it gains. */
  bestOfPerson(person: number): boolean {
    this.forget();
    this.priceRow(person);
    return this.entering.arc >= 0;
  }

  /** The best of some arcs behind people, if it gains. */
  bestOfBack(arcs: Int32Array, from: number, end: number): boolean {
    this.forget();
    for (let index = from; index < end; index++) this.priceBackArc(arcs[index]!);
    return this.entering.arc >= 0;
  }

  private forget(): void {
    this.entering.arc = -1;
    this.entering.reducedCost = 0;
  }

  /** @returns how many arcs were priced. */
  private priceRow(person: number): number {
    const { costs, basis, entering } = this;
    const { rowStart, place } = basis.network;
    const { potential } = basis.tree;
    const from = rowStart[person]!;
    const end = rowStart[person + 1]!;
    const own = potential[person]!;
    let least = -Math.abs(entering.reducedCost) - own;
    let best = -1;
    for (let arc = from; arc < end; arc++) {
      const cost = costs[arc]!;
      const value = cost - potential[place[arc]!]!;
      if (value < least && cost !== FROZEN) {
        least = value;
        best = arc;
      }
    }
    if (best >= 0) this.enter(best, person, place[best]!, least + own);
    return end - from;
  }

  /** The best of the listed arcs into a place. */
  private priceInto(place: number): void {
    const { costs, ripples } = this;
    const { potential } = this.basis.tree;
    const { start, arc, person } = ripples.into!;
    const there = potential[place]!;
    let least = 0;
    let best = -1;
    for (let at = start[place]!; at < start[place + 1]!; at++) {
      const cost = costs[arc[at]!]!;
      const reduced = cost + potential[person[at]!]! - there;
      if (reduced < least && cost !== FROZEN) {
        least = reduced;
        best = at;
      }
    }
    if (best >= 0) this.enter(arc[best]!, person[best]!, place, least);
  }

  private priceBack(from: number): number {
    const end = Math.min(from + BLOCK, this.backCosts.length);
    for (let arc = from; arc < end; arc++) this.priceBackArc(arc);
    return end - from;
  }

  private priceBackArc(arc: number): void {
    const { basis, entering } = this;
    const state = basis.backState[arc]!;
    if (state === UNPRICED) return;
    const { tail, head } = basis.network.back;
    const reduced = this.reducedBack(arc);
    if (state * reduced >= -Math.abs(entering.reducedCost)) return;
    this.enter(basis.firstBack + arc, tail[arc]!, head[arc]!, reduced);
  }

  private enter(arc: number, tail: number, head: number, reducedCost: number): void {
    const { entering } = this;
    entering.arc = arc;
    entering.tail = tail;
    entering.head = head;
    entering.reducedCost = reducedCost;
  }

  private reducedBack(arc: number): number {
    const { tail, head } = this.basis.network.back;
    const { potential } = this.basis.tree;
    return this.backCosts[arc]! + potential[tail[arc]!]! - potential[head[arc]!]!;
  }

  /**
   * Freezes every arc outside the tree whose reduced cost is not 0 at the bound where it rests: the flows
   * that are left are exactly the optimal ones of this level (complementary slackness).
   */
  freeze(): void {
    const { rows } = this;
    let count = 0;
    for (let index = 0; index < rows.length; index++) {
      const person = rows[index]!;
      if (this.freezeRow(person) > 1) rows[count++] = person;
    }
    this.rows = rows.subarray(0, count);
    this.freezeBack();
    this.cursor = 0;
  }

  /** @returns how many arcs are left. */
  private freezeRow(person: number): number {
    const { costs, basis } = this;
    const { rowStart, place } = basis.network;
    const { potential } = basis.tree;
    const end = rowStart[person + 1]!;
    const own = potential[person]!;
    let left = 0;
    for (let arc = rowStart[person]!; arc < end; arc++) {
      const isLeft = costs[arc] !== FROZEN && costs[arc]! + own === potential[place[arc]!]!;
      if (isLeft) left++;
      else costs[arc] = FROZEN;
    }
    return left;
  }

  private freezeBack(): void {
    const { backState } = this.basis;
    for (let arc = 0; arc < backState.length; arc++) {
      if (backState[arc] !== UNPRICED && this.reducedBack(arc) !== 0) backState[arc] = UNPRICED;
    }
  }

  /** The cost of any tree arc on this level; artificial ones cost `artificialCost`. */
  costOf(arc: number, artificialCost: number): number {
    const { firstBack, firstArtificial } = this.basis;
    if (arc < firstBack) return this.costs[arc]!;
    return arc < firstArtificial ? this.backCosts[arc - firstBack]! : artificialCost;
  }
}
