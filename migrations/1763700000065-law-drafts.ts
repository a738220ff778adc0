import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each parameter is called and what kind of value it has, and drafts of several changes before they are in force. */
export class LawDrafts1763700000065 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE law_keys (
        key text NOT NULL,
        pack_key text NOT NULL,
        kind text NOT NULL,
        by_unit boolean NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        CONSTRAINT law_keys_pkey PRIMARY KEY (key),
        CONSTRAINT law_keys_pack_key_fkey FOREIGN KEY (pack_key) REFERENCES law_packs (key),
        CONSTRAINT law_keys_kind_check CHECK (kind IN ('number', 'boolean', 'text', 'day', 'list'))
      );

      CREATE TABLE law_drafts (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        name text NOT NULL,
        state text NOT NULL DEFAULT 'draft',
        rows jsonb NOT NULL DEFAULT '[]',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by text NOT NULL,
        settled_at timestamptz,
        settled_by text,
        CONSTRAINT law_drafts_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT law_drafts_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code),
        CONSTRAINT law_drafts_state_check CHECK (state IN ('draft', 'in-force', 'dropped')),
        CONSTRAINT law_drafts_settled_check CHECK ((state = 'draft') = (settled_at IS NULL))
      );
      REVOKE DELETE, TRUNCATE ON law_drafts FROM bo_tri_app;
      ALTER TABLE law_drafts ENABLE ROW LEVEL SECURITY;
      CREATE POLICY law_drafts_select ON law_drafts FOR SELECT TO bo_tri_app
        USING (province_code = (SELECT current_setting('bo_tri.province', true)));
      CREATE POLICY law_drafts_insert ON law_drafts FOR INSERT TO bo_tri_app WITH CHECK (${MAY_WRITE});
      CREATE POLICY law_drafts_update ON law_drafts FOR UPDATE TO bo_tri_app
        USING (${MAY_WRITE}) WITH CHECK (${MAY_WRITE});
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE law_drafts;
      DROP TABLE law_keys;
    `);
  }
}

const MAY_WRITE = `province_code = (SELECT current_setting('bo_tri.province', true))
  AND (SELECT acting_role()) IN ('operator', 'officer') AND (SELECT acting_block()) IS NULL`;
