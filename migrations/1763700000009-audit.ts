import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail says as what, from where and why, and what changed; its entries get their number and time from the database,
 * and their seals, chained in the order of the numbers, have a table of their own.
 */
export class Audit1763700000009 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(COLUMNS);
    await queryRunner.query(NUMBERS);
    await queryRunner.query(SEALS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE audit_anchors, audit_seals;
      DROP FUNCTION audit_is_append_only();

      DROP TRIGGER audit_entries_number ON audit_entries;
      DROP FUNCTION audit_entries_number();
      ALTER TABLE audit_entries ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
      SELECT setval(pg_get_serial_sequence('audit_entries', 'id'), nextval('audit_entry_numbers'), false);
      DROP SEQUENCE audit_entry_numbers;

      DROP INDEX audit_entries_actor_idx, audit_entries_subject_idx;
      ALTER TABLE audit_entries DROP COLUMN kind, DROP COLUMN role, DROP COLUMN from_address, DROP COLUMN why,
        DROP COLUMN before, DROP COLUMN after;
    `);
  }
}

/** What older entries did not say: they were writes, and without accounts everybody acted as the operator. */
const COLUMNS = `
  ALTER TABLE audit_entries
    ADD COLUMN kind text NOT NULL DEFAULT 'write',
    ADD COLUMN role text NOT NULL DEFAULT 'operator',
    ADD COLUMN from_address text NOT NULL DEFAULT 'unknown',
    ADD COLUMN why text,
    ADD COLUMN before jsonb,
    ADD COLUMN after jsonb,
    ADD CONSTRAINT audit_entries_kind_check CHECK (kind IN ('write', 'sign-in', 'refusal', 'reveal', 'export', 'read')),
    ADD CONSTRAINT audit_entries_role_check CHECK (role IN ('officer', 'manager', 'leader', 'auditor', 'administrator', 'operator', 'gate'));
  ALTER TABLE audit_entries
    ALTER COLUMN kind DROP DEFAULT, ALTER COLUMN role DROP DEFAULT, ALTER COLUMN from_address DROP DEFAULT;
  CREATE INDEX audit_entries_actor_idx ON audit_entries (province_code, actor, id);
  CREATE INDEX audit_entries_subject_idx ON audit_entries (province_code, subject, id);
`;

/**
 * A transaction holds a shared lock before it takes a number for its entry, and until its end: so whoever has seen an entry
 * sees by the locks which transactions may still bring one with a smaller number. The sealer waits for those, and for no
 * others of the server. Nobody ever takes the lock alone, so nobody waits for it.
 */
const NUMBERS = `
  ALTER TABLE audit_entries ALTER COLUMN id DROP IDENTITY;
  CREATE SEQUENCE audit_entry_numbers AS bigint;
  SELECT setval('audit_entry_numbers', coalesce((SELECT max(id) FROM audit_entries), 0) + 1, false);

  CREATE FUNCTION audit_entries_number() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock_shared(1763700009, 0);
      NEW.id := nextval('audit_entry_numbers');
      NEW.at := clock_timestamp();
      RETURN NEW;
    END $$;
  REVOKE EXECUTE ON FUNCTION audit_entries_number() FROM PUBLIC;
  CREATE TRIGGER audit_entries_number BEFORE INSERT ON audit_entries
    FOR EACH ROW EXECUTE FUNCTION audit_entries_number();
`;

/** No foreign key to the entries: that every seal has its entry is what the verification proves, with the key. */
const SEALS = `
  CREATE TABLE audit_seals (
    province_code text NOT NULL,
    number bigint NOT NULL,
    entry_id bigint NOT NULL,
    sealed_at timestamptz NOT NULL,
    key_id text NOT NULL,
    seal text NOT NULL,
    CONSTRAINT audit_seals_pkey PRIMARY KEY (province_code, number),
    CONSTRAINT audit_seals_entry_id_key UNIQUE (province_code, entry_id)
  );

  CREATE TABLE audit_anchors (
    province_code text NOT NULL,
    day date NOT NULL,
    number bigint NOT NULL,
    entry_id bigint NOT NULL,
    seal text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT audit_anchors_pkey PRIMARY KEY (province_code, day, number)
  );

  REVOKE UPDATE, DELETE, TRUNCATE ON audit_seals, audit_anchors FROM bo_tri_app;

  CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
  CREATE TRIGGER audit_anchors_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_anchors
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
`;
