import type { FreshDatabase } from './fresh-database.js';

const TABLES = [
  'staff',
  'staff_ratings',
  'staff_languages',
  'staff_conditions',
  'wishes',
  'postings',
] as const;

/** Every row about people, with its ids, as text: byte for byte what the registry has of them. */
export async function peopleDump(database: FreshDatabase): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await database.query<{ row: string }[]>(
      `SELECT t::text AS row FROM ${table} t ORDER BY 1`,
    );
    dump[table] = rows.map(({ row }) => row);
  }
  return dump;
}
