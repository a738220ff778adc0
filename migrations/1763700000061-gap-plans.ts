import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How each gap is to be closed, by whom and until when; and what communes ask for. Both are seen by whoever sees the unit or
 * the block. Plans are written by officers and managers; a request by whoever leads or manages the unit, who may only
 * withdraw it afterwards: the answer is the province's.
 */
export class GapPlans1763700000061 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE gap_plans (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        unit_id bigint NOT NULL,
        position_id bigint NOT NULL,
        way text NOT NULL,
        seats integer NOT NULL,
        responsible text NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL DEFAULT 'open',
        note text,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT gap_plans_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT gap_plans_unit_id_fkey FOREIGN KEY (province_code, unit_id) REFERENCES units (province_code, id),
        CONSTRAINT gap_plans_position_id_fkey FOREIGN KEY (province_code, position_id)
          REFERENCES positions (province_code, id),
        CONSTRAINT gap_plans_way_check CHECK (way IN ('transfer', 'contract', 'recruit', 'train', 'second')),
        CONSTRAINT gap_plans_state_check CHECK (state IN ('open', 'under-way', 'done', 'dropped')),
        CONSTRAINT gap_plans_seats_check CHECK (seats >= 1)
      );
      CREATE INDEX gap_plans_unit_position_idx ON gap_plans (province_code, unit_id, position_id);

      CREATE TABLE specialist_requests (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        unit_id bigint NOT NULL,
        position_id bigint NOT NULL,
        people integer NOT NULL,
        reason text NOT NULL,
        state text NOT NULL DEFAULT 'asked',
        asked_by text NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now(),
        answer text,
        answered_by text,
        answered_at timestamptz,
        CONSTRAINT specialist_requests_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT specialist_requests_unit_id_fkey FOREIGN KEY (province_code, unit_id)
          REFERENCES units (province_code, id),
        CONSTRAINT specialist_requests_position_id_fkey FOREIGN KEY (province_code, position_id)
          REFERENCES positions (province_code, id),
        CONSTRAINT specialist_requests_state_check CHECK (state IN ('asked', 'accepted', 'refused', 'withdrawn')),
        CONSTRAINT specialist_requests_people_check CHECK (people >= 1),
        CONSTRAINT specialist_requests_answer_check CHECK ((state IN ('accepted', 'refused')) = (answer IS NOT NULL))
      );
      CREATE INDEX specialist_requests_unit_id_idx ON specialist_requests (province_code, unit_id);
      ALTER TABLE gap_plans ENABLE ROW LEVEL SECURITY;
      ALTER TABLE specialist_requests ENABLE ROW LEVEL SECURITY;
    `);
    for (const [table, policies] of Object.entries(POLICIES))
      for (const [act, condition] of Object.entries(policies))
        await queryRunner.query(policy(table, act, condition));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, policies] of Object.entries(POLICIES))
      for (const act of Object.keys(policies))
        await queryRunner.query(`DROP POLICY ${table}_${act} ON ${table}`);
    await queryRunner.query(`DROP TABLE specialist_requests, gap_plans;`);
  }
}

const setting = (name: string): string => `current_setting('bo_tri.${name}', true)`;
const role = (...roles: string[]): string =>
  `(SELECT ${setting('role')} IN (${roles.map((each) => `'${each}'`).join(', ')}))`;
const WIDE = `(SELECT ${setting('wide')} = 'on')`;
const IN_UNITS = `unit_id = ANY ((SELECT coalesce(nullif(${setting('units')}, ''), '{}'))::bigint[])`;
const IN_BLOCK = `((SELECT ${setting('block')} <> '') AND position_id IN (SELECT acting_position_ids()))`;
const SEEN = `${WIDE} OR ${IN_UNITS} OR ${IN_BLOCK}`;
const PLANS = `${WIDE} OR (${role('officer', 'manager')} AND (${IN_UNITS} OR ${IN_BLOCK}))`;
const ASKS = `${WIDE} OR (${role('leader', 'manager')} AND ${IN_UNITS})`;

const POLICIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gap_plans: { select: SEEN, insert: PLANS, update: PLANS },
  specialist_requests: { select: SEEN, insert: ASKS, update: ASKS },
};

/** Who does not see the whole province leaves a request either asked or withdrawn. */
const AFTER: Readonly<Record<string, string>> = {
  specialist_requests: `AND (${WIDE} OR state IN ('asked', 'withdrawn'))`,
};

function policy(table: string, act: string, condition: string): string {
  const whole = `(province_code = (SELECT ${setting('province')}) AND (${condition}))`;
  const check = `(${whole} ${AFTER[table] ?? ''})`;
  const clause = {
    select: `USING ${whole}`,
    insert: `WITH CHECK ${check}`,
    update: `USING ${whole} WITH CHECK ${check}`,
  }[act];
  return `CREATE POLICY ${table}_${act} ON ${table} FOR ${act.toUpperCase()} TO bo_tri_app ${clause}`;
}
