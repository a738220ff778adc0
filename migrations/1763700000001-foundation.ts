import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, the application's role, text folding, the tenant, and the trail of who did what. */
export class Foundation1763700000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      -- Roles belong to the server, not to the database: another database may have made it already.
      DO $$ BEGIN
        CREATE ROLE bo_tri_app NOLOGIN;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
      GRANT USAGE ON SCHEMA public TO bo_tri_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO bo_tri_app;
      GRANT SELECT ON TABLE migrations TO bo_tri_app;

      -- unaccent() is only STABLE; naming the dictionary makes it safe to index.
      CREATE FUNCTION folded(value text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC))) $$;

      CREATE TABLE provinces (
        code text NOT NULL,
        name text NOT NULL,
        CONSTRAINT provinces_pkey PRIMARY KEY (code),
        CONSTRAINT provinces_code_check CHECK (code ~ '^[0-9]{2}$')
      );

      CREATE TABLE audit_entries (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor text NOT NULL,
        action text NOT NULL,
        subject text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT audit_entries_pkey PRIMARY KEY (province_code, id)
      );
      CREATE INDEX audit_entries_at_idx ON audit_entries (province_code, at);
      REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries FROM bo_tri_app;

      CREATE FUNCTION audit_entries_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'audit_entries is append-only' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_are_append_only();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // The role stays: other databases of the server may use it. The extensions stay: they may be older than we are.
    await queryRunner.query(`
      DROP TABLE audit_entries;
      DROP FUNCTION audit_entries_are_append_only();
      DROP TABLE provinces;
      DROP FUNCTION folded(text);
      REVOKE SELECT ON TABLE migrations FROM bo_tri_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLES FROM bo_tri_app;
      REVOKE USAGE ON SCHEMA public FROM bo_tri_app;
    `);
  }
}
