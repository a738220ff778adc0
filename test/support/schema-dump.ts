import type { DataSource } from 'typeorm';

/** What a schema is made of, a line each, in one order: two schemas are the same when these lines are. */
export async function tablesOf(source: DataSource, schema: string): Promise<string[]> {
  return lines(
    source,
    schema,
    `
    SELECT concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN 'NOT NULL' END, 'identity:' || nullif(a.attidentity::text, ''),
        pg_get_expr(d.adbin, d.adrelid)) AS line
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relkind IN ('r', 'p') AND c.relnamespace = $1::regnamespace
    UNION ALL
    SELECT concat_ws(' ', c.relname, conname, pg_get_constraintdef(k.oid))
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      -- From version 18 on NOT NULL is listed here too; the columns say it already.
      WHERE k.connamespace = $1::regnamespace AND contype <> 'n'
    UNION ALL
    SELECT pg_get_indexdef(indexrelid)
      FROM pg_index JOIN pg_class c ON c.oid = indexrelid
      WHERE c.relnamespace = $1::regnamespace AND indexprs IS NULL`,
  );
}

/** What only migrations make: expression indexes, functions, triggers, views, policies and rights. */
export async function othersOf(source: DataSource, schema: string): Promise<string[]> {
  return lines(
    source,
    schema,
    `
    SELECT pg_get_indexdef(indexrelid) AS line
      FROM pg_index JOIN pg_class c ON c.oid = indexrelid
      WHERE c.relnamespace = $1::regnamespace AND indexprs IS NOT NULL
    UNION ALL
    SELECT pg_get_functiondef(p.oid) || coalesce(p.proacl::text, '')
      FROM pg_proc p
      WHERE p.pronamespace = $1::regnamespace AND p.prokind = 'f'
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
    UNION ALL
    SELECT pg_get_triggerdef(t.oid)
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = $1::regnamespace AND NOT t.tgisinternal
    UNION ALL
    SELECT concat_ws(' ', c.relname, c.relkind, c.reloptions::text, c.relrowsecurity, c.relacl::text,
        CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END)
      FROM pg_class c
      WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL
    SELECT concat_ws(' ', tablename, policyname, cmd, roles::text, qual, with_check)
      FROM pg_policies WHERE schemaname::regnamespace = $1::regnamespace`,
  );
}

async function lines(source: DataSource, schema: string, sql: string): Promise<string[]> {
  const rows = await source.query<{ line: string }[]>(sql, [schema]);
  return rows.map(({ line }) => line.replaceAll(`${schema}.`, '')).sort();
}
