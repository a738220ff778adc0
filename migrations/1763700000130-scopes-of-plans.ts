import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a leader's scope is inside a plan, by unit and not by code alone: a new unit may carry the code of an old one with
 * another name. The new unit with the code is the leader's if the scope holds on the day of the plan, the old one if it
 * holds on the eve. For old units the leader of their main successor speaks too: their people follow into that unit.
 */
export class ScopesOfPlans1763700000130 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [
      ...setFunction(
        'acting_plan_sides',
        'TABLE (scenario_id bigint, unit_code text, side text)',
        SIDES,
      ),
      scenarioUnits(
        `SELECT scenario_id, unit_code FROM acting_plan_sides() WHERE side = 'receiving'`,
      ),
      staffIds(HEARD),
      ...agreements(`(scenario_id, unit_code, side) IN (SELECT * FROM acting_plan_sides())`),
    ])
      await queryRunner.query(sql);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [
      ...agreements(`(scenario_id, unit_code) IN (SELECT * FROM acting_scenario_units())`),
      staffIds(''),
      scenarioUnits(BY_CODE),
      'DROP FUNCTION acting_plan_sides()',
    ])
      await queryRunner.query(sql);
  }
}

const setting = (name: string): string => `current_setting('bo_tri.${name}', true)`;
const PROVINCE = setting('province');
const TODAY = `(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
const PUBLISHED = `('submitted', 'agreed', 'approved', 'applied')`;
const HEADER = `LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = public, pg_temp`;

const MINE = `mine AS (
    SELECT g.unit_code, daterange(g.starts_on, g.ends_on) AS span
    FROM account_scopes g
    JOIN accounts a ON a.province_code = g.province_code AND a.id = g.account_id
    WHERE a.province_code = ${PROVINCE} AND a.login = ${setting('actor')}
      AND (g.ends_on IS NULL OR g.ends_on > ${TODAY})
      AND a.role IN ('manager', 'leader') AND a.role = acting_role()
  )`;

/** Sides on which a unit of a plan is the actor's to speak for: old units send, the units that stand afterwards receive. */
const SIDES = `
  WITH RECURSIVE ${MINE}, plan AS MATERIALIZED (
    SELECT id, effective_on FROM scenarios
    WHERE province_code = ${PROVINCE} AND state IN ${PUBLISHED} AND EXISTS (SELECT FROM mine)
  ), unit AS MATERIALIZED (
    SELECT plan.id AS scenario_id, plan.effective_on, f.fact->>'code' AS code, f.fact->>'parentCode' AS parent,
      f.fact->>'level' AS level, (f.fact->>'isNew')::boolean AS is_new
    FROM plan
    JOIN scenario_facts f ON f.province_code = ${PROVINCE} AND f.scenario_id = plan.id AND f.kind = 'unit'
  ), succession AS MATERIALIZED (
    SELECT plan.id AS scenario_id, f.fact->>'oldCode' AS old_code, f.fact->>'newCode' AS new_code,
      (f.fact->>'main')::boolean AS is_main
    FROM plan
    JOIN scenario_facts f ON f.province_code = ${PROVINCE} AND f.scenario_id = plan.id AND f.kind = 'succession'
  ), reached AS (
    SELECT u.scenario_id, u.code, u.is_new
    FROM unit u JOIN mine m ON m.unit_code = u.code AND CASE
      WHEN u.is_new THEN m.span @> u.effective_on
      ELSE m.span @> (u.effective_on - 1) OR (m.span @> u.effective_on AND NOT EXISTS (
        SELECT FROM succession s WHERE s.scenario_id = u.scenario_id AND s.old_code = u.code)) END
    UNION
    SELECT u.scenario_id, u.code, u.is_new
    FROM reached r JOIN unit u ON u.scenario_id = r.scenario_id AND u.is_new = r.is_new AND u.parent = r.code
  ), merged AS (
    SELECT s.scenario_id, s.old_code AS code
    FROM reached r
    JOIN succession s ON s.scenario_id = r.scenario_id AND s.new_code = r.code AND s.is_main
    WHERE r.is_new
  )
  SELECT scenario_id, code, 'receiving' FROM reached r WHERE is_new OR NOT EXISTS (
    SELECT FROM unit u WHERE u.scenario_id = r.scenario_id AND u.code = r.code AND u.is_new)
  UNION SELECT scenario_id, code, 'sending' FROM reached WHERE NOT is_new
  UNION SELECT scenario_id, code, 'sending' FROM merged
  UNION SELECT m.scenario_id, u.code, 'sending'
    FROM merged m JOIN unit u ON u.scenario_id = m.scenario_id AND NOT u.is_new AND u.parent = m.code AND u.level = 'division'`;

/** As migration 12 has it: a code is a code, old or new. */
const BY_CODE = `
  WITH RECURSIVE ${MINE}, known AS MATERIALIZED (
    SELECT s.id AS scenario_id, f.fact->>'code' AS code, f.fact->>'parentCode' AS parent_code,
      (f.fact->>'startsOn')::date AS starts_on, s.effective_on
    FROM scenarios s
    JOIN scenario_facts f ON f.province_code = s.province_code AND f.scenario_id = s.id AND f.kind = 'unit'
    WHERE s.province_code = ${PROVINCE} AND s.state IN ${PUBLISHED} AND EXISTS (SELECT 1 FROM mine)
  ), reached AS (
    SELECT k.scenario_id, k.code, k.starts_on
    FROM known k JOIN mine m ON m.unit_code = k.code AND m.span @> k.effective_on
      AND (k.starts_on = k.effective_on OR m.span @> (k.effective_on - 1))
    UNION
    SELECT k.scenario_id, k.code, k.starts_on
    FROM known k JOIN reached r ON r.scenario_id = k.scenario_id AND r.code = k.parent_code
  )
  SELECT DISTINCT scenario_id, code FROM reached`;

/** Who works now in an old unit that the actor is heard for in a plan that is not carried out yet. */
const HEARD = `
  UNION
  SELECT p.staff_id FROM acting_plan_sides() heard
  JOIN scenarios plan ON plan.province_code = ${PROVINCE} AND plan.id = heard.scenario_id AND plan.state <> 'applied'
  JOIN units u ON u.province_code = ${PROVINCE} AND u.code = heard.unit_code
    AND daterange(u.starts_on, u.ends_on) @> (plan.effective_on - 1)
  JOIN postings p ON p.province_code = ${PROVINCE} AND p.unit_id = u.id AND p.kind = 'main'
    AND (p.ends_on IS NULL OR p.ends_on > ${TODAY})
  WHERE heard.side = 'sending'`;

/** As migration 76 has it, but for whom the actor is heard for. */
function staffIds(heard: string): string {
  return `CREATE OR REPLACE FUNCTION acting_staff_ids() RETURNS SETOF bigint ${HEADER} AS $$
    SELECT p.staff_id FROM postings p
    WHERE p.province_code = ${PROVINCE} AND cardinality(acting_units()) > 0
      AND p.unit_id = ANY (acting_units()) AND (p.ends_on IS NULL OR p.ends_on > ${TODAY})
    UNION
    SELECT p.staff_id FROM postings p
    WHERE p.province_code = ${PROVINCE} AND acting_block() IS NOT NULL
      AND p.position_id IN (SELECT acting_position_ids())
    UNION
    SELECT line.staff_id FROM acting_run_units() mine
    JOIN placement_runs run ON run.province_code = ${PROVINCE} AND run.id = mine.run_id
    JOIN scenarios scenario ON scenario.province_code = ${PROVINCE} AND scenario.id = run.scenario_id
      AND (run.kind <> 'seniority' OR scenario.chosen_run_id = run.id)
    JOIN proposals line ON line.province_code = ${PROVINCE} AND line.run_id = mine.run_id
      AND line.unit_code = mine.unit_code${heard}
    UNION
    SELECT id FROM staff WHERE province_code = ${PROVINCE}
      AND created_in = nullif(${setting('transaction')}, '')::uuid $$`;
}

function scenarioUnits(body: string): string {
  return `CREATE OR REPLACE FUNCTION acting_scenario_units() RETURNS TABLE (scenario_id bigint, unit_code text) ${HEADER}
    AS $$ ${body} $$`;
}

function setFunction(name: string, returns: string, body: string): string[] {
  return [
    `CREATE FUNCTION ${name}() RETURNS ${returns} ${HEADER} AS $$ ${body} $$`,
    `REVOKE EXECUTE ON FUNCTION ${name}() FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION ${name}() TO bo_tri_app`,
  ];
}

/** The policies of the answers; otherwise as migration 85 has them. */
function agreements(own: string): string[] {
  const ofProvince = `province_code = (SELECT ${PROVINCE})`;
  const wide = `(SELECT ${setting('wide')} = 'on')`;
  const leader = `(SELECT ${setting('role')} = 'leader') AND answer <> 'overruled' AND NOT on_behalf`;
  return [
    `ALTER POLICY scenario_agreements_select ON scenario_agreements USING (${ofProvince} AND (${wide} OR ${own}))`,
    `ALTER POLICY scenario_agreements_insert ON scenario_agreements
       WITH CHECK (${ofProvince} AND (${wide} OR (${leader} AND ${own})))`,
  ];
}
