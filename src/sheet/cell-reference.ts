import type { Range } from './workbook.js';

const FIRST_LETTER = 64;
const LETTERS = 26;

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
    letters = String.fromCharCode(FIRST_LETTER + 1 + ((rest - 1) % LETTERS)) + letters;
  return letters;
}

/** The column number of a reference such as `AB12` or `AB`; 0 where it has no letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~0x20;
    if (code <= FIRST_LETTER || code > FIRST_LETTER + LETTERS) break;
    column = column * LETTERS + (code - FIRST_LETTER);
  }
  return column;
}

const RANGE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;

/** `A1:C2` or `B3` as a range; null where the text is neither. */
export function rangeOf(reference: string): Range | null {
  const parts = RANGE.exec(reference);
  if (parts === null) return null;
  const [, startLetters = '', startRow = '', endLetters = startLetters, endRow = startRow] = parts;
  return {
    firstRow: Number(startRow),
    lastRow: Number(endRow),
    firstColumn: columnOf(startLetters),
    lastColumn: columnOf(endLetters),
  };
}
