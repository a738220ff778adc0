import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a roster of thousands of people waits for, without a change of what is held: in the index of main postings the
 * person stands first, because the province is the same in all rows and comparing its text decided nothing; and no
 * statistics are gathered of documents and messages by which nothing is ever looked for.
 */
const DOCUMENTS: Readonly<Record<string, readonly string[]>> = {
  import_rows: ['record', 'cells', 'questions', 'before_image', 'after_hashes'],
  import_issues: ['message'],
  staff: ['unknown_columns', 'note', 'address_text'],
};

export class BulkWrites1763700000025 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE postings DROP CONSTRAINT postings_main_excl,
        ADD CONSTRAINT postings_main_excl EXCLUDE USING gist
          (staff_id WITH =, daterange(starts_on, ends_on) WITH &&, province_code WITH =) WHERE (kind = 'main');
      ${statistics(0)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE postings DROP CONSTRAINT postings_main_excl,
        ADD CONSTRAINT postings_main_excl EXCLUDE USING gist
          (province_code WITH =, staff_id WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (kind = 'main');
      ${statistics(-1)}
    `);
  }
}

/** -1 = as many as the server's own setting. */
function statistics(target: number): string {
  return Object.entries(DOCUMENTS)
    .map(
      ([table, columns]) =>
        `ALTER TABLE ${table} ${columns.map((each) => `ALTER COLUMN ${each} SET STATISTICS ${target}`).join(', ')};`,
    )
    .join('\n');
}
