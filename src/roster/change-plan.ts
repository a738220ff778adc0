import type { FieldClass } from '../access/fields/field-classes.js';
import type { Question } from './batch.js';
import type { RowPlace } from './record.js';

/** What promotion would do. */
export interface ChangePlan {
  readonly rows: readonly RowChange[];
  /** Whom or what the registry has and the files lack: told, never removed. */
  readonly missing: readonly Missing[];
  /** What has come up since the check and nobody has answered: nothing is written. */
  readonly questions: readonly Question[];
  /** Edits of the registry that the files do not know of and that stay, one sentence each; absent = none. */
  readonly kept?: readonly Kept[];
}

/** A value of the registry that stays beside another one in the file. */
export interface Kept extends RowPlace {
  readonly message: string;
}

export interface RowChange extends RowPlace {
  readonly state: 'added' | 'changed' | 'unchanged';
  /** Whom or what the row is about, in words. */
  readonly subject: string;
  /** Worked out when asked for: promotion itself needs no words. */
  readonly changes: readonly FieldChange[];
}

/** null = empty. */
export interface FieldChange {
  /** As in `KindField`. */
  readonly field: string;
  readonly label: string;
  readonly classes: readonly FieldClass[];
  /** Known only to the closed scope. */
  readonly closed: boolean;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Missing {
  readonly subject: string;
  readonly where: string;
}
