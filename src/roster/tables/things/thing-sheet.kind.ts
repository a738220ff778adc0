import type { BatchKind } from '../../batch-kind.js';
import { placeKey, type Answer, type RowOutcome, type StagedRow } from '../../batch.js';
import { ColumnPlaces } from '../../reading/places.js';
import type { Choices } from '../../choices.plan.js';
import type { HowToRead, SentFile } from '../../reading/read-files.js';
import { keptNotes } from '../../later-edits.js';
import { registryMoved } from '../../roster-writer.js';
import { addDays, type Day } from '../../../shared/day.js';
import { grouped } from '../../../shared/grouped.js';
import type {
  Checked,
  KindField,
  ReadBatch,
  SheetKind,
  StoredBatch,
  Work,
} from '../../sheet-kind.js';
import type { Missing } from '../../change-plan.js';
import type { SaidSheetsView } from '../said-sheets.view.js';
import { readTableFiles } from '../read-table-files.js';
import type { TableKind } from '../table-kinds.js';
import { thingSteps, type KnownThing, type ThingStep } from './thing.plan.js';
import { thingChoices } from './thing-choices.js';
import { ThingContextView } from './thing-context.view.js';
import {
  answersByRow,
  changeOf,
  issuesOfRow,
  kindFields,
  lastWords,
  questionsOfRow,
  saidBy,
  stagedRow,
  type StagedThing,
  type ThingPlan,
  type ThingRow,
} from './thing-rows.js';
import type { ThingSheet } from './thing-sheet.js';
import { codesOn, type ThingNames } from './thing-names.js';
import type { ThingRecord } from './thing-table.js';
import { ThingWriter } from './thing-writer.js';

export interface ThingKindSpec {
  readonly kind: TableKind & BatchKind;
  /** In the order of the writing: rows name what stands in tables before theirs. */
  readonly things: readonly ThingSheet[];
}

/** Units, positions, seats or norms on their way into the registry. */
export class ThingSheetKind implements SheetKind<ThingRecord, StagedThing, ThingPlan> {
  readonly kind: BatchKind;
  readonly fields: readonly KindField[];
  readonly byProvince = true;

  constructor(
    private readonly spec: ThingKindSpec,
    private readonly context: ThingContextView,
    private readonly writer: ThingWriter,
    private readonly said: SaidSheetsView,
  ) {
    this.kind = spec.kind;
    this.fields = kindFields(spec.things);
  }

  read(files: readonly SentFile[], how: HowToRead) {
    return readTableFiles<ThingRecord>(files, this.spec.kind, how);
  }

  async check(
    work: Work,
    { files, answers, setAside }: ReadBatch<ThingRecord>,
  ): Promise<Checked<StagedThing>> {
    const records = files.flatMap(({ rows }) => rows.map(({ record }) => record));
    const places = new ColumnPlaces<string>(
      files.flatMap(({ name, sheets }) => sheets.map((each) => ({ file: name, ...each }))),
    );
    const kept = records.filter((record) => !setAside.has(placeKey(record)));
    const { rows } = await this.compared(work, kept, answers);
    const questions = rows.flatMap((row) => questionsOfRow(row, places));
    return {
      rows: records.map(stagedRow),
      issues: [...rows.flatMap((row) => issuesOfRow(row, places)), ...keptNotes(questions)],
      questions,
    };
  }

  async plan(work: Work, stored: StoredBatch<StagedThing>): Promise<ThingPlan> {
    const records = stored.rows.map(({ record }) => record.record);
    const { rows, names, known } = await this.compared(work, records, stored.answers);
    const isLost = rows.length < records.length;
    if (isLost || rows.some(({ step }) => step.faults.length > 0))
      throw registryMoved(work.batch.id);
    const places = new ColumnPlaces<string>(stored.sheets);
    const asked = rows.flatMap((row) => questionsOfRow(row, places));
    return {
      rows: rows.map((row) => changeOf(row, names)),
      missing: missingOf({ rows, known, left: stored.left }, names, work.batch.asOf),
      questions: asked.filter(({ answer }) => answer === null),
      kept: keptNotes(asked),
    };
  }

  async write(work: Work, plan: () => Promise<ThingPlan>): Promise<RowOutcome[]> {
    const { rows } = await plan();
    const outcomes: RowOutcome[] = [];
    for (const thing of this.spec.things) {
      const own = rows.filter((row) => row.thing === thing);
      outcomes.push(...(await this.writer.write(work, thing, own)));
    }
    return outcomes;
  }

  async choices({ manager, actor, batch }: Work): Promise<Choices> {
    const names = await this.context.names(manager, actor);
    return thingChoices(this.kind, codesOn(names, batch.asOf));
  }

  obstacles(work: Work, rows: readonly RowOutcome[]): Promise<readonly string[]> {
    return this.writer.obstacles(work, rows);
  }

  undo(work: Work, rows: readonly RowOutcome[]): Promise<void> {
    return this.writer.undo(work, rows);
  }

  /** All rows beside the registry, table by table: later tables see what earlier ones would make. */
  private async compared(
    work: Work,
    records: readonly ThingRecord[],
    given: readonly Answer[],
  ): Promise<Compared> {
    const { manager, actor, batch } = work;
    const answers = answersByRow(given);
    const found: ThingRow[] = [];
    const known = new Map<ThingSheet, readonly KnownThing[]>();
    const earlier = await this.said.ofThings(work);
    let names = await this.context.names(manager, actor);
    for (const thing of this.spec.things) {
      const { table } = thing;
      const stored = await this.context.rows.all(manager, actor, { table, lock: work.writes });
      const things = stored.map((row) => ({ id: row.id, values: thing.valuesOf(row, names) }));
      known.set(thing, things);
      const own = records.filter((record) => record.table === table && record.isReadable);
      const at = { thing, names, asOf: batch.asOf };
      const before = lastWords(earlier, at);
      const said = own.map((record) => saidBy(record, { ...at, answers, before }));
      const byKey = grouped(things, ({ values }) => thing.keyOf(values));
      const sheet = { ...thing, usual: { ...thing.usual, ...thing.usualIn?.(names) } };
      const steps = thingSteps(said, byKey, { sheet, asOf: batch.asOf });
      names = names.with(
        table,
        steps.filter(({ before }) => before === null).map(({ after }) => after),
      );
      const stays = await this.writer.stays(work, thing, steps.flatMap(endedBy));
      for (const [index, step] of steps.entries()) {
        const record = own[index];
        if (record === undefined) continue;
        const faults = [
          ...step.faults,
          ...thing.faults(step.after, names, batch.asOf),
          ...stayed(step, stays),
        ];
        found.push({ record, thing, step: { ...step, faults } });
      }
    }
    return { rows: found, names, known };
  }
}

interface Compared {
  readonly rows: readonly ThingRow[];
  readonly names: ThingNames;
  readonly known: ReadonlyMap<ThingSheet, readonly KnownThing[]>;
}

/** What ends earlier than it does in the registry. */
function endedBy({ before, after, continues }: ThingStep): { id: number; endsOn: Day }[] {
  if (before === null || continues) return [];
  const [last, was] = [after['last_on'], before.values['last_on']] as (Day | null | undefined)[];
  if (last == null || (was != null && was <= last)) return [];
  return [{ id: before.id, endsOn: addDays(last, 1) }];
}

function stayed({ before }: ThingStep, stays: ReadonlyMap<number, string>) {
  const what = before === null ? undefined : stays.get(before.id);
  if (what === undefined) return [];
  return [
    {
      ...{ column: 'last_on', code: 'registry.still-needed' },
      message: `Sau ngày này vẫn còn ${what}. Hãy kết thúc hoặc chuyển chúng trước, hoặc sắp xếp đơn vị bằng một phương án.`,
    },
  ];
}

/** What stands in the registry on the batch's day, in the units or of the levels of the rows, and no row tells of. */
function missingOf(
  {
    rows,
    known,
    left,
  }: Omit<Compared, 'names'> & { readonly left: readonly StagedRow<StagedThing>[] },
  names: ThingNames,
  asOf: Day,
): Missing[] {
  const isOn = ({ values }: KnownThing): boolean => {
    const [first, last] = [values['starts_on'], values['last_on']] as (Day | null | undefined)[];
    return (first == null || first <= asOf) && (last == null || last >= asOf);
  };
  return [...known].flatMap(([thing, things]) => {
    const own = rows.filter((row) => row.thing === thing);
    if (own.length === 0) return [];
    const told = new Set([
      ...own.map(({ step }) => thing.keyOf(step.after)),
      ...left.map(({ record: { record } }) => thing.keyOf(thing.said(record.said, names, asOf))),
    ]);
    const cuts = new Set(own.map(({ step }) => cutOf(step.after)));
    return things
      .filter((each) => isOn(each) && cuts.has(cutOf(each.values)))
      .filter(({ values }) => !told.has(thing.keyOf(values)))
      .map(({ values }) => ({ subject: thing.subject(values, names), where: '' }));
  });
}

/** A list of communes says nothing of divisions, seats of one unit nothing of those of another. */
function cutOf(values: ThingRecord['said']): string {
  return [values['unit_code'] ?? '', values['kind'] ?? '', values['catalogue'] ?? ''].join('|');
}
