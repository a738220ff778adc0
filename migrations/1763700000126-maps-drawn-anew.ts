import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft whose map was drawn anew remembers the facts of its beginning, so that its older runs are known to be of them. */
export class MapsDrawnAnew1763700000126 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE scenarios ADD COLUMN frozen_hash text`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE scenarios DROP COLUMN frozen_hash`);
  }
}
