import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LawService } from '../law/law.service.js';
import { ReferenceStore } from '../law/reference.store.js';
import { PeopleView, type PersonOnDay } from '../registry/people.view.js';
import { PositionStore, type PositionOnDay } from '../registry/position.store.js';
import { UnitStore, type UnitOnDay } from '../registry/unit.store.js';
import type { PersonFact, PositionFact, RankFact, UnitFact } from '../scenario/facts.js';
import type { Actor } from '../shared/actor.js';
import { type Day, dayBefore } from '../shared/day.js';

/** What the registry and the law say about a merger's eve. */
export interface MergerFacts {
  readonly inForce: readonly UnitFact[];
  readonly people: readonly PersonOnDay[];
  /** Of the eve and of the effective day. */
  readonly positions: readonly PositionFact[];
  readonly positionSuccessions: Awaited<ReturnType<PositionStore['successions']>>;
  readonly relatedMajors: readonly (readonly [string, string])[];
  readonly ranks: readonly RankFact[];
  readonly parameters: Readonly<Record<string, unknown>>;
}

@Injectable()
export class MergerFactsView {
  constructor(
    private readonly units: UnitStore,
    private readonly peopleView: PeopleView,
    private readonly positions: PositionStore,
    private readonly law: LawService,
    private readonly reference: ReferenceStore,
  ) {}

  async on(
    manager: EntityManager,
    actor: Actor,
    { effectiveOn, rulesOn }: { readonly effectiveOn: Day; readonly rulesOn: Day },
  ): Promise<MergerFacts> {
    const eve = dayBefore(effectiveOn);
    const before = await this.positions.inForceOn(manager, actor, eve);
    const after = await this.positions.inForceOn(manager, actor, effectiveOn);
    const known = new Map([...before, ...after].map((each) => [each.id, each]));
    return {
      inForce: (await this.units.inForceOn(manager, actor, eve)).map(unitFact),
      people: await this.peopleView.on(manager, actor, eve),
      positions: [...known.values()].map(positionFact),
      positionSuccessions: await this.positions.successions(manager, actor),
      relatedMajors: await this.reference.relatedMajors(manager),
      ranks: await this.reference.ranks(manager),
      parameters: (await this.law.parametersOn(manager, actor.provinceCode, rulesOn)).values,
    };
  }
}

function unitFact(unit: UnitOnDay): UnitFact {
  const { latitude, longitude } = unit;
  return {
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    level: unit.level,
    parentCode: unit.parentCode,
    startsOn: unit.startsOn,
    isNew: false,
    zone: unit.zone,
    border: unit.border,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    areaKm2: unit.areaKm2,
    population: unit.population,
  };
}

function positionFact(position: PositionOnDay): PositionFact {
  return {
    code: position.code,
    name: position.name,
    startsOn: position.startsOn,
    endsOn: position.endsOn,
    block: position.block,
    divisionKind: position.divisionKind,
    group: position.group,
    field: position.field,
    minDegree: position.minDegree,
    majorGroups: position.majorGroups,
    ranks: position.ranks,
    certificates: position.certificates,
    given: position.given,
  };
}

/** The frozen fact of a person; what the roster proposes is turned into pins elsewhere. */
export function personFact(person: PersonOnDay, wish: PersonFact['wish']): PersonFact {
  const { homeLatitude, homeLongitude } = person;
  const hasHome = homeLatitude !== null && homeLongitude !== null;
  return {
    key: person.key,
    staffId: person.staffId,
    fullName: person.fullName,
    sex: person.sex,
    bornOn: person.bornOn,
    recruitedOn: person.recruitedOn,
    unitCode: person.unitCode,
    positionCode: person.positionCode,
    block: person.block,
    group: person.group,
    degree: person.degree,
    majorGroup: person.majorGroup,
    rank: person.rank,
    certificates: person.certificates,
    languages: person.languages,
    plannedTitle: person.plannedTitle,
    homeUnitCode: person.homeUnitCode,
    homePoint: hasHome ? { latitude: homeLatitude, longitude: homeLongitude } : null,
    conditions: person.conditions,
    wish,
    spouseKey: person.spouseKey,
  };
}
