import { byCodePoint, folded } from '../../shared/text.js';
import { spelling } from './spelling.js';

/** Something that a text may mean: its own name first, then the spellings and abbreviations that count as it. */
export interface Candidate {
  readonly code: string;
  readonly spellings: readonly string[];
}

/**
 * `exact` and `alias` are answers, where exactly one code has them; `suggested` never is: it is a question to the reader.
 */
export interface Match {
  readonly code: string;
  readonly spelling: string;
  readonly kind: 'exact' | 'alias' | 'suggested';
  /** Changes of letters between the folded texts; 0 for exact and alias, and for a match without diacritics. */
  readonly distance: number;
}

export interface Matches {
  /** The one code that the text means; null = nobody may decide but the reader. */
  readonly answer: Match | null;
  /** At most `MOST_SUGGESTIONS`, the best first; several exact ones where a spelling belongs to several codes. */
  readonly suggestions: readonly Match[];
}

export const MOST_SUGGESTIONS = 5;
/** Different texts that get suggestions; nobody reads so many, and each is compared with every spelling. */
const MOST_ASKED = 1_000;
/** Letters that may differ, as a share of the longer text. */
const WIDEST = 0.4;

/** An index over candidates that is built once and asked for many texts. */
export class Matcher {
  private readonly bySpelling = new Map<string, Match[]>();
  private readonly foldedSpellings: { readonly match: Match; readonly text: string }[] = [];
  private asked = 0;
  /** The same text occurs in hundreds of rows. */
  private readonly answers = new Map<string, Matches>();

  constructor(candidates: readonly Candidate[]) {
    for (const { code, spellings } of candidates)
      spellings.forEach((each, index) => this.add(code, each, index === 0 ? 'exact' : 'alias'));
  }

  /** @returns an answer only for an equal spelling of one code, else ranked suggestions */
  match(text: string): Matches {
    const known = this.answers.get(text);
    if (known !== undefined) return known;
    const found = this.find(text);
    this.answers.set(text, found);
    return found;
  }

  /** The one code that has this very spelling; null = none, or several. */
  equal(text: string): Match | null {
    const [first, second] = this.bySpelling.get(spelling(text)) ?? [];
    return second === undefined ? (first ?? null) : null;
  }

  private find(text: string): Matches {
    const equal = this.bySpelling.get(spelling(text)) ?? [];
    const codes = new Set(equal.map((each) => each.code));
    const [first] = equal;
    if (codes.size === 1 && first !== undefined) return { answer: first, suggestions: [] };
    if (codes.size > 1) return { answer: null, suggestions: equal.slice(0, MOST_SUGGESTIONS) };
    return { answer: null, suggestions: text.trim() === '' ? [] : this.suggestions(folded(text)) };
  }

  private add(code: string, text: string, kind: 'exact' | 'alias'): void {
    const match: Match = { code, spelling: text, kind, distance: 0 };
    const key = spelling(text);
    const known = this.bySpelling.get(key) ?? [];
    if (!known.some((each) => each.code === code)) this.bySpelling.set(key, [...known, match]);
    this.foldedSpellings.push({ match, text: folded(text) });
  }

  private suggestions(text: string): readonly Match[] {
    if (++this.asked > MOST_ASKED) return [];
    const best = new Map<string, Match>();
    for (const { match, text: candidate } of this.foldedSpellings) {
      const widest = Math.floor(Math.max(text.length, candidate.length) * WIDEST);
      const distance = editDistance(text, candidate, widest);
      if (distance === null || distance >= (best.get(match.code)?.distance ?? Infinity)) continue;
      best.set(match.code, { ...match, kind: 'suggested', distance });
    }
    return [...best.values()]
      .sort((a, b) => a.distance - b.distance || byCodePoint(a.code, b.code))
      .slice(0, MOST_SUGGESTIONS);
  }
}

/** Levenshtein's distance; null where it is more than `most`. */
export function editDistance(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null;
  let previous = Array.from({ length: b.length + 1 }, (_zero, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > most) return null;
    previous = current;
  }
  const distance = previous[b.length] ?? 0;
  return distance <= most ? distance : null;
}
