import type { Severity } from '../../shared/issue.js';
import { columnOf } from '../cell-reference.js';
import type { Correction, MarkedIssue } from './marks.js';
import type { Merges } from './merges.js';

/** What is to be put on one cell. */
export interface CellPlan {
  readonly row: number;
  readonly column: number;
  /** The gravest of its issues; null = the cell was only corrected. */
  readonly severity: Severity | null;
  readonly messages: readonly string[];
  readonly choices: readonly string[];
  readonly text?: string;
}

interface SheetPlan {
  readonly cells: readonly CellPlan[];
  /** Corrections inside merged cells, whose value belongs to other rows too. */
  readonly notWritten: readonly Correction[];
}

const GRAVITY: readonly Severity[] = ['error', 'warning', 'note'];

/**
 * What happens to the cells of one sheet. Notes on a merged cell go to its first cell, the one that can be seen; an issue of
 * a whole row goes to column A.
 */
export function planSheet(
  issues: readonly MarkedIssue[],
  corrections: readonly Correction[],
  merges: Merges,
): SheetPlan {
  const cells = new Map<string, CellPlan>();
  const change = (row: number, column: number, next: (old: CellPlan) => CellPlan): void => {
    const key = `${row} ${column}`;
    const none = { row, column, severity: null, messages: [], choices: [] };
    cells.set(key, next(cells.get(key) ?? none));
  };
  for (const issue of issues) {
    if (issue.row === 0) continue;
    const column = columnOf(issue.column) || 1;
    const range = merges.around(issue.row, column);
    change(range?.firstRow ?? issue.row, range?.firstColumn ?? column, (old) =>
      withIssue(old, issue),
    );
  }
  const notWritten = corrections.filter(
    ({ row, column }) => !isFirst(merges, row, columnOf(column)),
  );
  for (const correction of corrections)
    if (!notWritten.includes(correction))
      change(correction.row, columnOf(correction.column), (old) => ({
        ...old,
        text: correction.text,
      }));
  return { cells: [...cells.values()], notWritten };
}

function withIssue(old: CellPlan, issue: MarkedIssue): CellPlan {
  const { severity, message, choices = [] } = issue;
  const graver = old.severity === null || GRAVITY.indexOf(severity) < GRAVITY.indexOf(old.severity);
  return {
    ...old,
    severity: graver ? severity : old.severity,
    messages: old.messages.includes(message) ? old.messages : [...old.messages, message],
    choices: old.choices.length > 0 ? old.choices : choices,
  };
}

/** Not in a merged cell of several rows: what is written there would change the other rows too. */
function isFirst(merges: Merges, row: number, column: number): boolean {
  const range = merges.around(row, column);
  if (range === undefined) return true;
  return range.firstRow === row && range.firstColumn === column && range.lastRow === row;
}
