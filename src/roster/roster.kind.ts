import { Injectable } from '@nestjs/common';
import { placeKey, type RowOutcome } from './batch.js';
import { CatalogueView, type Catalogue } from './catalogue.view.js';
import { columnsOf, faultsOf } from './check.plan.js';
import { CheckRulesView } from './check-rules.view.js';
import type { FitAndSeat } from './fit-and-seat.js';
import { FitAndSeatsView, type Placed } from './fit-and-seats.view.js';
import { planRow, type MergedRow, type RosterChange, type RosterPlan } from './promotion.plan.js';
import type { Field } from './reading/fields.js';
import { ColumnPlaces, type PlacedSheet } from './reading/places.js';
import {
  readRosterFiles,
  type HowToRead,
  type ReadRosterFile,
  type SentFile,
} from './reading/read-files.js';
import type { ReadRecord } from './reading/roster-reading.js';
import { resolveRecords, type ResolvedRow } from './resolve.plan.js';
import { resolvedRow, storedRow, type StoredRow } from './stored-row.plan.js';
import { RosterComparison, type Comparison } from './roster-comparison.js';
import { outOfScope, scopeOf } from './scope.js';
import { movesAgainstTheLaw } from './moves.plan.js';
import { RosterContextView } from './roster-context.view.js';
import { ROSTER_FIELDS } from './roster-fields.js';
import { RosterMovesView } from './roster-moves.view.js';
import { registryMoved, RosterWriter } from './roster-writer.js';
import type { StaffRow } from '../registry/staff-row.js';
import type { Missing } from './change-plan.js';
import type { Checked, ReadBatch, ReadFile, SheetKind, StoredBatch, Work } from './sheet-kind.js';

/** What the registry and the law say on a roster's day. */
@Injectable()
export class RosterViews {
  constructor(
    readonly context: RosterContextView,
    readonly catalogue: CatalogueView,
    readonly fitAndSeats: FitAndSeatsView,
    readonly rules: CheckRulesView,
    readonly moves: RosterMovesView,
  ) {}
}

/** The working roster "Danh sách trích ngang": people with their posts. */
@Injectable()
export class RosterKind implements SheetKind<ReadRecord, StoredRow, RosterPlan> {
  readonly kind = 'roster';
  readonly byProvince = false;
  readonly fields = ROSTER_FIELDS;

  constructor(
    private readonly views: RosterViews,
    private readonly comparison: RosterComparison,
    private readonly writer: RosterWriter,
  ) {}

  async read(files: readonly SentFile[], how: HowToRead): Promise<ReadFile<ReadRecord>[]> {
    return (await readRosterFiles(files, how)).map(readFileOf);
  }

  async check(work: Work, read: ReadBatch<ReadRecord>): Promise<Checked<StoredRow>> {
    const { manager, actor, batch } = work;
    const { files, answers, setAside } = read;
    const places = placesOf(
      files.flatMap(({ name, sheets }) => sheets.map((each) => ({ file: name, ...each }))),
    );
    const known = await this.views.context.on(manager, actor, batch.asOf);
    const records = files.flatMap(({ rows }) => rows.map(({ record }) => record));
    const columnOf = columnsOf(places);
    const { rows, issues } = resolveRecords(records, known, columnOf);
    const kept = rows.filter(({ record }) => !setAside.has(placeKey(record)));
    const catalogue = await this.views.catalogue.on(work);
    const { rankCodes } = catalogue;
    const compared = await this.comparison.questions(work, kept, { places, answers, rankCodes });
    return {
      rows: rows.map((row) => ({
        ...placeOf(row),
        get record() {
          return storedRow(row);
        },
      })),
      issues: [
        ...issues,
        ...faultsOf(kept, await this.views.rules.on(work), columnOf),
        ...movesAgainstTheLaw(kept, await this.views.moves.on(work, kept), columnOf),
        ...compared.issues,
        ...outOfScope(kept, { places, catalogue, scope: await scopeOf(work) }),
      ],
      questions: compared.questions,
    };
  }

  async plan(work: Work, stored: StoredBatch<StoredRow>): Promise<RosterPlan> {
    const catalogue = await this.views.catalogue.on(work);
    const rows = stored.rows.map((each) => resolvedRow(each, each.record));
    const setting = {
      places: placesOf(stored.sheets),
      answers: stored.answers,
      rankCodes: catalogue.rankCodes,
    };
    const compared = await this.comparison.merged(work, rows, setting);
    mustStandInForce(work, compared.merged, catalogue);
    const fits = await this.views.fitAndSeats.of(work, compared.merged.map(placedOf));
    return {
      rows: compared.merged.map((each) => planned(each, { work, catalogue, fits })),
      missing: missingOf(compared, stored),
      questions: compared.questions.filter(({ answer }) => answer === null),
    };
  }

  write(work: Work, plan: RosterPlan): Promise<RowOutcome[]> {
    return this.writer.write(work, plan.rows);
  }

  obstacles(work: Work, rows: readonly RowOutcome[]): Promise<readonly string[]> {
    return this.writer.obstacles(work, rows);
  }

  undo(work: Work, rows: readonly RowOutcome[]): Promise<void> {
    return this.writer.undo(work, rows);
  }
}

/** A roster as it was read, in the shape of all sheets. */
export function readFileOf({ reading, cells, ...file }: ReadRosterFile): ReadFile<ReadRecord> {
  return {
    ...file,
    rows: reading.records.map((record, index) => ({
      ...{ file: record.file, sheet: record.sheet, row: record.row },
      record,
      cells: cells[index] ?? {},
    })),
    issues: reading.issues,
    sheets: reading.sheets,
  };
}

/** The columns of a roster mean fields of a roster. */
function placesOf(sheets: readonly PlacedSheet<string>[]): ColumnPlaces {
  return new ColumnPlaces(sheets as readonly PlacedSheet<Field>[]);
}

function placeOf({ record: { file, sheet, row } }: ResolvedRow) {
  return { file, sheet, row };
}

/** Units and positions were there when the rows were checked. @throws Conflict `roster.registry-moved` */
function mustStandInForce(
  { batch }: Work,
  rows: readonly MergedRow[],
  { unitId, hasPosition }: Catalogue,
): void {
  const gone = rows.some(
    ({ facets }) =>
      unitId(String(facets['unit'])) === undefined || !hasPosition(String(facets['position'])),
  );
  if (gone) throw registryMoved(batch.id);
}

function placedOf({ key, facets }: MergedRow): Placed {
  const said = facets as Partial<StaffRow>;
  return {
    staff: {
      key,
      degree: said.degree ?? null,
      majorGroup: said.majorGroup ?? null,
      rankCode: said.rankCode ?? null,
      certificates: said.certificates ?? [],
      recruitedOn: said.recruitedOn ?? null,
    },
    unitCode: String(facets['unit']),
    positionCode: String(facets['position']),
  };
}

function planned(
  row: MergedRow,
  {
    work,
    catalogue,
    fits,
  }: {
    readonly work: Work;
    readonly catalogue: Catalogue;
    readonly fits: ReadonlyMap<string, FitAndSeat>;
  },
): RosterChange {
  const fit = fits.get(row.key);
  if (fit === undefined) throw new Error('a person of the plan was not looked at');
  const positions = [row.known?.posting?.positionCode ?? null, String(row.facets['position'])];
  return planRow(row, {
    ...{ asOf: work.batch.asOf, names: catalogue.names, fit },
    partyManaged: positions.some((code) => catalogue.isPartyManaged(code)),
  });
}

/** Whom the registry has in the units of the rows and no row tells of, not even one that is held or set aside. */
function missingOf({ known, keys }: Comparison, { left }: StoredBatch<StoredRow>): Missing[] {
  const told = new Set(keys.values());
  const numbers = new Set(left.flatMap(({ record }) => record.record.personalNumber ?? []));
  return known.inUnits
    .filter(({ key, personalNumber }) => !told.has(key) && !numbers.has(personalNumber ?? ''))
    .map(({ fullName, positionName, unitName }) => ({
      subject: fullName,
      where: [positionName, unitName].filter((part) => part !== null).join(', '),
    }));
}
