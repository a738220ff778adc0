import { Injectable } from '@nestjs/common';
import { LawKeyStore } from '../../../law/law-key.store.js';
import { LawWriter, type WrittenVersions } from '../../../law/law-writer.js';
import { LawStore } from '../../../law/law.store.js';
import type { ParameterRow } from '../../../rules/parameters.js';
import { choicesIn, EVIDENCE_WORDS } from '../../../registry/sheet-words.js';
import { grouped } from '../../../shared/grouped.js';
import type { Issue } from '../../../shared/issue.js';
import { placeKey, type Answer, type Question, type RowOutcome } from '../../batch.js';
import type { Choices } from '../../choices.plan.js';
import type { ChangePlan, RowChange } from '../../change-plan.js';
import { readMark } from '../../export-marks.js';
import { keptNotes } from '../../later-edits.js';
import { CHANGED_MEANWHILE } from '../../merge.plan.js';
import { ColumnPlaces } from '../../reading/places.js';
import type { HowToRead, SentFile } from '../../reading/read-files.js';
import { registryMoved } from '../../roster-writer.js';
import type { Checked, ReadBatch, SheetKind, StoredBatch, Work } from '../../sheet-kind.js';
import { readTableFiles } from '../read-table-files.js';
import { SaidSheetsView } from '../said-sheets.view.js';
import {
  answersByRow,
  kindFields,
  questionAt,
  stagedRow,
  type StagedThing,
} from '../things/thing-rows.js';
import { codesOn } from '../things/thing-names.js';
import { ThingContextView } from '../things/thing-context.view.js';
import type { ThingRecord } from '../things/thing-table.js';
import { wordOf } from '../things/things.js';
import { CONTENT, parameterSteps, valuesOfVersion, type ParameterStep } from './parameter.plan.js';
import { PARAMETER_COLUMNS } from './parameters.table.js';

interface ParameterChange extends RowChange {
  readonly wanted: ParameterRow | null;
}

interface ParametersPlan extends ChangePlan {
  readonly rows: readonly ParameterChange[];
}

interface ParameterLine {
  readonly record: ThingRecord;
  readonly step: ParameterStep;
}

/**
 * Parameters of the law by workbook: every row that says something new becomes a version, as by the page. What they replace
 * stays readable, and an undo says again what stood before.
 */
@Injectable()
export class ParametersKind implements SheetKind<ThingRecord, StagedThing, ParametersPlan> {
  readonly kind = 'parameters';
  readonly byProvince = true;
  readonly permission = 'law.write';
  readonly fields = kindFields([{ columns: PARAMETER_COLUMNS }]);

  constructor(
    private readonly law: LawStore,
    private readonly keys: LawKeyStore,
    private readonly writer: LawWriter,
    private readonly context: ThingContextView,
    private readonly said: SaidSheetsView,
  ) {}

  read(files: readonly SentFile[], how: HowToRead) {
    return readTableFiles<ThingRecord>(files, 'parameters', how);
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
    const lines = await this.compared(work, kept, answers);
    const questions = lines.flatMap((line) => questionsOf(line, places));
    return {
      rows: records.map(stagedRow),
      issues: [...lines.flatMap((line) => issuesOf(line, places)), ...keptNotes(questions)],
      questions,
    };
  }

  async plan(work: Work, stored: StoredBatch<StagedThing>): Promise<ParametersPlan> {
    const records = stored.rows.map(({ record }) => record.record);
    const lines = await this.compared(work, records, stored.answers);
    const isLost = lines.length < records.length;
    if (isLost || lines.some(({ step }) => step.faults.length > 0))
      throw registryMoved(work.batch.id);
    const places = new ColumnPlaces<string>(stored.sheets);
    const asked = lines.flatMap((line) => questionsOf(line, places));
    return {
      rows: lines.map((line) => changeOf(line, work.actor.provinceCode)),
      missing: [],
      questions: asked.filter(({ answer }) => answer === null),
      kept: keptNotes(asked),
    };
  }

  /** What was written for a key and scope stands at the first of its rows. */
  async write(work: Work, plan: () => Promise<ParametersPlan>): Promise<RowOutcome[]> {
    const { rows } = await plan();
    const made = new Map<string, WrittenVersions>();
    const changed = rows.filter(({ wanted }) => wanted !== null);
    for (const own of grouped(changed, whose).values()) {
      const [first, ...more] = own.flatMap(({ wanted }) => wanted ?? []);
      const [place] = own;
      if (first === undefined || place === undefined) continue;
      const batch = work.batch.id;
      const together = { rows: [first, ...more] as const, batch };
      made.set(
        placeKey(place),
        await this.writer.writeTogether(work.manager, work.actor, together),
      );
    }
    return rows.map(({ file, sheet, row, state, ...change }) => {
      const written = made.get(placeKey({ file, sheet, row })) ?? null;
      const after = written === null ? null : { [whose(change)]: written.added.join(' ') };
      return { ...{ file, sheet, row, state, staffId: null }, before: written, after };
    });
  }

  async obstacles({ manager }: Work, rows: readonly RowOutcome[]): Promise<readonly string[]> {
    const keys = await this.writer.changedSince(manager, writtenBy(rows));
    const known = await this.keys.all(manager);
    const nameOf = (key: string): string => known.find((each) => each.key === key)?.nameVi ?? key;
    return keys.map((key) => `Tham số "${nameOf(key)}" đã được sửa sau lần nhập này.`);
  }

  async undo({ manager, actor }: Work, rows: readonly RowOutcome[]): Promise<void> {
    for (const written of writtenBy(rows)) await this.writer.takeBack(manager, actor, written);
  }

  async choices({ manager, actor, batch }: Work): Promise<Choices> {
    const names = await this.context.names(manager, actor);
    const keys = await this.keys.all(manager);
    return new Map([
      ['key', keys.map(({ key }) => key)],
      ['own_unit', [...codesOn(names, batch.asOf).units].sort()],
      ['evidence', choicesIn(EVIDENCE_WORDS)],
    ]);
  }

  private async compared(
    work: Work,
    records: readonly ThingRecord[],
    given: readonly Answer[],
  ): Promise<ParameterLine[]> {
    const { manager, actor, batch } = work;
    const answers = answersByRow(given);
    const earlier = lastSaid(await this.said.ofThings(work));
    const names = await this.context.names(manager, actor);
    const keys = await this.keys.all(manager);
    const readable = records.filter(({ isReadable }) => isReadable);
    const steps = parameterSteps(
      readable.map((record) => ({
        said: record.said,
        mark: readMark(record.mark ?? undefined),
        before: earlier.get(saidKey(record)) ?? null,
        answers: columnsAnswered(answers.get(placeKey(record)) ?? []),
      })),
      {
        rows: await this.law.allStanding(manager),
        keys: new Map(keys.map((each) => [each.key, each])),
        hasUnit: (code, on) => names.unit(code, on) !== null,
        ...{ provinceCode: actor.provinceCode, asOf: batch.asOf },
      },
    );
    return readable.flatMap((record, index) => {
      const step = steps[index];
      return step === undefined ? [] : [{ record, step }];
    });
  }
}

function whose({ wanted }: Pick<ParameterChange, 'wanted'>): string {
  return wanted === null ? '' : `${wanted.scope} ${wanted.key}`;
}

function writtenBy(rows: readonly RowOutcome[]): WrittenVersions[] {
  return rows.flatMap(({ before }) => (before as WrittenVersions | null) ?? []);
}

function columnsAnswered(answers: readonly Answer[]): ReadonlyMap<string, string> {
  const prefix = `${CHANGED_MEANWHILE}:`;
  return new Map(
    answers.flatMap(({ question, answer }) =>
      question.startsWith(prefix) ? [[question.slice(prefix.length), answer] as const] : [],
    ),
  );
}

function issuesOf({ record, step }: ParameterLine, places: ColumnPlaces<string>): Issue[] {
  const { file, sheet, row } = record;
  return step.faults.map(({ column, code, message }) => ({
    ...{ file, sheet, row, code, message, severity: 'error' },
    column: column === '' ? '' : places.lettersOf({ file, sheet, row }, column),
  }));
}

function questionsOf({ record, step }: ParameterLine, places: ColumnPlaces<string>): Question[] {
  const { file, sheet, row } = record;
  return step.asked.map((asked) => {
    const { column } = asked;
    const at = { file, sheet, row, column: places.lettersOf({ file, sheet, row }, column) };
    return questionAt(at, labelOf(column), asked);
  });
}

/** One parameter of one unit from one day, as rows name it. */
function saidKey({ said }: ThingRecord): string {
  return [said['key'], said['own_unit'], said['starts_on']].map((each) => each ?? '').join('|');
}

/** The last word of a sender's earlier sheets. @param records the oldest first */
function lastSaid(records: readonly ThingRecord[]): ReadonlyMap<string, ThingRecord['said']> {
  const readable = records.filter(({ isReadable }) => isReadable);
  return new Map(readable.map((record) => [saidKey(record), record.said]));
}

function labelOf(column: string): string {
  return PARAMETER_COLUMNS.find((each) => each.column === column)?.label ?? column;
}

const SHOWN = ['own_unit', 'starts_on', ...CONTENT] as const;

/** Beside what holds on the first day: of the province or the unit, else of the nation. */
function changeOf({ record, step }: ParameterLine, provinceCode: string): ParameterChange {
  const { file, sheet, row, subject } = record;
  const { before, wanted } = step;
  const own = { file, sheet, row, subject, wanted };
  if (wanted === null) return { ...own, state: 'unchanged', changes: [] };
  const was = before === null ? {} : valuesOfVersion(before, provinceCode);
  const is = valuesOfVersion(wanted, provinceCode);
  return {
    ...own,
    state: before?.scope === wanted.scope ? 'changed' : 'added',
    changes: SHOWN.flatMap((column) => {
      const [from, to] = [was[column], is[column]].map((each) => wordOf(column, each ?? null));
      if (from === to) return [];
      const field = { field: column, label: labelOf(column), classes: [], closed: false };
      return [{ ...field, before: from ?? null, after: to ?? null }];
    }),
  };
}
