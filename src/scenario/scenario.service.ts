import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import { refreshStatistics } from '../database/statistics.js';
import type { Actor } from '../shared/actor.js';
import { Conflict, NotFound, RuleBroken } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { changedMeanwhile } from './changed-meanwhile.js';
import type { Classification } from './classification.js';
import { FactStore } from './fact.store.js';
import { hashOfFacts } from './facts-hash.js';
import type { ScenarioFacts } from './facts.js';
import { type Scenario, type ScenarioState, STATE_NAMES } from './scenario.js';
import { ScenarioStore } from './scenario.store.js';
import { stateMayFollow } from './state.rules.js';

export interface NewScenario {
  readonly name: string;
  readonly description: string;
  readonly facts: ScenarioFacts;
  /** Absent = none. */
  readonly classification?: Classification;
}

/** What a copy is called; `id` is the scenario that is copied. */
export interface ScenarioCopy {
  readonly id: number;
  readonly name: string;
  readonly description: string;
}

/** A step by hand. */
export interface ScenarioMove {
  readonly id: number;
  readonly to: ScenarioState;
  /** The version that the caller saw. */
  readonly version: number;
  /** The run that is submitted; null = the one chosen before, else the newest baseline. */
  readonly runId?: number | null | undefined;
}

/** New words for a plan; absent = leave. */
export interface ScenarioWords {
  readonly id: number;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** The version that the caller saw. */
  readonly version: number;
}

/** States in which the words of a plan are part of what was signed. */
const SIGNED: readonly ScenarioState[] = ['approved', 'applied'];

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
    const { facts, name, description, classification = 'none' } = scenario;
    const id = await this.scenarios.insert(manager, actor, {
      ...{ name, description, classification },
      effectiveOn: facts.effectiveOn,
      rulesOn: facts.rulesOn,
      factsHash: hashOfFacts(facts),
    });
    if (id === 0) throw nameTaken(name);
    await this.factStore.insert(manager, actor, { scenarioId: id, facts });
    await refreshStatistics(manager, ['scenario_facts', 'pins']);
    await this.trail.record(manager, actor, {
      action: 'scenario.created',
      subject: `scenario/${id}`,
      after: { name, state: 'draft', effectiveOn: facts.effectiveOn },
      details: { people: facts.people.length, units: facts.units.length },
    });
    return this.found(manager, actor, id);
  }

  /**
   * A draft of its own on the same frozen facts, with the pins of now; whatever happens to one leaves the other alone.
   *
   * @throws NotFound `scenario.unknown`; Conflict `scenario.name-taken`
   */
  copy(actor: Actor, { id, name, description }: ScenarioCopy): Promise<Scenario> {
    return this.transactions.run(actor, async (manager) => {
      const source = await this.found(manager, actor, id);
      const copyId = await this.scenarios.insert(manager, actor, { ...source, name, description });
      if (copyId === 0) throw nameTaken(name);
      await this.factStore.copy(manager, actor, { from: id, to: copyId });
      await refreshStatistics(manager, ['scenario_facts', 'pins']);
      await this.trail.record(manager, actor, {
        action: 'scenario.copied',
        subject: `scenario/${copyId}`,
        after: { name, state: 'draft', effectiveOn: source.effectiveOn },
        details: { from: id },
      });
      return this.found(manager, actor, copyId);
    });
  }

  /**
   * Names and describes a plan; what was approved keeps its words.
   *
   * @throws Conflict `scenario.changed-meanwhile`, `scenario.name-taken`; RuleBroken `scenario.is-approved`
   */
  describe(actor: Actor, { id, version, ...words }: ScenarioWords): Promise<Scenario> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.locked(manager, actor, { id, version });
      if (SIGNED.includes(scenario.state)) throw approvedAlready(scenario);
      // Optional words may come as null too: they stay as they are.
      const name = words.name ?? scenario.name;
      const description = words.description ?? scenario.description;
      if (!(await this.scenarios.setWords(manager, actor, { id, name, description })))
        throw nameTaken(name);
      await this.trail.record(manager, actor, {
        action: 'scenario.described',
        subject: `scenario/${id}`,
        before: { name: scenario.name, description: scenario.description },
        after: { name, description },
      });
      return this.found(manager, actor, id);
    });
  }

  /** Removes a draft on which nothing stands, with its facts; for other stages, inside their transaction. */
  async remove(manager: EntityManager, actor: Actor, id: number): Promise<void> {
    const { name, state, effectiveOn } = await this.found(manager, actor, id);
    await this.scenarios.remove(manager, actor, id);
    await this.trail.record(manager, actor, {
      action: 'scenario.removed',
      subject: `scenario/${id}`,
      before: { name, state, effectiveOn },
    });
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
   * @throws Conflict `scenario.changed-meanwhile`; RuleBroken `scenario.state-may-not-follow`, `scenario.no-run`
   */
  move(actor: Actor, { id, to, version, runId = null }: ScenarioMove): Promise<Scenario> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.locked(manager, actor, { id, version });
      if (!stateMayFollow(scenario.state, to))
        throw new RuleBroken(
          'scenario.state-may-not-follow',
          `Phương án ${STATE_NAMES[scenario.state]} không thể chuyển sang ${STATE_NAMES[to]}.`,
          { from: scenario.state, to },
        );
      if (runId !== null && !(await this.scenarios.hasRun(manager, actor, { id, runId })))
        throw noSuchRun(scenario, runId);
      await this.scenarios.setState(manager, actor, { id, state: to });
      if (to === 'submitted') await this.scenarios.submit(manager, actor, { id, runId });
      await this.trail.record(manager, actor, {
        action: 'scenario.moved',
        subject: `scenario/${id}`,
        before: { state: scenario.state },
        after: { state: to },
      });
      return this.found(manager, actor, id);
    });
  }

  /**
   * Sets the mark of secrecy of a plan, in any state: what is secret does not wait for a draft.
   *
   * @param version the version that the caller saw.
   * @throws NotFound `scenario.unknown`; Conflict `scenario.changed-meanwhile`
   */
  classify(
    actor: Actor,
    { id, classification, version }: Pick<Scenario, 'id' | 'classification' | 'version'>,
  ): Promise<Scenario> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.locked(manager, actor, { id, version });
      await this.scenarios.setClassification(manager, actor, { id, classification });
      await this.trail.record(manager, actor, {
        action: 'scenario.classified',
        subject: `scenario/${id}`,
        before: { classification: scenario.classification },
        after: { classification },
      });
      return this.found(manager, actor, id);
    });
  }

  /** For other stages, inside their transaction: what stands under the scenario has changed. */
  touch(
    manager: EntityManager,
    actor: Actor,
    change: { readonly id: number; readonly what: string },
  ): Promise<void> {
    return this.scenarios.touch(manager, actor, change);
  }

  /** Locks a scenario that the caller saw in `version`; null = whichever. */
  async locked(
    manager: EntityManager,
    actor: Actor,
    { id, version }: { readonly id: number; readonly version: number | null },
  ): Promise<Scenario> {
    const scenario = await this.scenarios.findLocked(manager, actor, id);
    if (scenario === null) throw unknown(id);
    if (version !== null && scenario.version !== version) throw changedMeanwhile(scenario, version);
    return scenario;
  }

  /** @throws NotFound `scenario.unknown` */
  async found(manager: EntityManager, actor: Actor, id: number): Promise<Scenario> {
    const scenario = await this.scenarios.find(manager, actor, id);
    if (scenario === null) throw unknown(id);
    return scenario;
  }
}

function noSuchRun({ name }: Scenario, runId: number): RuleBroken {
  return new RuleBroken(
    'scenario.no-run',
    `Phương án "${name}" không có lần chạy bố trí số ${runId}.`,
    { runId },
  );
}

function nameTaken(name: string): Conflict {
  return new Conflict('scenario.name-taken', `Đã có phương án tên "${name}". Hãy đặt tên khác.`);
}

function approvedAlready({ name, state }: Scenario): RuleBroken {
  return new RuleBroken(
    'scenario.is-approved',
    `Phương án "${name}" ${STATE_NAMES[state]} nên không sửa tên, mô tả được. Hãy sao chép thành phương án mới.`,
    { state },
  );
}

function unknown(id: number): NotFound {
  return new NotFound('scenario.unknown', `Không có phương án số ${id}.`, { id });
}
