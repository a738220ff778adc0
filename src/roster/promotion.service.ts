import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditKey } from '../access/audit-key.js';
import { hasClosedScope } from '../access/fields/closed-scope.js';
import { Trail } from '../access/trail.js';
import { refreshStatistics } from '../database/statistics.js';
import type { Actor } from '../shared/actor.js';
import { Conflict, RuleBroken } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import type { Batch, BatchHead, RowOutcome } from './batch.js';
import { alreadyPromoted, noBatch } from './refusals.js';
import { previewResponse, type PreviewAsked } from './preview.js';
import type { PreviewResponse } from './roster.responses.js';
import type { Viewer } from './seen.js';
import { registryMoved } from './roster-writer.js';
import { BatchStores } from './roster.service.js';
import type { ChangePlan } from './change-plan.js';
import type { StoredBatch, Work } from './sheet-kind.js';
import { mustBeSender } from './scope.js';
import { SheetKinds } from './sheet-kinds.js';

/** What promotion would do, and by which the registry of this moment is known again. */
export interface Preview {
  readonly batch: BatchHead;
  readonly plan: ChangePlan;
  readonly hash: string;
  readonly viewer: Viewer;
}

/** Batches becoming the registry: all rows in one transaction, or none; and the registry given back. */
@Injectable()
export class PromotionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly stores: BatchStores,
    private readonly kinds: SheetKinds,
    private readonly trail: Trail,
    private readonly key: AuditKey,
  ) {}

  /**
   * Everything that promotion would change, by the registry as it is now. Writes nothing.
   *
   * @throws NotFound; Conflict `roster.already-promoted`, `roster.registry-moved`; RuleBroken `roster.has-errors`
   */
  preview(actor: Actor, batchId: number): Promise<Preview> {
    return this.transactions.run(actor, async (manager) => {
      const batch = await this.stores.batches.head(manager, actor, batchId);
      await this.mustBePromotable(manager, actor, { batch, batchId });
      const work = { manager, actor, batch: batch ?? missing(batchId), writes: false };
      const plan = await this.kinds.of(work.batch.kind).plan(work, await this.stored(work));
      const viewer = { role: actor.role, closedScope: await hasClosedScope(manager) };
      return { batch: work.batch, plan, hash: this.hashOf(plan), viewer };
    });
  }

  /** The preview as the actor may see it, a page of it. @throws as `preview` */
  async previewPage(actor: Actor, asked: PreviewAsked): Promise<PreviewResponse> {
    const { plan, hash, viewer } = await this.preview(actor, asked.batchId);
    return previewResponse({ plan, hash }, viewer, asked);
  }

  /**
   * Promotes a batch and answers with its counts as they stand in the database.
   *
   * @param hash of the preview that the reader has seen; another registry than then = refused.
   * @throws as `preview`; Conflict `roster.preview-moved`, `registry.held-elsewhere`
   */
  async promote(actor: Actor, batchId: number, hash?: string): Promise<Batch> {
    const { batches, rows } = this.stores;
    await this.transactions.run(actor, async (manager) => {
      const batch = await batches.lock(manager, actor, batchId);
      await this.mustBePromotable(manager, actor, { batch, batchId });
      const work = { manager, actor, batch: batch ?? missing(batchId), writes: true };
      const kind = this.kinds.of(work.batch.kind);
      const plan = once(async () => {
        const made = await kind.plan(work, await this.stored(work));
        if (made.questions.length > 0) throw registryMoved(batchId);
        return made;
      });
      if (hash !== undefined && hash !== this.hashOf(await plan())) throw previewMoved(batchId);
      const outcomes = await kind.write(work, plan);
      await rows.finish(manager, actor, { batchId, outcomes });
      await batches.promoted(manager, actor, batchId);
      await refreshStatistics(manager, ['import_rows']);
      const { added, changed, unchanged } =
        (await batches.find(manager, actor, batchId)) ?? missing(batchId);
      await this.trail.record(manager, actor, {
        action: 'roster.promoted',
        subject: `batch/${batchId}`,
        before: { state: work.batch.state },
        after: { state: 'promoted', ...{ added, changed, unchanged } },
        details: { kind: work.batch.kind, rows: added + changed + unchanged },
      });
    });
    return this.committed(actor, batchId);
  }

  /**
   * Gives back exactly what stood in the registry before the batch was promoted.
   *
   * @throws NotFound; Conflict `roster.not-promoted`, `roster.stood-on` with `details.obstacles`
   */
  async undo(actor: Actor, batchId: number): Promise<Batch> {
    const { batches, rows } = this.stores;
    await this.transactions.run(actor, async (manager) => {
      const batch = await batches.lock(manager, actor, batchId);
      if (batch === null) throw noBatch(batchId);
      await mustBeSender(manager, actor, this.kinds.of(batch.kind));
      if (batch.state !== 'promoted') throw notPromoted(batchId);
      const work: Work = { manager, actor, batch, writes: true };
      const kind = this.kinds.of(batch.kind);
      const written = await rows.outcomes(manager, actor, batchId);
      const obstacles = await kind.obstacles(work, written);
      if (obstacles.length > 0) throw stoodOn(batchId, obstacles);
      await rows.reopen(manager, actor, batchId);
      await kind.undo(work, written);
      await batches.undone(manager, actor, batchId);
      await this.trail.record(manager, actor, {
        action: 'roster.undone',
        subject: `batch/${batchId}`,
        before: { state: 'promoted', ...countsOf(written) },
        after: { state: 'undone' },
        details: { kind: batch.kind, rows: written.length },
      });
    });
    return this.committed(actor, batchId);
  }

  private async stored({ manager, actor, batch }: Work): Promise<StoredBatch<unknown>> {
    const { rows, repair } = this.stores;
    const batchId = batch.id;
    return {
      rows: await rows.inStates(manager, actor, { batchId, states: ['staged'] }),
      left: await rows.inStates(manager, actor, { batchId, states: ['held', 'set-aside'] }),
      sheets: await rows.sheets(manager, actor, batchId),
      answers: await repair.answers(manager, actor, batchId),
    };
  }

  private async mustBePromotable(
    manager: EntityManager,
    actor: Actor,
    { batch, batchId }: { readonly batch: BatchHead | null; readonly batchId: number },
  ): Promise<void> {
    if (batch === null) throw noBatch(batchId);
    await mustBeSender(manager, actor, this.kinds.of(batch.kind));
    if (batch.state === 'promoted') throw alreadyPromoted(batchId);
    const { errors } = (await this.stores.batches.find(manager, actor, batchId)) ?? { errors: 0 };
    if (errors > 0) throw hasErrors(batchId, errors);
  }

  private committed(actor: Actor, batchId: number): Promise<Batch> {
    return this.transactions.run(actor, async (manager) => {
      const batch = await this.stores.batches.find(manager, actor, batchId);
      if (batch === null) throw noBatch(batchId);
      return batch;
    });
  }

  /** Keyed, so that nobody guesses a hidden value by its hash. */
  private hashOf({ rows, missing: lacking }: ChangePlan): string {
    const changes = rows.map(({ file, sheet, row, state, changes: own }) => [
      ...[file, sheet, row, state],
      own.map(({ field, before, after }) => [field, before, after]),
    ]);
    return this.key.mac('field', JSON.stringify(['preview', changes, lacking]));
  }
}

/** Does what it is asked for at most once. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

/** What became of the rows. */
function countsOf(outcomes: readonly RowOutcome[]): Record<RowOutcome['state'], number> {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const { state } of outcomes) counts[state]++;
  return counts;
}

function missing(id: number): never {
  throw noBatch(id);
}

function hasErrors(id: number, errors: number): RuleBroken {
  return new RuleBroken(
    'roster.has-errors',
    `Lần nhập số ${id} còn ${errors} lỗi nên chưa ghi gì. Hãy sửa các ô có lỗi, trả lời các câu hỏi, hoặc để riêng những dòng đó.`,
    { id, errors },
  );
}

function previewMoved(id: number): Conflict {
  return new Conflict(
    'roster.preview-moved',
    `Sổ hồ sơ đã thay đổi kể từ khi bạn xem trước lần nhập số ${id}; chưa ghi gì. Hãy xem lại các thay đổi rồi ghi.`,
    { id },
  );
}

function notPromoted(id: number): Conflict {
  return new Conflict(
    'roster.not-promoted',
    `Lần nhập số ${id} chưa được ghi vào sổ nên không có gì để hoàn tác.`,
    { id },
  );
}

/** At most so many people are named; all are counted. */
const NAMED = 200;

function stoodOn(id: number, obstacles: readonly string[]): Conflict {
  const count = obstacles.length;
  return new Conflict(
    'roster.stood-on',
    `Không hoàn tác được lần nhập số ${id}: ${count} người hoặc mục đã có thay đổi sau đó. ${obstacles.slice(0, 3).join(' ')}`,
    { id, count, obstacles: obstacles.slice(0, NAMED) },
  );
}
