import type { EntityManager } from 'typeorm';

/** A table as the database describes it; generated columns are left out. */
export interface Table {
  readonly name: string;
  /** In the order in which they were made. */
  readonly columns: readonly Column[];
}

export interface Column {
  readonly name: string;
  /** As SQL writes it: `bigint`, `timestamp with time zone`. */
  readonly type: string;
  /** Text that sorts by a language's order unless told otherwise. */
  readonly collates: boolean;
  /** Place in the primary key from 1; null = not in it. */
  readonly keyPlace: number | null;
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

export interface UserTrigger {
  readonly table: string;
  readonly name: string;
  /** `O` origin, `R` replica, `A` always, `D` disabled. */
  readonly enabled: string;
}

/** Where the ids of a column stand. */
export interface Sequence {
  readonly name: string;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** TypeORM's list of migrations: a restore makes it anew by running them. */
const LEFT_OUT = 'migrations';

/** All tables of the application, by name. @throws Error when there is one that a backup would miss. */
export async function tablesOf(manager: EntityManager): Promise<Table[]> {
  await mustKnowAll(manager);
  return manager.query<Table[]>(
    `SELECT c.relname AS name, jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'collates', a.attcollation <> 0, 'keyPlace', array_position(k.conkey, a.attnum)) ORDER BY a.attnum) AS columns
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
      WHERE ${OURS} AND c.relkind = 'r' AND c.relname <> '${LEFT_OUT}'
      GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
  );
}

export function foreignKeysOf(manager: EntityManager): Promise<ForeignKey[]> {
  return manager.query<ForeignKey[]>(
    `SELECT c.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE ${OURS} AND k.contype = 'f' ORDER BY 1, 2`,
  );
}

/** The triggers that somebody wrote, without those that hold foreign keys. */
export function triggersOf(manager: EntityManager): Promise<UserTrigger[]> {
  return manager.query<UserTrigger[]>(
    `SELECT c.relname AS "table", t.tgname AS name, t.tgenabled AS enabled
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE ${OURS} AND c.relkind = 'r' AND NOT t.tgisinternal ORDER BY 1, 2`,
  );
}

/** Read after the rows: a sequence knows no snapshot and may only be ahead of them. */
export async function sequencesOf(manager: EntityManager): Promise<Sequence[]> {
  const found = await manager.query<{ name: string }[]>(
    `SELECT c.relname AS name FROM pg_class c
      WHERE ${OURS} AND c.relkind = 'S' AND NOT EXISTS (SELECT FROM pg_depend d
        WHERE d.objid = c.oid AND d.deptype IN ('a', 'i') AND d.refobjid = to_regclass('public.${LEFT_OUT}'))
      ORDER BY c.relname COLLATE "C"`,
  );
  const sequences: Sequence[] = [];
  for (const { name } of found) {
    const [state] = await manager.query<Omit<Sequence, 'name'>[]>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${quoted(name)}`,
    );
    if (state !== undefined) sequences.push({ name, ...state });
  }
  return sequences;
}

/** A name of the catalogue as SQL reads it, in the one schema that there is. */
export function quoted(name: string): string {
  return `public.${identifier(name)}`;
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const OURS = `c.relnamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e')`;

/** Left out on purpose: tickets of the queue. What waits stands in `jobs`, and gets its ticket again after a restore. */
const QUEUE = 'pgboss';

/** Rows that stand elsewhere than in plain tables of `public` would be lost without a word. */
async function mustKnowAll(manager: EntityManager): Promise<void> {
  const unknown = await manager.query<{ name: string }[]>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c
      JOIN pg_roles r ON r.oid = c.relowner AND r.rolname = current_user
      WHERE c.relnamespace::regnamespace::text !~ '^(pg_|information_schema|${QUEUE}$)'
        AND (c.relkind IN ('p', 'f', 'm') OR c.relispartition OR c.relkind = 'r' AND NOT (${OURS}))
        AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e')`,
  );
  if (unknown.length === 0) return;
  throw new Error(`A backup does not know these: ${unknown.map(({ name }) => name).join(', ')}`);
}
