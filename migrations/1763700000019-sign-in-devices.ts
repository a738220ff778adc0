import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Failed sign-ins by login and browser: who guesses from elsewhere does not lock out the person's own. */
export class SignInDevices1763700000019 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE sign_in_failures ADD COLUMN device text NOT NULL DEFAULT '',
        DROP CONSTRAINT sign_in_failures_pkey,
        ADD CONSTRAINT sign_in_failures_pkey PRIMARY KEY (province_code, login, device);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM sign_in_failures WHERE device <> '';
      ALTER TABLE sign_in_failures DROP CONSTRAINT sign_in_failures_pkey, DROP COLUMN device,
        ADD CONSTRAINT sign_in_failures_pkey PRIMARY KEY (province_code, login);
    `);
  }
}
