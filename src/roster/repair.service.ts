import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import type { Actor } from '../shared/actor.js';
import { Transactions } from '../shared/transactions.js';
import { batchMarkOf } from '../sheet/patch/batch-mark.js';
import { SET_ASIDE, type Answer, type Batch, type BatchHead } from './batch.js';
import { replacedFile } from './replaced-file.plan.js';
import type { ColumnChoice } from './reading/fields.js';
import { ColumnPlaces } from './reading/places.js';
import type { SentFile } from './reading/read-files.js';
import type { RowPlace } from './record.js';
import { alreadyPromoted, batchMoved, noBatch } from './refusals.js';
import {
  alike,
  corrections,
  outdated,
  overridesOf,
  type RowOfCells,
  type TypedCell,
  withCells,
} from './repair.plan.js';
import {
  afterwards,
  correction,
  mustBeAsked,
  mustBeThere,
  placeWithQuestion,
  unknownField,
  whichFile,
  type Before,
  type Change,
} from './repair-change.js';
import { BatchStores } from './roster.service.js';
import { isWide, mustBeSender } from './scope.js';
import { SheetKinds } from './sheet-kinds.js';
import { Staging } from './staging.js';

/**
 * Batches being repaired: cells typed anew, columns told, questions answered, rows set aside, files sent again. After each
 * change all rows are read and checked again, so that what stands in the database is always of the whole batch.
 */
@Injectable()
export class RepairService {
  constructor(
    private readonly transactions: Transactions,
    private readonly stores: BatchStores,
    private readonly kinds: SheetKinds,
    private readonly staging: Staging,
    private readonly trail: Trail,
  ) {}

  /** @throws as `change`; BadInput `roster.no-row` */
  correct(actor: Actor, id: number, typed: readonly TypedCell[]): Promise<Batch> {
    return this.change(actor, id, async (before) => {
      const rows = await this.rowsOf(actor, before, null);
      return correction(corrections(typed, rows, before.corrections));
    });
  }

  /** One answer for all cells that mean the same and say the same. @throws as `correct` */
  correctAlike(actor: Actor, id: number, { text, ...cell }: TypedCell): Promise<Batch> {
    return this.change(actor, id, async (before) => {
      const rows = await this.rowsOf(actor, before, null);
      const sheets = await this.stores.rows.sheets(before.manager, actor, id);
      const cells = alike(cell, rows, new ColumnPlaces<string>(sheets));
      const typed = cells.map((each) => ({ ...each, text }));
      return correction(cells.length === 0 ? null : corrections(typed, rows, before.corrections));
    });
  }

  /** @throws as `change`; BadInput `roster.no-question`; Forbidden `roster.province-answers` */
  answer(actor: Actor, id: number, answers: readonly Answer[]): Promise<Batch> {
    return this.change(actor, id, async ({ manager }) => {
      const asked = await this.stores.rows.questions(manager, actor, id);
      const wide = await isWide(manager);
      for (const each of answers) mustBeAsked(each, asked, wide);
      const details = { rows: answers.map(placeWithQuestion) };
      return { action: 'roster.answered', details, answers };
    });
  }

  /** Leaves rows out by hand; they stay in the batch, counted and listed. @throws as `change`; BadInput `roster.no-row` */
  setAside(
    actor: Actor,
    id: number,
    { rows, reason }: { readonly rows: readonly RowPlace[]; readonly reason: string },
  ): Promise<Batch> {
    return this.change(actor, id, async (before) => {
      mustBeThere(rows, await this.rowsOf(actor, before, null));
      return {
        ...{ action: 'roster.rows-set-aside', details: { rows }, why: reason },
        answers: rows.map((row) => ({ ...row, question: SET_ASIDE, answer: reason })),
      };
    });
  }

  /** @throws as `change` */
  takeBackIn(actor: Actor, id: number, rows: readonly RowPlace[]): Promise<Batch> {
    const takenBack = rows.map((row) => ({ ...row, question: SET_ASIDE }));
    return this.change(actor, id, () =>
      Promise.resolve({ action: 'roster.rows-taken-back', details: { rows }, takenBack }),
    );
  }

  /** What labels mean, remembered for the sender's next files. @throws as `change`; BadInput `roster.unknown-field` */
  chooseColumns(actor: Actor, id: number, choices: readonly ColumnChoice[]): Promise<Batch> {
    return this.change(actor, id, ({ head }) => {
      const fields = new Set(this.kinds.of(head.kind).fields.map(({ field }) => field));
      const unknown = choices.find(({ field }) => field !== null && !fields.has(field));
      if (unknown !== undefined) throw unknownField(String(unknown.field));
      const details = { columns: choices.length };
      return Promise.resolve({ action: 'roster.columns-chosen', details, choices });
    });
  }

  /**
   * A file in the place of one of the batch's: the one of its name, or the one that we gave back marked. What was said of
   * cells and rows that it does not have any more is dropped.
   *
   * @throws as `change`; BadInput `roster.which-file`, `sheet.*`
   */
  async replaceFile(actor: Actor, id: number, sent: SentFile): Promise<Batch> {
    const mark = await batchMarkOf(Buffer.from(sent.bytes)).catch(() => null);
    return this.change(actor, id, async (before) => {
      const name = replacedFile(sent.name, {
        names: before.files.map((each) => each.name),
        isOurs: mark === `batch/${id}`,
      });
      if (name === null) throw whichFile(sent.name);
      const { mapping, kind } = before.head;
      const [read] = await this.kinds.of(kind).read([{ ...sent, name }], { mapping });
      if (read === undefined) throw new Error('a file that was sent was not read');
      const old = outdated(await this.rowsOf(actor, before, name), withCells(read), {
        corrections: before.corrections.filter(({ file }) => file === name),
        answers: before.answers.filter(({ file }) => file === name),
      });
      const dropped = { corrections: old.corrections.length, answers: old.answers.length };
      return {
        action: 'roster.file-replaced',
        details: { file: name, sha256: read.sha256, dropped },
        ...{ dropped: old.corrections, takenBack: old.answers },
        file: { name, sha256: read.sha256, bytes: sent.bytes },
      };
    });
  }

  /** Reads and checks everything again, by the registry as it is now. @throws as `change` */
  check(actor: Actor, id: number): Promise<Batch> {
    return this.change(actor, id, () =>
      Promise.resolve({ action: 'roster.checked-again', details: {} }),
    );
  }

  /**
   * The files are read between two transactions: the first sees what is there, the second writes if nobody was quicker.
   *
   * @throws NotFound `roster.no-batch`; Conflict `roster.already-promoted`, `roster.batch-moved`
   */
  private async change(
    actor: Actor,
    id: number,
    plan: (before: Before) => Promise<Change>,
  ): Promise<Batch> {
    const { before, change } = await this.transactions.run(actor, async (manager) => {
      const seen = await this.before(manager, actor, id);
      return { before: seen, change: await plan(seen) };
    });
    const after = afterwards(before, change);
    const read = await this.kinds.of(before.head.kind).read(after.files, {
      mapping: after.mapping,
      overrides: overridesOf(after.corrections),
    });
    return this.transactions.run(actor, async (manager) => {
      const batch = await this.stores.batches.lock(manager, actor, id);
      if (batch === null) throw noBatch(id);
      if (batch.version !== before.head.version) throw batchMoved(id);
      await this.write(manager, actor, { batch, change, mapping: after.mapping });
      const rows = await this.staging.replace({ manager, actor, batch, writes: false }, read);
      const { action, details, why } = change;
      await this.trail.record(manager, actor, {
        ...{ action, subject: `batch/${id}` },
        ...(why !== undefined && { why }),
        details: { ...details, rowsNow: rows },
      });
      return (await this.stores.batches.find(manager, actor, id)) ?? missing(id);
    });
  }

  private async before(manager: EntityManager, actor: Actor, id: number): Promise<Before> {
    const { batches, repair } = this.stores;
    const head = await batches.head(manager, actor, id);
    if (head === null) throw noBatch(id);
    await mustBeSender(manager, actor, this.kinds.of(head.kind));
    if (head.state === 'promoted') throw alreadyPromoted(id);
    return {
      ...{ manager, head },
      files: await batches.files(manager, actor, id),
      corrections: await repair.corrections(manager, actor, id),
      answers: await repair.answers(manager, actor, id),
    };
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    {
      batch,
      change,
      mapping,
    }: {
      readonly batch: BatchHead;
      readonly change: Change;
      readonly mapping: readonly ColumnChoice[];
    },
  ): Promise<void> {
    const { batches, repair } = this.stores;
    const batchId = batch.id;
    const { kind, sender } = batch;
    const { file, choices = [], dropped = [], takenBack = [] } = change;
    if (file !== undefined) await batches.putFile(manager, actor, batchId, file);
    if (choices.length > 0) await repair.remember(manager, actor, { kind, sender, choices });
    await repair.dropCorrections(manager, actor, { batchId, cells: dropped });
    await repair.correct(manager, actor, { batchId, corrections: change.corrections ?? [] });
    await repair.dropAnswers(manager, actor, { batchId, answers: takenBack });
    await repair.answer(manager, actor, { batchId, answers: change.answers ?? [] });
    await batches.touch(manager, actor, { id: batchId, mapping });
  }

  private rowsOf(actor: Actor, before: Before, file: string | null): Promise<RowOfCells[]> {
    const { manager, head } = before;
    return this.stores.rows.cellsOf(manager, actor, { batchId: head.id, file });
  }
}

function missing(id: number): never {
  throw noBatch(id);
}
