import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { Issue } from '../shared/issue.js';
import { withoutNumbersDeep } from '../shared/masking.js';
import { Transactions } from '../shared/transactions.js';
import type { BatchKind } from './batch-kind.js';
import type { Batch, IssuePage } from './batch.js';
import { BatchRowsStore } from './batch-rows.store.js';
import { BatchStore } from './batch.store.js';
import { noBatch } from './refusals.js';
import type { ReadRosterFile, SentFile } from './reading/read-files.js';
import { RepairStore } from './repair.store.js';
import { readFileOf } from './roster.kind.js';
import type { ColumnChoice } from './reading/fields.js';
import type { ReadFile } from './sheet-kind.js';
import { mustBeSender, mustHaveProvince } from './scope.js';
import { SheetKinds } from './sheet-kinds.js';
import { Staging } from './staging.js';

export interface Upload<File> {
  readonly sender: string;
  /** The day that the sheets describe. */
  readonly asOf: Day;
  readonly files: readonly File[];
  /** Default `roster`. */
  readonly kind?: BatchKind;
  /** What the labels mean; default what is remembered of the sender. */
  readonly mapping?: readonly ColumnChoice[];
  /** Called with the number of files and of rows read so far. */
  readonly progress?: (files: number, rows: number) => void;
}

/** The stores of batches. */
@Injectable()
export class BatchStores {
  constructor(
    readonly batches: BatchStore,
    readonly rows: BatchRowsStore,
    readonly repair: RepairStore,
  ) {}
}

/** Sheets on their way in: read and staged with everything that is wrong, nothing written to the registry yet. */
@Injectable()
export class RosterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly stores: BatchStores,
    private readonly kinds: SheetKinds,
    private readonly staging: Staging,
    private readonly trail: Trail,
  ) {}

  /**
   * Reads the workbooks, checks all rows, and stages them. A bad row is data; only a file that is no workbook is refused.
   *
   * @throws BadInput `sheet.*` naming the file; Conflict `roster.no-province`; Forbidden `roster.province-sends`
   */
  async stage(actor: Actor, upload: Upload<SentFile>): Promise<Batch> {
    const { sender, kind = 'roster', progress } = upload;
    const remembered = await this.transactions.run(actor, async (manager) => {
      await mustHaveProvince(manager, actor);
      await mustBeSender(manager, actor, this.kinds.of(kind));
      return this.stores.repair.remembered(manager, actor, { kind, sender });
    });
    const mapping = withChoices(remembered, upload.mapping ?? []);
    const files = await this.kinds
      .of(kind)
      .read(upload.files, { mapping, ...(progress && { progress }) });
    return this.store(actor, { ...upload, kind, mapping, files });
  }

  /** Checks all rows of rosters that were read, and stages them. */
  stageRead(actor: Actor, upload: Upload<ReadRosterFile>): Promise<Batch> {
    const files = upload.files.map(readFileOf);
    return this.store(actor, { ...upload, kind: 'roster', mapping: upload.mapping ?? [], files });
  }

  private store(
    actor: Actor,
    upload: Required<Omit<Upload<ReadFile<unknown>>, 'progress'>>,
  ): Promise<Batch> {
    const { batches } = this.stores;
    return this.transactions.run(actor, async (manager) => {
      await mustHaveProvince(manager, actor);
      const id = await batches.create(manager, actor, upload);
      const batch = await batches.lock(manager, actor, id);
      if (batch === null) throw noBatch(id);
      const rows = await this.staging.replace(
        { manager, actor, batch, writes: false },
        upload.files,
      );
      await this.trail.record(manager, actor, {
        action: 'roster.staged',
        subject: `batch/${id}`,
        after: { state: 'staged', kind: upload.kind, asOf: upload.asOf, rows },
        details: { files: upload.files.map(({ name, sha256 }) => ({ name, sha256 })) },
      });
      return this.found(manager, actor, id);
    });
  }

  list(actor: Actor): Promise<Batch[]> {
    return this.transactions.run(actor, (manager) => this.stores.batches.list(manager, actor));
  }

  /** @throws NotFound `roster.no-batch` */
  get(actor: Actor, id: number): Promise<Batch> {
    return this.transactions.run(actor, (manager) => this.found(manager, actor, id));
  }

  issues(
    actor: Actor,
    page: IssuePage,
  ): Promise<{ readonly total: number; readonly items: Issue[] }> {
    return this.transactions.run(actor, async (manager) => {
      await this.found(manager, actor, page.batchId);
      // Batches of earlier versions kept whole numbers in their messages.
      return withoutNumbersDeep(await this.stores.rows.issues(manager, actor, page));
    });
  }

  private async found(manager: EntityManager, actor: Actor, id: number): Promise<Batch> {
    const batch = await this.stores.batches.find(manager, actor, id);
    if (batch === null) throw noBatch(id);
    return batch;
  }
}

/** Choices over what was known; the last word on a label counts. */
export function withChoices(
  known: readonly ColumnChoice[],
  choices: readonly ColumnChoice[],
): ColumnChoice[] {
  return [...new Map([...known, ...choices].map((each) => [each.label, each])).values()];
}
