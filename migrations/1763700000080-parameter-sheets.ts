import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parameters of the law come by workbook too. */
export class ParameterSheets1763700000080 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(kindsAre([...KINDS, 'parameters']));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(kindsAre(KINDS));
  }
}

const KINDS = [
  'roster',
  'units',
  'positions',
  'seats',
  'wishes',
  'ratings',
  'conditions',
  'merger',
];

function kindsAre(kinds: readonly string[]): string {
  return `
    ALTER TABLE import_batches DROP CONSTRAINT import_batches_kind_check;
    ALTER TABLE import_batches ADD CONSTRAINT import_batches_kind_check
      CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}));`;
}
