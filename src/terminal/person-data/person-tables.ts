import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';

/** A person in the ways that tables name them. */
export interface DataSubject {
  readonly staffId: number;
  /** Of scenarios: the personal number, else the place of a row. */
  readonly personKey: string;
  readonly personalNumber: string;
  readonly fullName: string;
}

export type StoredRow = Readonly<Record<string, unknown>>;

/** The rows of one table that are about a person. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly StoredRow[];
}

/** The columns by which a table names a person, and what they hold. */
const BY_COLUMN: Readonly<Record<string, keyof DataSubject>> = {
  staff_id: 'staffId',
  person_key: 'personKey',
};

/** Of a row that was sent about the person. */
const OF_ROW = `EXISTS (SELECT 1 FROM import_rows r WHERE r.province_code = t.province_code AND r.batch_id = t.batch_id
  AND r.file = t.file AND r.sheet = t.sheet AND r.row_number = t.row_number
  AND (r.record->'record'->>'personalNumber' = $2))`;

/** What no column of the catalogue tells: the person's own row, frozen facts, rows that were sent and not yet written. */
const BY_CONTENT: readonly {
  readonly table: string;
  readonly where: string;
  readonly value: keyof DataSubject;
}[] = [
  { table: 'staff', where: 'id = $2', value: 'staffId' },
  { table: 'scenario_facts', where: `kind = 'person' AND key = $2`, value: 'personKey' },
  {
    table: 'import_rows',
    where: `staff_id IS NULL AND record->'record'->>'personalNumber' = $2`,
    value: 'personalNumber',
  },
  ...['import_issues', 'import_corrections', 'import_answers'].map((table) => ({
    table,
    where: OF_ROW,
    value: 'personalNumber' as const,
  })),
];

/** Bytes of a file, whose words stand in other columns. */
const UNSHOWN: Readonly<Record<string, readonly string[]>> = { letters: ['file'] };

/** Tables that name a person by a column, from the database's own catalogue: a later table is not forgotten. */
export async function tablesNamingPeople(
  manager: EntityManager,
): Promise<{ readonly table: string; readonly column: string }[]> {
  return manager.query(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = ANY ($1) ORDER BY table_name, column_name DESC`,
    [Object.keys(BY_COLUMN)],
  );
}

/** Whoever has the personal number, or null. */
export async function findSubject(
  manager: EntityManager,
  actor: Actor,
  personalNumber: string,
): Promise<DataSubject | null> {
  const [found] = await manager.query<DataSubject[]>(
    `SELECT id AS "staffId", key AS "personKey", personal_number AS "personalNumber", full_name AS "fullName"
     FROM staff WHERE province_code = $1 AND personal_number = $2`,
    [actor.provinceCode, personalNumber],
  );
  return found ?? null;
}

/** All rows about a person, by table; a table that names them twice is asked by its first way only. */
export async function rowsAbout(
  manager: EntityManager,
  actor: Actor,
  subject: DataSubject,
): Promise<TableRows[]> {
  const named = await tablesNamingPeople(manager);
  const asked = [
    ...BY_CONTENT,
    ...named
      .filter(({ table }, index) => named.findIndex((each) => each.table === table) === index)
      .map(({ table, column }) => ({
        table,
        where: `${column} = $2`,
        value: BY_COLUMN[column] ?? 'staffId',
      })),
  ];
  const found = new Map<string, StoredRow[]>();
  for (const { table, where, value } of asked) {
    const rows = await manager.query<{ row: StoredRow }[]>(
      `SELECT to_jsonb(t) - '{${['province_code', ...(UNSHOWN[table] ?? [])].join()}}'::text[] AS row FROM "${table}" t
       WHERE t.province_code = $1 AND ${where} ORDER BY 1`,
      [actor.provinceCode, subject[value]],
    );
    found.set(table, [...(found.get(table) ?? []), ...rows.map(({ row }) => row)]);
  }
  return [...found].map(([table, rows]) => ({ table, rows }));
}

/** Who looked at the person's file, opened a field of it, or took out a workbook that names them; oldest first. */
export function looksAt(
  manager: EntityManager,
  actor: Actor,
  subject: DataSubject,
): Promise<StoredRow[]> {
  return manager.query(
    `SELECT e.at, e.actor, e.role, e.kind, e.action, e.subject, e.why, e.details
     FROM audit_entries e
     WHERE e.province_code = $1 AND e.kind IN ('read', 'reveal', 'export')
       AND (e.subject = $2 OR e.subject IN (
         SELECT 'run/' || p.run_id FROM proposals p WHERE p.province_code = $1 AND p.staff_id = $3))
       AND coalesce(e.details->>'people', '1') <> '0'
     ORDER BY e.id`,
    [actor.provinceCode, `person/${subject.staffId}`, subject.staffId],
  );
}
