import type { EntityManager } from 'typeorm';
import type { FieldClass } from '../access/fields/field-classes.js';
import type { Permission } from '../access/permissions.js';
import type { Actor } from '../shared/actor.js';
import type { Issue } from '../shared/issue.js';
import type { BatchKind } from './batch-kind.js';
import type { Answer, BatchHead, Question, RowOutcome, StagedRow, UploadedFile } from './batch.js';
import type { ChangePlan } from './change-plan.js';
import type { Choices } from './choices.plan.js';
import type { CellTexts } from './reading/cell-texts.js';
import type { HowToRead, SentFile } from './reading/read-files.js';
import type { RowPlace } from './record.js';

/**
 * One kind of sheet on its way into the registry. The way is the same for all: read, check, repair, preview, promote,
 * undo. Batch, files, corrections, answers, rows and issues are kept by the services; a kind only knows what its columns
 * mean and what they change.
 */
export interface SheetKind<Read = unknown, Staged = unknown, Plan extends ChangePlan = ChangePlan> {
  readonly kind: BatchKind;

  /** Only whoever sees the whole province may send it. */
  readonly byProvince: boolean;

  /** What the sender needs beside the right to send rosters. */
  readonly permission?: Permission;

  /** What a column may mean, in the order of the page. */
  readonly fields: readonly KindField[];

  /**
   * Reads workbooks, knowing nothing of the registry.
   *
   * @throws BadInput for a file that is no workbook; everything else is an issue.
   */
  read(files: readonly SentFile[], how: HowToRead): Promise<readonly ReadFile<Read>[]>;

  /** Compares all rows with each other, with the rules and with the registry. Writes nothing. */
  check(work: Work, read: ReadBatch<Read>): Promise<Checked<Staged>>;

  /** What promotion would change, by the registry as it is now. Writes nothing. */
  plan(work: Work, stored: StoredBatch<Staged>): Promise<Plan>;

  /**
   * Writes the batch.
   *
   * @param plan of the same transaction; a kind that can do without it does not ask for it
   * @returns what became of the rows, but for those of which the writing itself says it
   */
  write(work: Work, plan: () => Promise<Plan>): Promise<readonly RowOutcome[]>;

  /** Later edits because of which the rows cannot be taken back: one sentence each, with whom and what. */
  obstacles(work: Work, rows: readonly RowOutcome[]): Promise<readonly string[]>;

  /**
   * What may stand in a cell, by field, for the drop-downs of a workbook that goes back to its sender.
   *
   * @param rows of the batch, for kinds whose sheets name each other
   */
  choices(work: Work, rows: () => Promise<readonly StagedRow<Staged>[]>): Promise<Choices>;

  /** Gives back exactly what stood in the registry before the rows were written. */
  undo(work: Work, rows: readonly RowOutcome[]): Promise<void>;
}

/** The transaction that works, who acts in it, and for which batch. */
export interface Work {
  readonly manager: EntityManager;
  readonly actor: Actor;
  readonly batch: BatchHead;
  /** The transaction goes on to write what it reads, so it locks it. */
  readonly writes: boolean;
}

export interface KindField {
  readonly field: string;
  /** As the page calls it. */
  readonly label: string;
  /** The classes of protected data that a cell may tell of; empty = open. */
  readonly classes: readonly FieldClass[];
  /** Known only to the closed scope, of holders of titles that the Party committee manages. */
  readonly closed: boolean;
}

/** A workbook as sent, and what it says. */
export interface ReadFile<Read> extends UploadedFile {
  readonly rows: readonly ReadRow<Read>[];
  /** What the cells of each row say, in the order of the rows. */
  readonly cells: Iterable<CellTexts>;
  readonly issues: readonly Issue[];
  readonly sheets: readonly ReadSheet[];
}

export interface ReadRow<Read> extends RowPlace {
  readonly record: Read;
}

/** A sheet with its tables; none = nothing of this kind was found in it. */
export interface ReadSheet {
  readonly sheet: string;
  readonly state: 'visible' | 'hidden' | 'very-hidden';
  readonly tables: readonly ReadTable[];
}

export interface ReadTable {
  readonly headerRows: { readonly first: number; readonly last: number };
  readonly lastRow: number;
  readonly title: string | null;
  readonly columns: readonly ReadColumn[];
}

export interface ReadColumn {
  readonly letters: string;
  readonly label: string;
  /** null = nothing that we know: kept with the row. */
  readonly field: string | null;
}

/** All that a check looks at. */
export interface ReadBatch<Read> {
  readonly files: readonly ReadFile<Read>[];
  readonly answers: readonly Answer[];
  /** `placeKey` of the rows that were left out by hand: they need a record, and no other row is compared with them. */
  readonly setAside: ReadonlySet<string>;
}

export interface Checked<Staged> {
  /** One a row that was read, in order. */
  readonly rows: readonly StagedRow<Staged>[];
  /** Beside those of the reading. */
  readonly issues: readonly Issue[];
  /** Answered ones too; the others count as errors. */
  readonly questions: readonly Question[];
}

/** A batch as it was checked last. */
export interface StoredBatch<Staged> {
  /** Neither held nor set aside. */
  readonly rows: readonly StagedRow<Staged>[];
  /** Held or set aside. */
  readonly left: readonly StagedRow<Staged>[];
  readonly sheets: readonly (ReadSheet & { readonly file: string })[];
  readonly answers: readonly Answer[];
}
