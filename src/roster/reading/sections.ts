import { withoutOrdinal } from './section-words.js';
import { isSectionText } from './row-words.js';
import { namesUnit, unitIn, unitWords } from './unit-words.js';

/** What the section rows above a person say. */
export interface SectionState {
  /** The nearest commune, else district, that a section names; null = none does. */
  readonly unit: string | null;
  /** A section inside it says words that only those who know all units can tell from a commune: "Mễ Sở", "Xóm 1". */
  readonly isUnitOpen: boolean;
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
  /** "C" and "III" and "3" are 3; 0 = not counted. */
  readonly count: number;
}

/** More than any list nests; what is further out holds no more. */
const DEEPEST = 8;

/**
 * The sections that hold from one row to the next. A section ends those of its own way of counting and all inside them:
 * "II. Xã B" ends "I. Xã A" with its "1. Khối Đảng"; under "A. Khối Đảng" units follow each other. However they are counted,
 * no commune lies in another.
 */
export class Sections {
  private open: readonly Section[] = [];
  private letterBefore = '';

  /** @param ordinal as typed, '' = none; @param typed the words of the row */
  enter(ordinal: string, typed: string): void {
    const plain = withoutOrdinal(typed);
    const text = LIST.test(plain) ? (unitIn(plain) ?? plain) : plain;
    const type = typeOf(text);
    const style = this.styleOf(ordinal) ?? (isUnknown(type, text) ? 'group' : type);
    const section = { text, type, style, count: countOf(ordinal, style) };
    const outer = this.open.slice(0, this.endedBy(section));
    const kept = type === 'district' ? outer.filter((each) => each.type === 'block') : outer;
    this.open = [...kept, section].slice(-DEEPEST);
    if (style === 'A') this.letterBefore = letterOf(ordinal);
  }

  /** The bare name of a unit: it holds until the next unit is named. */
  enterUnit(text: string): void {
    const section: Section = { text, type: 'unit', style: 'unit', count: 0 };
    this.open = [...this.open.slice(0, this.endedBy(section)), section].slice(-DEEPEST);
  }

  /** From which open section on the new one ends them: "2" ends "1"; a count that begins again stands inside. */
  private endedBy({ type, text, style, count }: Section): number {
    const first = this.open.findIndex(
      (each) => (type === 'unit' && each.type === 'unit') || each.text === text,
    );
    if (first >= 0) return first;
    const alike = this.open.filter((each) => each.style === style);
    const before = alike.findLast((each) => each.count < count) ?? (count === 1 ? null : alike[0]);
    return before == null ? this.open.length : this.open.indexOf(before);
  }

  get state(): SectionState {
    const nearest = [...this.open].reverse();
    const of = (type: SectionType): string | null =>
      nearest.find((each) => each.type === type)?.text ?? null;
    const unit = of('unit') ?? of('district');
    const inside =
      unit === null
        ? nearest
        : nearest.slice(
            0,
            nearest.findIndex((each) => each.text === unit),
          );
    return {
      unit,
      isUnitOpen: inside.some(({ type, text }) => isUnknown(type, text)),
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
    const before = this.letterBefore;
    const follows = before !== '' && before.charCodeAt(0) + 1 === plain.charCodeAt(0);
    const letters = this.open.some((each) => each.style === 'A');
    if (/^[IVXLC]+$/.test(plain) && !(plain.length === 1 && follows && letters)) return 'I';
    return 'A';
  }
}

function isUnknown(type: SectionType, text: string): boolean {
  return type === 'division' && !isSectionText(text);
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function countOf(ordinal: string, style: string): number {
  const plain = ordinal.replace(/[^\p{L}\d.]/gu, '').replace(/\.$/, '');
  if (style === 'I') return romanIn(plain);
  if (style === 'A' || style === 'a') return (plain.toLowerCase().codePointAt(0) ?? 0) - 96;
  return Number(plain.split('.').pop()) || 0;
}

function romanIn(text: string): number {
  const values = [...text].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

function letterOf(ordinal: string): string {
  return /[A-Z]/.exec(ordinal)?.[0] ?? '';
}

/** "Danh sách cán bộ xã Nà Tấu" between the rows is the unit and no more. */
const LIST = /^(?:danh sách|cán bộ|công chức|trích ngang)(?!\p{L})/iu;
const BLOCK = /^(khối|nhóm|diện)(?!\p{L})/iu;

function typeOf(text: string): SectionType {
  if (namesUnit(text))
    return unitWords(text).phrases.some(({ level, name }) => level === 'commune' && name !== '')
      ? 'unit'
      : 'district';
  return BLOCK.test(text) ? 'block' : 'division';
}
