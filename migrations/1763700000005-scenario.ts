import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans: the frozen facts, what is given by hand, the runs of the engine and where they put each person. */
export class Scenario1763700000005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE scenarios (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        state text NOT NULL,
        effective_on date NOT NULL,
        rules_on date NOT NULL,
        facts_hash text NOT NULL,
        chosen_run_id bigint,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        applied_at timestamptz,
        CONSTRAINT scenarios_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT scenarios_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code),
        CONSTRAINT scenarios_name_key UNIQUE (province_code, name),
        CONSTRAINT scenarios_state_check CHECK
          (state IN ('draft', 'submitted', 'agreed', 'approved', 'applied', 'withdrawn'))
      );

      CREATE TABLE scenario_facts (
        province_code text NOT NULL,
        scenario_id bigint NOT NULL,
        kind text NOT NULL,
        key text NOT NULL,
        fact jsonb NOT NULL,
        hash text NOT NULL,
        CONSTRAINT scenario_facts_pkey PRIMARY KEY (province_code, scenario_id, kind, key),
        CONSTRAINT scenario_facts_scenario_id_fkey FOREIGN KEY (province_code, scenario_id) REFERENCES scenarios (province_code, id) ON DELETE CASCADE,
        CONSTRAINT scenario_facts_kind_check CHECK (kind IN ('unit', 'succession', 'position', 'position-succession',
          'seat', 'norm', 'person', 'pool', 'related-major', 'rank', 'parameter'))
      );

      CREATE TABLE pins (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        scenario_id bigint NOT NULL,
        person_key text NOT NULL,
        kind text NOT NULL,
        unit_code text,
        position_code text,
        reason text NOT NULL,
        CONSTRAINT pins_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT pins_scenario_id_fkey FOREIGN KEY (province_code, scenario_id) REFERENCES scenarios (province_code, id) ON DELETE CASCADE,
        CONSTRAINT pins_scenario_person_key UNIQUE (province_code, scenario_id, person_key),
        CONSTRAINT pins_kind_check CHECK (kind IN ('seat', 'leave')),
        CONSTRAINT pins_seat_check CHECK ((kind = 'seat') = (unit_code IS NOT NULL AND position_code IS NOT NULL))
      );

      CREATE TABLE placement_runs (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        scenario_id bigint NOT NULL,
        kind text NOT NULL,
        input_hash text NOT NULL,
        engine_version text NOT NULL,
        status text NOT NULL,
        proven boolean NOT NULL,
        levels jsonb NOT NULL,
        bound jsonb NOT NULL,
        breaches jsonb NOT NULL,
        potentials bytea NOT NULL,
        seconds double precision NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT placement_runs_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT placement_runs_scenario_id_fkey FOREIGN KEY (province_code, scenario_id) REFERENCES scenarios (province_code, id) ON DELETE CASCADE,
        CONSTRAINT placement_runs_kind_check CHECK (kind IN ('baseline', 'best')),
        CONSTRAINT placement_runs_status_check CHECK (status IN ('optimal', 'infeasible'))
      );
      CREATE INDEX placement_runs_scenario_id_idx ON placement_runs (province_code, scenario_id);
      ALTER TABLE scenarios ADD CONSTRAINT scenarios_chosen_run_id_fkey
        FOREIGN KEY (province_code, chosen_run_id) REFERENCES placement_runs (province_code, id);

      CREATE TABLE proposals (
        province_code text NOT NULL,
        run_id bigint NOT NULL,
        staff_id bigint NOT NULL,
        person_key text NOT NULL,
        outcome text NOT NULL,
        unit_code text,
        position_code text,
        fit text,
        failed_tests text[] NOT NULL DEFAULT '{}',
        movement text NOT NULL,
        pinned boolean NOT NULL,
        terms jsonb NOT NULL,
        reason text NOT NULL,
        CONSTRAINT proposals_pkey PRIMARY KEY (province_code, run_id, staff_id),
        CONSTRAINT proposals_run_id_fkey FOREIGN KEY (province_code, run_id) REFERENCES placement_runs (province_code, id) ON DELETE CASCADE,
        CONSTRAINT proposals_staff_id_fkey FOREIGN KEY (province_code, staff_id) REFERENCES staff (province_code, id),
        CONSTRAINT proposals_outcome_check CHECK (outcome IN ('seated', 'surplus', 'leaving')),
        CONSTRAINT proposals_place_check CHECK ((outcome = 'leaving') = (unit_code IS NULL)),
        CONSTRAINT proposals_fit_check CHECK (fit IN ('exact', 'related', 'after-training', 'out-of-field'))
      );
      CREATE INDEX proposals_cell_idx ON proposals (province_code, run_id, unit_code, position_code);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE scenarios DROP CONSTRAINT scenarios_chosen_run_id_fkey;
      DROP TABLE proposals, placement_runs, pins, scenario_facts, scenarios;
    `);
  }
}
