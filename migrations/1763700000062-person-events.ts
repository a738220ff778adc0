import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened in a person's life or was wrong in their file: from which day, what it changed, and whether it was taken
 * back. Only whoever sees the whole province sees it: it tells of illness, family and discipline.
 */
export class PersonEvents1763700000062 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE person_events (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        staff_id bigint NOT NULL,
        kind text NOT NULL,
        effective_on date NOT NULL,
        reason text NOT NULL,
        changes jsonb NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        taken_back_at timestamptz,
        CONSTRAINT person_events_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT person_events_staff_id_fkey FOREIGN KEY (province_code, staff_id)
          REFERENCES staff (province_code, id) ON DELETE CASCADE,
        CONSTRAINT person_events_kind_check CHECK (kind IN ('newcomer', 'correction', 'degree', 'marriage', 'maternity', 'discipline'))
      );
      CREATE INDEX person_events_staff_id_idx ON person_events (province_code, staff_id);
      ALTER TABLE person_events ENABLE ROW LEVEL SECURITY;
      CREATE POLICY person_events_select ON person_events FOR SELECT TO bo_tri_app USING ${WHOLE};
      CREATE POLICY person_events_insert ON person_events FOR INSERT TO bo_tri_app WITH CHECK ${WHOLE};
      CREATE POLICY person_events_update ON person_events FOR UPDATE TO bo_tri_app USING ${WHOLE} WITH CHECK ${WHOLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP POLICY person_events_update ON person_events;
      DROP POLICY person_events_insert ON person_events;
      DROP POLICY person_events_select ON person_events;
      DROP TABLE person_events;
    `);
  }
}

const WHOLE = `(province_code = (SELECT current_setting('bo_tri.province', true))
  AND (SELECT current_setting('bo_tri.wide', true) = 'on'))`;
