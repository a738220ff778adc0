import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A leader sees who is proposed to come in a scenario that has left the draft. A run by seniority stands beside it only to be
 * compared, so it opens nobody's record, unless it is the run that the scenario chose.
 */
export class PeopleOfComparisons1763700000076 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(staffIds(COMING));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(staffIds(''));
  }
}

const PROVINCE = `current_setting('bo_tri.province', true)`;

const COMING = `
     JOIN placement_runs run ON run.province_code = ${PROVINCE} AND run.id = mine.run_id
     JOIN scenarios scenario ON scenario.province_code = ${PROVINCE} AND scenario.id = run.scenario_id
       AND (run.kind <> 'seniority' OR scenario.chosen_run_id = run.id)`;

/** As migration 12 has it, but for the runs that open records. */
function staffIds(coming: string): string {
  return `CREATE OR REPLACE FUNCTION acting_staff_ids() RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
    SET search_path = public, pg_temp AS $$ SELECT p.staff_id FROM postings p
     WHERE p.province_code = ${PROVINCE} AND cardinality(acting_units()) > 0
       AND p.unit_id = ANY (acting_units())
       AND (p.ends_on IS NULL OR p.ends_on > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
     UNION
     SELECT p.staff_id FROM postings p
     WHERE p.province_code = ${PROVINCE} AND acting_block() IS NOT NULL
       AND p.position_id IN (SELECT acting_position_ids())
     UNION
     SELECT line.staff_id FROM acting_run_units() mine${coming}
     JOIN proposals line ON line.province_code = ${PROVINCE} AND line.run_id = mine.run_id
       AND line.unit_code = mine.unit_code
     UNION
     SELECT id FROM staff WHERE province_code = ${PROVINCE}
       AND created_in = nullif(current_setting('bo_tri.transaction', true), '')::uuid $$`;
}
