import type { Day } from '../shared/day.js';
import type { Severity } from '../shared/issue.js';

/** A row as staged: what the reader made of it, with its codes. */
export interface StagedRow<T> {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly record: T;
}

/** A batch and its counts, all counted from the rows in the database. */
export interface Batch {
  readonly id: number;
  readonly sender: string;
  readonly asOf: Day;
  readonly state: 'staged' | 'promoted' | 'undone';
  readonly createdAt: string;
  readonly promotedAt: string | null;
  readonly files: readonly string[];
  readonly rows: number;
  readonly people: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly setAside: number;
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

export interface RowOutcome {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly state: 'added' | 'changed' | 'unchanged';
  readonly staffId: number;
  /** The person as before; null = was not there. */
  readonly before: unknown;
}
