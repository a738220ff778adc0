import type { ParameterRow } from '../rules/parameters.js';
import type { Day } from '../shared/day.js';

/** A row as stored; only rows of the table have an id. */
export interface StandingRow extends ParameterRow {
  readonly id: number;
}

/** What a new version does to the rows of its key and scope. */
export interface VersionPlan {
  readonly supersede: readonly StandingRow[];
  /** The new version, and what is left of the older ones before and after it; by first day. */
  readonly add: readonly ParameterRow[];
}

/**
 * A new version holds during its span; outside of it the older ones go on as they were.
 *
 * @param standing the rows of the same key and scope that no newer one stands for.
 * @source product decision 0024: law is never overwritten
 */
export function planVersion(standing: readonly StandingRow[], wanted: ParameterRow): VersionPlan {
  const supersede = standing.filter((row) => overlap(row, wanted));
  const left = supersede.flatMap((row) => [before(row, wanted), after(row, wanted)]);
  const add = [...left.filter((row) => row !== null), wanted];
  return { supersede, add: add.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1)) };
}

/** Several new versions of one key and scope, the earlier first: later ones take their time from earlier ones too. */
export function planVersions(
  standing: readonly StandingRow[],
  wanted: readonly ParameterRow[],
): VersionPlan {
  let rows: readonly StandingRow[] = standing;
  const byStart = [...wanted].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  for (const each of byStart) {
    const { supersede, add } = planVersion(rows, each);
    const gone = new Set(supersede);
    // rows that are not stored yet have no id of the table
    rows = [
      ...rows.filter((row) => !gone.has(row)),
      ...add.map((row) => ({ ...row, id: UNSTORED })),
    ];
  }
  const stay = new Set(rows);
  return {
    supersede: standing.filter((row) => !stay.has(row)),
    add: rows.filter(({ id }) => id === UNSTORED).map(rowOf),
  };
}

const UNSTORED = -1;

/** Whether it says what is said already: the same value, span, source and mark. */
export function isSame(row: ParameterRow, wanted: ParameterRow): boolean {
  return JSON.stringify(contentOf(row)) === JSON.stringify(contentOf(wanted));
}

function contentOf({ key, value, scope, startsOn, endsOn, source, evidence, note }: ParameterRow) {
  const { document, article, date } = source;
  return [key, value, scope, startsOn, endsOn, document, article, date, evidence, note];
}

interface Span {
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

function overlap(a: Span, b: Span): boolean {
  return (
    (b.endsOn === null || a.startsOn < b.endsOn) && (a.endsOn === null || b.startsOn < a.endsOn)
  );
}

function before(row: StandingRow, wanted: Span): ParameterRow | null {
  return row.startsOn < wanted.startsOn ? { ...rowOf(row), endsOn: wanted.startsOn } : null;
}

function after(row: StandingRow, wanted: Span): ParameterRow | null {
  if (wanted.endsOn === null || (row.endsOn !== null && row.endsOn <= wanted.endsOn)) return null;
  return { ...rowOf(row), startsOn: wanted.endsOn };
}

function rowOf({ id: _id, ...row }: StandingRow): ParameterRow {
  return row;
}
