import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The pool of people without a seat: ranking registers as they were locked, and why a vacancy was not given to whom. Rows are
 * only added. A line is seen by whoever sees the person, without the neighbours; a register is written for the whole province.
 */
export class SurplusPool1763700000111 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ranking_registers (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        scenario_id bigint NOT NULL,
        run_id bigint NOT NULL,
        position_code text NOT NULL,
        people integer NOT NULL,
        rules jsonb NOT NULL,
        hash text NOT NULL,
        locked_by text NOT NULL,
        locked_name text NOT NULL,
        locked_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ranking_registers_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT ranking_registers_scenario_id_fkey FOREIGN KEY (province_code, scenario_id)
          REFERENCES scenarios (province_code, id) ON DELETE CASCADE,
        CONSTRAINT ranking_registers_run_id_fkey FOREIGN KEY (province_code, run_id)
          REFERENCES placement_runs (province_code, id) ON DELETE CASCADE
      );
      CREATE INDEX ranking_registers_scenario_id_idx ON ranking_registers (province_code, scenario_id, position_code);
      CREATE INDEX ranking_registers_run_id_idx ON ranking_registers (province_code, run_id);

      CREATE TABLE ranking_lines (
        province_code text NOT NULL,
        register_id bigint NOT NULL,
        staff_id bigint NOT NULL,
        rank integer NOT NULL,
        tied boolean NOT NULL,
        parted_by text,
        "values" jsonb NOT NULL,
        CONSTRAINT ranking_lines_pkey PRIMARY KEY (province_code, register_id, staff_id),
        CONSTRAINT ranking_lines_register_id_fkey FOREIGN KEY (province_code, register_id)
          REFERENCES ranking_registers (province_code, id) ON DELETE CASCADE,
        CONSTRAINT ranking_lines_staff_id_fkey FOREIGN KEY (province_code, staff_id)
          REFERENCES staff (province_code, id) ON DELETE CASCADE,
        CONSTRAINT ranking_lines_rank_check CHECK (rank >= 1)
      );
      CREATE INDEX ranking_lines_staff_id_idx ON ranking_lines (province_code, staff_id);

      CREATE TABLE pool_refusals (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        scenario_id bigint NOT NULL,
        staff_id bigint NOT NULL,
        commune_code text NOT NULL,
        position_code text NOT NULL,
        code text NOT NULL,
        note text NOT NULL,
        recorded_by text NOT NULL,
        recorded_name text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT pool_refusals_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT pool_refusals_scenario_id_fkey FOREIGN KEY (province_code, scenario_id)
          REFERENCES scenarios (province_code, id) ON DELETE CASCADE,
        CONSTRAINT pool_refusals_staff_id_fkey FOREIGN KEY (province_code, staff_id)
          REFERENCES staff (province_code, id) ON DELETE CASCADE,
        CONSTRAINT pool_refusals_code_check CHECK (code IN ('person-declines', 'unit-declines', 'too-far', 'health',
          'needs-training', 'kept-for-another', 'other'))
      );
      CREATE INDEX pool_refusals_scenario_id_idx ON pool_refusals (province_code, scenario_id, position_code);
      CREATE INDEX pool_refusals_staff_id_idx ON pool_refusals (province_code, staff_id);

      ALTER TABLE ranking_registers ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ranking_lines ENABLE ROW LEVEL SECURITY;
      ALTER TABLE pool_refusals ENABLE ROW LEVEL SECURITY;
      CREATE POLICY ranking_registers_select ON ranking_registers FOR SELECT TO bo_tri_app
        USING (${PROVINCE} AND (${WIDE} OR EXISTS (SELECT FROM ranking_lines line
          WHERE line.province_code = ranking_registers.province_code AND line.register_id = ranking_registers.id)));
      CREATE POLICY ranking_registers_insert ON ranking_registers FOR INSERT TO bo_tri_app WITH CHECK (${PROVINCE} AND ${WIDE});
      CREATE POLICY ranking_lines_select ON ranking_lines FOR SELECT TO bo_tri_app
        USING (${PROVINCE} AND (${WIDE} OR EXISTS (SELECT FROM staff s
          WHERE s.province_code = ranking_lines.province_code AND s.id = ranking_lines.staff_id)));
      CREATE POLICY ranking_lines_insert ON ranking_lines FOR INSERT TO bo_tri_app WITH CHECK (${PROVINCE} AND ${WIDE});
      CREATE POLICY pool_refusals_select ON pool_refusals FOR SELECT TO bo_tri_app USING (${PROVINCE} AND ${WIDE});
      CREATE POLICY pool_refusals_insert ON pool_refusals FOR INSERT TO bo_tri_app WITH CHECK (${PROVINCE} AND ${WIDE});
      REVOKE UPDATE, DELETE, TRUNCATE ON ranking_registers, ranking_lines, pool_refusals FROM bo_tri_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE pool_refusals, ranking_lines, ranking_registers;');
  }
}

const setting = (name: string): string => `current_setting('bo_tri.${name}', true)`;
const PROVINCE = `province_code = (SELECT ${setting('province')})`;
const WIDE = `(SELECT ${setting('wide')} = 'on')`;
