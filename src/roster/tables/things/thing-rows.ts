import { grouped } from '../../../shared/grouped.js';
import { placeKey, type Answer, type Question, type StagedRow } from '../../batch.js';
import type { ChangePlan, RowChange } from '../../change-plan.js';
import { readMark } from '../../export-marks.js';
import { bothChanged, keptByDefault } from '../../later-edits.js';
import { CHANGED_MEANWHILE, changedMeanwhile } from '../../merge.plan.js';
import type { ColumnPlaces } from '../../reading/places.js';
import type { KindField } from '../../sheet-kind.js';
import type { Issue } from '../../../shared/issue.js';
import type { RowPlace } from '../../record.js';
import type { AskedColumn, SaidThing, ThingStep } from './thing.plan.js';
import type { ThingSheet } from './thing-sheet.js';
import type { ThingNames } from './thing-names.js';
import type { ThingRecord } from './thing-table.js';
import type { ThingValues } from './thing-values.js';

/** A row of a sheet as stored. */
export interface StagedThing {
  readonly record: ThingRecord;
}

/** A row with what it makes of the registry. */
export interface ThingRow {
  readonly record: ThingRecord;
  readonly thing: ThingSheet;
  readonly step: ThingStep;
}

export interface ThingChange extends RowChange {
  readonly thing: ThingSheet;
  readonly step: ThingStep;
}

export interface ThingPlan extends ChangePlan {
  readonly rows: readonly ThingChange[];
}

export function stagedRow(record: ThingRecord): StagedRow<StagedThing> {
  const { file, sheet, row } = record;
  return { file, sheet, row, record: { record } };
}

/** A row in the words of the registry, with what was answered to it. */
export function saidBy(
  record: ThingRecord,
  { thing, names, asOf, answers, before }: Saying,
): SaidThing {
  const said = thing.said(record.said, names, asOf);
  const own = answers.get(placeKey(record)) ?? [];
  return {
    said,
    before: before.get(spanKey(thing, said)) ?? null,
    mark: readMark(record.mark ?? undefined),
    answers: new Map(
      own.flatMap(({ question, answer }) =>
        question.startsWith(`${CHANGED_MEANWHILE}:`)
          ? [[question.slice(CHANGED_MEANWHILE.length + 1), answer] as const]
          : [],
      ),
    ),
  };
}

interface Saying {
  readonly thing: ThingSheet;
  readonly names: ThingNames;
  readonly asOf: string;
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
  /** What the sender said before, by `spanKey`. */
  readonly before: ReadonlyMap<string, ThingValues>;
}

/** One thing in one span, as rows name it. */
function spanKey(thing: ThingSheet, said: ThingValues): string {
  return `${thing.keyOf(said)}|${String(said['starts_on'] ?? '')}`;
}

/** What a sender's earlier rows said of a table, the last word of each thing. @param records the oldest first */
export function lastWords(
  records: readonly ThingRecord[],
  { thing, names, asOf }: Pick<Saying, 'thing' | 'names' | 'asOf'>,
): ReadonlyMap<string, ThingValues> {
  const own = records.filter(({ table, isReadable }) => table === thing.table && isReadable);
  return new Map(
    own.map((record) => {
      const said = thing.said(record.said, names, asOf);
      return [spanKey(thing, said), said];
    }),
  );
}

export function answersByRow(answers: readonly Answer[]): ReadonlyMap<string, readonly Answer[]> {
  return grouped(answers, placeKey);
}

export function issuesOfRow(row: ThingRow, places: ColumnPlaces<string>): Issue[] {
  const { file, sheet, row: line } = row.record;
  const place = { file, sheet, row: line };
  return row.step.faults.map(({ column, code, message }) => ({
    ...place,
    column: column === '' ? '' : places.lettersOf(place, column),
    ...{ code, severity: 'error', message },
  }));
}

export function questionsOfRow(row: ThingRow, places: ColumnPlaces<string>): Question[] {
  const { file, sheet, row: line } = row.record;
  const place = { file, sheet, row: line };
  return row.step.asked.map((asked) => {
    const { column } = asked;
    const at = { ...place, column: places.lettersOf(place, column) };
    return questionAt(at, labelOf(row.thing, column), asked);
  });
}

/** What is asked of one cell that the file and the registry say differently. */
export function questionAt(
  at: RowPlace & { readonly column: string },
  label: string,
  { column, answer, since, stays }: AskedColumn,
): Question {
  const question = changedMeanwhile(at, [`${CHANGED_MEANWHILE}:${column}`, label], answer);
  if (since === 'export') return question;
  return stays
    ? keptByDefault(question, label, 'later')
    : { ...question, text: bothChanged(label, 'later') };
}

function labelOf({ columns }: ThingSheet, column: string): string {
  return columns.find((each) => each.column === column)?.label ?? column;
}

/** What promotion would do with a row, in words. */
export function changeOf({ record, thing, step }: ThingRow, names: ThingNames): ThingChange {
  const { before, after, changed } = step;
  const was = (column: string) => thing.word(column, before?.values[column] ?? null);
  const is = (column: string) => thing.word(column, after[column] ?? null);
  return {
    ...{ file: record.file, sheet: record.sheet, row: record.row, thing, step },
    state: changed.length === 0 ? 'unchanged' : before === null ? 'added' : 'changed',
    subject: thing.subject(after, names),
    changes: changed
      .filter((column) => was(column) !== is(column))
      .map((column) => ({
        ...{ field: column, label: labelOf(thing, column), classes: [], closed: false },
        ...{ before: was(column), after: is(column) },
      })),
  };
}

export function kindFields(things: readonly Pick<ThingSheet, 'columns'>[]): KindField[] {
  const columns = things.flatMap((thing) => thing.columns);
  const distinct = [...new Map(columns.map((each) => [each.column, each])).values()];
  return distinct.map(({ column, label }) => ({
    field: column,
    label,
    classes: [],
    closed: false,
  }));
}
