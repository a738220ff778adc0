import { Injectable } from '@nestjs/common';
import { placeKey, type RowOutcome } from './batch.js';
import type { Missing } from './change-plan.js';
import { choicesOf, type Choices } from './choices.plan.js';
import { columnsOf, faultsOf } from './check.plan.js';
import { keptNotes } from './later-edits.js';
import { movesAgainstTheLaw } from './moves.plan.js';
import { mustStandInForce, placedOf, placesOf, planned } from './planned-rows.js';
import type { RosterPlan } from './promotion.plan.js';
import {
  readRosterFiles,
  type HowToRead,
  type ReadRosterFile,
  type SentFile,
} from './reading/read-files.js';
import type { ReadRecord } from './reading/roster-reading.js';
import { resolveRecords, type ResolvedRow } from './resolve.plan.js';
import { RosterComparison, type Comparison } from './roster-comparison.js';
import { ROSTER_FIELDS } from './roster-fields.js';
import { RosterPromotion } from './roster-promotion.js';
import { RosterViews } from './roster-views.js';
import { RosterWriter } from './roster-writer.js';
import { outOfScope, scopeOf } from './scope.js';
import type { Checked, ReadBatch, ReadFile, SheetKind, StoredBatch, Work } from './sheet-kind.js';
import { resolvedRow, storedRow, type StoredRow } from './stored-row.plan.js';
import { withoutUnread } from './unread-cells.js';

/** The working roster "Danh sách trích ngang": people with their posts. */
@Injectable()
export class RosterKind implements SheetKind<ReadRecord, StoredRow, RosterPlan> {
  readonly kind = 'roster';
  readonly byProvince = false;
  readonly fields = ROSTER_FIELDS;

  constructor(
    private readonly views: RosterViews,
    private readonly comparison: RosterComparison,
    private readonly promotion: RosterPromotion,
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
        ...withoutUnread(
          issues,
          files.flatMap((each) => each.issues),
        ),
        ...faultsOf(kept, await this.views.rules.on(work), columnOf),
        ...movesAgainstTheLaw(kept, await this.views.moves.on(work, kept), columnOf),
        ...compared.issues,
        ...keptNotes(compared.questions),
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
    const placed = compared.merged.map(placedOf);
    mustStandInForce(work, placed, catalogue);
    const fits = await this.views.fitAndSeats.of(work, placed);
    return {
      rows: compared.merged.map((each) => planned(each, { work, catalogue, fits })),
      missing: missingOf(compared, stored),
      questions: compared.questions.filter(({ answer }) => answer === null),
      kept: keptNotes(compared.questions),
    };
  }

  /** Without the plan of all rows: only people whom the registry knows are looked at as a whole. */
  write(work: Work): Promise<RowOutcome[]> {
    return this.promotion.write(work);
  }

  async choices({ manager, actor, batch }: Work): Promise<Choices> {
    return choicesOf(await this.views.context.on(manager, actor, batch.asOf));
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
    rows: reading.records.map((record) => ({ ...placeOf({ record }), record })),
    ...{ cells, issues: reading.issues, sheets: reading.sheets },
  };
}

function placeOf({ record: { file, sheet, row } }: Pick<ResolvedRow, 'record'>) {
  return { file, sheet, row };
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
