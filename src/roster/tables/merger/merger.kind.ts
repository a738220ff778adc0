import { Injectable } from '@nestjs/common';
import { MergerDrafts, type MergerFinding } from '../../../registry/merger-drafts.js';
import type { Issue } from '../../../shared/issue.js';
import { byCodePoint } from '../../../shared/text.js';
import { placeKey, type RowOutcome, type StagedRow } from '../../batch.js';
import type { Choices } from '../../choices.plan.js';
import type { ChangePlan, RowChange } from '../../change-plan.js';
import { ColumnPlaces } from '../../reading/places.js';
import type { HowToRead, SentFile } from '../../reading/read-files.js';
import { registryMoved } from '../../roster-writer.js';
import type { Checked, ReadBatch, SheetKind, StoredBatch, Work } from '../../sheet-kind.js';
import { readTableFiles } from '../read-table-files.js';
import { SaidSheetsView } from '../said-sheets.view.js';
import { NORM_COLUMNS, SEAT_COLUMNS } from '../things/seats.table.js';
import { thingChoices } from '../things/thing-choices.js';
import { ThingContextView } from '../things/thing-context.view.js';
import { codesOn } from '../things/thing-names.js';
import { kindFields, stagedRow, type StagedThing } from '../things/thing-rows.js';
import type { ThingColumn, ThingRecord, ThingTableName } from '../things/thing-table.js';
import { wordOf } from '../things/things.js';
import { UNIT_COLUMNS } from '../things/units.table.js';
import { aboutFaults, aboutItem, draftOf } from './merger-draft.js';
import { ABOUT_COLUMNS, MAP_COLUMNS } from './merger.table.js';

interface MergerPlan extends ChangePlan {
  readonly records: readonly ThingRecord[];
  readonly sameAs: number | null;
}

interface MadePlan {
  readonly scenarioId: number;
  readonly version: number;
}

const COLUMNS: Readonly<Partial<Record<ThingTableName, readonly ThingColumn[]>>> = {
  about: ABOUT_COLUMNS,
  units: UNIT_COLUMNS,
  unit_successions: MAP_COLUMNS,
  establishments: SEAT_COLUMNS,
  norms: NORM_COLUMNS,
};

/**
 * A merger's sheets: what is new, what becomes what, seats and norms afterwards. Promoted they are a plan in draft and change
 * nothing of the registry; the batch's day is the day from which the plan holds.
 */
@Injectable()
export class MergerKind implements SheetKind<ThingRecord, StagedThing, MergerPlan> {
  readonly kind = 'merger';
  readonly byProvince = true;
  readonly fields = kindFields(Object.values(COLUMNS).map((columns) => ({ columns })));

  constructor(
    private readonly drafts: MergerDrafts,
    private readonly context: ThingContextView,
    private readonly said: SaidSheetsView,
  ) {}

  read(files: readonly SentFile[], how: HowToRead) {
    return readTableFiles<ThingRecord>(files, 'merger', how);
  }

  async check(
    work: Work,
    { files, setAside }: ReadBatch<ThingRecord>,
  ): Promise<Checked<StagedThing>> {
    const records = files.flatMap(({ rows }) => rows.map(({ record }) => record));
    const kept = records.filter((record) => !setAside.has(placeKey(record)));
    const places = new ColumnPlaces<string>(
      files.flatMap(({ name, sheets }) => sheets.map((each) => ({ file: name, ...each }))),
    );
    const file = files[0]?.name ?? '';
    const { findings, legalBasis, kept: edited } = await this.planned(work, kept);
    const names = await this.context.names(work.manager, work.actor);
    const positions = new Set(codesOn(names, work.batch.asOf).positions);
    return {
      rows: records.map(stagedRow),
      issues: [
        ...(edited === null ? [] : [keptPlan(file, edited)]),
        ...(legalBasis === '' ? [noBasis(file)] : []),
        ...kept.flatMap((record) => aboutIssues(record, places)),
        ...findings.map((finding) => issueOf(finding, { records: kept, places, file, positions })),
      ],
      questions: [],
    };
  }

  async plan(work: Work, stored: StoredBatch<StagedThing>): Promise<MergerPlan> {
    const records = stored.rows.map(({ record }) => record.record);
    const { findings, sameAs, kept } = await this.planned(work, records);
    if (findings.some(({ severity }) => severity === 'error')) throw registryMoved(work.batch.id);
    return {
      ...{ records, sameAs, missing: [], questions: [] },
      rows: records.map((record) => changeOf(record, sameAs !== null)),
      kept: kept === null ? [] : [keptPlan(records[0]?.file ?? '', kept)],
    };
  }

  async write(work: Work, plan: () => Promise<MergerPlan>): Promise<RowOutcome[]> {
    const { records, rows, sameAs } = await plan();
    const made =
      sameAs === null && rows.length > 0
        ? await this.drafts.create(work.manager, work.actor, this.draft(work, records))
        : null;
    return rows.map(({ file, sheet, row, state }) => ({
      ...{ file, sheet, row, state, staffId: null, before: made },
      after: made === null ? null : { scenario: String(made.version) },
    }));
  }

  /** New units stand in the batch itself: the other sheets name them. */
  async choices(
    { manager, actor, batch }: Work,
    rows: () => Promise<readonly StagedRow<StagedThing>[]>,
  ): Promise<Choices> {
    const codes = codesOn(await this.context.names(manager, actor), batch.asOf);
    const made = (await rows()).flatMap(({ record: { record } }) =>
      record.table === 'units' ? String(record.said['code'] ?? '') : [],
    );
    const units = [...codes.units, ...made.filter((code) => code !== '')];
    return thingChoices(this.kind, { ...codes, units });
  }

  async obstacles(
    { manager, actor }: Work,
    rows: readonly RowOutcome[],
  ): Promise<readonly string[]> {
    const made = madeBy(rows);
    return made === null ? [] : this.drafts.obstacles(manager, actor, made);
  }

  async undo({ manager, actor }: Work, rows: readonly RowOutcome[]): Promise<void> {
    const made = madeBy(rows);
    if (made !== null) await this.drafts.remove(manager, actor, made.scenarioId);
  }

  private async planned(work: Work, records: readonly ThingRecord[]) {
    const draft = this.draft(work, records);
    const { legalBasis } = draft;
    const planned = await this.drafts.plan(work.manager, work.actor, draft);
    const same = planned.sameAs === null ? await this.sentBefore(work, records) : null;
    if (same === null) return { ...planned, legalBasis, kept: null };
    return { findings: [], sameAs: same.scenarioId, legalBasis, kept: same.name };
  }

  /** The plan that the very same sheets of the sender made; it was changed since, and stays as it is. */
  private async sentBefore(work: Work, records: readonly ThingRecord[]) {
    const text = textOf(records);
    for (const { scenarioId, records: earlier } of await this.said.ofMergers(work)) {
      if (textOf(earlier) !== text) continue;
      const name = await this.drafts.nameOf(work.manager, work.actor, scenarioId);
      if (name !== null) return { scenarioId, name };
    }
    return null;
  }

  private draft({ batch, actor }: Work, records: readonly ThingRecord[]) {
    const { provinceCode } = actor;
    return draftOf(records, { asOf: batch.asOf, batchId: batch.id, provinceCode });
  }
}

/** All rows of a batch made one plan together. */
function madeBy(rows: readonly RowOutcome[]): MadePlan | null {
  return (rows.find(({ before }) => before !== null)?.before as MadePlan | undefined) ?? null;
}

function changeOf(record: ThingRecord, isSame: boolean): RowChange {
  const { file, sheet, row, said, table, subject } = record;
  const columns = COLUMNS[table] ?? [];
  const changes = columns.flatMap(({ column, label }) => {
    const after = wordOf(column, said[column] ?? null);
    const own = { field: column, label, classes: [], closed: false };
    return after === null ? [] : [{ ...own, before: null, after }];
  });
  return {
    ...{ file, sheet, row, subject },
    ...(isSame ? { state: 'unchanged', changes: [] } : { state: 'added', changes }),
  };
}

/** What rows say, whatever their order. */
function textOf(records: readonly ThingRecord[]): string {
  const lines = records.map(({ table, said }) =>
    JSON.stringify([table, Object.entries(said).sort(([a], [b]) => byCodePoint(a, b))]),
  );
  return lines.sort(byCodePoint).join('\n');
}

function keptPlan(file: string, name: string): Issue {
  return {
    ...{ file, sheet: '', row: 0, column: '', code: 'merger.plan-kept', severity: 'note' },
    message: `Nơi gửi đã gửi đúng nội dung này trước đây; phương án lập từ đó, "${name}", đã được sửa và được giữ nguyên. Muốn lập phương án khác, hãy sửa nội dung và đặt tên khác.`,
  };
}

function noBasis(file: string): Issue {
  return {
    ...{ file, sheet: '', row: 0, column: '', code: 'merger.basis-missing', severity: 'error' },
    message:
      'Thiếu căn cứ pháp lý của phương án. Hãy thêm sheet "Phương án" với hai cột "Mục", "Nội dung" và dòng "Căn cứ pháp lý".',
  };
}

function aboutIssues(record: ThingRecord, places: ColumnPlaces<string>): Issue[] {
  const { file, sheet, row } = record;
  return aboutFaults(record).map(({ column, code, message }) => ({
    ...{ file, sheet, row, code, message, severity: 'error' },
    column: places.lettersOf({ file, sheet, row }, column),
  }));
}

interface Setting {
  readonly records: readonly ThingRecord[];
  readonly places: ColumnPlaces<string>;
  /** Where what is about no row is told. */
  readonly file: string;
  /** Codes in force. */
  readonly positions: ReadonlySet<string>;
}

/** Where a finding about a unit is best repaired: what tells of seats in the seats, else in the map, else at the unit. */
function issueOf(
  { code, severity, message, unitCode }: MergerFinding,
  { records, places, file, positions }: Setting,
): Issue {
  if (code === 'merger.seats-unknown-position') {
    const row = records.find(
      ({ table, said }) =>
        table === 'establishments' &&
        said['unit_code'] === unitCode &&
        !positions.has(String(said['position_code'])),
    );
    if (row !== undefined) {
      const place = { file: row.file, sheet: row.sheet, row: row.row };
      const column = places.lettersOf(place, 'position_code');
      return { ...place, column, code, severity, message };
    }
  }
  if (code === 'scenario.name-taken') {
    const row = records.find(
      ({ table, said }) => table === 'about' && aboutItem(String(said['item'])) === 'name',
    );
    const place = { file: row?.file ?? file, sheet: row?.sheet ?? '', row: row?.row ?? 0 };
    const column = row === undefined ? '' : places.lettersOf(place, 'content');
    return { ...place, column, code, severity, message };
  }
  const ofSeats = code.startsWith('merger.seats');
  const columns: readonly (readonly [ThingTableName, string])[] = ofSeats
    ? [['establishments', 'unit_code']]
    : [
        ['unit_successions', 'old_code'],
        ['unit_successions', 'new_code'],
        ['units', 'code'],
        ['establishments', 'unit_code'],
        ['norms', 'unit_code'],
      ];
  for (const [table, column] of columns) {
    const found = records.find(
      (record) => record.table === table && record.said[column] === unitCode,
    );
    if (found === undefined) continue;
    const place = { file: found.file, sheet: found.sheet, row: found.row };
    return { ...place, column: places.lettersOf(place, column), code, severity, message };
  }
  return { ...{ file, sheet: '', row: 0, column: '' }, code, severity, message };
}
