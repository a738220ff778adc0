import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The figures of a run by unit and position, kept beside its units and holders (migration 144), for whoever sees the whole
 * run. They are sums over people, so for everybody else they are added up out of the lines that are theirs to see, as before.
 * What makes units and holders forgotten makes cells forgotten too.
 */
export class KeptCellsOfRuns1763700000145 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [...TABLE, ...READ, ...forgetting([...BEFORE, 'run_cells']), KEEP_OLD])
      await queryRunner.query(sql);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [
      'DROP FUNCTION gap_cells(text, bigint, date)',
      'ALTER FUNCTION reckoned_cells(text, bigint, date) RENAME TO gap_cells',
      ...forgetting(BEFORE),
      'DROP TABLE run_cells',
    ])
      await queryRunner.query(sql);
  }
}

const setting = (name: string): string => `current_setting('bo_tri.${name}', true)`;
const OF_PROVINCE = `province_code = (SELECT ${setting('province')})`;
const WIDE = `(SELECT ${setting('wide')} = 'on')`;

const FIGURES = [
  ...['seats', 'required', 'people', 'seated', 'surplus', 'vacant', 'misfit', 'absent', 'cover'],
  'shortage',
];

/** Where people hold no position it is '' here, as a key has no null. */
const TABLE = [
  `CREATE TABLE run_cells (
    province_code text NOT NULL,
    run_id bigint NOT NULL,
    unit_code text NOT NULL,
    position_code text NOT NULL,
    commune_code text NOT NULL,
    zone text,
    block text,
    field_code text,
    ${FIGURES.map((figure) => `${figure} integer NOT NULL`).join(', ')},
    CONSTRAINT run_cells_pkey PRIMARY KEY (province_code, run_id, unit_code, position_code),
    CONSTRAINT run_cells_run_id_fkey FOREIGN KEY (province_code, run_id)
      REFERENCES placement_runs (province_code, id) ON DELETE CASCADE
  )`,
  'ALTER TABLE run_cells ENABLE ROW LEVEL SECURITY',
  'GRANT SELECT, INSERT ON run_cells TO bo_tri_app',
  `CREATE POLICY run_cells_select ON run_cells FOR SELECT TO bo_tri_app USING (${OF_PROVINCE} AND ${WIDE})`,
  `CREATE POLICY run_cells_insert ON run_cells FOR INSERT TO bo_tri_app WITH CHECK (${OF_PROVINCE} AND ${WIDE})`,
];

const OF_THIS_RUN = 'FROM run_cells k WHERE k.province_code = province AND k.run_id = run';

/** Who sees a part of the run finds nothing kept, by the policy. */
const READ = [
  'ALTER FUNCTION gap_cells(text, bigint, date) RENAME TO reckoned_cells',
  `CREATE FUNCTION gap_cells(province text, run bigint, on_day date) RETURNS TABLE
     (unit_code text, commune_code text, zone text, position_code text, block text, field_code text,
      ${FIGURES.map((figure) => `${figure} integer`).join(', ')})
   LANGUAGE plpgsql STABLE SECURITY INVOKER ROWS 3000
   SET search_path = public, pg_temp SET enable_nestloop = off AS $$
   #variable_conflict use_column
   BEGIN
     IF EXISTS (SELECT ${OF_THIS_RUN}) THEN
       RETURN QUERY SELECT unit_code, commune_code, zone, nullif(position_code, ''), block, field_code, ${FIGURES.join(', ')}
         ${OF_THIS_RUN};
     ELSE
       RETURN QUERY SELECT * FROM reckoned_cells(province, run, on_day);
     END IF;
   END $$`,
  'REVOKE ALL ON FUNCTION gap_cells(text, bigint, date) FROM PUBLIC',
  'GRANT EXECUTE ON FUNCTION gap_cells(text, bigint, date) TO bo_tri_app',
];

const BEFORE = ['run_units', 'run_holders'];

const CONDITIONS = {
  forget_gap_of_scenarios: `(k.province_code, k.run_id) IN (SELECT r.province_code, r.id FROM placement_runs r
    WHERE (r.province_code, r.scenario_id) IN (SELECT DISTINCT province_code, scenario_id FROM gone))`,
  forget_gap_of_runs:
    '(k.province_code, k.run_id) IN (SELECT DISTINCT province_code, run_id FROM gone)',
};

function forgetting(tables: readonly string[]): string[] {
  return Object.entries(CONDITIONS).map(
    ([name, condition]) => `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     BEGIN
       ${tables.map((table) => `DELETE FROM ${table} k WHERE ${condition};`).join('\n       ')}
       RETURN NULL;
     END $$`,
  );
}

/** Of runs that are there: the owner sees all of them. */
const KEEP_OLD = `INSERT INTO run_cells (province_code, run_id, unit_code, position_code, commune_code, zone, block, field_code,
    ${FIGURES.join(', ')})
  SELECT r.province_code, r.id, c.unit_code, coalesce(c.position_code, ''), c.commune_code, c.zone, c.block, c.field_code,
    ${FIGURES.map((figure) => `c.${figure}`).join(', ')}
  FROM placement_runs r, reckoned_cells(r.province_code, r.id, NULL) c`;
