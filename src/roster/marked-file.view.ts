import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Issue } from '../shared/issue.js';

/** A workbook of a batch, as it was sent. */
export interface SentWorkbook {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  readonly content: Buffer;
}

/** The workbooks of a batch that the actor may see, by name. */
export function sentWorkbooks(
  manager: EntityManager,
  actor: Actor,
  batchId: number,
  fileId: number | null = null,
): Promise<SentWorkbook[]> {
  return manager.query(
    `SELECT id, name, sha256, content FROM import_files
     WHERE province_code = $1 AND batch_id = $2 AND ($3::bigint IS NULL OR id = $3) ORDER BY name`,
    [actor.provinceCode, batchId, fileId],
  );
}

/** What is wrong with one workbook of a batch, in its order. */
export function issuesOfFile(
  manager: EntityManager,
  actor: Actor,
  { batchId, file }: { readonly batchId: number; readonly file: string },
): Promise<Issue[]> {
  return manager.query(
    `SELECT file, sheet, row_number AS "row", column_letters AS "column", code, severity, message FROM import_issues
     WHERE province_code = $1 AND batch_id = $2 AND file = $3 ORDER BY sheet, row_number, id`,
    [actor.provinceCode, batchId, file],
  );
}
