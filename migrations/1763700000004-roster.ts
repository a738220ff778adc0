import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploaded workbooks, their rows as read, and what is wrong with them. */
export class Roster1763700000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE import_batches (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        sender text NOT NULL,
        as_of date NOT NULL,
        state text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        promoted_at timestamptz,
        CONSTRAINT import_batches_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT import_batches_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code),
        CONSTRAINT import_batches_state_check CHECK (state IN ('staged', 'promoted', 'undone'))
      );

      CREATE TABLE import_files (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        batch_id bigint NOT NULL,
        name text NOT NULL,
        sha256 text NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT import_files_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT import_files_batch_id_fkey FOREIGN KEY (province_code, batch_id) REFERENCES import_batches (province_code, id) ON DELETE CASCADE,
        CONSTRAINT import_files_batch_name_key UNIQUE (province_code, batch_id, name)
      );

      CREATE TABLE import_rows (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        batch_id bigint NOT NULL,
        file text NOT NULL,
        sheet text NOT NULL,
        row_number integer NOT NULL,
        record jsonb NOT NULL,
        state text NOT NULL,
        staff_id bigint,
        before_image jsonb,
        CONSTRAINT import_rows_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT import_rows_batch_id_fkey FOREIGN KEY (province_code, batch_id) REFERENCES import_batches (province_code, id) ON DELETE CASCADE,
        CONSTRAINT import_rows_staff_id_fkey FOREIGN KEY (province_code, staff_id) REFERENCES staff (province_code, id),
        CONSTRAINT import_rows_place_key UNIQUE (province_code, batch_id, file, sheet, row_number),
        CONSTRAINT import_rows_state_check CHECK (state IN ('staged', 'set-aside', 'added', 'changed', 'unchanged'))
      );
      CREATE INDEX import_rows_staff_id_idx ON import_rows (province_code, staff_id);

      CREATE TABLE import_issues (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        batch_id bigint NOT NULL,
        file text NOT NULL,
        sheet text NOT NULL,
        row_number integer NOT NULL,
        column_letters text NOT NULL,
        code text NOT NULL,
        severity text NOT NULL,
        message text NOT NULL,
        CONSTRAINT import_issues_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT import_issues_batch_id_fkey FOREIGN KEY (province_code, batch_id) REFERENCES import_batches (province_code, id) ON DELETE CASCADE,
        CONSTRAINT import_issues_severity_check CHECK (severity IN ('error', 'warning', 'note'))
      );
      CREATE INDEX import_issues_batch_id_idx ON import_issues (province_code, batch_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE import_issues, import_rows, import_files, import_batches;`);
  }
}
