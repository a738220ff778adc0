/**
 * Vectors of levels as few numbers, exactly.
 *
 * A search compares sums of costs level by level. Levels that follow one another are put into one number (a word) as digits
 * of a mixed radix, as long as the word stays below 2^52: then the order of the words is the order of the vectors, and adding
 * words adds vectors. Where the next level no longer fits, the next word begins. Nothing rounds, whatever the range.
 */
import { outOfRange } from '../flow/range.js';

export interface Packing {
  readonly words: number;
  /** By level. */
  readonly wordOf: readonly number[];
  /** By level: what one unit of it counts in its word. */
  readonly weightOf: readonly number[];
}

const ROOM = 2 ** 52;

/**
 * @param bounds by level: the largest size of a component of any vector whose sign is asked.
 * @throws BadInput 'flow.out-of-range' where one level alone passes 2^52.
 */
export function packingFor(bounds: readonly number[]): Packing {
  const wordOf: number[] = [];
  const radixes = bounds.map((bound) => 2 * bound + 1);
  let word = 0;
  let used = 1;
  radixes.forEach((radix, level) => {
    if (radix > ROOM) throw outOfRange(`mức ${level + 1}`);
    if (used * radix > ROOM) {
      word++;
      used = 1;
    }
    used *= radix;
    wordOf.push(word);
  });
  const weightOf = radixes.map((_radix, level) =>
    radixes.reduce(
      (weight, radix, other) =>
        other > level && wordOf[other] === wordOf[level] ? weight * radix : weight,
      1,
    ),
  );
  return { words: word + 1, wordOf, weightOf };
}

/** One word of a vector. */
export function packed(packing: Packing, vector: ArrayLike<number>, word: number): number {
  let sum = 0;
  for (let level = 0; level < packing.wordOf.length; level++) {
    if (packing.wordOf[level] === word) sum += packing.weightOf[level]! * vector[level]!;
  }
  return sum;
}

/** The vector of words whose every component is within the bounds. */
export function unpacked({ wordOf, weightOf }: Packing, words: ArrayLike<number>): number[] {
  const left = Array.from(words);
  return wordOf.map((word, level) => {
    const weight = weightOf[level]!;
    // What later levels add is below half a unit of this one.
    const most = (weight - 1) / 2;
    let digit = Math.round(left[word]! / weight);
    const rest = left[word]! - digit * weight;
    if (rest > most) digit++;
    else if (rest < -most) digit--;
    left[word]! -= digit * weight;
    return digit === 0 ? 0 : digit;
  });
}

/** Below 0 where `a` comes first. */
export function compareVectors(a: ArrayLike<number>, b: ArrayLike<number>): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return 0;
}
