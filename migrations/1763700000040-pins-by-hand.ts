import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pins that keep a person from a place: several a person, beside the one that gives a place. */
export class PinsByHand1763700000040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE pins
        DROP CONSTRAINT pins_scenario_person_key,
        DROP CONSTRAINT pins_kind_check,
        DROP CONSTRAINT pins_seat_check,
        ADD CONSTRAINT pins_kind_check CHECK (kind IN ('seat', 'leave', 'forbid')),
        ADD CONSTRAINT pins_place_check CHECK (CASE kind
          WHEN 'seat' THEN unit_code IS NOT NULL AND position_code IS NOT NULL
          WHEN 'leave' THEN unit_code IS NULL AND position_code IS NULL
          ELSE unit_code IS NOT NULL OR position_code IS NOT NULL END);
      CREATE UNIQUE INDEX pins_given_key ON pins (province_code, scenario_id, person_key)
        WHERE kind <> 'forbid';
      CREATE INDEX pins_scenario_id_idx ON pins (province_code, scenario_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM pins WHERE kind = 'forbid';
      DROP INDEX pins_scenario_id_idx;
      DROP INDEX pins_given_key;
      ALTER TABLE pins
        DROP CONSTRAINT pins_place_check,
        DROP CONSTRAINT pins_kind_check,
        ADD CONSTRAINT pins_kind_check CHECK (kind IN ('seat', 'leave')),
        ADD CONSTRAINT pins_seat_check CHECK ((kind = 'seat') = (unit_code IS NOT NULL AND position_code IS NOT NULL)),
        ADD CONSTRAINT pins_scenario_person_key UNIQUE (province_code, scenario_id, person_key);
    `);
  }
}
