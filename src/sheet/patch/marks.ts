import type { Issue } from '../../shared/issue.js';

/** What is wrong at one place of a workbook: row 0 = the sheet as a whole, column '' = the whole row. */
export interface MarkedIssue extends Pick<
  Issue,
  'sheet' | 'row' | 'column' | 'severity' | 'message'
> {
  /** The legal values of the cell, offered as a drop-down. */
  readonly choices?: readonly string[];
}

/** A cell as it was corrected in the page; '' empties it. */
export interface Correction {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** All that is put into a sender's workbook. */
export interface WorkbookMarks {
  /** By which the workbook is known when it is sent again. */
  readonly mark: string;
  /** Who took it out, when and what for; stands on the sheet of issues. */
  readonly stamp?: string;
  readonly issues: readonly MarkedIssue[];
  readonly corrections: readonly Correction[];
}
