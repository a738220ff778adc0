import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A wish that is recorded on the page is an event of the person's file. Unlike the other events it tells nothing that whoever
 * sends rosters may not see, so it is theirs to write of the people in their scope.
 */
export class WishesRecorded1763700000140 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${kinds(`'newcomer', 'correction', 'degree', 'marriage', 'maternity', 'discipline', 'wish'`)}
      ${policies(`${WIDE} OR (kind = 'wish' AND ${REGISTRAR} AND staff_id IN (SELECT acting_staff_ids()))`)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM person_events WHERE kind = 'wish';
      ${policies(WIDE)}
      ${kinds(`'newcomer', 'correction', 'degree', 'marriage', 'maternity', 'discipline'`)}
    `);
  }
}

const WIDE = `(SELECT current_setting('bo_tri.wide', true) = 'on')`;
const REGISTRAR = `(SELECT current_setting('bo_tri.role', true) IN ('officer', 'manager'))`;

function kinds(list: string): string {
  return `ALTER TABLE person_events DROP CONSTRAINT person_events_kind_check;
    ALTER TABLE person_events ADD CONSTRAINT person_events_kind_check CHECK (kind IN (${list}));`;
}

function policies(condition: string): string {
  const whole = `(province_code = (SELECT current_setting('bo_tri.province', true)) AND (${condition}))`;
  const clauses = {
    select: `USING ${whole}`,
    insert: `WITH CHECK ${whole}`,
    update: `USING ${whole} WITH CHECK ${whole}`,
  };
  return Object.entries(clauses)
    .map(
      ([act, clause]) => `DROP POLICY person_events_${act} ON person_events;
        CREATE POLICY person_events_${act} ON person_events FOR ${act.toUpperCase()} TO bo_tri_app ${clause};`,
    )
    .join('\n');
}
