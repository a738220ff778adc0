/**
 * Costs of people's arcs, level by level. The engine works on one Int32 column, into which a level is
 * loaded; where the levels themselves are kept, and how small, is their own affair.
 */
import { type Costs } from '../network.js';
import { largestCost, outOfRange } from '../range.js';

/** A cost of the working column: the arc is fixed at no flow and takes no further part. */
export const FROZEN = 2 ** 31 - 1;

export interface PersonLevels {
  readonly count: number;
  /** By level: the largest |cost| of an arc of a person. */
  readonly largest: readonly number[];
  /** By level and arc behind people. */
  readonly back: readonly Costs[];
  /** The cost of one arc of a person. */
  costOf(level: number, arc: number): number;
  /** into[i] = Σ weight × cost of arc `from + i` over the levels, for i below `count`. */
  blend(into: Float64Array, from: number, count: number, weights: readonly number[]): void;
  /** into[arc] = kept × into[arc] + weight × cost for every arc of a person that is not frozen. */
  load(into: Int32Array, level: number, weight: number, kept: 0 | 1): void;
}

/** One column a level, over the arcs of people and then those behind them. */
export class ColumnLevels implements PersonLevels {
  readonly count: number;
  readonly largest: readonly number[];
  readonly back: readonly Costs[];
  private readonly columns: readonly Costs[];

  constructor(levels: readonly Costs[], personArcs: number) {
    this.count = levels.length;
    this.columns = levels.map((costs) => costs.subarray(0, personArcs));
    this.back = levels.map((costs) => costs.subarray(personArcs));
    this.largest = this.columns.map(largestCost);
  }

  costOf(level: number, arc: number): number {
    return this.columns[level]![arc]!;
  }

  blend(into: Float64Array, from: number, count: number, weights: readonly number[]): void {
    into.fill(0, 0, count);
    weights.forEach((weight, level) => {
      if (weight === 0 || this.largest[level] === 0) return;
      const costs = this.columns[level]!;
      for (let at = 0; at < count; at++) into[at]! += weight * costs[from + at]!;
    });
  }

  load(into: Int32Array, level: number, weight: number, kept: 0 | 1): void {
    const costs = this.columns[level]!;
    for (let arc = 0; arc < into.length; arc++) {
      if (into[arc] !== FROZEN) into[arc] = kept * into[arc]! + weight * costs[arc]!;
    }
  }
}

/** Where one level stands in a packed word: `bits` bits from bit `shift` on. */
export interface PackedField {
  readonly shift: number;
  readonly bits: number;
}

/** A word falls into parts of 11, 11 and 10 bits, whose tables stay in the processor's nearest cache. */
const PART_BITS = 11;
const PART = 2 ** PART_BITS - 1;
const HIGH = 2 * PART_BITS;

/** By the value of a part: its share of a weighted sum. */
interface BitSums {
  readonly weights: readonly number[];
  readonly low: Float64Array;
  readonly middle: Float64Array;
  readonly high: Float64Array;
}

/**
 * All levels in one 32-bit word an arc: a few bits each for fit, wish, distance and move, so that six
 * levels of 17 million arcs take 69 MB. A level without a field costs people nothing.
 */
export class PackedLevels implements PersonLevels {
  readonly count: number;
  readonly largest: readonly number[];
  /** By level; a level without a field reads no bit at all. */
  private readonly shifts: Int32Array;
  private readonly masks: Int32Array;
  private sums: BitSums | null = null;

  /** @param words by arc of a person. */
  constructor(
    private readonly words: Uint32Array,
    fields: readonly (PackedField | null)[],
    readonly back: readonly Costs[],
  ) {
    this.count = fields.length;
    if (fields.some((field) => field && (field.bits > 30 || field.shift + field.bits > 32))) {
      throw outOfRange('các mức không vừa 32 bit');
    }
    this.shifts = Int32Array.from(fields, (field) => field?.shift ?? 0);
    this.masks = Int32Array.from(fields, (field) => 2 ** (field?.bits ?? 0) - 1);
    this.largest = fields.map((_, level) => this.largestOf(level));
  }

  costOf(level: number, arc: number): number {
    return (this.words[arc]! >>> this.shifts[level]!) & this.masks[level]!;
  }

  /** A weighted sum of fields is linear in the bits of the word: three look-ups, whatever the levels are. */
  blend(into: Float64Array, from: number, count: number, weights: readonly number[]): void {
    const { words } = this;
    const { low, middle, high } = this.sumsOf(weights);
    for (let at = 0; at < count; at++) {
      const word = words[from + at]!;
      into[at] = low[word & PART]! + middle[(word >>> PART_BITS) & PART]! + high[word >>> HIGH]!;
    }
  }

  /** Blends come in many pieces with the same weights. */
  private sumsOf(weights: readonly number[]): BitSums {
    if (this.sums?.weights !== weights) {
      const low = this.partSums(weights, 0);
      const middle = this.partSums(weights, PART_BITS);
      this.sums = { weights, low, middle, high: this.partSums(weights, HIGH) };
    }
    return this.sums;
  }

  /** By the value of some bits of a word: what they add to the weighted sum. */
  private partSums(weights: readonly number[], from: number): Float64Array {
    const sums = new Float64Array(PART + 1);
    for (let value = 0; value <= PART; value++) {
      const word = value << from;
      weights.forEach((weight, level) => {
        sums[value]! += weight * ((word >>> this.shifts[level]!) & this.masks[level]!);
      });
    }
    return sums;
  }

  load(into: Int32Array, level: number, weight: number, kept: 0 | 1): void {
    const { words } = this;
    const shift = this.shifts[level]!;
    const mask = this.masks[level]!;
    for (let arc = 0; arc < into.length; arc++) {
      if (into[arc] === FROZEN) continue;
      into[arc] = kept * into[arc]! + weight * ((words[arc]! >>> shift) & mask);
    }
  }

  private largestOf(level: number): number {
    const { words } = this;
    const shift = this.shifts[level]!;
    const mask = this.masks[level]!;
    let largest = 0;
    for (let arc = 0; arc < words.length; arc++) {
      const cost = (words[arc]! >>> shift) & mask;
      if (cost > largest) largest = cost;
    }
    return largest;
  }
}
