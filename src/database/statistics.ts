import type { EntityManager } from 'typeorm';

/** Tables that are written by the thousand. */
export type BulkTable =
  | 'units'
  | 'positions'
  | 'position_successions'
  | 'establishments'
  | 'norms'
  | 'unit_successions'
  | 'staff'
  | 'staff_ratings'
  | 'staff_languages'
  | 'staff_conditions'
  | 'wishes'
  | 'postings'
  | 'import_rows'
  | 'import_issues'
  | 'scenario_facts'
  | 'pins'
  | 'proposals';

/**
 * Tells the planner what stands in the tables now; call it at the end of a transaction that wrote a lot. The embedded engine
 * has no autovacuum, and a server's comes too late for the query that follows.
 */
export async function refreshStatistics(
  manager: EntityManager,
  tables: readonly BulkTable[],
): Promise<void> {
  await manager.query('SELECT refresh_statistics($1)', [tables]);
}
