import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Decisions about single people: what is wanted, what the person said, the decision, and what it wrote to the registry.
 * Whoever does not see the whole province sees decided ones that come from or go to the own units or block.
 */
export class Movements1763700000060 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE movements (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        staff_id bigint NOT NULL,
        kind text NOT NULL,
        state text NOT NULL DEFAULT 'planned',
        starts_on date NOT NULL,
        ends_on date,
        from_unit_id bigint,
        from_position_id bigint,
        to_unit_id bigint,
        to_position_id bigint,
        reason text NOT NULL,
        new_allowance double precision,
        of_movement bigint,
        heard_on date,
        opinion text,
        decision_number text,
        decided_on date,
        decided_at timestamptz,
        findings jsonb NOT NULL DEFAULT '[]',
        effects jsonb,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT movements_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT movements_staff_id_fkey FOREIGN KEY (province_code, staff_id)
          REFERENCES staff (province_code, id) ON DELETE CASCADE,
        CONSTRAINT movements_from_unit_id_fkey FOREIGN KEY (province_code, from_unit_id)
          REFERENCES units (province_code, id),
        CONSTRAINT movements_to_unit_id_fkey FOREIGN KEY (province_code, to_unit_id)
          REFERENCES units (province_code, id),
        CONSTRAINT movements_from_position_id_fkey FOREIGN KEY (province_code, from_position_id)
          REFERENCES positions (province_code, id),
        CONSTRAINT movements_to_position_id_fkey FOREIGN KEY (province_code, to_position_id)
          REFERENCES positions (province_code, id),
        CONSTRAINT movements_kind_check CHECK (kind IN ('transfer', 'secondment', 'secondment-extension', 'secondment-end',
          'rotation', 'appointment', 'reception', 'return', 'leaving')),
        CONSTRAINT movements_state_check CHECK (state IN ('planned', 'heard', 'decided', 'taken-back', 'withdrawn')),
        CONSTRAINT movements_reason_check CHECK (reason IN ('task', 'reorganisation', 'rotation')),
        CONSTRAINT movements_span_check CHECK (ends_on > starts_on),
        CONSTRAINT movements_decided_check CHECK (state NOT IN ('decided', 'taken-back')
          OR (decision_number IS NOT NULL AND decided_on IS NOT NULL AND decided_at IS NOT NULL AND effects IS NOT NULL))
      );
      CREATE INDEX movements_staff_id_idx ON movements (province_code, staff_id);
      CREATE INDEX movements_state_idx ON movements (province_code, state, ends_on);
      ALTER TABLE movements ENABLE ROW LEVEL SECURITY;
    `);
    for (const [act, condition] of Object.entries({ select: SEEN, insert: WIDE, update: WIDE }))
      await queryRunner.query(policy(act, condition));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP POLICY movements_update ON movements;
      DROP POLICY movements_insert ON movements;
      DROP POLICY movements_select ON movements;
      DROP TABLE movements;
    `);
  }
}

const setting = (name: string): string => `current_setting('bo_tri.${name}', true)`;
const WIDE = `(SELECT ${setting('wide')} = 'on')`;
const UNITS = `(SELECT coalesce(nullif(${setting('units')}, ''), '{}'))::bigint[]`;
const BLOCK = `(SELECT ${setting('block')} <> '')`;
const SEEN = `${WIDE} OR (state = 'decided' AND (
  from_unit_id = ANY (${UNITS}) OR to_unit_id = ANY (${UNITS})
  OR (${BLOCK} AND (from_position_id IN (SELECT acting_position_ids())
    OR to_position_id IN (SELECT acting_position_ids())))))`;

function policy(act: string, condition: string): string {
  const whole = `(province_code = (SELECT ${setting('province')}) AND (${condition}))`;
  const clause = {
    select: `USING ${whole}`,
    insert: `WITH CHECK ${whole}`,
    update: `USING ${whole} WITH CHECK ${whole}`,
  }[act];
  return `CREATE POLICY movements_${act} ON movements FOR ${act.toUpperCase()} TO bo_tri_app ${clause}`;
}
