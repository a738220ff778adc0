import { EditDistance } from './edit-distance.js';

/** A text that may be meant, as it is compared. */
interface Compared<T> {
  readonly text: string;
  readonly letters: Uint8Array;
  readonly code: string;
  readonly meant: T;
}

export interface Near<T> {
  readonly code: string;
  readonly meant: T;
  /** Changes of letters. */
  readonly distance: number;
}

/** Letters that may differ, as a share of the longer text. */
const WIDEST = 0.4;
/** Places in a count of letters: a to z, figures together, all others together. */
const KINDS = 28;
const FIGURES = 26;
const OTHERS = 27;

/**
 * Texts by how near they are. The counts of their letters say at once how far two texts are at least, so only those that
 * could still be among the nearest are compared letter by letter.
 */
export class NearestTexts<T> {
  private readonly texts: Compared<T>[] = [];
  /** How often two texts were compared letter by letter. */
  compared = 0;

  add(code: string, text: string, meant: T): void {
    this.texts.push({ text, letters: lettersOf(text), code, meant });
  }

  /** At most so many, each code once by its nearest text, the nearest first. */
  nearest(text: string, most: number): readonly Near<T>[] {
    const best: Near<T>[] = [];
    const changes = new EditDistance(text);
    for (const { candidate, atLeast, widest } of this.inReach(text)) {
      const limit = best.length < most ? Infinity : (best.at(-1)?.distance ?? Infinity);
      if (atLeast > limit) break;
      this.compared++;
      const distance = changes.to(candidate.text, Math.min(widest, limit));
      const { code, meant } = candidate;
      if (distance !== null) putInto(best, { code, meant, distance }, most);
    }
    return best;
  }

  /** Those that may be near enough, by how far they are at least. */
  private inReach(text: string): readonly Reach<T>[] {
    const letters = lettersOf(text);
    const found: Reach<T>[] = [];
    for (const candidate of this.texts) {
      const widest = Math.floor(Math.max(text.length, candidate.text.length) * WIDEST);
      if (Math.abs(text.length - candidate.text.length) > widest) continue;
      const atLeast = apart(letters, candidate.letters);
      if (atLeast <= widest) found.push({ candidate, atLeast, widest });
    }
    return found.sort((a, b) => a.atLeast - b.atLeast);
  }
}

interface Reach<T> {
  readonly candidate: Compared<T>;
  readonly atLeast: number;
  readonly widest: number;
}

/** Into its place among the nearest, each code once. */
function putInto<T>(best: Near<T>[], next: Near<T>, most: number): void {
  const own = best.findIndex(({ code }) => code === next.code);
  if (own >= 0 && (best[own]?.distance ?? 0) <= next.distance) return;
  if (own >= 0) best.splice(own, 1);
  const place = best.findIndex(
    ({ code, distance }) =>
      next.distance < distance || (next.distance === distance && next.code < code),
  );
  best.splice(place < 0 ? best.length : place, 0, next);
  best.length = Math.min(best.length, most);
}

/** How often each letter occurs, at most 255 times. */
function lettersOf(text: string): Uint8Array {
  const counts = new Uint8Array(KINDS);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind =
      code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? FIGURES : OTHERS;
    if (counts[kind]! < 255) counts[kind]!++;
  }
  return counts;
}

/** A change of one letter adds one to one count and takes one from another, at most. */
function apart(a: Uint8Array, b: Uint8Array): number {
  let [more, less] = [0, 0];
  for (let kind = 0; kind < KINDS; kind++) {
    const difference = a[kind]! - b[kind]!;
    if (difference > 0) more += difference;
    else less -= difference;
  }
  return Math.max(more, less);
}
