import type { Issue } from '../shared/issue.js';

/** What a cell may say that nobody can read. */
const UNREAD = new Set(['roster.formula-not-calculated', 'roster.cell-error']);

/**
 * Without what is said to be missing in cells that are filled, and could not be read: that is said of them already.
 *
 * @param read what the reading found
 */
export function withoutUnread(issues: readonly Issue[], read: readonly Issue[]): readonly Issue[] {
  const unread = new Set(read.filter(({ code }) => UNREAD.has(code)).map(cellOf));
  if (unread.size === 0) return issues;
  return issues.filter((each) => !each.code.endsWith('-missing') || !unread.has(cellOf(each)));
}

function cellOf({ file, sheet, row, column }: Issue): string {
  return [file, sheet, row, column].join('|');
}
