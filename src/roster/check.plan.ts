import type { RankStep } from '../rules/rank-ladder.rules.js';
import type { ParameterValues } from '../rules/parameters.js';
import type { Day } from '../shared/day.js';
import type { Issue } from '../shared/issue.js';
import { personsMustStandOnce } from './duplicates.rules.js';
import type { Field } from './reading/fields.js';
import { ColumnPlaces } from './reading/places.js';
import type { RosterReading } from './reading/roster-reading.js';
import type { RosterRecord } from './record.js';
import {
  resolveRecords,
  type ColumnOf,
  type ResolveContext,
  type ResolvedRow,
} from './resolve.plan.js';
import { withoutUnread } from './unread-cells.js';
import { datesMustFollow, payMustBeOnLadder } from './row.rules.js';

/** What rosters are checked against. */
export interface CheckContext extends ResolveContext {
  /** The day that the rosters describe. */
  readonly asOf: Day;
  readonly parameters: ParameterValues;
  /** Steps by code of rank. */
  readonly ladders: ReadonlyMap<string, readonly RankStep[]>;
}

/** A file and what it says. */
export interface FileReading {
  readonly name: string;
  readonly reading: RosterReading;
}

/**
 * All that can be said of rosters without asking who is registered: what reading found, words that mean no code of the day,
 * rows that contradict themselves or each other. Every row is checked before anything is said.
 *
 * @returns one row a record, in order; issues in the order of files, sheets and rows.
 */
export function checkRosters(
  files: readonly FileReading[],
  context: CheckContext,
): { readonly rows: readonly ResolvedRow[]; readonly issues: readonly Issue[] } {
  const columnOf = columnsOf(
    new ColumnPlaces(
      files.flatMap(({ name, reading }) =>
        reading.sheets.map(({ sheet, tables }) => ({ file: name, sheet, tables })),
      ),
    ),
  );
  const records = files.flatMap(({ reading }) => reading.records);
  const { rows, issues } = resolveRecords(records, context, columnOf);
  const found = files.flatMap(({ reading }) => reading.issues);
  const all = [...found, ...withoutUnread(issues, found), ...faultsOf(rows, context, columnOf)];
  const sheets = files.flatMap(({ name, reading }) =>
    reading.sheets.map(({ sheet }) => ({ file: name, sheet })),
  );
  return { rows, issues: inOrder(all, sheets) };
}

/** What rows contradict in themselves and in each other. */
export function faultsOf(
  rows: readonly ResolvedRow[],
  context: Pick<CheckContext, 'asOf' | 'parameters' | 'ladders'>,
  columnOf: ColumnOf,
): Issue[] {
  return [
    ...rows.flatMap((row) => faultsIn(row, context, columnOf)),
    ...personsMustStandOnce(rows.map(personOf), columnOf),
  ];
}

function personOf({ record, unitCode }: ResolvedRow) {
  const { file, sheet, row, personalNumber, fullName, bornOn, unitText } = record;
  return { file, sheet, row, personalNumber, fullName, bornOn, unitText: unitCode ?? unitText };
}

/** What a row contradicts in itself. */
export function faultsIn(
  { record }: ResolvedRow,
  { asOf, parameters, ladders }: Pick<CheckContext, 'asOf' | 'parameters' | 'ladders'>,
  columnOf: ColumnOf,
): Issue[] {
  const ladder = ladders.get(record.rank ?? '') ?? [];
  const { file, sheet, row } = record;
  return [
    ...datesMustFollow(record, asOf, parameters),
    ...payMustBeOnLadder(record, ladder, parameters),
  ].map(({ field, code, severity, message }) => ({
    ...{ file, sheet, row, column: columnOf(record, field), code, severity, message },
  }));
}

/** In the order of files, sheets and rows; what is said of a whole file first. */
export function inOrder(
  issues: readonly Issue[],
  sheets: readonly { readonly file: string; readonly sheet: string }[],
): readonly Issue[] {
  const orderOf = new Map<string, number>();
  for (const { file, sheet } of sheets)
    for (const place of [`${file}|`, `${file}|${sheet}`])
      if (!orderOf.has(place)) orderOf.set(place, orderOf.size);
  const order = ({ file, sheet }: Issue): number => orderOf.get(`${file}|${sheet}`) ?? -1;
  return issues
    .map((issue) => ({ issue, at: order(issue), row: issue.row }))
    .sort((a, b) => a.at - b.at || a.row - b.row)
    .map(({ issue }) => issue);
}

/** Columns that a property of a record is read from, the first that the table has. */
const COLUMNS: Readonly<Partial<Record<keyof RosterRecord, readonly Field[]>>> = {
  unitText: ['unit'],
  positionText: ['position'],
  homeText: ['home'],
  bornOn: ['born', 'bornMale', 'bornFemale'],
  proposedUnitText: ['proposedUnit'],
  proposedPositionText: ['proposedPosition'],
};

/** Letters of the column that a property of a record was read from; '' = of none. */
export function columnsOf(places: ColumnPlaces): ColumnOf {
  return (row, field) => {
    const fields = COLUMNS[field] ?? [field as Field];
    const letters = fields.map((each) => places.lettersOf(row, each));
    return letters.find((each) => each !== '') ?? '';
  };
}
