import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { jsonbParameter } from '../database/jsonb-parameter.js';
import type { Actor } from '../shared/actor.js';
import type { Issue, Severity } from '../shared/issue.js';
import { SharedTexts } from '../shared/shared-texts.js';
import { inParts } from '../shared/in-parts.js';
import { oneAhead } from '../shared/one-ahead.js';
import type { IssuePage, NewRow, Question, RowOutcome, RowState, StagedRow } from './batch.js';
import type { RowPlace } from './record.js';
import type { ReadSheet } from './sheet-kind.js';

/** What a reading and a check of a batch gave. */
export interface CheckedBatch {
  readonly rows: Iterable<NewRow<unknown>>;
  readonly issues: readonly Issue[];
  readonly sheets: readonly (ReadSheet & { readonly file: string })[];
}

/** Rows that come from the database in one statement. */
const AT_ONCE = 2_000;
/**
 * Rows that go to it in one. What is made for them is gone before the engine takes it for something that stays: with four
 * times as many, a long file needs twice the memory.
 */
const ROWS_AT_ONCE = 100;
const PLACE = `file, sheet, row_number AS "row"`;

/** Tables `import_rows`, `import_issues` and `import_sheets`. */
@Injectable()
export class BatchRowsStore {
  /** Puts what was read and checked in the place of what was before. */
  async replace(
    manager: EntityManager,
    actor: Actor,
    { batchId, ...checked }: CheckedBatch & { readonly batchId: number },
  ): Promise<void> {
    for (const table of ['import_rows', 'import_issues', 'import_sheets'])
      await manager.query(`DELETE FROM ${table} WHERE province_code = $1 AND batch_id = $2`, [
        actor.provinceCode,
        batchId,
      ]);
    const insert = (sql: string, items: Iterable<object>): Promise<void> =>
      oneAhead(jsonbParts(items), (part) =>
        manager.query(sql, [actor.provinceCode, batchId, part]),
      );
    await insert(INSERT_ROWS, checked.rows);
    await insert(INSERT_ISSUES, checked.issues);
    await insert(
      INSERT_SHEETS,
      checked.sheets.map(({ file, ...report }) => ({ file, sheet: report.sheet, report })),
    );
  }

  /** The rows in these states, in the order of files, sheets and rows. */
  async inStates<T>(
    manager: EntityManager,
    actor: Actor,
    { batchId, states }: { readonly batchId: number; readonly states: readonly RowState[] },
  ): Promise<StagedRow<T>[]> {
    const texts = new SharedTexts();
    const rows: StagedRow<T>[] = [];
    for (;;) {
      const { file = '', sheet = '', row = 0 } = rows.at(-1) ?? {};
      const part = await manager.query<StagedRow<T>[]>(
        `SELECT ${PLACE}, record FROM import_rows
         WHERE province_code = $1 AND batch_id = $2 AND state = ANY ($3) AND (file, sheet, row_number) > ($4, $5, $6)
         ORDER BY file, sheet, row_number LIMIT ${AT_ONCE}`,
        [actor.provinceCode, batchId, states, file, sheet, row],
      );
      for (const each of part) rows.push(texts.in(each));
      if (part.length < AT_ONCE) return rows;
    }
  }

  /** The rows with these numbers, in the order of files, sheets and rows. */
  async byIds<T>(
    manager: EntityManager,
    actor: Actor,
    { batchId, ids }: { readonly batchId: number; readonly ids: readonly number[] },
  ): Promise<StagedRow<T>[]> {
    const texts = new SharedTexts();
    const rows: StagedRow<T>[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const part = await manager.query<StagedRow<T>[]>(
        `SELECT ${PLACE}, record FROM import_rows WHERE province_code = $1 AND batch_id = $2 AND id = ANY ($3)
         ORDER BY file, sheet, row_number`,
        [actor.provinceCode, batchId, ids.slice(from, from + AT_ONCE)],
      );
      for (const each of part) rows.push(texts.in(each));
    }
    return rows;
  }

  /** The rows of which something was asked, answered or not. */
  asked<T>(
    manager: EntityManager,
    actor: Actor,
    { batchId, question }: { readonly batchId: number; readonly question: string },
  ): Promise<StagedRow<T>[]> {
    return manager.query(
      `SELECT ${PLACE}, record FROM import_rows WHERE province_code = $1 AND batch_id = $2
         AND questions @> jsonb_build_array(jsonb_build_object('question', $3::text))`,
      [actor.provinceCode, batchId, question],
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
      `SELECT ${PLACE}, column_letters AS "column", code, severity, message
       FROM import_issues WHERE ${where} ORDER BY id OFFSET $4 LIMIT $5`,
      [...parameters, offset, limit],
    );
    return { total: count?.total ?? 0, items };
  }

  /** How often something is wrong; the gravest first, then the most frequent. */
  issueCodes(
    manager: EntityManager,
    actor: Actor,
    batchId: number,
  ): Promise<{ code: string; severity: Severity; count: number }[]> {
    return manager.query(
      `SELECT code, severity, count(*)::int AS count FROM import_issues
       WHERE province_code = $1 AND batch_id = $2 GROUP BY code, severity
       ORDER BY array_position(ARRAY['error', 'warning', 'note'], severity::text), count DESC, code`,
      [actor.provinceCode, batchId],
    );
  }

  /** Says what promotion did with each row. */
  async finish(
    manager: EntityManager,
    actor: Actor,
    { batchId, outcomes }: { readonly batchId: number; readonly outcomes: readonly RowOutcome[] },
  ): Promise<void> {
    for (let from = 0; from < outcomes.length; from += AT_ONCE)
      await manager.query(
        `UPDATE import_rows SET state = outcome.state, staff_id = outcome."staffId", before_image = outcome."before",
           after_hashes = outcome."after"
         FROM jsonb_to_recordset($3) AS outcome (file text, sheet text, "row" integer, state text, "staffId" bigint,
                "before" jsonb, "after" jsonb)
         WHERE import_rows.province_code = $1 AND import_rows.batch_id = $2 AND import_rows.file = outcome.file
           AND import_rows.sheet = outcome.sheet AND import_rows.row_number = outcome."row"`,
        [actor.provinceCode, batchId, JSON.stringify(outcomes.slice(from, from + AT_ONCE))],
      );
  }

  /** What promotion did with each row that it touched. */
  outcomes(manager: EntityManager, actor: Actor, batchId: number): Promise<RowOutcome[]> {
    return manager.query(
      `SELECT ${PLACE}, state, staff_id AS "staffId", before_image AS "before", after_hashes AS "after"
       FROM import_rows WHERE province_code = $1 AND batch_id = $2 AND state IN ('added', 'changed', 'unchanged')
       ORDER BY file, sheet, row_number`,
      [actor.provinceCode, batchId],
    );
  }

  /** Forgets what promotion did: the rows are staged again. */
  async reopen(manager: EntityManager, actor: Actor, batchId: number): Promise<void> {
    await manager.query(
      `UPDATE import_rows SET state = 'staged', staff_id = NULL, before_image = NULL, after_hashes = NULL
       WHERE province_code = $1 AND batch_id = $2 AND state IN ('added', 'changed', 'unchanged')`,
      [actor.provinceCode, batchId],
    );
  }

  /** The texts of the rows as they are in the batch; of one file where it is named. */
  cellsOf(
    manager: EntityManager,
    actor: Actor,
    { batchId, file }: { readonly batchId: number; readonly file: string | null },
  ): Promise<(RowPlace & { readonly cells: Readonly<Record<string, string>> })[]> {
    return manager.query(
      `SELECT ${PLACE}, cells FROM import_rows
       WHERE province_code = $1 AND batch_id = $2 AND ($3::text IS NULL OR file = $3)
       ORDER BY file, sheet, row_number`,
      [actor.provinceCode, batchId, file],
    );
  }

  /** Questions of the batch's rows, answered or not. */
  async questions(manager: EntityManager, actor: Actor, batchId: number): Promise<Question[]> {
    const rows = await manager.query<{ questions: Question[] }[]>(
      `SELECT questions FROM import_rows WHERE province_code = $1 AND batch_id = $2 AND questions <> '[]'`,
      [actor.provinceCode, batchId],
    );
    return rows.flatMap(({ questions }) => questions);
  }

  async sheets(
    manager: EntityManager,
    actor: Actor,
    batchId: number,
  ): Promise<(ReadSheet & { readonly file: string })[]> {
    const rows = await manager.query<{ file: string; report: ReadSheet }[]>(
      `SELECT file, report FROM import_sheets WHERE province_code = $1 AND batch_id = $2 ORDER BY id`,
      [actor.provinceCode, batchId],
    );
    return rows.map(({ file, report }) => ({ file, ...report }));
  }
}

function* jsonbParts(items: Iterable<object>): Generator<unknown> {
  for (const part of inParts(items, ROWS_AT_ONCE)) yield jsonbParameter(part);
}

const INSERT_ROWS = `
  INSERT INTO import_rows (province_code, batch_id, file, sheet, row_number, record, cells, questions, state)
  SELECT $1, $2, row.file, row.sheet, row."row", row.record, row.cells, row.questions, row.state
  FROM jsonb_to_recordset($3) AS row (file text, sheet text, "row" integer, record jsonb, cells jsonb, questions jsonb,
         state text)`;

const INSERT_ISSUES = `
  INSERT INTO import_issues (province_code, batch_id, file, sheet, row_number, column_letters, code, severity, message)
  SELECT $1, $2, issue.file, issue.sheet, issue."row", issue."column", issue.code, issue.severity, issue.message
  FROM jsonb_to_recordset($3) AS issue (file text, sheet text, "row" integer, "column" text, code text, severity text,
         message text)`;

const INSERT_SHEETS = `
  INSERT INTO import_sheets (province_code, batch_id, file, sheet, report)
  SELECT $1, $2, sheet.file, sheet.sheet, sheet.report
  FROM jsonb_to_recordset($3) AS sheet (file text, sheet text, report jsonb)`;
