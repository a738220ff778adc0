import type { RosterRecord, RowPlace } from './record.js';
import type { ReadRecord } from './reading/roster-reading.js';
import { NOTHING, RECORD_FIELDS } from './reading/record-fields.js';
import type { ResolvedRow, Surroundings } from './resolve.plan.js';

/** A row as a batch keeps it: what its record does not say is left out, its place stands beside it. */
export interface StoredRow extends Omit<ResolvedRow, 'record'> {
  readonly record: Partial<RosterRecord>;
}

/** What is known again from the row's place, and what only finding units and positions asks for. */
const LEFT_OUT: ReadonlySet<string> = new Set<keyof RowPlace | keyof Surroundings>([
  ...(['file', 'sheet', 'row'] as const),
  ...(['around', 'hints', 'blockText'] as const),
]);

/** Most columns of most rosters are empty: a row is kept in half the room. In JSON what is undefined is not there. */
export function storedRow({ record, ...codes }: ResolvedRow): StoredRow {
  const kept: Record<string, unknown> = { ...NOTHING };
  for (const field of RECORD_FIELDS) {
    const value = (record as ReadRecord)[field];
    kept[field] = LEFT_OUT.has(field) || !saysSomething(value) ? undefined : value;
  }
  return { ...codes, record: kept };
}

function saysSomething(value: unknown): boolean {
  return (
    value !== null &&
    value !== undefined &&
    !(typeof value === 'object' && Object.keys(value).length === 0)
  );
}

/** The row as it was; one that an earlier version kept whole too. */
export function resolvedRow({ file, sheet, row }: RowPlace, stored: StoredRow): ResolvedRow {
  const record: Record<string, unknown> = { ...NOTHING, file, sheet, row };
  for (const [field, value] of Object.entries(stored.record)) record[field] = value;
  return { ...stored, record: record as unknown as RosterRecord };
}
