import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import { type BulkTable, refreshStatistics } from '../database/statistics.js';
import { PostingStore } from '../registry/posting.store.js';
import { StaffStore } from '../registry/staff.store.js';
import type { Actor } from '../shared/actor.js';
import { Conflict, NotFound, RuleBroken } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import type { Batch, RowOutcome } from './batch.js';
import { BatchStore } from './batch.store.js';
import { planPromotion } from './promotion.plan.js';
import { PromotedRowsView } from './promoted-rows.view.js';
import { detailsOfRow } from './staff-of-row.js';

const WRITTEN: readonly BulkTable[] = [
  'staff',
  'staff_ratings',
  'staff_languages',
  'staff_conditions',
  'wishes',
  'postings',
  'import_rows',
];

/** The stores of the registry that promotion writes to. */
@Injectable()
export class RegistryStores {
  constructor(
    readonly staff: StaffStore,
    readonly postings: PostingStore,
  ) {}
}

/** Rosters becoming the registry: all rows of a batch in one transaction, or none. */
@Injectable()
export class PromotionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly batches: BatchStore,
    private readonly rows: PromotedRowsView,
    private readonly registry: RegistryStores,
    private readonly trail: Trail,
  ) {}

  /**
   * Promotes a batch and answers with its counts as they stand in the database.
   *
   * @throws NotFound; Conflict `roster.already-promoted`; RuleBroken `roster.has-errors`
   */
  async promote(actor: Actor, batchId: number): Promise<Batch> {
    await this.transactions.run(actor, async (manager) => {
      await this.batches.lock(manager, actor, batchId);
      const batch = await this.promotable(manager, actor, batchId);
      const promoted = await this.rows.of(manager, actor, batch);
      const people = promoted.map((each) => each.staff);
      const keys = people.map((person) => person.key);
      const { staff, postings } = this.registry;
      const before = await staff.byKeys(manager, actor, keys);
      const idOf = await staff.save(manager, actor, people);
      const day = batch.asOf;
      const main = await postings.lockMainOn(manager, actor, { staffIds: [...idOf.values()], day });
      const plan = planPromotion({
        rows: promoted,
        asOf: day,
        idOf,
        before: new Map([...before].map(([key, { id: _id, ...person }]) => [key, person])),
        postings: main,
      });
      await staff.saveDetails(manager, actor, {
        campaign: day,
        details: promoted.map(({ row, staff: person }) =>
          detailsOfRow(row.record, idOf.get(person.key) ?? 0, day),
        ),
      });
      await postings.end(manager, actor, { ids: plan.endPostings, endsOn: day });
      const source = { startsOn: day, kind: 'roster' as const, id: batchId };
      const written = await postings.insertMain(manager, actor, {
        postings: plan.newPostings,
        source,
      });
      if (written !== plan.newPostings.length) throw registryMoved(batchId);
      await this.batches.finish(manager, actor, { batchId, outcomes: plan.outcomes });
      await refreshStatistics(manager, WRITTEN);
      await this.trail.record(manager, actor, {
        action: 'roster.promoted',
        subject: `batch/${batchId}`,
        before: { state: batch.state, people: before.size },
        after: { state: 'promoted', people: idOf.size, ...countsOf(plan.outcomes) },
        details: { rows: plan.outcomes.length, postings: written },
      });
    });
    return this.committed(actor, batchId);
  }

  private committed(actor: Actor, batchId: number): Promise<Batch> {
    return this.transactions.run(actor, async (manager) => {
      const batch = await this.batches.find(manager, actor, batchId);
      if (batch === null) throw noBatch(batchId);
      return batch;
    });
  }

  private async promotable(manager: EntityManager, actor: Actor, id: number): Promise<Batch> {
    const batch = await this.batches.find(manager, actor, id);
    if (batch === null) throw noBatch(id);
    if (batch.state !== 'staged')
      throw new Conflict(
        'roster.already-promoted',
        `Lần nhập số ${id} đã được ghi vào sổ; không ghi lại lần nữa.`,
        { id },
      );
    if (batch.errors > 0)
      throw new RuleBroken(
        'roster.has-errors',
        `Lần nhập số ${id} còn ${batch.errors} lỗi nên chưa ghi gì. Hãy sửa các ô có lỗi rồi gửi lại.`,
        { id, errors: batch.errors },
      );
    return batch;
  }
}

/** What became of the rows; each row keeps the person as before. */
function countsOf(outcomes: readonly RowOutcome[]): Record<RowOutcome['state'], number> {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const { state } of outcomes) counts[state]++;
  return counts;
}

function noBatch(id: number): NotFound {
  return new NotFound('roster.no-batch', `Không có lần nhập danh sách số ${id}.`, { id });
}

function registryMoved(id: number): Conflict {
  return new Conflict(
    'roster.registry-moved',
    'Danh mục đơn vị hoặc vị trí đã thay đổi sau khi đọc tệp; chưa ghi gì. Hãy gửi lại tệp.',
    { id },
  );
}
