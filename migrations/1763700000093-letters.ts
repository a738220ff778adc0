import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Papers of decisions: the province's templates, blocks of numbers, and what was issued. A letter is seen by whoever sees the
 * person; it is written for the whole province, and nothing that was issued is changed but for what replaced it.
 */
export class Letters1763700000093 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE letter_templates (
        province_code text NOT NULL,
        kind text NOT NULL,
        version integer NOT NULL,
        name text NOT NULL,
        file bytea NOT NULL,
        hash text NOT NULL,
        uploaded_by text NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT letter_templates_pkey PRIMARY KEY (province_code, kind, version),
        CONSTRAINT letter_templates_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code),
        CONSTRAINT letter_templates_kind_check CHECK (kind IN ('transfer', 'secondment', 'appointment', 'leaving')),
        CONSTRAINT letter_templates_version_check CHECK (version >= 1)
      );

      CREATE TABLE number_blocks (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        year integer NOT NULL,
        symbol text NOT NULL,
        first integer NOT NULL,
        last integer NOT NULL,
        next integer NOT NULL,
        issuer jsonb NOT NULL,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT number_blocks_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT number_blocks_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code),
        CONSTRAINT number_blocks_span_check CHECK (first >= 1 AND last >= first AND last <= 999999),
        CONSTRAINT number_blocks_next_check CHECK (next >= first AND next <= last + 1),
        CONSTRAINT number_blocks_excl EXCLUDE USING gist (province_code WITH =, year WITH =, symbol WITH =,
          int4range(first, last, '[]'::text) WITH &&)
      );

      CREATE TABLE letters (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        kind text NOT NULL,
        staff_id bigint NOT NULL,
        scenario_id bigint,
        movement_id bigint,
        scenario_hash text,
        block_id bigint NOT NULL,
        number integer,
        number_text text NOT NULL,
        issued_on date NOT NULL,
        fields jsonb NOT NULL,
        facts_hash text NOT NULL,
        template_version integer NOT NULL,
        file bytea NOT NULL,
        letter_hash text NOT NULL,
        replaces bigint,
        is_current boolean NOT NULL DEFAULT true,
        issued_by text NOT NULL,
        issued_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT letters_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT letters_staff_id_fkey FOREIGN KEY (province_code, staff_id) REFERENCES staff (province_code, id),
        CONSTRAINT letters_scenario_id_fkey FOREIGN KEY (province_code, scenario_id)
          REFERENCES scenarios (province_code, id),
        CONSTRAINT letters_movement_id_fkey FOREIGN KEY (province_code, movement_id)
          REFERENCES movements (province_code, id),
        CONSTRAINT letters_block_id_fkey FOREIGN KEY (province_code, block_id)
          REFERENCES number_blocks (province_code, id),
        CONSTRAINT letters_kind_check CHECK (kind IN ('transfer', 'secondment', 'appointment', 'leaving')),
        CONSTRAINT letters_source_check CHECK ((scenario_id IS NULL) <> (movement_id IS NULL)),
        CONSTRAINT letters_number_check CHECK ((number IS NULL) = (scenario_id IS NULL)),
        CONSTRAINT letters_number_key UNIQUE (province_code, block_id, number)
      );
      CREATE UNIQUE INDEX letters_of_scenario_idx ON letters (province_code, scenario_id, staff_id) WHERE is_current;
      CREATE UNIQUE INDEX letters_of_movement_idx ON letters (province_code, movement_id) WHERE is_current;
      CREATE INDEX letters_staff_id_idx ON letters (province_code, staff_id);

      REVOKE DELETE, TRUNCATE ON letters, number_blocks, letter_templates FROM bo_tri_app;
      REVOKE UPDATE ON letters, number_blocks, letter_templates FROM bo_tri_app;
      GRANT UPDATE (is_current) ON letters TO bo_tri_app;
      GRANT UPDATE (next) ON number_blocks TO bo_tri_app;
      ALTER TABLE letter_templates ENABLE ROW LEVEL SECURITY;
      ALTER TABLE number_blocks ENABLE ROW LEVEL SECURITY;
      ALTER TABLE letters ENABLE ROW LEVEL SECURITY;
    `);
    for (const [table, policies] of Object.entries(POLICIES))
      for (const [act, condition] of Object.entries(policies))
        await queryRunner.query(policy(table, act, condition));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE letters, number_blocks, letter_templates;');
  }
}

const setting = (name: string): string => `current_setting('bo_tri.${name}', true)`;
const WIDE = `(SELECT ${setting('wide')} = 'on')`;
/** The policies of staff decide who is seen. */
const SEEN = `${WIDE} OR EXISTS (SELECT FROM staff s WHERE s.province_code = letters.province_code AND s.id = letters.staff_id)`;

const POLICIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  letter_templates: { select: WIDE, insert: WIDE },
  number_blocks: { select: WIDE, insert: WIDE, update: WIDE },
  letters: { select: SEEN, insert: WIDE, update: WIDE },
};

function policy(table: string, act: string, condition: string): string {
  const whole = `(province_code = (SELECT ${setting('province')}) AND (${condition}))`;
  const clause = {
    select: `USING ${whole}`,
    insert: `WITH CHECK ${whole}`,
    update: `USING ${whole} WITH CHECK ${whole}`,
  }[act];
  return `CREATE POLICY ${table}_${act} ON ${table} FOR ${act.toUpperCase()} TO bo_tri_app ${clause}`;
}
