import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Trail } from '../access/trail.js';
import { refreshStatistics } from '../database/statistics.js';
import { RosterContextView } from './roster-context.view.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { BadInput, NotFound } from '../shared/errors.js';
import type { Issue } from '../shared/issue.js';
import { Transactions } from '../shared/transactions.js';
import { columnLetters } from '../sheet/cell-reference.js';
import { readWorkbook } from '../sheet/xlsx-reader.js';
import type { Batch, IssuePage, UploadedFile } from './batch.js';
import { BatchStore } from './batch.store.js';
import { personsMustStandOnce } from './duplicates.rules.js';
import { readRoster } from './reading/read-roster.js';
import type { RosterReading } from './reading/roster-reading.js';
import type { RosterRecord } from './record.js';
import { resolveRecords } from './resolve.plan.js';

export interface Upload {
  readonly sender: string;
  /** The day that the roster describes. */
  readonly asOf: Day;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

interface ReadFile extends UploadedFile {
  readonly reading: RosterReading;
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
   * @param progress called with the number of files read so far.
   * @throws BadInput `sheet.*` naming the file.
   */
  async stage(actor: Actor, upload: Upload, progress?: (files: number) => void): Promise<Batch> {
    filesMustDiffer(upload);
    const ranks = await this.transactions.run(actor, (manager) => this.context.ranks(manager));
    const files: ReadFile[] = [];
    for (const { name, bytes } of upload.files) {
      const reading = readRoster(name, await namedIn(name, readWorkbook(bytes)), { ranks });
      files.push({ name, bytes, sha256: sha256(bytes), reading });
      progress?.(files.length);
    }
    return this.transactions.run(actor, async (manager) => {
      const known = await this.context.on(manager, actor, upload.asOf);
      const records = files.flatMap((file) => file.reading.records);
      const { rows, issues } = resolveRecords(records, known, columnOf(files));
      const batchId = await this.batches.create(manager, actor, { ...upload, files });
      await this.batches.addRows(manager, actor, {
        batchId,
        rows: rows.map((row) => ({ ...placeOf(row.record), record: row })),
      });
      await this.batches.addIssues(manager, actor, {
        batchId,
        issues: [...readingIssues(files), ...issues, ...personsMustStandOnce(records)],
      });
      await refreshStatistics(manager, ['import_rows', 'import_issues']);
      await this.trail.record(manager, actor, {
        action: 'roster.staged',
        subject: `batch/${batchId}`,
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
      return this.batches.issues(manager, actor, page);
    });
  }

  private found(batch: Batch | null, id: number): Batch {
    if (batch !== null) return batch;
    throw new NotFound('roster.no-batch', `Không có lần nhập danh sách số ${id}.`, { id });
  }
}

function filesMustDiffer({ files }: Upload): void {
  if (files.length === 0) throw new BadInput('roster.no-file', 'Chưa chọn tệp danh sách nào.');
  const names = files.map((file) => file.name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined)
    throw new BadInput('roster.file-twice', `Tệp "${twice}" được gửi hai lần. Hãy bỏ bớt một tệp.`);
}

/** A refusal of one file among several says which. */
async function namedIn<T>(name: string, reading: Promise<T> | T): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof BadInput)
      throw new BadInput(error.code, `Tệp "${name}": ${error.message}`, {
        ...error.details,
        file: name,
      });
    throw error;
  }
}

function readingIssues(files: readonly ReadFile[]): Issue[] {
  return files.flatMap((file) => [...file.reading.issues]);
}

function placeOf({ file, sheet, row }: RosterRecord): { file: string; sheet: string; row: number } {
  return { file, sheet, row };
}

const FIELD_OF: Readonly<Partial<Record<keyof RosterRecord, string>>> = {
  unitText: 'unit',
  positionText: 'position',
  homeText: 'home',
  major: 'major',
  rank: 'rank',
};

/** Letters of the column that a field was read from. */
function columnOf(
  files: readonly ReadFile[],
): (record: RosterRecord, field: keyof RosterRecord) => string {
  const letters = new Map<string, string>();
  for (const { name, reading } of files)
    for (const sheet of reading.sheets)
      for (const column of sheet.columns)
        if (column.field)
          letters.set(`${name}|${sheet.sheet}|${column.field}`, columnLetters(column.column));
  return (record, field) =>
    letters.get(`${record.file}|${record.sheet}|${FIELD_OF[field] ?? field}`) ?? '';
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
