import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mark of secrecy of a plan, and which titles are managed by the Party committee. */
export class Classification1763700000011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE scenarios
        ADD COLUMN classification text NOT NULL DEFAULT 'none',
        ADD CONSTRAINT scenarios_classification_check
          CHECK (classification IN ('none', 'mat', 'toi-mat', 'tuyet-mat'));
      ALTER TABLE positions ADD COLUMN party_managed boolean NOT NULL DEFAULT false;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE positions DROP COLUMN party_managed;
      ALTER TABLE scenarios DROP COLUMN classification;
    `);
  }
}
