import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MergerFactsView, personFact } from '../merger/merger-facts.view.js';
import { planOfFacts } from '../merger/merger.service.js';
import { factsChangedSince } from '../placement/changes/facts-since.rules.js';
import { findRunNames, type RunNames } from '../placement/run-names.js';
import type { PlacementRun } from '../placement/run.store.js';
import type { ScenarioFacts } from '../scenario/facts.js';
import { wishesOf } from '../scenario/pins.plan.js';
import type { Scenario } from '../scenario/scenario.js';
import { ScenarioService } from '../scenario/scenario.service.js';
import type { Actor } from '../shared/actor.js';
import { type Day, isInForce } from '../shared/day.js';
import { Transactions } from '../shared/transactions.js';
import { DecidedRun } from './decided-run.js';
import { countDecidedSince } from './decided-since.view.js';
import { PersonActStore } from './person/person-act.store.js';
import { type Schedule, ScheduleService } from './schedule/schedule.service.js';
import { absentPeople, type Check, preflightChecks } from './preflight.plan.js';

/** Somebody who is not at work when the plan begins. */
export interface AbsentPerson {
  readonly staffId: number;
  readonly fullName: string;
  readonly unitName: string;
  readonly positionName: string;
  /** When the hand-over of the work was agreed; null = not yet. */
  readonly handedOverOn: Day | null;
}

export interface Preflight {
  readonly scenario: Scenario;
  readonly runId: number | null;
  readonly checks: readonly Check[];
  readonly absent: readonly AbsentPerson[];
  /** The newest appointment of a day to apply it; null = never one. */
  readonly schedule: Schedule | null;
}

/** What applying a plan would meet now. Nothing is written; applying looks again. */
@Injectable()
export class PreflightService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly decided: DecidedRun,
    private readonly mergerFacts: MergerFactsView,
    private readonly acts: PersonActStore,
    private readonly schedules: ScheduleService,
  ) {}

  /** @throws NotFound `scenario.unknown` */
  of(actor: Actor, scenarioId: number): Promise<Preflight> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.scenarios.found(manager, actor, scenarioId);
      const run = await this.decided.of(manager, actor, scenario);
      const facts = await this.scenarios.facts(manager, actor, scenarioId);
      const now = await this.mergerFacts.on(manager, actor, facts);
      const { wishes } = wishesOf(now.people, facts);
      const people = now.people.map((person) => personFact(person, wishes.get(person.key) ?? null));
      const known = new Set(
        now.positions.filter((each) => isInForce(each, facts.effectiveOn)).map(({ code }) => code),
      );
      const absent = absentPeople(facts, facts.effectiveOn);
      const agreed = await this.acts.handedOver(manager, actor, scenarioId);
      const checks = preflightChecks({
        ...{ scenario, run, absent: absent.filter(({ staffId }) => !agreed.has(staffId)).length },
        contentHolds: await this.contentHolds(manager, actor, scenario, run),
        changed: factsChangedSince(facts, { ...now, people, units: now.inForce }, null),
        unitsMerged: await countMerged(manager, actor, facts),
        decidedSince: await countDecidedSince(manager, actor, facts),
        seatsGone: facts.seats.filter(({ positionCode }) => !known.has(positionCode)).length,
        today: await today(manager),
      });
      const names = run && (await findRunNames(manager, actor.provinceCode, run.id));
      return {
        ...{ scenario, runId: run?.id ?? null, checks },
        absent: absent.map((person) => ({
          ...named(person, names),
          handedOverOn: agreed.get(person.staffId) ?? null,
        })),
        schedule: await this.schedules.kept(manager, actor, scenarioId),
      };
    });
  }

  private async contentHolds(
    manager: EntityManager,
    actor: Actor,
    scenario: Scenario,
    run: PlacementRun | null,
  ): Promise<boolean | null> {
    if (scenario.state !== 'approved' || run === null) return null;
    const hash = await this.decided.contentHash(manager, actor, { scenario, run });
    return hash === scenario.approvedHash;
  }
}

function named(
  { staffId, fullName, unitCode, positionCode }: ScenarioFacts['people'][number],
  names: RunNames | null,
): Omit<AbsentPerson, 'handedOverOn'> {
  const place = names?.oldPlace(unitCode, positionCode);
  return {
    ...{ staffId, fullName },
    unitName: place?.oldUnitName ?? unitCode,
    positionName: place?.oldPositionName ?? positionCode,
  };
}

async function countMerged(
  manager: EntityManager,
  { provinceCode }: Actor,
  facts: ScenarioFacts,
): Promise<number> {
  const codes = planOfFacts(facts).closeUnits.map(({ code }) => code);
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM units
     WHERE province_code = $1 AND code = ANY ($2) AND starts_on < $3 AND ends_on = $3`,
    [provinceCode, codes, facts.effectiveOn],
  );
  return row?.count ?? 0;
}

async function today(manager: EntityManager): Promise<Day> {
  const [row] = await manager.query<{ today: Day }[]>(
    `SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS today`,
  );
  return row?.today ?? '';
}
