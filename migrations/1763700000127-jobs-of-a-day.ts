import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A job may wait for an instant; an approved plan is applied by one on its day. */
export class JobsOfADay1763700000127 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE jobs ADD COLUMN not_before timestamptz;
      ALTER TABLE jobs DROP CONSTRAINT jobs_kind_check;
      ALTER TABLE jobs ADD CONSTRAINT jobs_kind_check CHECK (kind IN ('placement', 'application'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM jobs WHERE kind = 'application';
      ALTER TABLE jobs DROP CONSTRAINT jobs_kind_check;
      ALTER TABLE jobs ADD CONSTRAINT jobs_kind_check CHECK (kind IN ('placement'));
      ALTER TABLE jobs DROP COLUMN not_before;
    `);
  }
}
