import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Answer, BatchHead, Correction } from './batch.js';
import type { ColumnChoice } from './reading/fields.js';
import type { CellPlace } from './repair.plan.js';

type Sender = Pick<BatchHead, 'kind' | 'sender'>;
type Asked = Omit<Answer, 'answer'>;

const PLACE = `file, sheet, row_number AS "row"`;

/** Tables `import_corrections`, `import_answers` and `column_choices`: what people said of a batch beside its files. */
@Injectable()
export class RepairStore {
  corrections(manager: EntityManager, actor: Actor, batchId: number): Promise<Correction[]> {
    return manager.query(
      `SELECT ${PLACE}, column_letters AS "column", was, typed AS text FROM import_corrections
       WHERE province_code = $1 AND batch_id = $2 ORDER BY file, sheet, row_number, column_letters`,
      [actor.provinceCode, batchId],
    );
  }

  /** Types cells anew; of a cell that was corrected before the text of the workbook stays known. */
  async correct(
    manager: EntityManager,
    actor: Actor,
    {
      batchId,
      corrections,
    }: { readonly batchId: number; readonly corrections: readonly Correction[] },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO import_corrections (province_code, batch_id, file, sheet, row_number, column_letters, was, typed,
         corrected_by)
       SELECT $1, $2, cell.file, cell.sheet, cell."row", cell."column", cell.was, cell.text, $4
       FROM jsonb_to_recordset($3) AS cell (file text, sheet text, "row" integer, "column" text, was text, text text)
       ON CONFLICT ON CONSTRAINT import_corrections_place_key DO UPDATE
         SET typed = excluded.typed, corrected_by = excluded.corrected_by, corrected_at = now()`,
      [actor.provinceCode, batchId, JSON.stringify(corrections), actor.id],
    );
    // A cell that says again what was sent is no correction.
    await manager.query(
      `DELETE FROM import_corrections WHERE province_code = $1 AND batch_id = $2 AND was = typed`,
      [actor.provinceCode, batchId],
    );
  }

  async dropCorrections(
    manager: EntityManager,
    actor: Actor,
    { batchId, cells }: { readonly batchId: number; readonly cells: readonly CellPlace[] },
  ): Promise<void> {
    await manager.query(
      `DELETE FROM import_corrections c
       USING jsonb_to_recordset($3) AS cell (file text, sheet text, "row" integer, "column" text)
       WHERE c.province_code = $1 AND c.batch_id = $2 AND c.file = cell.file AND c.sheet = cell.sheet
         AND c.row_number = cell."row" AND c.column_letters = cell."column"`,
      [actor.provinceCode, batchId, JSON.stringify(cells)],
    );
  }

  answers(manager: EntityManager, actor: Actor, batchId: number): Promise<Answer[]> {
    return manager.query(
      `SELECT ${PLACE}, question, answer FROM import_answers
       WHERE province_code = $1 AND batch_id = $2 ORDER BY file, sheet, row_number, question`,
      [actor.provinceCode, batchId],
    );
  }

  async answer(
    manager: EntityManager,
    actor: Actor,
    { batchId, answers }: { readonly batchId: number; readonly answers: readonly Answer[] },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO import_answers (province_code, batch_id, file, sheet, row_number, question, answer, answered_by)
       SELECT $1, $2, given.file, given.sheet, given."row", given.question, given.answer, $4
       FROM jsonb_to_recordset($3)
         AS given (file text, sheet text, "row" integer, question text, answer text)
       ON CONFLICT ON CONSTRAINT import_answers_place_key DO UPDATE
         SET answer = excluded.answer, answered_by = excluded.answered_by, answered_at = now()`,
      [actor.provinceCode, batchId, JSON.stringify(answers), actor.id],
    );
  }

  async dropAnswers(
    manager: EntityManager,
    actor: Actor,
    { batchId, answers }: { readonly batchId: number; readonly answers: readonly Asked[] },
  ): Promise<void> {
    await manager.query(
      `DELETE FROM import_answers a
       USING jsonb_to_recordset($3) AS given (file text, sheet text, "row" integer, question text)
       WHERE a.province_code = $1 AND a.batch_id = $2 AND a.file = given.file AND a.sheet = given.sheet
         AND a.row_number = given."row" AND a.question = given.question`,
      [actor.provinceCode, batchId, JSON.stringify(answers)],
    );
  }

  /** What is remembered of a sender's labels: what the actor said before what others said, the newest first. */
  remembered(
    manager: EntityManager,
    actor: Actor,
    { kind, sender }: Sender,
  ): Promise<ColumnChoice[]> {
    return manager.query(
      `SELECT DISTINCT ON (label) label, field FROM column_choices
       WHERE province_code = $1 AND kind = $2 AND sender = $3
       ORDER BY label, (chosen_by = $4) DESC, chosen_at DESC`,
      [actor.provinceCode, kind, sender, actor.id],
    );
  }

  async remember(
    manager: EntityManager,
    actor: Actor,
    { kind, sender, choices }: Sender & { readonly choices: readonly ColumnChoice[] },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO column_choices (province_code, kind, sender, label, field, chosen_by)
       SELECT $1, $2, $3, choice.label, choice.field, $5
       FROM jsonb_to_recordset($4) AS choice (label text, field text)
       ON CONFLICT ON CONSTRAINT column_choices_label_key DO UPDATE SET field = excluded.field, chosen_at = now()`,
      [actor.provinceCode, kind, sender, JSON.stringify(choices), actor.id],
    );
  }
}
