import type { CellInput, LeafColumn } from './sheet-spec.js';

/** Points; a row of one line. */
export const LINE_HEIGHT = 18;
/** Excel's limit. */
const HIGHEST = 409;
/** A line of Times New Roman 13. */
const NEXT_LINE = 15.5;
/** Characters of running text in Times New Roman 13 for each unit of column width. */
const CHARACTERS_A_UNIT = 1.05;
const DEFAULT_WIDTH = 12;

/**
 * The height at which the longest text of a row that is seen is seen in full, in points. Excel fits rows to their text only where no
 * height is set, and other programs not even then.
 */
export function rowHeight(cells: readonly CellInput[], leaves: readonly LeafColumn[]): number {
  const lines = cells.map((cell, index) => {
    const { width = DEFAULT_WIDTH, hidden = false } = leaves[index] ?? {};
    return typeof cell === 'string' && !hidden ? wrappedLines(cell, width * CHARACTERS_A_UNIT) : 1;
  });
  return heightOfLines(Math.max(1, ...lines));
}

/** The height of a text merged over columns of `width` units altogether. */
export function mergedHeight(text: string, width: number): number {
  return heightOfLines(wrappedLines(text, width * CHARACTERS_A_UNIT));
}

function heightOfLines(lines: number): number {
  return Math.min(HIGHEST, LINE_HEIGHT + (lines - 1) * NEXT_LINE);
}

/** Lines that a text takes when words go to the next line as a whole; a word that is longer is cut. */
function wrappedLines(text: string, perLine: number): number {
  return text.split('\n').reduce((lines, paragraph) => lines + linesOf(paragraph, perLine), 0);
}

function linesOf(paragraph: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= perLine) used = needed;
    else {
      if (used > 0) lines++;
      lines += Math.max(0, Math.ceil(word.length / perLine) - 1);
      used = word.length % perLine || Math.min(word.length, perLine);
    }
  }
  return lines;
}
