const ONSET = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|kr|đr|br|pl|bl|[bcdđghklmnprstvxjw]';
/** Vowels with the place of the tone, written as `'` behind its letter. */
const NUCLEI = [
  "uyê'?",
  "iê'?u",
  "yê'?u",
  "oa'?[iyo]",
  "oe'?o",
  "uâ'?y",
  "uô'?i",
  "ươ'?[iu]",
  "uy'?[au]",
  "a'?[iouy]",
  "â'?[uy]",
  "e'?o",
  "ê'?u",
  "i'?[au]",
  "o'?i",
  "ô'?i",
  "ơ'?i",
  "u'?[ai]",
  "ư'?[aiu]",
  "o'?[ae]",
  "o[ae]'?",
  "u'?y",
  "uy'?",
  "oă'?",
  "uâ'?",
  "iê'?",
  "yê'?",
  "uô'?",
  "ươ'?",
  "uê'?",
  "uơ'?",
  "[aăâeêioôơuưy]'?",
];
const CODA = 'ch|ng|nh|[cmnptk]';
const SYLLABLE = new RegExp(`^(?:${ONSET})?(?:${NUCLEI.join('|')})(?:${CODA})?$`, 'u');
/** Endings that the language has not, which legacy letters often look like. */
const NEVER = /(?:(?<!i|y)ê|(?<!u)y|ư|ơ)'?(?:ng|c)$|[ăâ]'?$|[ôơưăâ]'?(?:nh|ch)$/u;
const ALLOWED = /(?:ư|ươ)'?(?:ng|c)$/u;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Whether a word could be one of Vietnamese by its letters, the place of its tone, and its ending. */
export function isSyllable(word: string): boolean {
  const spread = word.toLowerCase().normalize('NFD');
  if ((spread.match(TONES) ?? []).length > 1) return false;
  // breve, circumflex and horn back to their letter, the tone behind it
  const letters = spread
    .replace(
      /([a-z])([\u0302\u0306\u031b]*)([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b]*)/gu,
      "$1$2$4'",
    )
    .normalize('NFC');
  if (!SYLLABLE.test(letters)) return false;
  return !NEVER.test(letters) || ALLOWED.test(letters);
}
