import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a province has compared with the official text: a value of a row, by whom and when. It holds for that value only; a
 * changed value is unconfirmed again. And a parameter is never overwritten: a newer version supersedes the older one, which stays with its values. The application may
 * add rows and mark them as superseded, nothing else.
 */
export class LawVersions1763700000050 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE law_parameters
        ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN recorded_by text,
        ADD COLUMN superseded_at timestamptz,
        DROP CONSTRAINT law_parameters_span_excl,
        ADD CONSTRAINT law_parameters_span_excl EXCLUDE USING gist
          (key WITH =, scope WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (superseded_at IS NULL);
      REVOKE UPDATE, DELETE, TRUNCATE ON law_parameters FROM bo_tri_app;
      GRANT UPDATE (superseded_at) ON law_parameters TO bo_tri_app;

      CREATE TABLE law_confirmations (
        province_code text NOT NULL,
        key text NOT NULL,
        scope text NOT NULL,
        starts_on date NOT NULL,
        value jsonb NOT NULL,
        confirmed_at timestamptz NOT NULL DEFAULT now(),
        confirmed_by text NOT NULL,
        note text,
        CONSTRAINT law_confirmations_pkey PRIMARY KEY (province_code, key, scope, starts_on, value),
        CONSTRAINT law_confirmations_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code)
      );
      REVOKE UPDATE, DELETE, TRUNCATE ON law_confirmations FROM bo_tri_app;
      ALTER TABLE law_confirmations ENABLE ROW LEVEL SECURITY;
      CREATE POLICY law_confirmations_select ON law_confirmations FOR SELECT TO bo_tri_app
        USING (province_code = (SELECT current_setting('bo_tri.province', true)));
      CREATE POLICY law_confirmations_insert ON law_confirmations FOR INSERT TO bo_tri_app
        WITH CHECK (province_code = (SELECT current_setting('bo_tri.province', true))
          AND (SELECT acting_role()) IN ('operator', 'officer') AND (SELECT acting_block()) IS NULL);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE law_confirmations;
      DELETE FROM law_parameters WHERE superseded_at IS NOT NULL;
      REVOKE UPDATE (superseded_at) ON law_parameters FROM bo_tri_app;
      GRANT UPDATE, DELETE ON law_parameters TO bo_tri_app;
      ALTER TABLE law_parameters
        DROP CONSTRAINT law_parameters_span_excl,
        DROP COLUMN recorded_at,
        DROP COLUMN recorded_by,
        DROP COLUMN superseded_at,
        ADD CONSTRAINT law_parameters_span_excl EXCLUDE USING gist
          (key WITH =, scope WITH =, daterange(starts_on, ends_on) WITH &&);
    `);
  }
}
