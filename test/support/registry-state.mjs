// What stands in a database that promotions write, without ids: of two promotions of one batch they differ.
const code = (table, column) =>
  `(SELECT x.code || '/' || x.starts_on FROM ${table} x WHERE x.id = t.${column})`;
const key = `(SELECT s.key FROM staff s WHERE s.id = t.staff_id)`;

/** Tables with what stands for their references. */
const TABLES = {
  units: `jsonb_build_object('parent', ${code('units', 'parent_id')})`,
  positions: `'{}'::jsonb`,
  position_successions: `jsonb_build_object('old', ${code('positions', 'old_position_id')},
    'new', ${code('positions', 'new_position_id')})`,
  establishments: `jsonb_build_object('unit', ${code('units', 'unit_id')}, 'position', ${code('positions', 'position_id')})`,
  norms: `jsonb_build_object('unit', ${code('units', 'unit_id')})`,
  wishes: `jsonb_build_object('staff', ${key})`,
  staff_ratings: `jsonb_build_object('staff', ${key})`,
  staff_conditions: `jsonb_build_object('staff', ${key})`,
  scenarios: `'{}'::jsonb`,
  scenario_facts: `'{}'::jsonb`,
};
const IDS = `'{id,unit_id,parent_id,position_id,old_position_id,new_position_id,staff_id,scenario_id,created_at,created_in,
  changed_at}'::text[]`;

const digest = ([
  table,
  references,
]) => `'${table}', (SELECT json_build_array(count(*), md5(coalesce(
  string_agg(row, '|' ORDER BY row), ''))) FROM (SELECT ((to_jsonb(t) - ${IDS}) || ${references})::text AS row
  FROM ${table} t) r)`;

/** One object: a count and a digest of each table, the states of batches and of their rows, and what the trail tells. */
export const REGISTRY_STATE = `
  SELECT json_build_object(
    ${Object.entries(TABLES).map(digest).join(',\n')},
    'law', (SELECT json_build_array(count(*), md5(coalesce(string_agg(row, '|' ORDER BY row), ''))) FROM (
       SELECT json_build_array(key, value, scope, starts_on, ends_on, source_document, note)::text AS row
       FROM law_parameters WHERE superseded_at IS NULL) r),
    'batches', (SELECT json_agg(json_build_array(kind, state = 'promoted') ORDER BY id) FROM import_batches),
    'rows', (SELECT json_agg(json_build_array(batch_id, state, rows) ORDER BY batch_id, state) FROM (
       SELECT batch_id, state, count(*) AS rows FROM import_rows GROUP BY 1, 2) r),
    'promotions', (SELECT count(*) FILTER (WHERE action = 'roster.promoted')
       - count(*) FILTER (WHERE action = 'roster.undone') FROM audit_entries)) AS state`;
