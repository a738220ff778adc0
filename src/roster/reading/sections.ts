import { withoutOrdinal } from './row-kind.js';
import { namesUnit, unitWords } from './unit-words.js';

/** What the section rows above a person say. */
export interface SectionState {
  /** The nearest commune, else district, that a section names; null = none does. */
  readonly unit: string | null;
  /** The nearest block or division; null = none. */
  readonly block: string | null;
  /** All that hold, the nearest first. */
  readonly texts: readonly string[];
}

type SectionType = 'district' | 'unit' | 'block' | 'division';

interface Section {
  readonly text: string;
  readonly type: SectionType;
  /** The way it is counted, "I" or "A" or "1"; the type where it is not. */
  readonly style: string;
}

/**
 * The sections that hold from one row to the next. A section ends those of its own way of counting and all inside them:
 * "II. Xã B" ends "I. Xã A" with its "1. Khối Đảng"; under "A. Khối Đảng" units follow each other.
 */
export class Sections {
  private open: readonly Section[] = [];

  constructor(private ordinalBefore = '') {}

  /** @param ordinal as typed, '' = none; @param typed the words of the row */
  enter(ordinal: string, typed: string): void {
    const text = withoutOrdinal(typed);
    const type = typeOf(text);
    const style = this.styleOf(ordinal) ?? type;
    const same = this.open.findIndex((each) => each.style === style);
    const outer = same < 0 ? this.open : this.open.slice(0, same);
    const kept = type === 'district' ? outer.filter((each) => each.type === 'block') : outer;
    this.open = [...kept, { text, type, style }];
    this.ordinalBefore = ordinal;
  }

  get state(): SectionState {
    const nearest = [...this.open].reverse();
    const of = (type: SectionType): string | null =>
      nearest.find((each) => each.type === type)?.text ?? null;
    return {
      unit: of('unit') ?? of('district'),
      block:
        nearest.find((each) => each.type === 'block' || each.type === 'division')?.text ?? null,
      texts: nearest.map((each) => each.text),
    };
  }

  /** "C" after "B" is a letter; otherwise I, V, X, L and C are Roman. */
  private styleOf(ordinal: string): string | null {
    const plain = ordinal.replace(/[^\p{L}\d.]+$/u, '').replace(/\.$/, '');
    if (plain === '') return null;
    if (/^\d+(\.\d+)*$/.test(plain)) return `1${'.1'.repeat(plain.split('.').length - 1)}`;
    if (/^[a-z]$/.test(plain)) return 'a';
    const before = this.ordinalBefore.replace(/[^A-Z]/g, '');
    const follows = before.length === 1 && before.charCodeAt(0) + 1 === plain.charCodeAt(0);
    const letters = this.open.some((each) => each.style === 'A');
    if (/^[IVXLC]+$/.test(plain) && !(plain.length === 1 && follows && letters)) return 'I';
    return 'A';
  }
}

const BLOCK = /^(khối|nhóm|diện)(?!\p{L})/iu;

function typeOf(text: string): SectionType {
  if (namesUnit(text))
    return unitWords(text).phrases.some(({ level, name }) => level === 'commune' && name !== '')
      ? 'unit'
      : 'district';
  return BLOCK.test(text) ? 'block' : 'division';
}
