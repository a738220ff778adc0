const KEPT = new Map<string, string>();

/**
 * Marks a constant statement whose plan a connection to a server keeps, under a name: with row-level security the planning
 * of a small statement costs more than the statement. Only for statements that find rows by their whole key, where no value
 * asks for another plan; a list with optional filters is planned anew each time, on purpose.
 *
 * @returns the statement
 */
export function keptPlan(sql: string): string {
  if (!KEPT.has(sql)) KEPT.set(sql, `bo_tri_${KEPT.size + 1}`);
  return sql;
}

export function nameOfKept(sql: string): string | undefined {
  return KEPT.get(sql);
}
