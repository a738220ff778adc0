import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What cannot be derived of a person in a plan: that they were heard and what they said, objections and complaints with their
 * answers, and that their work is handed over. Rows are only added. They are seen by whoever sees the person, and written for
 * the whole province.
 */
export class PersonActs1763700000110 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE person_acts (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        scenario_id bigint NOT NULL,
        staff_id bigint NOT NULL,
        kind text NOT NULL,
        of_act bigint,
        happened_on date NOT NULL,
        code text,
        note text NOT NULL,
        answer_until date,
        unit_code text,
        position_code text,
        recorded_by text NOT NULL,
        recorded_name text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT person_acts_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT person_acts_scenario_id_fkey FOREIGN KEY (province_code, scenario_id)
          REFERENCES scenarios (province_code, id) ON DELETE CASCADE,
        CONSTRAINT person_acts_staff_id_fkey FOREIGN KEY (province_code, staff_id)
          REFERENCES staff (province_code, id) ON DELETE CASCADE,
        CONSTRAINT person_acts_of_act_fkey FOREIGN KEY (province_code, of_act)
          REFERENCES person_acts (province_code, id) ON DELETE CASCADE,
        CONSTRAINT person_acts_kind_check CHECK (kind IN ('heard', 'objected', 'complained', 'answered', 'handed-over')),
        CONSTRAINT person_acts_of_act_check CHECK ((of_act IS NOT NULL) = (kind = 'answered')),
        CONSTRAINT person_acts_code_check CHECK ((code IS NULL) = (kind = 'handed-over')),
        CONSTRAINT person_acts_until_check CHECK ((answer_until IS NOT NULL) = (kind IN ('objected', 'complained')))
      );
      CREATE INDEX person_acts_scenario_id_idx ON person_acts (province_code, scenario_id, staff_id);
      CREATE INDEX person_acts_staff_id_idx ON person_acts (province_code, staff_id);
      CREATE UNIQUE INDEX person_acts_answer_idx ON person_acts (province_code, of_act);
      ALTER TABLE person_acts ENABLE ROW LEVEL SECURITY;
      CREATE POLICY person_acts_select ON person_acts FOR SELECT TO bo_tri_app
        USING (${PROVINCE} AND (${WIDE} OR EXISTS (SELECT FROM staff s
          WHERE s.province_code = person_acts.province_code AND s.id = person_acts.staff_id)));
      CREATE POLICY person_acts_insert ON person_acts FOR INSERT TO bo_tri_app WITH CHECK (${PROVINCE} AND ${WIDE});
      REVOKE UPDATE, DELETE, TRUNCATE ON person_acts FROM bo_tri_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE person_acts;');
  }
}

const setting = (name: string): string => `current_setting('bo_tri.${name}', true)`;
const PROVINCE = `province_code = (SELECT ${setting('province')})`;
const WIDE = `(SELECT ${setting('wide')} = 'on')`;
