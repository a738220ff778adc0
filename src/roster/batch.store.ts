import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { BatchKind } from './batch-kind.js';
import type { Batch, BatchHead, UploadedFile } from './batch.js';
import type { ColumnChoice } from './reading/fields.js';

const BATCH = `SELECT batch.id, batch.kind, batch.sender, batch.as_of::text AS "asOf", batch.state, batch.version,
    to_json(batch.created_at)#>>'{}' AS "createdAt", to_json(batch.promoted_at)#>>'{}' AS "promotedAt",
    to_json(batch.undone_at)#>>'{}' AS "undoneAt",
    ARRAY (SELECT name FROM import_files WHERE province_code = $1 AND batch_id = batch.id ORDER BY name) AS files,
    row_counts.*, issue_counts.*,
    (SELECT count(*) FROM import_corrections WHERE province_code = $1 AND batch_id = batch.id) AS corrections
  FROM import_batches batch
  CROSS JOIN LATERAL (
    SELECT count(*) AS rows, count(DISTINCT staff_id) AS people,
           count(*) FILTER (WHERE state = 'added') AS added,
           count(*) FILTER (WHERE state = 'changed') AS changed,
           count(*) FILTER (WHERE state = 'unchanged') AS unchanged,
           count(*) FILTER (WHERE state = 'held') AS held,
           count(*) FILTER (WHERE state = 'set-aside') AS "setAside"
    FROM import_rows WHERE province_code = $1 AND batch_id = batch.id) row_counts
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE severity = 'error') AS errors,
           count(*) FILTER (WHERE severity = 'warning') AS warnings,
           count(*) FILTER (WHERE severity = 'note') AS notes
    FROM import_issues WHERE province_code = $1 AND batch_id = batch.id) issue_counts
  WHERE batch.province_code = $1`;

const HEAD = `SELECT id, kind, sender, as_of::text AS "asOf", state, version, created_by AS "createdBy", mapping
  FROM import_batches WHERE province_code = $1 AND id = $2`;

export interface NewBatch {
  readonly kind: BatchKind;
  readonly sender: string;
  readonly asOf: Day;
  readonly mapping: readonly ColumnChoice[];
  readonly files: readonly UploadedFile[];
}

/** Tables `import_batches` and `import_files`. */
@Injectable()
export class BatchStore {
  async create(manager: EntityManager, actor: Actor, batch: NewBatch): Promise<number> {
    const { kind, sender, asOf, mapping } = batch;
    const [created] = await manager.query<{ id: number }[]>(
      `INSERT INTO import_batches (province_code, kind, sender, as_of, mapping, state, created_by)
       VALUES ($1, $2, $3, $4, $5, 'staged', $6) RETURNING id`,
      [actor.provinceCode, kind, sender, asOf, JSON.stringify(mapping), actor.id],
    );
    if (!created) throw new Error('INSERT … RETURNING gave no row');
    for (const file of batch.files) await this.putFile(manager, actor, created.id, file);
    return created.id;
  }

  /** Adds a file, or replaces the one of that name. */
  async putFile(
    manager: EntityManager,
    actor: Actor,
    batchId: number,
    { name, sha256, bytes }: UploadedFile,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO import_files (province_code, batch_id, name, sha256, content) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT import_files_batch_name_key
       DO UPDATE SET sha256 = excluded.sha256, content = excluded.content`,
      [actor.provinceCode, batchId, name, sha256, Buffer.from(bytes)],
    );
  }

  /** The files as they were sent, in the order of their names. */
  files(manager: EntityManager, actor: Actor, batchId: number): Promise<UploadedFile[]> {
    return manager.query(
      `SELECT name, sha256, content AS bytes FROM import_files
       WHERE province_code = $1 AND batch_id = $2 ORDER BY name`,
      [actor.provinceCode, batchId],
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

  async head(manager: EntityManager, actor: Actor, id: number): Promise<BatchHead | null> {
    const [head] = await manager.query<BatchHead[]>(HEAD, [actor.provinceCode, id]);
    return head ?? null;
  }

  /** The same, locked until the transaction ends. */
  async lock(manager: EntityManager, actor: Actor, id: number): Promise<BatchHead | null> {
    const [head] = await manager.query<BatchHead[]>(`${HEAD} FOR UPDATE`, [actor.provinceCode, id]);
    return head ?? null;
  }

  /** Says that the batch has changed. */
  async touch(
    manager: EntityManager,
    actor: Actor,
    { id, mapping }: { readonly id: number; readonly mapping: readonly ColumnChoice[] },
  ): Promise<void> {
    await manager.query(
      `UPDATE import_batches SET version = version + 1, mapping = $3 WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id, JSON.stringify(mapping)],
    );
  }

  async promoted(manager: EntityManager, actor: Actor, id: number): Promise<void> {
    await manager.query(
      `UPDATE import_batches SET state = 'promoted', version = version + 1, promoted_at = now(), undone_at = NULL,
         promoted_in = nullif(current_setting('bo_tri.transaction', true), '')::uuid
       WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id],
    );
  }

  async undone(manager: EntityManager, actor: Actor, id: number): Promise<void> {
    await manager.query(
      `UPDATE import_batches SET state = 'undone', version = version + 1, undone_at = now(), promoted_in = NULL
       WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id],
    );
  }
}
