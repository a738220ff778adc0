import { Injectable } from '@nestjs/common';
import { Trail } from '../access/trail.js';
import { refreshStatistics } from '../database/statistics.js';
import { RosterContextView } from './roster-context.view.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { NotFound } from '../shared/errors.js';
import type { Issue } from '../shared/issue.js';
import { withoutNumbersDeep } from '../shared/masking.js';
import { Transactions } from '../shared/transactions.js';
import type { Batch, IssuePage } from './batch.js';
import { BatchStore } from './batch.store.js';
import { personsMustStandOnce } from './duplicates.rules.js';
import type { Field } from './reading/fields.js';
import { ColumnPlaces } from './reading/places.js';
import { readRosterFiles, type ReadRosterFile, type SentFile } from './reading/read-files.js';
import type { RosterRecord } from './record.js';
import { resolveRecords, type ColumnOf } from './resolve.plan.js';

export interface Upload<File> {
  readonly sender: string;
  /** The day that the roster describes. */
  readonly asOf: Day;
  readonly files: readonly File[];
}

/** Rosters on their way in: read and staged with everything that is wrong, nothing written to the registry yet. */
@Injectable()
export class RosterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly batches: BatchStore,
    private readonly context: RosterContextView,
    private readonly trail: Trail,
  ) {}

  /**
   * Reads the workbooks, checks all rows, and stages them. A bad row is data; only a file that is no workbook is refused.
   *
   * @throws BadInput `sheet.*` naming the file.
   */
  async stage(actor: Actor, upload: Upload<SentFile>): Promise<Batch> {
    return this.stageRead(actor, { ...upload, files: await readRosterFiles(upload.files) });
  }

  /** Checks all rows of workbooks that were read, and stages them. */
  stageRead(actor: Actor, upload: Upload<ReadRosterFile>): Promise<Batch> {
    const { files } = upload;
    return this.transactions.run(actor, async (manager) => {
      const known = await this.context.on(manager, actor, upload.asOf);
      const records = files.flatMap((file) => file.reading.records);
      const { rows, issues } = resolveRecords(records, known, columnOf(files));
      const batchId = await this.batches.create(manager, actor, upload);
      await this.batches.addRows(manager, actor, {
        batchId,
        rows: rows.map((row) => ({ ...placeOf(row.record), record: row })),
      });
      await this.batches.addIssues(manager, actor, {
        batchId,
        issues: withoutNumbersDeep([
          ...readingIssues(files),
          ...issues,
          ...personsMustStandOnce(records),
        ]),
      });
      await refreshStatistics(manager, ['import_rows', 'import_issues']);
      await this.trail.record(manager, actor, {
        action: 'roster.staged',
        subject: `batch/${batchId}`,
        after: { state: 'staged', asOf: upload.asOf, rows: rows.length },
        details: { files: files.map(({ name, sha256: hash }) => ({ name, sha256: hash })) },
      });
      return this.found(await this.batches.find(manager, actor, batchId), batchId);
    });
  }

  list(actor: Actor): Promise<Batch[]> {
    return this.transactions.run(actor, (manager) => this.batches.list(manager, actor));
  }

  /** @throws NotFound `roster.no-batch` */
  get(actor: Actor, id: number): Promise<Batch> {
    return this.transactions.run(actor, async (manager) =>
      this.found(await this.batches.find(manager, actor, id), id),
    );
  }

  issues(
    actor: Actor,
    page: IssuePage,
  ): Promise<{ readonly total: number; readonly items: Issue[] }> {
    return this.transactions.run(actor, async (manager) => {
      this.found(await this.batches.find(manager, actor, page.batchId), page.batchId);
      // Batches of earlier versions kept whole numbers in their messages.
      return withoutNumbersDeep(await this.batches.issues(manager, actor, page));
    });
  }

  private found(batch: Batch | null, id: number): Batch {
    if (batch !== null) return batch;
    throw new NotFound('roster.no-batch', `Không có lần nhập danh sách số ${id}.`, { id });
  }
}

function readingIssues(files: readonly ReadRosterFile[]): Issue[] {
  return files.flatMap((file) => [...file.reading.issues]);
}

function placeOf({ file, sheet, row }: RosterRecord): { file: string; sheet: string; row: number } {
  return { file, sheet, row };
}

const FIELD_OF: Readonly<Partial<Record<keyof RosterRecord, Field>>> = {
  unitText: 'unit',
  positionText: 'position',
  homeText: 'home',
  major: 'major',
  rank: 'rank',
};

/** Letters of the column that a field was read from. */
function columnOf(files: readonly ReadRosterFile[]): ColumnOf {
  const places = new ColumnPlaces(files);
  return (record, field) => places.lettersOf(record, FIELD_OF[field] ?? (field as Field));
}
