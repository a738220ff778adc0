import type { ParameterRow } from '../rules/parameters.js';
import type { Day } from '../shared/day.js';
import { planVersion } from './versions.plan.js';

interface RowKey {
  readonly key: string;
  readonly scope: string;
  readonly startsOn: Day;
}

/** A draft has one row for a key, scope and first day: a later wish takes the place of the earlier. */
export function withRow(rows: readonly ParameterRow[], wanted: ParameterRow): ParameterRow[] {
  return [...withoutRow(rows, wanted), wanted];
}

export function withoutRow(rows: readonly ParameterRow[], wanted: RowKey): ParameterRow[] {
  return rows.filter((row) => !isRow(row, wanted));
}

/** All rows as they would stand with the draft in force, its rows one after the other. */
export function withDraft(
  standing: readonly ParameterRow[],
  draft: readonly ParameterRow[],
): ParameterRow[] {
  let rows = standing.map((row, id) => ({ ...row, id }));
  for (const wanted of draft) {
    const own = rows.filter(({ key, scope }) => key === wanted.key && scope === wanted.scope);
    const { supersede, add } = planVersion(own, wanted);
    const gone = new Set(supersede.map(({ id }) => id));
    const next = rows.length;
    const added = add.map((row, at) => ({ ...row, id: next + at }));
    rows = [...rows.filter(({ id }) => !gone.has(id)), ...added].map((row, id) => ({ ...row, id }));
  }
  return rows.map(({ id: _id, ...row }) => row);
}

function isRow(row: RowKey, { key, scope, startsOn }: RowKey): boolean {
  return row.key === key && row.scope === scope && row.startsOn === startsOn;
}
