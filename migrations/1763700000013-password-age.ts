import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when an account has its password: one for the first sign-in expires. */
export class PasswordAge1763700000013 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE accounts ADD COLUMN password_set_at timestamptz NOT NULL DEFAULT now()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE accounts DROP COLUMN password_set_at`);
  }
}
