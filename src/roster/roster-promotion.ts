import { Injectable } from '@nestjs/common';
import { refreshStatistics } from '../database/statistics.js';
import { BatchRowsStore } from './batch-rows.store.js';
import { placeKey, type RowOutcome } from './batch.js';
import type { Catalogue } from './catalogue.view.js';
import type { FitAndSeat } from './fit-and-seat.js';
import type { Placed } from './fit-and-seats.view.js';
import { NewPeopleStore, type NewPerson } from './new-people.store.js';
import { mustStandInForce, placedOf, placesOf, planned } from './planned-rows.js';
import type { MergedRow } from './promotion.plan.js';
import { RegistryStores } from './registry-stores.js';
import { RepairStore } from './repair.store.js';
import { RosterComparison, type Setting } from './roster-comparison.js';
import { RosterViews } from './roster-views.js';
import { registryMoved, RosterWriter, WRITTEN } from './roster-writer.js';
import { RowFactsView, type RowFacts } from './row-facts.view.js';
import type { Work } from './sheet-kind.js';
import { resolvedRow, type StoredRow } from './stored-row.plan.js';

/** The rows of a batch that are promoted. */
@Injectable()
export class StagedRows {
  constructor(
    readonly facts: RowFactsView,
    readonly rows: BatchRowsStore,
    readonly repair: RepairStore,
    readonly newPeople: NewPeopleStore,
  ) {}
}

/** A row with the key of its person. */
interface KeyedFacts extends RowFacts {
  readonly key: string;
}

/**
 * Rosters becoming the registry. Of all rows only the facts are read that say who somebody is and how they suit their
 * position; people who are new are written by the database from their rows, and only those whom the registry knows are
 * compared field by field.
 */
@Injectable()
export class RosterPromotion {
  constructor(
    private readonly views: RosterViews,
    private readonly comparison: RosterComparison,
    private readonly stores: RegistryStores,
    private readonly staged: StagedRows,
    private readonly writer: RosterWriter,
  ) {}

  /** @returns what became of the rows of people whom the registry knew; the others say it themselves. */
  async write(work: Work): Promise<RowOutcome[]> {
    const { manager, actor, batch } = work;
    const catalogue = await this.views.catalogue.on(work);
    const setting: Setting = {
      places: placesOf(await this.staged.rows.sheets(manager, actor, batch.id)),
      answers: await this.staged.repair.answers(manager, actor, batch.id),
      rankCodes: catalogue.rankCodes,
    };
    const { added, met } = await this.rowsOf(work, setting);
    const placed = [...added.map(placedByFacts), ...met.map(placedOf)];
    mustStandInForce(work, placed, catalogue);
    const fits = await this.views.fitAndSeats.of(work, placed);
    await this.staged.newPeople.write(
      work,
      added.map((each) => newPerson(each, catalogue, fits)),
    );
    const rows = met.map((each) => planned(each, { work, catalogue, fits }));
    const outcomes = await this.writer.write(work, rows);
    const isTouched = added.length > 0 || outcomes.some(({ state }) => state === 'changed');
    if (isTouched) await refreshStatistics(manager, WRITTEN);
    return outcomes;
  }

  /** @throws Conflict `roster.registry-moved` where something must be asked that was not asked when the rows were checked */
  private async rowsOf(
    work: Work,
    setting: Setting,
  ): Promise<{ readonly added: readonly KeyedFacts[]; readonly met: readonly MergedRow[] }> {
    const { manager, actor, batch } = work;
    const facts = await this.staged.facts.of(work, setting.rankCodes);
    const found = await this.comparison.identified(work, facts, setting);
    const keyed = facts.map((each) => ({
      ...each,
      key: found.keys.get(placeKey(each.record)) ?? '',
    }));
    const there = await this.stores.staff.keysThere(
      manager,
      actor,
      keyed.map(({ key }) => key),
    );
    const known = keyed.filter(({ key }) => there.has(key));
    const stored = await this.staged.rows.byIds<StoredRow>(manager, actor, {
      batchId: batch.id,
      ids: known.map(({ id }) => id),
    });
    const met = await this.comparison.merge(
      work,
      stored.map((each) => resolvedRow(each, each.record)),
      { ...setting, keys: found.keys },
    );
    const questions = [...found.questions, ...met.questions];
    if (questions.some(({ answer }) => answer === null)) throw registryMoved(batch.id);
    return { added: keyed.filter(({ key }) => !there.has(key)), met: met.rows };
  }
}

function placedByFacts({ key, staff, unitCode, positionCode }: KeyedFacts): Placed {
  return { staff: { key, ...staff }, unitCode, positionCode };
}

function newPerson(
  { id, key, unitCode, positionCode, hasDetails }: KeyedFacts,
  { unitId, positionId }: Catalogue,
  fits: ReadonlyMap<string, FitAndSeat>,
): NewPerson {
  const [unit, position, fit] = [unitId(unitCode), positionId(positionCode), fits.get(key)];
  if (unit === undefined || position === undefined || fit === undefined)
    throw new Error('a person of the batch was not looked at');
  return { rowId: id, key, unitId: unit, positionId: position, fit, hasDetails };
}
