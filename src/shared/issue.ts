export type Severity = 'error' | 'warning' | 'note';

/**
 * What is wrong with a cell, a row or a sheet of a file: data, never an exception.
 *
 * `row` is the row number as Excel shows it (1-based; 0 = the sheet as a whole), `column` the column letters ('' = the
 * whole row). `code` is stable and dotted; `message` is Vietnamese and names what to do.
 */
export interface Issue {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}
