import { normalised } from '../../../shared/text.js';

/** The digits of a cell that says more than a number, and what else it says. */
export interface NumberAmongWords {
  readonly digits: string;
  /** "CCCD: …, cấp ngày 12/5/2021": the number itself as dots. */
  readonly beside: string;
}

/** Groups of digits divided by spaces, dots or dashes, long enough for a number of a person. */
const LONG = /(?<!\d)\d(?:[\s.-]{0,3}\d){8,}(?!\d)/gu;
const DAYS = /(?<!\d|\d[.-])\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{4}(?![\d]|[.-]\d)/gu;
const MONTHS = /(?<!\d|[\d/.-])\d{1,2}\/\d{4}(?!\d)/gu;
/** Shorter ones are days, months, years; from here on they might be a piece of a number. */
const PIECE = /\d{5,}/u;
/** A word that runs into the number; after another letter a digit was typed as a letter. */
const WORD_BEFORE = /(?:cccd|cmnd|cmtnd|cmt|cc|đdcn|số)$/iu;
const WORD_AFTER = /^(?:cấp|ngày|do|tại|\()/iu;
const LETTER_BEFORE = /\p{L}$/u;
const LETTER_AFTER = /^\p{L}/u;
const SAYS_SOMETHING = /\p{L}|\d/u;

/**
 * The only number of a cell that says more, days left out; null where none stands or something else might belong to it.
 * 'two' where two stand: which one is meant is not ours to say.
 */
export function numberAmongWords(typed: string): NumberAmongWords | 'two' | null {
  const plain = typed.replace(DAYS, blank).replace(MONTHS, blank);
  const found = [...plain.matchAll(LONG)];
  if (found.length > 1) return 'two';
  const [only] = found;
  if (only === undefined) return null;
  const end = only.index + only[0].length;
  const [before, after] = [plain.slice(0, only.index), plain.slice(end)];
  if (!SAYS_SOMETHING.test(typed.slice(0, only.index) + typed.slice(end))) return null;
  if (PIECE.test(before) || PIECE.test(after)) return null;
  if (LETTER_BEFORE.test(before) && !WORD_BEFORE.test(before)) return null;
  if (LETTER_AFTER.test(after) && !WORD_AFTER.test(after)) return null;
  const beside = normalised(`${typed.slice(0, only.index)}…${typed.slice(end)}`);
  return { digits: only[0].replace(/\D/g, ''), beside };
}

/** Places stay where they were. */
function blank(day: string): string {
  return ' '.repeat(day.length);
}
