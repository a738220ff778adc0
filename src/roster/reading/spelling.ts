import { normalised } from '../../shared/text.js';

/** Syllables of two vowels, the tone mark on the second as the new habit writes it → on the first. */
const TONE_PAIRS: readonly (readonly [string, string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];
/** Only at the end of a syllable, and `qu` keeps its tone on the vowel: "quý" has one spelling. */
const PAIR = new RegExp(`(?<!q)(${TONE_PAIRS.map(([from]) => from).join('|')})(?!\\p{L})`, 'gu');
const REPLACEMENT = new Map(TONE_PAIRS);

/** One vowel after these: "kỹ" and "kĩ", "Lý" and "Lí" are one word. */
const LONE_Y = /(?<!\p{L})(th|[hklmstv])([yỳýỷỹỵ])(?!\p{L})/gu;
const Y = 'yỳýỷỹỵ';
const I = 'iìíỉĩị';

/**
 * Text in the one form in which equal spellings are equal: NFC, one kind of space, no case, hoà as hòa, kỹ as kĩ, Ð as Đ, dashes and
 * dots alike. Diacritics stay: "Nà Tòng" and "Na Tông" differ.
 */
export function spelling(text: string): string {
  return normalised(text)
    .replace(/[Ððɖ]/g, 'đ')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/\s*([-–/,&.])\s*/g, '$1')
    .replace(/[.,;:]+$/, '')
    .replace(PAIR, (pair) => REPLACEMENT.get(pair) ?? pair)
    .replace(LONE_Y, (_all, onset: string, y: string) => onset + I.charAt(Y.indexOf(y)));
}
