import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a sender's last promoted roster said of people, and who has changed them: a plain roster that is sent again is
 * compared with both. The functions run as their owner, because who sent the earlier file, or corrected a person since, need
 * not be whom the actor sees; they tell only of people whom the actor does see.
 */
export class SaidBefore1763700000123 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [SEEN, SAID_BEFORE, SHEETS_SAID, EDITS_OF]) await queryRunner.query(sql);
    for (const name of NAMES)
      await queryRunner.query(
        `REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${name} TO bo_tri_app;`,
      );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of [...NAMES].reverse()) await queryRunner.query(`DROP FUNCTION ${name}`);
  }
}

const NAMES = [
  'people_in_sight(bigint[])',
  'said_before(text, bigint, bigint[])',
  'sheets_said(bigint[])',
  'edits_of(bigint[])',
];

const SET = `LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp`;
const PROVINCE = `current_setting('bo_tri.province', true)`;
const SAID = `r.staff_id, r.batch_id, r.file, r.sheet, r.row_number, r.record, b.as_of, b.promoted_at`;

const SEEN = `
  CREATE FUNCTION people_in_sight(people bigint[]) RETURNS SETOF bigint ${SET} ROWS 100 AS $$
    SELECT id FROM unnest(people) AS id
    WHERE acting_role() IN ('operator', 'officer', 'manager')
      AND (current_setting('bo_tri.wide', true) = 'on' OR id IN (SELECT acting_staff_ids()))
  $$`;

const SAID_BEFORE = `
  CREATE FUNCTION said_before(sent_by text, but bigint, people bigint[])
    RETURNS TABLE (staff_id bigint, batch_id bigint, file text, sheet text, row_number integer, record jsonb, as_of date,
      promoted_at timestamptz)
    ${SET} ROWS 100 AS $$
      SELECT DISTINCT ON (r.staff_id) ${SAID}
      FROM import_rows r
      JOIN import_batches b ON b.province_code = ${PROVINCE} AND b.id = r.batch_id
      WHERE r.province_code = ${PROVINCE} AND r.staff_id IN (SELECT people_in_sight(people))
        AND r.state IN ('added', 'changed', 'unchanged')
        AND b.state = 'promoted' AND b.kind = 'roster' AND b.id <> but AND folded(b.sender) = folded(sent_by)
      ORDER BY r.staff_id, b.promoted_at DESC, b.id DESC
    $$`;

const SHEETS_SAID = `
  CREATE FUNCTION sheets_said(batches bigint[]) RETURNS TABLE (batch_id bigint, file text, report jsonb)
    ${SET} ROWS 10 AS $$
      SELECT s.batch_id, s.file, s.report
      FROM import_sheets s
      JOIN import_batches b ON b.province_code = ${PROVINCE} AND b.id = s.batch_id
      WHERE s.province_code = ${PROVINCE} AND s.batch_id = ANY (batches)
        AND b.state = 'promoted' AND b.kind = 'roster'
        AND acting_role() IN ('operator', 'officer', 'manager')
      ORDER BY s.id
    $$`;

/** Each edit with who made it and when: an event (the new values), a roster (the row), a plan or a decision of a posting. */
const EDITS_OF = `
  CREATE FUNCTION edits_of(people bigint[])
    RETURNS TABLE (staff_id bigint, kind text, edited_at timestamptz, edited_by text, said jsonb)
    ${SET} ROWS 100 AS $$
      SELECT e.staff_id, 'event', e.recorded_at, e.recorded_by, e.changes->'after'
      FROM person_events e
      WHERE e.province_code = ${PROVINCE} AND e.staff_id IN (SELECT people_in_sight(people)) AND e.taken_back_at IS NULL
      UNION ALL
      SELECT r.staff_id, 'roster', b.promoted_at, b.created_by,
        jsonb_build_object('batchId', r.batch_id, 'file', r.file, 'sheet', r.sheet, 'row', r.row_number, 'record', r.record)
      FROM import_rows r
      JOIN import_batches b ON b.province_code = ${PROVINCE} AND b.id = r.batch_id AND b.state = 'promoted' AND b.kind = 'roster'
      WHERE r.province_code = ${PROVINCE} AND r.staff_id IN (SELECT people_in_sight(people)) AND r.state IN ('added', 'changed')
      UNION ALL
      SELECT p.staff_id, 'posting', s.applied_at, s.changed_by, NULL
      FROM postings p
      JOIN scenarios s ON s.province_code = ${PROVINCE} AND s.id = p.source_id
      WHERE p.province_code = ${PROVINCE} AND p.staff_id IN (SELECT people_in_sight(people)) AND p.kind = 'main'
        AND p.source_kind = 'scenario' AND s.applied_at IS NOT NULL
      UNION ALL
      SELECT m.staff_id, 'posting', m.decided_at, m.created_by, NULL
      FROM movements m
      WHERE m.province_code = ${PROVINCE} AND m.staff_id IN (SELECT people_in_sight(people)) AND m.state = 'decided'
    $$`;
