import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import { refreshStatistics } from '../database/statistics.js';
import type { Actor } from '../shared/actor.js';
import { Conflict, NotFound, RuleBroken } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { canonicalText } from './canonical-facts.js';
import { FactStore } from './fact.store.js';
import type { ScenarioFacts } from './facts.js';
import { type Scenario, type ScenarioState, STATE_NAMES } from './scenario.js';
import { ScenarioStore } from './scenario.store.js';
import { stateMayFollow } from './state.rules.js';

export interface NewScenario {
  readonly name: string;
  readonly description: string;
  readonly facts: ScenarioFacts;
}

/** Plans on frozen facts, and the states they pass. */
@Injectable()
export class ScenarioService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioStore,
    private readonly factStore: FactStore,
    private readonly trail: Trail,
  ) {}

  list(actor: Actor): Promise<Scenario[]> {
    return this.transactions.run(actor, (manager) => this.scenarios.list(manager, actor));
  }

  /** @throws NotFound `scenario.unknown` */
  get(actor: Actor, id: number): Promise<Scenario> {
    return this.transactions.run(actor, (manager) => this.found(manager, actor, id));
  }

  /**
   * Freezes the facts under a name; for other stages, inside their transaction.
   *
   * @throws Conflict `scenario.name-taken`
   */
  async freeze(manager: EntityManager, actor: Actor, scenario: NewScenario): Promise<Scenario> {
    const { facts } = scenario;
    const id = await this.scenarios.insert(manager, actor, {
      name: scenario.name,
      description: scenario.description,
      effectiveOn: facts.effectiveOn,
      rulesOn: facts.rulesOn,
      factsHash: hashOfFacts(facts),
    });
    if (id === 0)
      throw new Conflict(
        'scenario.name-taken',
        `Đã có phương án tên "${scenario.name}". Hãy đặt tên khác.`,
      );
    await this.factStore.insert(manager, actor, { scenarioId: id, facts });
    await refreshStatistics(manager, ['scenario_facts', 'pins']);
    await this.trail.record(manager, actor, {
      action: 'scenario.created',
      subject: `scenario/${id}`,
      details: { people: facts.people.length, units: facts.units.length },
    });
    return this.found(manager, actor, id);
  }

  /** The facts as frozen, with the pins of now. */
  async facts(manager: EntityManager, actor: Actor, id: number): Promise<ScenarioFacts> {
    const scenario = await this.found(manager, actor, id);
    return {
      provinceCode: actor.provinceCode,
      effectiveOn: scenario.effectiveOn,
      rulesOn: scenario.rulesOn,
      ...(await this.factStore.facts(manager, actor, id)),
      pins: await this.factStore.pins(manager, actor, id),
    };
  }

  /**
   * Moves a scenario by hand.
   *
   * @param version the version that the caller saw.
   * @throws Conflict `scenario.changed-meanwhile`; RuleBroken `scenario.state-may-not-follow`
   */
  move(
    actor: Actor,
    {
      id,
      to,
      version,
    }: { readonly id: number; readonly to: ScenarioState; readonly version: number },
  ): Promise<Scenario> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.locked(manager, actor, { id, version });
      if (!stateMayFollow(scenario.state, to))
        throw new RuleBroken(
          'scenario.state-may-not-follow',
          `Phương án ${STATE_NAMES[scenario.state]} không thể chuyển sang ${STATE_NAMES[to]}.`,
          { from: scenario.state, to },
        );
      await this.scenarios.setState(manager, actor, { id, state: to });
      await this.trail.record(manager, actor, {
        action: 'scenario.moved',
        subject: `scenario/${id}`,
        details: { from: scenario.state, to },
      });
      return this.found(manager, actor, id);
    });
  }

  /** Locks a scenario that the caller saw in `version`; null = whichever. */
  async locked(
    manager: EntityManager,
    actor: Actor,
    { id, version }: { readonly id: number; readonly version: number | null },
  ): Promise<Scenario> {
    const scenario = await this.scenarios.findLocked(manager, actor, id);
    if (scenario === null) throw unknown(id);
    if (version !== null && scenario.version !== version)
      throw new Conflict(
        'scenario.changed-meanwhile',
        'Người khác vừa thay đổi phương án này. Hãy tải lại rồi làm tiếp.',
        { seen: version, now: scenario.version },
      );
    return scenario;
  }

  /** @throws NotFound `scenario.unknown` */
  async found(manager: EntityManager, actor: Actor, id: number): Promise<Scenario> {
    const scenario = await this.scenarios.find(manager, actor, id);
    if (scenario === null) throw unknown(id);
    return scenario;
  }
}

export function hashOfFacts(facts: ScenarioFacts): string {
  return createHash('sha256').update(canonicalText(facts)).digest('hex');
}

function unknown(id: number): NotFound {
  return new NotFound('scenario.unknown', `Không có phương án số ${id}.`, { id });
}
