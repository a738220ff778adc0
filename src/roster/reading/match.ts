import { folded } from '../../shared/text.js';
import { NearestTexts } from './nearest-texts.js';
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
  /** Too many texts were unknown before this one: nothing was looked for that is like it. */
  readonly unasked?: true;
}

export const MOST_SUGGESTIONS = 5;
/** Different texts that get suggestions: nobody reads so many, and the message at the others says so. */
export const MOST_ASKED = 1_000;

/** An index over candidates that is built once and asked for many texts. */
export class Matcher {
  private readonly bySpelling = new Map<string, Match[]>();
  private readonly nearest = new NearestTexts<Match>();
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

  /** How often a text was compared with a spelling letter by letter. */
  get compared(): number {
    return this.nearest.compared;
  }

  private find(text: string): Matches {
    const equal = this.bySpelling.get(spelling(text)) ?? [];
    const codes = new Set(equal.map((each) => each.code));
    const [first] = equal;
    if (codes.size === 1 && first !== undefined) return { answer: first, suggestions: [] };
    if (codes.size > 1) return { answer: null, suggestions: equal.slice(0, MOST_SUGGESTIONS) };
    if (text.trim() === '') return { answer: null, suggestions: [] };
    if (++this.asked > MOST_ASKED) return { answer: null, suggestions: [], unasked: true };
    return { answer: null, suggestions: this.suggestions(folded(text)) };
  }

  private add(code: string, text: string, kind: 'exact' | 'alias'): void {
    const match: Match = { code, spelling: text, kind, distance: 0 };
    const key = spelling(text);
    const known = this.bySpelling.get(key) ?? [];
    if (!known.some((each) => each.code === code)) this.bySpelling.set(key, [...known, match]);
    this.nearest.add(code, folded(text), match);
  }

  private suggestions(text: string): readonly Match[] {
    return this.nearest
      .nearest(text, MOST_SUGGESTIONS)
      .map(({ meant, distance }) => ({ ...meant, kind: 'suggested', distance }));
  }
}
