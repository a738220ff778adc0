import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row-level security: what a role and its scope may see and write, decided by the database for every statement of the
 * application, whatever the program above it asks. The owner, who migrates and backs up, stands outside.
 *
 * `act_as` has put who acts into the transaction. Without it nothing is seen.
 */
export class RowSecurity1763700000012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE staff ADD COLUMN created_in uuid;
      CREATE INDEX staff_created_in_idx ON staff (province_code, created_in);
      ALTER TABLE import_batches ADD COLUMN created_by text NOT NULL DEFAULT 'terminal';
      ALTER TABLE import_batches ALTER COLUMN created_by DROP DEFAULT;
    `);
    for (const sql of [...SETTINGS, ...SETS]) await queryRunner.query(sql);
    for (const name of SET_NAMES)
      await queryRunner.query(
        `REVOKE EXECUTE ON FUNCTION ${name}() FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${name}() TO bo_tri_app;`,
      );
    for (const [table, policies] of Object.entries(POLICIES)) {
      await queryRunner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      for (const policy of policiesOf(table, policies)) await queryRunner.query(policy);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, policies] of Object.entries(POLICIES)) {
      for (const act of Object.keys(policies))
        await queryRunner.query(`DROP POLICY ${table}_${act} ON ${table}`);
      await queryRunner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    for (const name of [...SET_NAMES].reverse()) await queryRunner.query(`DROP FUNCTION ${name}()`);
    for (const name of [...SETTING_NAMES].reverse())
      await queryRunner.query(`DROP FUNCTION ${name}()`);
    await queryRunner.query(`ALTER TABLE import_batches DROP COLUMN created_by`);
    await queryRunner.query(`ALTER TABLE staff DROP COLUMN created_in`);
  }
}

const SETTING_NAMES = ['acting_role', 'acting_block', 'acting_units', 'acting_blocks'] as const;

/** What `act_as` left in the transaction. An empty text is what is left of a setting after its transaction. */
const SETTINGS = [
  `CREATE FUNCTION acting_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
     AS $$ SELECT coalesce(current_setting('bo_tri.role', true), '') $$`,
  `CREATE FUNCTION acting_block() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
     AS $$ SELECT nullif(current_setting('bo_tri.block', true), '') $$`,
  `CREATE FUNCTION acting_units() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
     AS $$ SELECT coalesce(nullif(current_setting('bo_tri.units', true), ''), '{}')::bigint[] $$`,
  // The blocks of the government's officer and of the Party's: who works for the State, and who for Party and Front.
  `CREATE FUNCTION acting_blocks() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
     AS $$ SELECT CASE acting_block() WHEN 'government' THEN ARRAY['government', 'military', 'public-service']
                                      WHEN 'party' THEN ARRAY['party', 'front'] ELSE '{}' END $$`,
];

const SET_NAMES = [
  'new_staff',
  'acting_position_ids',
  'acting_position_codes',
  'acting_scenario_units',
  'acting_run_units',
  'acting_staff_ids',
  'acting_staff_keys',
  'acting_batches',
] as const;

const ACTING_PROVINCE = `current_setting('bo_tri.province', true)`;
const TODAY = `(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
/** A draft is nobody's but the officer's. */
const PUBLISHED = `('submitted', 'agreed', 'approved', 'applied')`;

/**
 * Sets of keys in scope, each computed once a statement. They run as their owner, so that one policy does not call
 * another without end; they are empty for whoever sees all or nothing.
 */
function setFunction(name: string, returns: string, body: string): string {
  return `CREATE FUNCTION ${name}() RETURNS ${returns} LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
    SET search_path = public, pg_temp AS $$ ${body} $$`;
}

const SETS = [
  // Whom this transaction has written: their ids, which a policy would not show before the statement has ended.
  setFunction(
    'new_staff',
    'TABLE (key text, id bigint)',
    `SELECT key, id FROM staff WHERE province_code = ${ACTING_PROVINCE}
       AND created_in = nullif(current_setting('bo_tri.transaction', true), '')::uuid`,
  ),
  setFunction(
    'acting_position_ids',
    'SETOF bigint',
    `SELECT id FROM positions WHERE province_code = ${ACTING_PROVINCE} AND block = ANY (acting_blocks())`,
  ),
  setFunction(
    'acting_position_codes',
    'SETOF text',
    `SELECT DISTINCT code FROM positions WHERE province_code = ${ACTING_PROVINCE} AND block = ANY (acting_blocks())`,
  ),
  // Units in scope inside scenarios, new ones too, that have left the draft.
  setFunction(
    'acting_scenario_units',
    'TABLE (scenario_id bigint, unit_code text)',
    `WITH RECURSIVE mine AS (
       SELECT g.unit_code, daterange(g.starts_on, g.ends_on) AS span
       FROM account_scopes g
       JOIN accounts a ON a.province_code = g.province_code AND a.id = g.account_id
       WHERE a.province_code = ${ACTING_PROVINCE} AND a.login = current_setting('bo_tri.actor', true)
         AND (g.ends_on IS NULL OR g.ends_on > ${TODAY})
         AND a.role IN ('manager', 'leader') AND a.role = acting_role()
     ), known AS MATERIALIZED (
       SELECT s.id AS scenario_id, f.fact->>'code' AS code, f.fact->>'parentCode' AS parent_code,
         (f.fact->>'startsOn')::date AS starts_on, s.effective_on
       FROM scenarios s
       JOIN scenario_facts f ON f.province_code = s.province_code AND f.scenario_id = s.id AND f.kind = 'unit'
       WHERE s.province_code = ${ACTING_PROVINCE} AND s.state IN ${PUBLISHED} AND EXISTS (SELECT 1 FROM mine)
     ), reached AS (
       SELECT k.scenario_id, k.code, k.starts_on
       FROM known k JOIN mine m ON m.unit_code = k.code AND m.span @> k.effective_on
         AND (k.starts_on = k.effective_on OR m.span @> (k.effective_on - 1))
       UNION
       SELECT k.scenario_id, k.code, k.starts_on
       FROM known k JOIN reached r ON r.scenario_id = k.scenario_id AND r.code = k.parent_code
     )
     SELECT DISTINCT scenario_id, code FROM reached`,
  ),
  setFunction(
    'acting_run_units',
    'TABLE (run_id bigint, unit_code text)',
    `SELECT r.id, u.unit_code FROM acting_scenario_units() u
     JOIN placement_runs r ON r.province_code = ${ACTING_PROVINCE} AND r.scenario_id = u.scenario_id`,
  ),
  // People in scope: who works there now or will, who is proposed to come in a scenario that has left the draft, and whom
  // this transaction itself has written and not posted yet.
  setFunction(
    'acting_staff_ids',
    'SETOF bigint',
    `SELECT p.staff_id FROM postings p
     WHERE p.province_code = ${ACTING_PROVINCE} AND cardinality(acting_units()) > 0
       AND p.unit_id = ANY (acting_units()) AND (p.ends_on IS NULL OR p.ends_on > ${TODAY})
     UNION
     SELECT p.staff_id FROM postings p
     WHERE p.province_code = ${ACTING_PROVINCE} AND acting_block() IS NOT NULL
       AND p.position_id IN (SELECT acting_position_ids())
     UNION
     SELECT line.staff_id FROM acting_run_units() mine
     JOIN proposals line ON line.province_code = ${ACTING_PROVINCE} AND line.run_id = mine.run_id
       AND line.unit_code = mine.unit_code
     UNION
     SELECT id FROM staff WHERE province_code = ${ACTING_PROVINCE}
       AND created_in = nullif(current_setting('bo_tri.transaction', true), '')::uuid`,
  ),
  setFunction(
    'acting_staff_keys',
    'SETOF text',
    `SELECT key FROM staff WHERE province_code = ${ACTING_PROVINCE} AND id IN (SELECT acting_staff_ids())`,
  ),
  // What somebody has sent is theirs to see.
  setFunction(
    'acting_batches',
    'SETOF bigint',
    `SELECT id FROM import_batches WHERE province_code = ${ACTING_PROVINCE}
       AND created_by = current_setting('bo_tri.actor', true) AND acting_role() IN ('officer', 'manager')`,
  ),
];

/** The conditions of a table's policies; each stands beside "of the acting province". */
interface Policies {
  readonly select: string;
  readonly insert: string;
  readonly update?: string;
  readonly delete?: string;
}

// The conditions that stand in every policy read the settings themselves: the bodies of the functions above would be
// parsed each time a statement is planned, which costs more than a small statement.
// Each is one value, found once a statement; nothing of it is compared again for each row.
const SETTING = (name: string): string => `current_setting('bo_tri.${name}', true)`;
/** Sees every row of the province. */
const WIDE = `(SELECT ${SETTING('wide')} = 'on')`;
const BLOCK = `(SELECT ${SETTING('block')} <> '')`;
const role = (...roles: string[]): string =>
  `(SELECT ${SETTING('role')} IN (${roles.map((each) => `'${each}'`).join(', ')}))`;

const IN_UNITS = `(SELECT coalesce(nullif(current_setting('bo_tri.units', true), ''), '{}'))::bigint[]`;
const STAFF_IDS = '(SELECT acting_staff_ids())';
const REGISTRAR = role('operator', 'officer', 'manager');
const PLANNER = WIDE;
const DOOR = role('operator', 'gate', 'administrator');

/** Of people: by the person's id. */
const OF_PERSON: Policies = {
  select: `${WIDE} OR staff_id IN ${STAFF_IDS}`,
  insert: `${WIDE} OR (${REGISTRAR} AND staff_id IN ${STAFF_IDS})`,
  update: `${WIDE} OR (${REGISTRAR} AND staff_id IN ${STAFF_IDS})`,
  delete: `${WIDE} OR (${REGISTRAR} AND staff_id IN ${STAFF_IDS})`,
};

const MINE = `created_by = current_setting('bo_tri.actor', true) AND ${role('officer', 'manager')}`;
const OF_BATCH: Policies = allOf(`${WIDE} OR batch_id IN (SELECT acting_batches())`);

const VISIBLE_SCENARIOS = `${WIDE} OR ((${BLOCK} OR ${role('manager', 'leader')}) AND state IN ${PUBLISHED})`;
const OF_SCENARIO = `scenario_id IN (SELECT id FROM scenarios)`;
const OF_RUN = `run_id IN (SELECT id FROM placement_runs)`;

/** What a scenario's facts tell to whom does not see the whole province. */
const FACT_IN_SCOPE = `${OF_SCENARIO} AND CASE kind
  WHEN 'person' THEN key IN (SELECT acting_staff_keys())
  WHEN 'seat' THEN (scenario_id, fact->>'unitCode') IN (SELECT * FROM acting_scenario_units())
    OR (${BLOCK} AND fact->>'positionCode' IN (SELECT acting_position_codes()))
  WHEN 'norm' THEN (scenario_id, fact->>'unitCode') IN (SELECT * FROM acting_scenario_units())
    OR (${BLOCK} AND fact->>'block' = ANY ((SELECT acting_blocks())::text[]))
  WHEN 'pool' THEN false
  ELSE true END`;

const POLICIES: Readonly<Record<string, Policies>> = {
  staff: {
    select: `${WIDE} OR id IN ${STAFF_IDS}`,
    insert: REGISTRAR,
    update: `${WIDE} OR (${REGISTRAR} AND id IN ${STAFF_IDS})`,
    delete: WIDE,
  },
  staff_ratings: OF_PERSON,
  staff_languages: OF_PERSON,
  staff_conditions: OF_PERSON,
  wishes: OF_PERSON,
  postings: {
    select: postingIn('true'),
    insert: postingIn(REGISTRAR),
    update: postingIn(REGISTRAR),
    delete: postingIn(REGISTRAR),
  },
  establishments: {
    ...allOf(WIDE),
    select: `${WIDE} OR unit_id = ANY (${IN_UNITS}) OR (${BLOCK} AND position_id IN (SELECT acting_position_ids()))`,
  },
  norms: {
    ...allOf(WIDE),
    select: `${WIDE} OR unit_id = ANY (${IN_UNITS}) OR (${BLOCK} AND block = ANY ((SELECT acting_blocks())::text[]))`,
  },
  import_batches: { ...allOf(`${WIDE} OR (${MINE})`), insert: REGISTRAR },
  import_files: OF_BATCH,
  import_rows: OF_BATCH,
  import_issues: OF_BATCH,
  scenarios: { ...allOf(PLANNER), select: VISIBLE_SCENARIOS },
  scenario_facts: { ...allOf(PLANNER), select: `${WIDE} OR (${FACT_IN_SCOPE})` },
  pins: {
    ...allOf(PLANNER),
    select: `${WIDE} OR (${OF_SCENARIO} AND person_key IN (SELECT acting_staff_keys()))`,
  },
  placement_runs: { ...allOf(PLANNER), select: `${WIDE} OR ${OF_SCENARIO}` },
  proposals: {
    ...allOf(PLANNER),
    select: `${WIDE} OR (${OF_RUN} AND (staff_id IN ${STAFF_IDS} OR (run_id, unit_code) IN (SELECT * FROM acting_run_units())))`,
  },
  accounts: allOf(DOOR),
  account_scopes: allOf(DOOR),
  sessions: allOf(DOOR),
  sign_in_failures: allOf(DOOR),
  access_settings: allOf(DOOR),
  audit_seals: { select: role('operator', 'auditor'), insert: role('operator') },
  audit_anchors: { select: role('operator', 'auditor'), insert: role('operator', 'auditor') },
  audit_entries: {
    select: role('operator', 'auditor'),
    insert: `(SELECT ${SETTING('role')} <> '')`,
  },
};

function postingIn(also: string): string {
  return `${WIDE} OR (${also} AND (unit_id = ANY (${IN_UNITS}) OR (${BLOCK} AND position_id IN (SELECT acting_position_ids()))))`;
}

function allOf(condition: string): Policies {
  return { select: condition, insert: condition, update: condition, delete: condition };
}

function policiesOf(table: string, policies: Policies): string[] {
  const ofProvince = `province_code = (SELECT ${SETTING('province')})`;
  return Object.entries(policies as unknown as Record<string, string>).map(([act, condition]) => {
    const whole = `(${ofProvince} AND (${condition}))`;
    const clauses = {
      select: `USING ${whole}`,
      insert: `WITH CHECK ${whole}`,
      update: `USING ${whole} WITH CHECK ${whole}`,
      delete: `USING ${whole}`,
    }[act as keyof Policies];
    return `CREATE POLICY ${table}_${act} ON ${table} FOR ${act.toUpperCase()} TO bo_tri_app ${clauses}`;
  });
}
