import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a sender's last promoted sheet of ratings, wishes or conditions said of people: a plain sheet that is sent again is
 * compared with it, as rosters are. The function runs as its owner, because who sent the earlier sheet need not be whom the
 * actor sees; it tells only of people whom the actor does see.
 */
export class SheetsSaidBefore1763700000128 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(SHEETS_SAID_BEFORE);
    await queryRunner.query(
      `REVOKE EXECUTE ON FUNCTION ${NAME} FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${NAME} TO bo_tri_app;`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION ${NAME}`);
  }
}

const NAME = 'sheets_said_before(text, text, bigint, bigint[], date)';
const PROVINCE = `current_setting('bo_tri.province', true)`;

/** All rows of the newest sheet that speaks of a person; of one day only where a day is given. */
const SHEETS_SAID_BEFORE = `
  CREATE FUNCTION sheets_said_before(sheet_kind text, sent_by text, but bigint, people bigint[], on_day date)
    RETURNS TABLE (staff_id bigint, record jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 100 AS $$
      SELECT said.staff_id, said.record
      FROM (
        SELECT r.id, r.staff_id, r.record,
          rank() OVER (PARTITION BY r.staff_id ORDER BY b.promoted_at DESC, b.id DESC) AS newest
        FROM import_rows r
        JOIN import_batches b ON b.province_code = ${PROVINCE} AND b.id = r.batch_id
        WHERE r.province_code = ${PROVINCE} AND r.staff_id IN (SELECT people_in_sight(people))
          AND r.state IN ('added', 'changed', 'unchanged')
          AND b.state = 'promoted' AND b.kind = sheet_kind AND sheet_kind IN ('ratings', 'wishes', 'conditions')
          AND b.id <> but AND folded(b.sender) = folded(sent_by) AND (on_day IS NULL OR b.as_of = on_day)
      ) said
      WHERE said.newest = 1
      ORDER BY said.id
    $$`;
