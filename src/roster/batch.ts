import type { Day } from '../shared/day.js';
import type { Severity } from '../shared/issue.js';
import type { BatchKind } from './batch-kind.js';
import type { CellTexts } from './reading/cell-texts.js';
import type { ColumnChoice } from './reading/fields.js';
import type { RowPlace } from './record.js';

/**
 * What became of a row: read and not written yet; waiting for the province; left out by hand; or what its promotion did.
 */
export const ROW_STATES = ['staged', 'held', 'set-aside', 'added', 'changed', 'unchanged'] as const;
export type RowState = (typeof ROW_STATES)[number];

export type BatchState = 'staged' | 'promoted' | 'undone';

/** A row as stored: what the reader made of it, with its codes. */
export interface StagedRow<T> extends RowPlace {
  readonly record: T;
}

/** A row to be stored. */
export interface NewRow<T> extends StagedRow<T> {
  readonly cells: CellTexts;
  readonly state: RowState;
  readonly questions: readonly Question[];
}

/** What a batch is, without its counts. */
export interface BatchHead {
  readonly id: number;
  readonly kind: BatchKind;
  readonly sender: string;
  readonly asOf: Day;
  readonly state: BatchState;
  /** Raised by whatever changes the batch. */
  readonly version: number;
  readonly createdBy: string;
  /** What its labels mean, where somebody has said so. */
  readonly mapping: readonly ColumnChoice[];
}

/** A batch and its counts, all counted from the rows in the database. */
export interface Batch {
  readonly id: number;
  readonly kind: BatchKind;
  readonly sender: string;
  readonly asOf: Day;
  readonly state: BatchState;
  readonly version: number;
  readonly createdAt: string;
  readonly promotedAt: string | null;
  readonly undoneAt: string | null;
  readonly files: readonly string[];
  readonly rows: number;
  readonly people: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly setAside: number;
  readonly held: number;
  readonly corrections: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export interface UploadedFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface IssuePage {
  readonly batchId: number;
  readonly severity: Severity | null;
  readonly offset: number;
  readonly limit: number;
}

/** What promotion did with a row. */
export interface RowOutcome extends RowPlace {
  readonly state: 'added' | 'changed' | 'unchanged';
  /** The person of the row; null in sheets that are not about people. */
  readonly staffId: number | null;
  /** What stood in the registry before, for the undo; null = nothing. */
  readonly before: unknown;
  /** Hashes of what stands there now, by part: another one later = somebody has changed it since. */
  readonly after: Readonly<Record<string, string>> | null;
}

/** A cell that was typed anew. */
export interface Correction extends RowPlace {
  /** Letters. */
  readonly column: string;
  /** What the workbook that was sent says. */
  readonly was: string;
  readonly text: string;
}

/** What the program does not decide by itself: nothing is written before it is answered. */
export interface Question extends RowPlace {
  /** Names it within its row. */
  readonly question: string;
  /** As an issue has it. */
  readonly code: string;
  /** Letters; '' = the whole row. */
  readonly column: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  /** Only the province answers; until then the row waits. */
  readonly byProvince: boolean;
  /** null = not answered yet. */
  readonly answer: string | null;
}

export interface Choice {
  readonly answer: string;
  readonly text: string;
}

/** `set-aside`: the answer is the reason. The others are questions of a kind of sheet. */
export interface Answer extends RowPlace {
  readonly question: string;
  readonly answer: string;
}

/** By which rows of a batch are found. */
export function placeKey({ file, sheet, row }: RowPlace): string {
  return `${file}|${sheet}|${row}`;
}

/** The question to which a reason is the answer. */
export const SET_ASIDE = 'set-aside';
