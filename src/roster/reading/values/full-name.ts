import { normalised } from '../../../shared/text.js';

/** "1. Lò Văn Ún", "- Lò Văn Ún": the ordinal of a table that has no column for it, a bullet. */
const ORDINAL = /^(?:\d{1,4}(?:\.\d{1,3})*\s*[.)]|[-–—+•·*])\s*(?=\p{L})/u;
const COMRADE = /^(?:đ\s?[/.]\s?c|đ\/\s?chí|đồng chí|đc\.)[.:]?\s*(?=\p{L})/iu;
const FORM = /^(?:bà|chị|anh|ông)[.:]?\s+(?=\S+\s+\S+\s+\S)/iu;
/** After a family name: "Ông Văn Tùng" is called Ông, "Ông Lò Văn Tùng" is not. */
const MIDDLE = /^(?:văn|thị|hữu|đức|ngọc|xuân|minh|quốc|thanh|thế|bá|kim|thu|a)\s/iu;
const ENDING = /[\s.,;:*¹²³⁰⁴-⁹]+$|\s*\(\*+\)$/u;

/** "Lò Văn Ún (nghỉ thai sản)", behind at least two words. */
const IN_BRACKETS = /^(\S+\s+\S[^()]*?)\s*\(([^()]*[\p{L}\d][^()]*)\)[\s.,;:*]*$/u;

/** A name without what is written beside it: ordinal, form of address, footnote, brackets. Its letters stay as typed. */
export function fullName(typed: string): string {
  const whole = normalised(typed);
  const name = (IN_BRACKETS.exec(whole)?.[1] ?? whole)
    .replace(ORDINAL, '')
    .replace(COMRADE, '')
    .replace(ENDING, '');
  const plain = name.replace(FORM, '');
  return withCapitals(plain !== name && !MIDDLE.test(plain) ? plain : name);
}

/** What stands in brackets behind a name; null = nothing does. */
export function besideName(typed: string): string | null {
  return IN_BRACKETS.exec(normalised(typed))?.[2]?.trim() ?? null;
}

/** TCVN3 has no capital vowels with tones: "Lò Thị ánh". */
function withCapitals(name: string): string {
  return /^\p{Lu}/u.test(name)
    ? name.replace(/(?<= )[^\p{ASCII}đ]/gu, (letter) => letter.toUpperCase())
    : name;
}
