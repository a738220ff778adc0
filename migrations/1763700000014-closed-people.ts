import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom a plan must not name to this actor: people who hold, or are proposed for, a title that the Party committee manages,
 * as long as the plan is not applied and the account has no closed scope. Their seats stay counted; their lines do not
 * leave. Runs as its owner: which people are closed is not for the actor to look up.
 */
export class ClosedPeople1763700000014 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION closed_people(run bigint) RETURNS SETOF bigint
        LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = public, pg_temp
        AS $$
          WITH managed AS (
            SELECT DISTINCT code FROM positions
            WHERE province_code = current_setting('bo_tri.province', true) AND party_managed
          )
          SELECT line.staff_id
          FROM proposals line
          JOIN placement_runs r ON r.province_code = line.province_code AND r.id = line.run_id
          JOIN scenarios s ON s.province_code = r.province_code AND s.id = r.scenario_id
          JOIN scenario_facts person ON person.province_code = s.province_code AND person.scenario_id = s.id
            AND person.kind = 'person' AND person.key = line.person_key
          WHERE coalesce(current_setting('bo_tri.closed', true), '') <> 'on'
            AND line.province_code = current_setting('bo_tri.province', true) AND line.run_id = run
            AND s.state <> 'applied'
            AND (line.position_code IN (SELECT code FROM managed)
              OR person.fact->>'positionCode' IN (SELECT code FROM managed))
        $$;
      REVOKE EXECUTE ON FUNCTION closed_people(bigint) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION closed_people(bigint) TO bo_tri_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION closed_people(bigint);`);
  }
}
