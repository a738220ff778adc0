import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { firstFault } from '../registry/sheet-faults.js';
import { UnitStore } from '../registry/unit.store.js';
import type { ScenarioFacts } from '../scenario/facts.js';
import { pinsFromRoster, wishesOf, type UnreadWords } from '../scenario/pins.plan.js';
import type { Scenario } from '../scenario/scenario.js';
import { ScenarioService } from '../scenario/scenario.service.js';
import type { Actor } from '../shared/actor.js';
import { type Day, dayBefore } from '../shared/day.js';
import { BadInput, RuleBroken } from '../shared/errors.js';
import { hasErrors } from '../shared/issue.js';
import { Transactions } from '../shared/transactions.js';
import { MergerFactsView, personFact, type MergerFacts } from './merger-facts.view.js';
import { readMergerSheets, type MergerSheets, type MergerTables } from './merger-sheets.js';
import { isApplicable, type MergerPlan, planMerger } from './merger.plan.js';
import type { MapFacts } from './map/map-rows.js';
import { capPools } from './pools.plan.js';

export interface NewMerger {
  readonly name: string;
  readonly description: string;
  readonly effectiveOn: Day;
  readonly rulesOn: Day;
  readonly legalBasis: string;
  readonly tables: MergerTables;
}

/** A merger whose sheets were read. */
export type ReadMerger = Pick<NewMerger, 'effectiveOn' | 'rulesOn'> & {
  readonly sheets: Omit<MergerSheets, 'issues'>;
};

export interface CreatedMerger {
  readonly scenario: Scenario;
  readonly plan: MergerPlan;
  /** People whose leaving was accepted. */
  readonly leaving: number;
  /** Words of the roster that name nothing in the plan; nobody was placed by them. */
  readonly unread: readonly UnreadWords[];
}

/** Mergers: planned from sheets and the registry's eve, frozen as scenarios. */
@Injectable()
export class MergerService {
  constructor(
    private readonly transactions: Transactions,
    private readonly factsView: MergerFactsView,
    private readonly units: UnitStore,
    private readonly scenarios: ScenarioService,
  ) {}

  /**
   * Plans a merger and freezes it as a scenario with the facts of its eve.
   *
   * @throws BadInput `merger.sheets-have-errors` with the issues; RuleBroken `merger.breaches` with the breaches. Nothing is
   * written then.
   */
  create(actor: Actor, merger: NewMerger): Promise<CreatedMerger> {
    return this.transactions.run(actor, async (manager) => {
      const sheets = await this.sheets(manager, actor, merger);
      return this.frozen(manager, actor, { ...merger, sheets });
    });
  }

  /** The same for other stages, inside their transaction, from sheets that were read. */
  async frozen(
    manager: EntityManager,
    actor: Actor,
    merger: ReadMerger & Pick<NewMerger, 'name' | 'description'>,
  ): Promise<CreatedMerger> {
    const { plan, frozen, unread } = await this.planned(manager, actor, merger);
    if (!isApplicable(plan)) throw breachesStand(plan);
    const scenario = await this.scenarios.freeze(manager, actor, { ...merger, facts: frozen });
    const leaving = frozen.pins.filter((pin) => pin.kind === 'leave').length;
    return { scenario, plan, leaving, unread };
  }

  /** The plan with the facts that would be frozen; writes nothing. */
  async planned(
    manager: EntityManager,
    actor: Actor,
    merger: ReadMerger,
  ): Promise<{
    readonly plan: MergerPlan;
    readonly frozen: ScenarioFacts;
    readonly unread: readonly UnreadWords[];
  }> {
    const { sheets } = merger;
    const facts = await this.factsView.on(manager, actor, merger);
    const plan = plannedFrom(merger, sheets, facts);
    return { plan, ...frozenFacts(actor, merger, { sheets, facts, plan }) };
  }

  /** Plans a merger and writes nothing; breaches stand in the plan. */
  preview(actor: Actor, merger: Omit<NewMerger, 'name' | 'description'>): Promise<MergerPlan> {
    return this.transactions.run(actor, async (manager) => {
      const sheets = await this.sheets(manager, actor, merger);
      return plannedFrom(merger, sheets, await this.factsView.on(manager, actor, merger));
    });
  }

  /** The plan of a scenario, made again from its frozen facts. */
  plan(actor: Actor, scenarioId: number): Promise<{ plan: MergerPlan; facts: ScenarioFacts }> {
    return this.transactions.run(actor, async (manager) => {
      const facts = await this.scenarios.facts(manager, actor, scenarioId);
      return { plan: planOfFacts(facts), facts };
    });
  }

  private async sheets(
    manager: EntityManager,
    actor: Actor,
    merger: Pick<NewMerger, 'tables' | 'effectiveOn' | 'legalBasis'>,
  ): Promise<MergerSheets> {
    const eve = dayBefore(merger.effectiveOn);
    const inForce = await this.units.inForceOn(manager, actor, eve);
    const sheets = readMergerSheets(merger.tables, {
      provinceCode: actor.provinceCode,
      oldCodes: new Set(inForce.map((unit) => unit.code)),
      basis: merger.legalBasis,
    });
    if (!hasErrors(sheets.issues)) return sheets;
    throw new BadInput(
      'merger.sheets-have-errors',
      `Bảng sáp nhập có ${sheets.issues.length} lỗi; chưa ghi gì. Lỗi đầu tiên: ${firstFault(sheets.issues)}`,
      { issues: sheets.issues },
    );
  }
}

function plannedFrom(
  merger: Pick<NewMerger, 'effectiveOn'>,
  sheets: Omit<MergerSheets, 'issues'>,
  facts: MergerFacts,
): MergerPlan {
  return planMerger({
    effectiveOn: merger.effectiveOn,
    inForce: facts.inForce,
    newUnits: sheets.newUnits,
    successions: sheets.successions,
    closes: [],
    seats: sheets.seats,
    positions: facts.positions,
    people: facts.people.map(({ unitCode }) => ({ unitCode, headcount: 1 })),
    parameters: facts.parameters,
  });
}

/** The frozen units say which are new, divisions too; the frozen seats name the lowest unit. */
export function planOfFacts(facts: MapFacts): MergerPlan {
  return planMerger({
    effectiveOn: facts.effectiveOn,
    inForce: facts.units.filter((unit) => !unit.isNew),
    newUnits: facts.units.filter((unit) => unit.isNew),
    successions: facts.successions,
    closes: [],
    seats: facts.seats.map((seat) => ({ ...seat, divisionKind: null })),
    positions: facts.positions,
    people: facts.people.map(({ unitCode }) => ({ unitCode, headcount: 1 })),
    parameters: facts.parameters,
  });
}

function frozenFacts(
  actor: Actor,
  merger: Pick<NewMerger, 'effectiveOn' | 'rulesOn'>,
  {
    sheets,
    facts,
    plan,
  }: {
    readonly sheets: Omit<MergerSheets, 'issues'>;
    readonly facts: MergerFacts;
    readonly plan: MergerPlan;
  },
): { readonly frozen: ScenarioFacts; readonly unread: readonly UnreadWords[] } {
  const units = [...facts.inForce, ...plan.createUnits];
  const named = { units, positions: facts.positions };
  const { pins, unread } = pinsFromRoster(facts.people, named);
  const { wishes, unread: unreadWishes } = wishesOf(facts.people, named);
  const frozen: ScenarioFacts = {
    provinceCode: actor.provinceCode,
    effectiveOn: merger.effectiveOn,
    rulesOn: merger.rulesOn,
    units,
    successions: plan.successions,
    positions: facts.positions,
    positionSuccessions: facts.positionSuccessions,
    seats: plan.seats,
    norms: sheets.norms,
    people: facts.people.map((person) => personFact(person, wishes.get(person.key) ?? null)),
    pins,
    pools: capPools({
      units: plan.createUnits,
      positions: facts.positions,
      effectiveOn: merger.effectiveOn,
      parameters: facts.parameters,
    }),
    relatedMajors: facts.relatedMajors,
    ranks: facts.ranks,
    parameters: facts.parameters,
  };
  return { frozen, unread: [...unread, ...unreadWishes] };
}

export function breachesStand(plan: MergerPlan): RuleBroken {
  const errors = plan.breaches.filter((breach) => breach.severity === 'error');
  return new RuleBroken(
    'merger.breaches',
    `Phương án sáp nhập còn ${errors.length} điểm chưa đúng; chưa ghi gì. ${errors
      .slice(0, 5)
      .map((breach) => breach.message)
      .join(' ')}`,
    { breaches: errors },
  );
}
