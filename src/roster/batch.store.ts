import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { Issue } from '../shared/issue.js';
import type { Batch, IssuePage, RowOutcome, StagedRow, UploadedFile } from './batch.js';

const BATCH = `SELECT batch.id, batch.sender, batch.as_of::text AS "asOf", batch.state,
    to_json(batch.created_at)#>>'{}' AS "createdAt", to_json(batch.promoted_at)#>>'{}' AS "promotedAt",
    ARRAY (SELECT name FROM import_files WHERE province_code = $1 AND batch_id = batch.id ORDER BY name) AS files,
    row_counts.*, issue_counts.*
  FROM import_batches batch
  CROSS JOIN LATERAL (
    SELECT count(*) AS rows, count(DISTINCT staff_id) AS people,
           count(*) FILTER (WHERE state = 'added') AS added,
           count(*) FILTER (WHERE state = 'changed') AS changed,
           count(*) FILTER (WHERE state = 'unchanged') AS unchanged,
           count(*) FILTER (WHERE state = 'set-aside') AS "setAside"
    FROM import_rows WHERE province_code = $1 AND batch_id = batch.id) row_counts
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE severity = 'error') AS errors,
           count(*) FILTER (WHERE severity = 'warning') AS warnings,
           count(*) FILTER (WHERE severity = 'note') AS notes
    FROM import_issues WHERE province_code = $1 AND batch_id = batch.id) issue_counts
  WHERE batch.province_code = $1`;

/** Tables `import_batches`, `import_files`, `import_rows`, `import_issues`. */
@Injectable()
export class BatchStore {
  async create(
    manager: EntityManager,
    actor: Actor,
    batch: { readonly sender: string; readonly asOf: Day; readonly files: readonly UploadedFile[] },
  ): Promise<number> {
    const [created] = await manager.query<{ id: number }[]>(
      `INSERT INTO import_batches (province_code, sender, as_of, state, created_by)
       VALUES ($1, $2, $3, 'staged', $4) RETURNING id`,
      [actor.provinceCode, batch.sender, batch.asOf, actor.id],
    );
    if (!created) throw new Error('INSERT … RETURNING gave no row');
    for (const { name, sha256, bytes } of batch.files) {
      await manager.query(
        `INSERT INTO import_files (province_code, batch_id, name, sha256, content) VALUES ($1, $2, $3, $4, $5)`,
        [actor.provinceCode, created.id, name, sha256, Buffer.from(bytes)],
      );
    }
    return created.id;
  }

  async addRows<T>(
    manager: EntityManager,
    actor: Actor,
    { batchId, rows }: { readonly batchId: number; readonly rows: readonly StagedRow<T>[] },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO import_rows (province_code, batch_id, file, sheet, row_number, record, state)
       SELECT $1, $2, row.file, row.sheet, row."row", row.record, 'staged'
       FROM jsonb_to_recordset($3) AS row (file text, sheet text, "row" integer, record jsonb)`,
      [actor.provinceCode, batchId, JSON.stringify(rows)],
    );
  }

  async addIssues(
    manager: EntityManager,
    actor: Actor,
    { batchId, issues }: { readonly batchId: number; readonly issues: readonly Issue[] },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO import_issues (province_code, batch_id, file, sheet, row_number, column_letters, code, severity,
                                  message)
       SELECT $1, $2, issue.file, issue.sheet, issue."row", issue."column", issue.code, issue.severity, issue.message
       FROM jsonb_to_recordset($3) AS issue (file text, sheet text, "row" integer, "column" text, code text,
              severity text, message text)`,
      [actor.provinceCode, batchId, JSON.stringify(issues)],
    );
  }

  list(manager: EntityManager, actor: Actor): Promise<Batch[]> {
    return manager.query(`${BATCH} ORDER BY batch.id DESC`, [actor.provinceCode]);
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<Batch | null> {
    const [batch] = await manager.query<Batch[]>(`${BATCH} AND batch.id = $2`, [
      actor.provinceCode,
      id,
    ]);
    return batch ?? null;
  }

  async lock(manager: EntityManager, actor: Actor, id: number): Promise<void> {
    await manager.query(
      `SELECT id FROM import_batches WHERE province_code = $1 AND id = $2 FOR UPDATE`,
      [actor.provinceCode, id],
    );
  }

  /** The staged rows, in the order of files, sheets and rows. */
  stagedRows<T>(manager: EntityManager, actor: Actor, batchId: number): Promise<StagedRow<T>[]> {
    return manager.query(
      `SELECT file, sheet, row_number AS "row", record FROM import_rows
       WHERE province_code = $1 AND batch_id = $2 AND state = 'staged' ORDER BY file, sheet, row_number`,
      [actor.provinceCode, batchId],
    );
  }

  async issues(
    manager: EntityManager,
    actor: Actor,
    { batchId, severity, offset, limit }: IssuePage,
  ): Promise<{ readonly total: number; readonly items: Issue[] }> {
    const where = `province_code = $1 AND batch_id = $2 AND ($3::text IS NULL OR severity = $3)`;
    const parameters = [actor.provinceCode, batchId, severity];
    const [count] = await manager.query<{ total: number }[]>(
      `SELECT count(*) AS total FROM import_issues WHERE ${where}`,
      parameters,
    );
    const items = await manager.query<Issue[]>(
      `SELECT file, sheet, row_number AS "row", column_letters AS "column", code, severity, message
       FROM import_issues WHERE ${where} ORDER BY id OFFSET $4 LIMIT $5`,
      [...parameters, offset, limit],
    );
    return { total: count?.total ?? 0, items };
  }

  /** Says what promotion did with each row, and that it is done. */
  async finish(
    manager: EntityManager,
    actor: Actor,
    { batchId, outcomes }: { readonly batchId: number; readonly outcomes: readonly RowOutcome[] },
  ): Promise<void> {
    await manager.query(
      `UPDATE import_rows SET state = outcome.state, staff_id = outcome."staffId", before_image = outcome."before"
       FROM jsonb_to_recordset($3) AS outcome (file text, sheet text, "row" integer, state text, "staffId" bigint,
              "before" jsonb)
       WHERE import_rows.province_code = $1 AND import_rows.batch_id = $2 AND import_rows.file = outcome.file
         AND import_rows.sheet = outcome.sheet AND import_rows.row_number = outcome."row"`,
      [actor.provinceCode, batchId, JSON.stringify(outcomes)],
    );
    await manager.query(
      `UPDATE import_batches SET state = 'promoted', promoted_at = now() WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, batchId],
    );
  }
}
