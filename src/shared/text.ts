const DIACRITICS = /[\u0300-\u036f]/g;

/** Characters that nobody sees: they join or part words for a line's end only. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Text as typed, made comparable: NFC, nothing unseen, no-break spaces and runs of spaces become one space, trimmed. */
export function normalised(text: string): string {
  // a single space is not replaced by itself: the text as it came is kept where nothing is to change
  return text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}

/**
 * Text without case and diacritics, Đ and Ð as d. Only for searching and ranking suggestions: "Nà Tòng" and "Na Tông" are
 * two communes, so a match found only this way is a question, never an answer.
 */
export function folded(text: string): string {
  return normalised(text)
    .replace(/[đĐÐð]/g, 'd')
    .normalize('NFD')
    .replace(DIACRITICS, '')
    .toLowerCase();
}

/** Order of code points, the same on every machine; for keys and hashes, not for people. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
