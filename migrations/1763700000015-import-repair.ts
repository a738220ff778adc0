import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A batch that is repaired, decided on and taken back: what its columns mean, cells typed anew, answers to questions, the
 * texts of its rows, and what its promotion made of the registry.
 */
export class ImportRepair1763700000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await queryRunner.query(HELD_NUMBERS);
    await queryRunner.query(LATER_ON_PEOPLE);
    for (const [table, policies] of Object.entries(POLICIES)) {
      await queryRunner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      for (const [act, condition] of Object.entries(policies))
        await queryRunner.query(policyOf(table, act, condition));
    }
    await queryRunner.query(`DROP POLICY staff_delete ON staff`);
    await queryRunner.query(policyOf('staff', 'delete', `${WIDE} OR ${MADE_BY_OWN_BATCH}`));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP POLICY staff_delete ON staff`);
    await queryRunner.query(policyOf('staff', 'delete', WIDE));
    await queryRunner.query(`
      DROP TABLE column_choices, import_answers, import_corrections, import_sheets;
      DROP FUNCTION later_on_people(bigint, bigint[], bigint[]);
      DROP FUNCTION held_numbers(text[]);
      ALTER TABLE import_rows DROP CONSTRAINT import_rows_state_check;
      ALTER TABLE import_rows DROP COLUMN after_hashes, DROP COLUMN questions, DROP COLUMN cells;
      ALTER TABLE import_rows ADD CONSTRAINT import_rows_state_check
        CHECK (state IN ('staged', 'set-aside', 'added', 'changed', 'unchanged'));
      ALTER TABLE import_batches DROP CONSTRAINT import_batches_kind_check;
      ALTER TABLE import_batches DROP COLUMN promoted_in, DROP COLUMN undone_at, DROP COLUMN mapping,
        DROP COLUMN version, DROP COLUMN kind;
    `);
  }
}

const TABLES = `
  ALTER TABLE import_batches
    ADD COLUMN kind text NOT NULL DEFAULT 'roster',
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN mapping jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN undone_at timestamptz,
    ADD COLUMN promoted_in uuid,
    ADD CONSTRAINT import_batches_kind_check CHECK (kind IN
      ('roster', 'units', 'positions', 'seats', 'wishes', 'ratings', 'conditions', 'merger'));

  ALTER TABLE import_rows DROP CONSTRAINT import_rows_state_check;
  ALTER TABLE import_rows
    ADD COLUMN cells jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN questions jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN after_hashes jsonb,
    ADD CONSTRAINT import_rows_state_check
      CHECK (state IN ('staged', 'held', 'set-aside', 'added', 'changed', 'unchanged'));

  CREATE TABLE import_sheets (
    province_code text NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    batch_id bigint NOT NULL,
    file text NOT NULL,
    sheet text NOT NULL,
    report jsonb NOT NULL,
    CONSTRAINT import_sheets_pkey PRIMARY KEY (province_code, id),
    CONSTRAINT import_sheets_batch_id_fkey FOREIGN KEY (province_code, batch_id) REFERENCES import_batches (province_code, id) ON DELETE CASCADE,
    CONSTRAINT import_sheets_place_key UNIQUE (province_code, batch_id, file, sheet)
  );

  CREATE TABLE import_corrections (
    province_code text NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    batch_id bigint NOT NULL,
    file text NOT NULL,
    sheet text NOT NULL,
    row_number integer NOT NULL,
    column_letters text NOT NULL,
    was text NOT NULL,
    typed text NOT NULL,
    corrected_by text NOT NULL,
    corrected_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT import_corrections_pkey PRIMARY KEY (province_code, id),
    CONSTRAINT import_corrections_batch_id_fkey FOREIGN KEY (province_code, batch_id) REFERENCES import_batches (province_code, id) ON DELETE CASCADE,
    CONSTRAINT import_corrections_place_key UNIQUE (province_code, batch_id, file, sheet, row_number, column_letters)
  );

  CREATE TABLE import_answers (
    province_code text NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    batch_id bigint NOT NULL,
    file text NOT NULL,
    sheet text NOT NULL,
    row_number integer NOT NULL,
    question text NOT NULL,
    answer text NOT NULL,
    answered_by text NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT import_answers_pkey PRIMARY KEY (province_code, id),
    CONSTRAINT import_answers_batch_id_fkey FOREIGN KEY (province_code, batch_id) REFERENCES import_batches (province_code, id) ON DELETE CASCADE,
    CONSTRAINT import_answers_place_key UNIQUE (province_code, batch_id, file, sheet, row_number, question)
  );

  CREATE TABLE column_choices (
    province_code text NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    sender text NOT NULL,
    label text NOT NULL,
    field text,
    chosen_by text NOT NULL,
    chosen_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT column_choices_pkey PRIMARY KEY (province_code, id),
    CONSTRAINT column_choices_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code),
    CONSTRAINT column_choices_label_key UNIQUE (province_code, kind, sender, label, chosen_by)
  );`;

/**
 * Of the given personal numbers those that stand in the registry outside the actor's scope: yes or no, nothing of the
 * person. Runs as its owner, who sees all; nothing for whoever sees the whole province or sends no rosters.
 */
const HELD_NUMBERS = `
  CREATE FUNCTION held_numbers(numbers text[]) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = public, pg_temp
    AS $$
      SELECT personal_number FROM staff
      WHERE province_code = current_setting('bo_tri.province', true) AND personal_number = ANY (numbers)
        AND acting_role() IN ('officer', 'manager') AND coalesce(current_setting('bo_tri.wide', true), '') <> 'on'
        AND id NOT IN (SELECT acting_staff_ids())
    $$;
  REVOKE EXECUTE ON FUNCTION held_numbers(text[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION held_numbers(text[]) TO bo_tri_app;`;

/**
 * What stands on people since a batch was promoted: later batches, plans, postings of other acts. Runs as its owner: what
 * the actor may not see stands in the way too. Only numbers are given; names are for the actor's own queries to find.
 */
const LATER_ON_PEOPLE = `
  CREATE FUNCTION later_on_people(batch bigint, touched bigint[], added bigint[])
    RETURNS TABLE (staff_id bigint, kind text, id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = public, pg_temp
    AS $$
      WITH province AS (
        SELECT current_setting('bo_tri.province', true) AS code
        WHERE acting_role() IN ('operator', 'officer', 'manager')
      )
      SELECT r.staff_id, 'batch', r.batch_id FROM province
        JOIN import_batches own ON own.province_code = province.code AND own.id = batch
        JOIN import_batches b ON b.province_code = province.code AND b.id <> batch AND b.state = 'promoted'
        JOIN import_rows r ON r.province_code = province.code AND r.batch_id = b.id AND r.staff_id = ANY (touched)
        WHERE (r.state IN ('added', 'changed') AND b.promoted_at >= own.promoted_at) OR r.staff_id = ANY (added)
      UNION
      SELECT line.staff_id, 'scenario', run.scenario_id FROM province
        JOIN proposals line ON line.province_code = province.code AND line.staff_id = ANY (added)
        JOIN placement_runs run ON run.province_code = province.code AND run.id = line.run_id
      UNION
      SELECT s.id, 'scenario', fact.scenario_id FROM province
        JOIN staff s ON s.province_code = province.code AND s.id = ANY (added)
        JOIN scenario_facts fact ON fact.province_code = province.code AND fact.kind = 'person' AND fact.key = s.key
      UNION
      SELECT p.staff_id, p.source_kind, p.source_id FROM province
        JOIN postings p ON p.province_code = province.code AND p.staff_id = ANY (touched)
        WHERE p.source_kind <> 'roster' AND p.source_id IS NOT NULL
    $$;
  REVOKE EXECUTE ON FUNCTION later_on_people(bigint, bigint[], bigint[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION later_on_people(bigint, bigint[], bigint[]) TO bo_tri_app;`;

const WIDE = `(SELECT current_setting('bo_tri.wide', true)) = 'on'`;
const REGISTRAR = `(SELECT current_setting('bo_tri.role', true)) IN ('operator', 'officer', 'manager')`;
const OF_BATCH = `${WIDE} OR batch_id IN (SELECT acting_batches())`;
/** What the province is asked, the province answers. */
const MAY_ANSWER = `${WIDE} OR (question <> 'held' AND batch_id IN (SELECT acting_batches()))`;
const OWN_CHOICE = `${WIDE} OR (chosen_by = current_setting('bo_tri.actor', true) AND ${REGISTRAR})`;
/** Who has sent a batch takes back the people that its promotion made. */
const MADE_BY_OWN_BATCH = `(${REGISTRAR} AND id IN (SELECT acting_staff_ids())
  AND created_in IN (SELECT promoted_in FROM import_batches))`;

const all = (condition: string, select = condition) => ({
  select,
  insert: condition,
  update: condition,
  delete: condition,
});

const POLICIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  import_sheets: all(OF_BATCH),
  import_corrections: all(OF_BATCH),
  import_answers: all(MAY_ANSWER, OF_BATCH),
  column_choices: all(OWN_CHOICE),
};

function policyOf(table: string, act: string, condition: string): string {
  const whole = `(province_code = (SELECT current_setting('bo_tri.province', true)) AND (${condition}))`;
  const clauses =
    act === 'insert'
      ? `WITH CHECK ${whole}`
      : `USING ${whole}${act === 'update' ? ` WITH CHECK ${whole}` : ''}`;
  return `CREATE POLICY ${table}_${act} ON ${table} FOR ${act.toUpperCase()} TO bo_tri_app ${clauses}`;
}
