import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which units stand in a run, and who holds which seat, does not change while its facts and its lines stand. So both are
 * reckoned once, when the run is stored, and kept: `gap_units` and `gap_holders` read them instead of reckoning them for each
 * figure. What is changed underneath is forgotten by triggers and reckoned again at each reading, as for a run that was never
 * kept.
 */
export class KeptGapOfRuns1763700000144 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [...TABLES, ...KEPT.flatMap(readKept), ...FORGET, ...KEEP_OLD])
      await queryRunner.query(sql);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [
      'DROP TRIGGER kept_gap_of_gone_facts ON scenario_facts',
      'DROP TRIGGER kept_gap_of_facts ON scenario_facts',
      'DROP TRIGGER kept_gap_of_lines ON proposals',
      'DROP FUNCTION forget_gap_of_scenarios()',
      'DROP FUNCTION forget_gap_of_runs()',
      ...KEPT.flatMap(({ things }) => [
        `DROP FUNCTION gap_${things}(text, bigint, date)`,
        `ALTER FUNCTION reckoned_${things}(text, bigint, date) RENAME TO gap_${things}`,
        `DROP TABLE run_${things}`,
      ]),
    ])
      await queryRunner.query(sql);
  }
}

interface Kept {
  readonly things: 'units' | 'holders';
  /** As migration 6 tells them. */
  readonly columns: string;
}

const UNITS = {
  things: 'units',
  columns:
    'code text, name text, level text, commune_code text, commune_name text, zone text, border boolean',
} as const;

const HOLDERS = {
  things: 'holders',
  columns: `staff_id bigint, person_key text, unit_code text, commune_code text, position_code text, block text, kind text,
    seated boolean, fit text, failed_tests text[], qualified boolean, absent boolean, covers boolean, counted boolean`,
} as const;

/** Holders are reckoned from units. */
const KEPT: readonly Kept[] = [UNITS, HOLDERS];

const namesOf = ({ columns }: Kept): string => columns.replaceAll(/ (text\[\]|\w+)(?=,|$)/g, '');

const ofRun = (
  table: string,
): string => `CONSTRAINT ${table}_run_id_fkey FOREIGN KEY (province_code, run_id)
  REFERENCES placement_runs (province_code, id) ON DELETE CASCADE`;

const setting = (name: string): string => `current_setting('bo_tri.${name}', true)`;
const OF_PROVINCE = `province_code = (SELECT ${setting('province')})`;
const WIDE = `(SELECT ${setting('wide')} = 'on')`;
const SEEN_RUN = 'run_id IN (SELECT id FROM placement_runs)';
/** As of the lines themselves: migration 12. */
const SEEN_LINE = `${SEEN_RUN} AND (staff_id IN (SELECT acting_staff_ids())
  OR (run_id, unit_code) IN (SELECT * FROM acting_run_units()))`;

const TABLES = [
  `CREATE TABLE run_units (
    province_code text NOT NULL,
    run_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    level text NOT NULL,
    commune_code text NOT NULL,
    commune_name text NOT NULL,
    zone text,
    border boolean NOT NULL,
    CONSTRAINT run_units_pkey PRIMARY KEY (province_code, run_id, code),
    ${ofRun('run_units')}
  )`,
  `CREATE TABLE run_holders (
    province_code text NOT NULL,
    run_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    kind text NOT NULL,
    person_key text NOT NULL,
    unit_code text NOT NULL,
    commune_code text NOT NULL,
    position_code text,
    block text,
    seated boolean NOT NULL,
    fit text,
    failed_tests text[] NOT NULL,
    qualified boolean NOT NULL,
    absent boolean NOT NULL,
    covers boolean NOT NULL,
    counted boolean NOT NULL,
    CONSTRAINT run_holders_pkey PRIMARY KEY (province_code, run_id, staff_id, kind),
    ${ofRun('run_holders')}
  )`,
  ...policiesOf('run_units', SEEN_RUN),
  ...policiesOf('run_holders', SEEN_LINE),
];

function policiesOf(table: string, seen: string): string[] {
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `GRANT SELECT, INSERT ON ${table} TO bo_tri_app`,
    `CREATE POLICY ${table}_select ON ${table} FOR SELECT TO bo_tri_app
       USING (${OF_PROVINCE} AND (${WIDE} OR (${seen})))`,
    `CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO bo_tri_app WITH CHECK (${OF_PROVINCE} AND ${WIDE})`,
  ];
}

function readKept(kept: Kept): string[] {
  const { things, columns } = kept;
  const ofThisRun = `FROM run_${things} k WHERE k.province_code = province AND k.run_id = run`;
  return [
    `ALTER FUNCTION gap_${things}(text, bigint, date) RENAME TO reckoned_${things}`,
    `CREATE FUNCTION gap_${things}(province text, run bigint, on_day date) RETURNS TABLE (${columns})
     LANGUAGE plpgsql STABLE SECURITY INVOKER ROWS 3000
     SET search_path = public, pg_temp SET enable_nestloop = off AS $$
     #variable_conflict use_column
     BEGIN
       IF EXISTS (SELECT ${ofThisRun}) THEN
         RETURN QUERY SELECT ${namesOf(kept)} ${ofThisRun};
       ELSE
         RETURN QUERY SELECT * FROM reckoned_${things}(province, run, on_day);
       END IF;
     END $$`,
    `REVOKE ALL ON FUNCTION gap_${things}(text, bigint, date) FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION gap_${things}(text, bigint, date) TO bo_tri_app`,
  ];
}

const trigger = (name: string, event: string, calls: string): string =>
  `CREATE TRIGGER ${name} AFTER ${event} REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION ${calls}()`;

function forgetting(name: string, condition: string): string[] {
  return [
    `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     BEGIN
       DELETE FROM run_units k WHERE ${condition};
       DELETE FROM run_holders k WHERE ${condition};
       RETURN NULL;
     END $$`,
    `REVOKE ALL ON FUNCTION ${name}() FROM PUBLIC`,
  ];
}

const FORGET = [
  ...forgetting(
    'forget_gap_of_scenarios',
    `(k.province_code, k.run_id) IN (SELECT r.province_code, r.id FROM placement_runs r
       WHERE (r.province_code, r.scenario_id) IN (SELECT DISTINCT province_code, scenario_id FROM gone))`,
  ),
  ...forgetting(
    'forget_gap_of_runs',
    '(k.province_code, k.run_id) IN (SELECT DISTINCT province_code, run_id FROM gone)',
  ),
  trigger('kept_gap_of_gone_facts', 'DELETE ON scenario_facts', 'forget_gap_of_scenarios'),
  trigger('kept_gap_of_facts', 'UPDATE ON scenario_facts', 'forget_gap_of_scenarios'),
  trigger('kept_gap_of_lines', 'UPDATE ON proposals', 'forget_gap_of_runs'),
];

/** Of runs that are there: the owner sees all of them. */
const KEEP_OLD = KEPT.map(
  (kept) => `INSERT INTO run_${kept.things} (province_code, run_id, ${namesOf(kept)})
    SELECT r.province_code, r.id, k.* FROM placement_runs r, reckoned_${kept.things}(r.province_code, r.id, NULL) k`,
);
