import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LawService } from '../law/law.service.js';
import { ReferenceStore } from '../law/reference.store.js';
import type { Finding } from '../rules/finding.js';
import { fitContext, fitOf, type FitAnswer } from '../rules/fit.rules.js';
import { movementContext } from '../rules/movement.rules.js';
import { textOf, type ParameterSet } from '../rules/parameters.js';
import { retirementContext, retirementOf } from '../rules/retirement.rules.js';
import type { PositionOnDay } from '../registry/position.store.js';
import type { Actor } from '../shared/actor.js';
import { isInForce, type Day } from '../shared/day.js';
import { isSeatFree } from './gap-effect.view.js';
import {
  MovementFactsView,
  type HeldPosting,
  type MovedPerson,
  type PlaceUnit,
} from './movement-facts.view.js';
import type { MovementToWrite } from './movement-writer.js';
import { movementFindings, registryFindings, type MovementFacts } from './movement.plan.js';
import { MovementStore } from './movement.store.js';
import { OF_SECONDMENT, WITH_PLACE, type Movement, type WantedMovement } from './movement.js';
import { placeMissing, unknownPerson, unknownPlace } from './refusals.js';

/** A movement judged by the law of its first day, ready to be written. */
export interface Planned {
  readonly law: ParameterSet;
  readonly person: MovedPerson;
  readonly from: HeldPosting | null;
  readonly to: Place | null;
  readonly findings: readonly Finding[];
  /** The registry can hold it; the law, or a step that is not done yet, may still stand against it. */
  readonly writable: boolean;
  readonly write: Omit<MovementToWrite, 'id'>;
}

interface Place {
  readonly unit: PlaceUnit;
  readonly position: PositionOnDay;
  readonly fit: FitAnswer;
  readonly seated: boolean;
}

/** What was said and decided so far. */
type Progress = Pick<Movement, 'heardOn' | 'decidedOn'>;

/** Judges a movement; writes nothing. */
@Injectable()
export class MovementPlanner {
  constructor(
    private readonly view: MovementFactsView,
    private readonly store: MovementStore,
    private readonly law: LawService,
    private readonly reference: ReferenceStore,
  ) {}

  /** @throws NotFound `registry.unknown-person`; BadInput `movement.place-missing`, `movement.unknown-place` */
  async plan(
    manager: EntityManager,
    actor: Actor,
    { wanted, progress }: { readonly wanted: WantedMovement; readonly progress: Progress },
  ): Promise<Planned> {
    const { startsOn, endsOn, staffId, kind } = wanted;
    const person = await this.view.person(manager, actor, staffId);
    if (person === null) throw unknownPerson(staffId);
    const law = await this.law.parametersOn(manager, actor.provinceCode, startsOn);
    const to = await this.place(manager, actor, { wanted, person, law });
    const secondment = await this.secondment(manager, actor, { wanted, person });
    const facts = {
      wanted,
      person,
      place: to && { group: to.position.group, fit: to.fit, seated: to.seated },
      block: await this.block(manager, actor, { wanted, to }),
      retirement: retirementOf(person, 'I', retirementContext(law.values)),
      secondment: secondment?.span ?? null,
      heardOn: progress.heardOn,
      decidedOn: progress.decidedOn ?? progress.heardOn ?? startsOn,
    };
    const context = {
      ...movementContext(law.values),
      standardArticle: textOf(law.values, 'fit.article'),
    };
    const place = to && { ...to, unitId: to.unit.id, positionId: to.position.id };
    return {
      law,
      person,
      from:
        person.postings.find((each) => each.kind === 'main' && isInForce(each, startsOn)) ?? null,
      to,
      findings: movementFindings(facts, context),
      writable: registryFindings(facts).every(({ severity }) => severity !== 'error'),
      write: { staffId, kind, startsOn, endsOn, place, secondment: secondment?.rows ?? null },
    };
  }

  private async place(
    manager: EntityManager,
    actor: Actor,
    {
      wanted,
      person,
      law,
    }: {
      readonly wanted: WantedMovement;
      readonly person: MovedPerson;
      readonly law: ParameterSet;
    },
  ): Promise<Place | null> {
    const { kind, unitCode, positionCode, startsOn: day } = wanted;
    const mayHave = WITH_PLACE.has(kind) || kind === 'return';
    if (!mayHave || (unitCode === null && positionCode === null)) {
      if (WITH_PLACE.has(kind)) throw placeMissing();
      return null;
    }
    if (unitCode === null || positionCode === null) throw placeMissing();
    const unit = await this.view.unitOn(manager, actor, { code: unitCode, day });
    if (unit === null) throw unknownPlace('unitCode', unitCode);
    const position = await this.view.positionOn(manager, actor, { code: positionCode, day });
    if (position === null) throw unknownPlace('positionCode', positionCode);
    const related = await this.reference.relatedMajors(manager);
    const context = fitContext(related, await this.reference.ranks(manager), law.values);
    const seated = await isSeatFree(manager, actor, { unitCode, positionCode, day });
    return { unit, position, fit: fitOf(person, position, context), seated };
  }

  private async block(
    manager: EntityManager,
    actor: Actor,
    { wanted, to }: { readonly wanted: WantedMovement; readonly to: Place | null },
  ): Promise<MovementFacts['block']> {
    if (wanted.kind !== 'reception' || to === null) return null;
    const asked = { unitCode: to.unit.code, block: to.position.block, day: wanted.startsOn };
    return this.view.blockOn(manager, actor, asked);
  }

  /** The secondment with its rows as they stand now: that of a decided movement, else the one that was recorded. */
  private async secondment(
    manager: EntityManager,
    actor: Actor,
    { wanted, person }: { readonly wanted: WantedMovement; readonly person: MovedPerson },
  ): Promise<StandingSecondment | null> {
    if (!OF_SECONDMENT.has(wanted.kind)) return null;
    if (wanted.ofMovement === null) return recordedSecondment(person, wanted.startsOn);
    const of = await this.store.find(manager, actor, wanted.ofMovement);
    if (of?.state !== 'decided' || of.staffId !== wanted.staffId || of.effects === null)
      return null;
    const { inserted, ended, conditions, conditionsEnded } = of.effects;
    const postingIds = new Set([...inserted, ...ended].map(({ id }) => id));
    const conditionIds = new Set([...conditions, ...conditionsEnded].map(({ id }) => id));
    return secondmentOf(
      person.postings.filter((each) => each.kind === 'seconded' && postingIds.has(Number(each.id))),
      person.conditions.filter(({ id }) => conditionIds.has(Number(id))),
    );
  }
}

interface StandingSecondment {
  readonly span: NonNullable<MovementFacts['secondment']>;
  readonly rows: NonNullable<MovementToWrite['secondment']>;
}

/** The secondment that a roster recorded: no movement of ours began it. */
function recordedSecondment(person: MovedPerson, day: Day): StandingSecondment | null {
  const stands = ({ startsOn, endsOn }: HeldPosting): boolean =>
    startsOn < day && (endsOn === null || endsOn >= day);
  const posting = person.postings.find((each) => each.kind === 'seconded' && stands(each));
  if (posting === undefined) return null;
  const conditions = person.conditions.filter(
    (each) => each.case === 'study-or-seconded' && each.startsOn === posting.startsOn,
  );
  return secondmentOf([posting], conditions);
}

function secondmentOf(
  postings: readonly HeldPosting[],
  conditions: MovedPerson['conditions'],
): StandingSecondment | null {
  const [posting] = postings;
  if (posting === undefined) return null;
  const rows = { postings: postings.map(rowOf), conditions: conditions.map(rowOf) };
  return {
    rows,
    span: {
      startsOn: posting.startsOn,
      endsOn: posting.endsOn,
      postingIds: rows.postings.map(({ id }) => id),
      conditionIds: rows.conditions.map(({ id }) => id),
    },
  };
}

function rowOf({ id, endsOn }: { readonly id: number; readonly endsOn: Day | null }) {
  return { id: Number(id), endsOn };
}
