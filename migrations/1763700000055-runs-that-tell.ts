import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Runs say how far they are from their bound, what was asked beyond the levels, and of which pins they are; pins and
 * scenarios say who changed them last.
 */
export class RunsThatTell1763700000055 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE placement_runs
        ALTER COLUMN bound DROP NOT NULL,
        ADD COLUMN gap double precision,
        ADD COLUMN gap_people double precision,
        ADD COLUMN options jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN pins_mark text,
        DROP CONSTRAINT placement_runs_kind_check,
        DROP CONSTRAINT placement_runs_status_check,
        ADD CONSTRAINT placement_runs_kind_check CHECK (kind IN ('baseline', 'best', 'seniority')),
        ADD CONSTRAINT placement_runs_status_check CHECK (status IN ('optimal', 'infeasible', 'bounded', 'by-rule'));
      UPDATE placement_runs SET gap = 0, gap_people = 0;
      ALTER TABLE proposals ADD COLUMN kept_away jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE pins
        ADD COLUMN set_by text,
        ADD COLUMN set_at timestamptz NOT NULL DEFAULT now();
      ALTER TABLE scenarios
        ADD COLUMN changed_by text,
        ADD COLUMN changed_at timestamptz,
        ADD COLUMN changed_what text;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE scenarios DROP COLUMN changed_by, DROP COLUMN changed_at, DROP COLUMN changed_what;
      ALTER TABLE pins DROP COLUMN set_by, DROP COLUMN set_at;
      ALTER TABLE proposals DROP COLUMN kept_away;
      UPDATE scenarios SET chosen_run_id = NULL WHERE chosen_run_id IN
        (SELECT id FROM placement_runs WHERE kind = 'seniority' OR status IN ('bounded', 'by-rule'));
      DELETE FROM placement_runs WHERE kind = 'seniority' OR status IN ('bounded', 'by-rule');
      UPDATE placement_runs SET bound = levels WHERE bound IS NULL;
      ALTER TABLE placement_runs
        ALTER COLUMN bound SET NOT NULL,
        DROP COLUMN gap,
        DROP COLUMN gap_people,
        DROP COLUMN options,
        DROP COLUMN pins_mark,
        DROP CONSTRAINT placement_runs_kind_check,
        DROP CONSTRAINT placement_runs_status_check,
        ADD CONSTRAINT placement_runs_kind_check CHECK (kind IN ('baseline', 'best')),
        ADD CONSTRAINT placement_runs_status_check CHECK (status IN ('optimal', 'infeasible'));
    `);
  }
}
