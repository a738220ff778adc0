import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which roles must have a second factor, in place of one switch for officers and administrators. */
export class SecondFactorRoles1763700000018 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE access_settings ADD COLUMN second_factor_roles text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT access_settings_second_factor_roles_check CHECK (
          second_factor_roles <@ ARRAY['officer', 'manager', 'leader', 'auditor', 'administrator']);
      UPDATE access_settings SET second_factor_roles = '{officer,administrator}' WHERE second_factor_required;
      ALTER TABLE access_settings DROP COLUMN second_factor_required;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE access_settings ADD COLUMN second_factor_required boolean;
      UPDATE access_settings SET second_factor_required = second_factor_roles @> '{officer}';
      ALTER TABLE access_settings ALTER COLUMN second_factor_required SET NOT NULL, DROP COLUMN second_factor_roles;
    `);
  }
}
