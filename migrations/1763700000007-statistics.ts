import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets the application refresh the planner's statistics after it has written a lot: the embedded engine has no autovacuum,
 * and a server's comes a minute later. Without statistics a join of 3,000 people with 12,000 facts took minutes.
 */
export class Statistics1763700000007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refresh_statistics(tables text[]) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS $$
        DECLARE
          name text;
        BEGIN
          FOREACH name IN ARRAY tables LOOP
            EXECUTE format('ANALYZE public.%I', name);
          END LOOP;
        END $$;
      REVOKE EXECUTE ON FUNCTION refresh_statistics(text[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION refresh_statistics(text[]) TO bo_tri_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION refresh_statistics(text[]);`);
  }
}
