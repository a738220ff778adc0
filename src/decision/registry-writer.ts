import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type BulkTable, refreshStatistics } from '../database/statistics.js';
import type { MergerPlan } from '../merger/merger.plan.js';
import type { StoredPlacement } from '../placement/run.store.js';
import { EstablishmentStore } from '../registry/establishment.store.js';
import type { NewPosting, PostingSource } from '../registry/main-posting.js';
import { PostingStore } from '../registry/posting.store.js';
import { SuccessionStore } from '../registry/succession.store.js';
import { type NewUnit, UnitStore } from '../registry/unit.store.js';
import type { NormFact, UnitFact } from '../scenario/facts.js';
import type { Actor } from '../shared/actor.js';
import { Conflict } from '../shared/errors.js';
import { dayBefore } from '../shared/day.js';

/** Everything that one scenario writes to the registry. */
export interface Application {
  readonly scenarioId: number;
  readonly plan: MergerPlan;
  readonly norms: readonly NormFact[];
  readonly placements: readonly StoredPlacement[];
  readonly basis: string;
}

const WRITTEN: readonly BulkTable[] = [
  'units',
  'unit_successions',
  'establishments',
  'norms',
  'postings',
];

/** Writes a merger and its postings, or takes them back; always inside the caller's transaction. */
@Injectable()
export class RegistryWriter {
  constructor(
    private readonly units: UnitStore,
    private readonly successions: SuccessionStore,
    private readonly establishments: EstablishmentStore,
    private readonly postings: PostingStore,
  ) {}

  /** @throws Conflict `decision.units-merged-already`; `decision.registry-moved` when less can be written than was planned; the transaction is lost then. */
  async apply(manager: EntityManager, actor: Actor, application: Application): Promise<void> {
    const { plan, basis } = application;
    const startsOn = plan.effectiveOn;
    const closed = codesOf(plan.closeUnits);
    const ended = await this.units.end(manager, actor, { codes: closed, endsOn: startsOn });
    mustStillBeOpen(closed.length, ended);
    await this.units.insert(
      manager,
      actor,
      plan.createUnits.map((unit) => newUnit(unit, basis)),
    );
    const successions = { rows: plan.successions, effectiveOn: startsOn };
    const followed = await this.successions.insert(manager, actor, successions);
    mustAgree('dòng kế thừa đơn vị', plan.successions.length, followed);
    const seats = await this.establishments.insert(manager, actor, {
      rows: plan.seats,
      startsOn,
      basis,
    });
    mustAgree('chỉ tiêu vị trí', plan.seats.length, seats);
    const { norms } = application;
    const given = await this.establishments.insertNorms(manager, actor, {
      rows: norms,
      startsOn,
      basis,
    });
    mustAgree('định mức', norms.length, given);
    await this.writePostings(manager, actor, application);
    await refreshStatistics(manager, WRITTEN);
  }

  private async writePostings(
    manager: EntityManager,
    actor: Actor,
    { plan, placements, scenarioId }: Application,
  ): Promise<void> {
    const startsOn = plan.effectiveOn;
    const main = await this.postings.lockMainOn(manager, actor, {
      staffIds: placements.map((each) => each.staffId),
      day: dayBefore(startsOn),
    });
    const closed = new Set(codesOf(plan.closeUnits));
    const stays = (placed: StoredPlacement): boolean => {
      const posting = main.get(placed.staffId);
      return (
        posting !== undefined &&
        !closed.has(posting.unitCode) &&
        posting.unitCode === placed.unitCode &&
        posting.positionCode === placed.positionCode
      );
    };
    const changed = placements.filter((placed) => !stays(placed));
    const ids = changed.flatMap((placed) => main.get(placed.staffId)?.id ?? []);
    await this.postings.end(manager, actor, { ids, endsOn: startsOn });
    await this.postings.endInUnits(manager, actor, { unitCodes: [...closed], endsOn: startsOn });
    const postings = changed.flatMap((placed) => newPosting(placed) ?? []);
    const source = sourceOf(scenarioId, startsOn);
    const written = await this.postings.insertMain(manager, actor, { postings, source });
    mustAgree('vị trí công tác', postings.length, written);
    const joint = placements.flatMap((placed) => jointPosting(placed) ?? []);
    const held = await this.postings.insertConcurrent(manager, actor, { postings: joint, source });
    mustAgree('vị trí kiêm nhiệm', joint.length, held);
  }

  /** The other way round; the caller has asked that nothing stands on it. */
  async takeBack(
    manager: EntityManager,
    actor: Actor,
    { plan, scenarioId }: Pick<Application, 'plan' | 'scenarioId'>,
  ): Promise<void> {
    const startsOn = plan.effectiveOn;
    const closed = codesOf(plan.closeUnits);
    const created = codesOf(plan.createUnits);
    await this.postings.takeBack(manager, actor, {
      source: sourceOf(scenarioId, startsOn),
      unitCodes: closed,
    });
    await this.establishments.removeStartingOn(manager, actor, { unitCodes: created, startsOn });
    await this.successions.removeEffectiveOn(manager, actor, {
      oldCodes: closed,
      effectiveOn: startsOn,
    });
    await this.units.removeStartingOn(manager, actor, { codes: created, startsOn });
    await this.units.reopen(manager, actor, { codes: closed, endsOn: startsOn });
  }
}

function sourceOf(scenarioId: number, startsOn: string): PostingSource {
  return { startsOn, kind: 'scenario', id: scenarioId };
}

function codesOf(units: readonly UnitFact[]): string[] {
  return units.map((unit) => unit.code);
}

function newUnit(unit: UnitFact, basis: string): NewUnit {
  return {
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    level: unit.level,
    parentCode: unit.parentCode,
    zone: unit.zone,
    border: unit.border,
    areaKm2: unit.areaKm2,
    population: unit.population,
    latitude: unit.point?.latitude ?? null,
    longitude: unit.point?.longitude ?? null,
    startsOn: unit.startsOn,
    legalBasis: basis,
  };
}

function newPosting(placed: Omit<StoredPlacement, 'personKey' | 'joint'>): NewPosting | null {
  const { unitCode, positionCode } = placed;
  if (unitCode === null || positionCode === null) return null;
  return {
    staffId: placed.staffId,
    unitCode,
    positionCode,
    seated: placed.outcome === 'seated',
    fit: placed.fit,
    failedTests: placed.failedTests,
    titleText: null,
    proposedUnitText: null,
    proposedPositionText: null,
  };
}

/** The second seat of a joint post. */
function jointPosting({ staffId, joint }: StoredPlacement): NewPosting | null {
  if (joint === null) return null;
  const { unitCode, positionCode, fit } = joint;
  const also = {
    staffId,
    outcome: 'seated',
    unitCode,
    positionCode,
    fit,
    failedTests: [],
  } as const;
  return newPosting(also);
}

/** Units that end already were merged by another plan: only taking that one back frees them. */
function mustStillBeOpen(planned: number, ended: number): void {
  if (planned === ended) return;
  throw new Conflict(
    'decision.units-merged-already',
    `${planned - ended} trong ${planned} đơn vị của phương án đã được sắp xếp theo một phương án khác đang áp dụng; chưa ghi gì. Hãy hoàn tác phương án đó trước, rồi áp dụng phương án này.`,
    { units: planned, merged: planned - ended },
  );
}

function mustAgree(what: string, planned: number, written: number): void {
  if (planned === written) return;
  throw new Conflict(
    'decision.registry-moved',
    `Phương án có ${planned} ${what} nhưng sổ hiện tại chỉ nhận ${written}; chưa ghi gì. Hãy lập lại phương án trên số liệu mới.`,
    { what, planned, written },
  );
}
