import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who submitted and who approved a plan, what exactly was approved, and what the units said that send or receive people.
 * Answers are never changed or removed: a later one stands beside an earlier one.
 */
export class Agreements1763700000085 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE scenarios
        ADD COLUMN submitted_by text,
        ADD COLUMN submitted_at timestamptz,
        ADD COLUMN approved_by text,
        ADD COLUMN approved_at timestamptz,
        ADD COLUMN approved_hash text,
        ADD CONSTRAINT scenarios_approved_check CHECK (state <> 'approved' OR
          (approved_by IS NOT NULL AND approved_at IS NOT NULL AND approved_hash IS NOT NULL AND chosen_run_id IS NOT NULL));
      CREATE TABLE scenario_agreements (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        scenario_id bigint NOT NULL,
        run_id bigint NOT NULL,
        unit_code text NOT NULL,
        side text NOT NULL,
        answer text NOT NULL,
        reason text,
        note text,
        answered_by text NOT NULL,
        answered_name text NOT NULL,
        on_behalf boolean NOT NULL,
        answered_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT scenario_agreements_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT scenario_agreements_scenario_id_fkey FOREIGN KEY (province_code, scenario_id)
          REFERENCES scenarios (province_code, id) ON DELETE CASCADE,
        CONSTRAINT scenario_agreements_run_id_fkey FOREIGN KEY (province_code, run_id)
          REFERENCES placement_runs (province_code, id) ON DELETE CASCADE,
        CONSTRAINT scenario_agreements_side_check CHECK (side IN ('sending', 'receiving')),
        CONSTRAINT scenario_agreements_answer_check CHECK (answer IN ('agreed', 'objected', 'overruled')),
        CONSTRAINT scenario_agreements_reason_check CHECK ((answer = 'agreed') = (reason IS NULL))
      );
      CREATE INDEX scenario_agreements_scenario_id_idx ON scenario_agreements (province_code, scenario_id);
      CREATE INDEX scenario_agreements_run_id_idx ON scenario_agreements (province_code, run_id);
      ALTER TABLE scenario_agreements ENABLE ROW LEVEL SECURITY;
      CREATE POLICY scenario_agreements_select ON scenario_agreements FOR SELECT TO bo_tri_app
        USING (${PROVINCE} AND (${WIDE} OR ${OWN}));
      CREATE POLICY scenario_agreements_insert ON scenario_agreements FOR INSERT TO bo_tri_app
        WITH CHECK (${PROVINCE} AND (${WIDE} OR (${LEADER} AND answer <> 'overruled' AND NOT on_behalf AND ${OWN})));
      REVOKE UPDATE, DELETE, TRUNCATE ON scenario_agreements FROM bo_tri_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE scenario_agreements;
      ALTER TABLE scenarios
        DROP CONSTRAINT scenarios_approved_check,
        DROP COLUMN submitted_by,
        DROP COLUMN submitted_at,
        DROP COLUMN approved_by,
        DROP COLUMN approved_at,
        DROP COLUMN approved_hash;
    `);
  }
}

const setting = (name: string): string => `current_setting('bo_tri.${name}', true)`;
const PROVINCE = `province_code = (SELECT ${setting('province')})`;
const WIDE = `(SELECT ${setting('wide')} = 'on')`;
const LEADER = `(SELECT ${setting('role')} = 'leader')`;
const OWN = `(scenario_id, unit_code) IN (SELECT * FROM acting_scenario_units())`;
