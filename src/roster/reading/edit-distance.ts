/** Letters of the text that one whole number holds, a bit each. */
const BITS = 32;

/**
 * Levenshtein's distance from one text to many: a whole number holds a column of 32 letters of the table of distances, by
 * whether each is one more or one less than the one above it (G. Myers, "A fast bit-vector algorithm for approximate
 * string matching based on dynamic programming", J. ACM 46(3), 1999, in H. Hyyrö's form for distances and for texts
 * longer than a number, 2003).
 */
export class EditDistance {
  private readonly blocks: number;
  /** Of each letter, the places where the text has it. */
  private readonly places = new Map<number, Int32Array>();
  private readonly nowhere: Int32Array;
  /** The letters at which the distance grows, and falls, from the one before them. */
  private readonly more: Int32Array;
  private readonly less: Int32Array;
  private readonly lastBit: number;

  constructor(private readonly text: string) {
    this.blocks = Math.max(1, Math.ceil(text.length / BITS));
    this.nowhere = new Int32Array(this.blocks);
    this.more = new Int32Array(this.blocks);
    this.less = new Int32Array(this.blocks);
    this.lastBit = 1 << ((text.length - 1) % BITS);
    for (let at = 0; at < text.length; at++) this.placesOf(text.charCodeAt(at), at);
  }

  /** Changes of letters to `other`; null where there are more than `most`. */
  to(other: string, most: number): number | null {
    const { length } = this.text;
    if (Math.abs(length - other.length) > most) return null;
    if (length === 0) return other.length;
    this.more.fill(-1);
    this.less.fill(0);
    let distance = length;
    for (let at = 0; at < other.length; at++) {
      distance += this.next(this.places.get(other.charCodeAt(at)) ?? this.nowhere);
      // Each of the letters that are left can take one away.
      if (distance - (other.length - at - 1) > most) return null;
    }
    return distance <= most ? distance : null;
  }

  private placesOf(letter: number, at: number): void {
    let found = this.places.get(letter);
    if (found === undefined) this.places.set(letter, (found = new Int32Array(this.blocks)));
    found[Math.floor(at / BITS)]! |= 1 << (at % BITS);
  }

  /** One letter of the other text, which the text has at `places`: by how much the distance of the whole text changes. */
  private next(places: Int32Array): number {
    let change = 1;
    for (let block = 0; block < this.blocks; block++) {
      const [more, less] = [this.more[block]!, this.less[block]!];
      const equal = places[block]!;
      const upright = equal | less;
      const carried = change < 0 ? equal | 1 : equal;
      const level = (((carried & more) + more) ^ more) | carried;
      const grows = less | ~(level | more);
      const falls = more & level;
      const bit = block === this.blocks - 1 ? this.lastBit : 1 << (BITS - 1);
      const onward = (grows & bit) !== 0 ? 1 : (falls & bit) !== 0 ? -1 : 0;
      const grown = (grows << 1) | (change > 0 ? 1 : 0);
      this.more[block] = (falls << 1) | (change < 0 ? 1 : 0) | ~(upright | grown);
      this.less[block] = grown & upright;
      change = onward;
    }
    return change;
  }
}
