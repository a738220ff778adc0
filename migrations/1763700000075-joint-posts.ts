import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A line of a run may have a second seat ("kiêm nhiệm"). In the gap it covers the seat as a concurrent posting of the registry
 * does; the rest of `gap_holders` is as migration 6 has it.
 */
export class JointPosts1763700000075 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE proposals ADD COLUMN joint jsonb');
    await queryRunner.query(`CREATE OR REPLACE FUNCTION ${HOLDERS} AS $$ ${body(JOINT)} $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE OR REPLACE FUNCTION ${HOLDERS} AS $$ ${body('')} $$`);
    await queryRunner.query('ALTER TABLE proposals DROP COLUMN joint');
  }
}

const JOINT = `
    UNION ALL
    SELECT h.staff_id, h.person_key, f.recruited_on, h.joint->>'unitCode', h.joint->>'positionCode',
      coalesce(p.block, f.block), 'concurrent', true, h.joint->>'fit', '{}'::text[], false
    FROM proposals h
    LEFT JOIN person f ON f.key = h.person_key
    LEFT JOIN gap_positions(province, run, on_day) p ON p.code = h.joint->>'positionCode'
    WHERE h.province_code = province AND h.run_id = run AND h.joint IS NOT NULL`;

const body = (joint: string): string => `WITH away AS (
    SELECT DISTINCT c.staff_id FROM staff_conditions c
    WHERE c.province_code = province AND c.condition_case = 'study-or-seconded'
      AND c.starts_on <= on_day AND (c.ends_on IS NULL OR on_day < c.ends_on)
  ), scenario AS MATERIALIZED (
    SELECT s.id, s.effective_on
    FROM placement_runs r JOIN scenarios s ON s.province_code = r.province_code AND s.id = r.scenario_id
    WHERE r.province_code = province AND r.id = run
  ), person AS MATERIALIZED (
    SELECT f.fact->>'key' AS key, f.fact->>'recruitedOn' AS recruited_on, f.fact->>'block' AS block, EXISTS (
      SELECT FROM jsonb_to_recordset(f.fact->'conditions') c ("case" text, "startsOn" date, "endsOn" date)
      WHERE c."case" = 'study-or-seconded' AND c."startsOn" <= s.effective_on
        AND (c."endsOn" IS NULL OR s.effective_on < c."endsOn")) AS away
    FROM scenario_facts f JOIN scenario s ON s.id = f.scenario_id
    WHERE f.province_code = province AND f.kind = 'person'
  ), placed AS (
    SELECT h.staff_id, s.key AS person_key, s.recruited_on, u.code AS unit_code, p.code AS position_code, p.block, h.kind,
      h.seated, h.fit, h.failed_tests, h.absent OR (h.kind = 'main' AND a.staff_id IS NOT NULL) AS absent
    FROM postings h
    JOIN staff s ON s.province_code = h.province_code AND s.id = h.staff_id
    JOIN units u ON u.province_code = h.province_code AND u.id = h.unit_id
      AND u.starts_on <= on_day AND (u.ends_on IS NULL OR on_day < u.ends_on)
    JOIN positions p ON p.province_code = h.province_code AND p.id = h.position_id
    LEFT JOIN away a ON a.staff_id = h.staff_id
    WHERE h.province_code = province AND h.starts_on <= on_day AND (h.ends_on IS NULL OR on_day < h.ends_on)
    UNION ALL
    SELECT h.staff_id, h.person_key, f.recruited_on, h.unit_code, h.position_code, coalesce(p.block, f.block), 'main',
      h.outcome = 'seated', h.fit, h.failed_tests, coalesce(f.away, false)
    FROM proposals h
    LEFT JOIN person f ON f.key = h.person_key
    LEFT JOIN gap_positions(province, run, on_day) p ON p.code = h.position_code
    WHERE h.province_code = province AND h.run_id = run AND h.outcome <> 'leaving'${joint}
  ), judged AS MATERIALIZED (
    SELECT p.*, coalesce(p.fit IN ('exact', 'related'), false) AS qualified FROM placed p
  ), queued AS (
    SELECT j.*, j.unit_code = m.unit_code AND j.position_code = m.position_code AS holds_it, row_number() OVER (
      PARTITION BY j.unit_code, j.position_code, j.kind = 'main' AND j.seated
      ORDER BY j.qualified DESC, rpad(coalesce(j.recruited_on, '~'), 10, '~') COLLATE "C", j.person_key COLLATE "C") AS place
    FROM judged j LEFT JOIN judged m ON m.staff_id = j.staff_id AND m.kind = 'main'
  ), seat AS MATERIALIZED (
    SELECT * FROM gap_seats(province, run, on_day)
  ), given AS (
    SELECT DISTINCT commune_code FROM seat
  )
  SELECT q.staff_id, q.person_key, q.unit_code, u.commune_code, q.position_code, q.block, q.kind,
    q.kind = 'main' AND q.seated AND (g.commune_code IS NULL OR q.place <= coalesce(s.seats, 0)),
    q.fit, q.failed_tests, q.qualified, q.absent,
    q.kind <> 'main' AND q.qualified AND NOT q.absent AND q.holds_it IS NOT TRUE,
    g.commune_code IS NOT NULL
  FROM queued q
  JOIN gap_units(province, run, on_day) u ON u.code = q.unit_code
  LEFT JOIN given g ON g.commune_code = u.commune_code
  LEFT JOIN seat s ON s.unit_code = q.unit_code AND s.position_code = q.position_code`;

const HOLDERS = `gap_holders(province text, run bigint, on_day date) RETURNS TABLE
    (staff_id bigint, person_key text, unit_code text, commune_code text, position_code text, block text, kind text,
     seated boolean, fit text, failed_tests text[], qualified boolean, absent boolean, covers boolean, counted boolean)
  LANGUAGE sql STABLE SECURITY INVOKER ROWS 3000
  SET search_path = public, pg_temp SET enable_nestloop = off`;
