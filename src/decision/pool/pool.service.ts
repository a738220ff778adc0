import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import { findCells } from '../../gap/gap.view.js';
import { LawService } from '../../law/law.service.js';
import { usedParameters, type UsedParameter } from '../../law/used-parameters.js';
import { findRunNames, type RunNames } from '../../placement/run-names.js';
import { ranking, RANKING_KEYS, rankingContext } from '../../rules/ranking.rules.js';
import type { Scenario } from '../../scenario/scenario.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import type { Actor } from '../../shared/actor.js';
import { NotFound, RuleBroken } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { DecidedRun } from '../decided-run.js';
import type { PoolLine, Refusal } from './pool.js';
import { poolOf } from './pool-people.js';
import { type PoolFacts, vacanciesFor, type Vacancy } from './pool.plan.js';
import { type LockedRegister, type OwnLine, PoolStore } from './pool.store.js';

/** The pool of a plan, read once. */
interface Pool extends PoolFacts {
  readonly scenario: Scenario;
  readonly runId: number;
  readonly names: RunNames;
  readonly parameters: readonly UsedParameter[];
}

/** People without a seat of one class of post. */
export interface PoolClass {
  readonly positionCode: string;
  readonly positionName: string;
  readonly people: number;
  readonly locked: LockedRegister | null;
}

export interface PoolSummary {
  readonly scenario: Scenario;
  readonly runId: number;
  readonly people: number;
  readonly classes: readonly PoolClass[];
  readonly parameters: readonly UsedParameter[];
}

/** Every vacancy of a plan with those of its pool who are qualified for it. */
export interface Offers {
  readonly names: RunNames;
  readonly vacancies: readonly Vacancy[];
}

export interface Register {
  readonly positionCode: string;
  readonly positionName: string;
  readonly hash: string;
  readonly names: RunNames;
  readonly lines: readonly PoolLine[];
}

/** What reads the pool. */
@Injectable()
export class PoolParts {
  constructor(
    readonly store: PoolStore,
    readonly decided: DecidedRun,
    readonly law: LawService,
  ) {}
}

/** Everybody without a seat in a plan: in which order posts are offered to them, and why one was refused. */
@Injectable()
export class PoolService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly parts: PoolParts,
    private readonly trail: Trail,
  ) {}

  /** @throws NotFound `scenario.unknown`; RuleBroken `decision.no-run` */
  summary(actor: Actor, scenarioId: number): Promise<PoolSummary> {
    return this.transactions.run(actor, (manager) => this.summaryIn(manager, actor, scenarioId));
  }

  /** The same, inside the transaction of another service. */
  async summaryIn(manager: EntityManager, actor: Actor, scenarioId: number): Promise<PoolSummary> {
    const pool = await this.read(manager, actor, scenarioId);
    const { scenario, runId, people, names, parameters } = pool;
    const locked = await this.parts.store.registers(manager, actor, scenarioId);
    const codes = [...new Set(people.map(({ positionCode }) => positionCode))].sort();
    return {
      ...{ scenario, runId, people: people.length, parameters },
      classes: codes.map((positionCode) => ({
        positionCode,
        positionName: names.newPlace(null, positionCode).positionName ?? positionCode,
        people: people.filter((each) => each.positionCode === positionCode).length,
        locked: locked.find((each) => each.positionCode === positionCode) ?? null,
      })),
    };
  }

  /** The run that a plan's pool is read from. @throws NotFound `scenario.unknown`; RuleBroken `decision.no-run` */
  runOf(actor: Actor, scenarioId: number): Promise<number> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.scenarios.found(manager, actor, scenarioId);
      return (await this.runIn(manager, actor, scenario)).id;
    });
  }

  /** The register of a class of post as it is now. @throws NotFound `pool.unknown-class` */
  register(actor: Actor, scenarioId: number, positionCode: string): Promise<Register> {
    return this.transactions.run(actor, (manager) =>
      this.registerIn(manager, actor, { scenarioId, positionCode }),
    );
  }

  /** The same, inside the transaction of another service. */
  async registerIn(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, positionCode }: { readonly scenarioId: number; readonly positionCode: string },
  ): Promise<Register> {
    return registerOf(await this.read(manager, actor, scenarioId), positionCode);
  }

  /** Keeps the register as it is now, under its hash. @throws NotFound `pool.unknown-class` */
  lock(actor: Actor, scenarioId: number, positionCode: string): Promise<Register> {
    return this.transactions.run(actor, async (manager) => {
      const pool = await this.read(manager, actor, scenarioId);
      const register = registerOf(pool, positionCode);
      const { hash, lines } = register;
      const { runId, context: rules } = pool;
      const kept = { scenarioId, runId, positionCode, rules, hash, lines };
      await this.parts.store.lock(manager, actor, kept);
      await this.trail.record(manager, actor, {
        action: 'pool.register-locked',
        subject: `scenario/${scenarioId}`,
        details: { positionCode, people: lines.length, hash },
      });
      return register;
    });
  }

  /** A person's own lines in locked registers, without anybody else's. @throws NotFound `scenario.unknown` */
  ownLines(actor: Actor, scenarioId: number, staffId: number): Promise<readonly OwnLine[]> {
    return this.transactions.run(actor, async (manager) => {
      await this.scenarios.found(manager, actor, scenarioId);
      return this.parts.store.linesOf(manager, actor, { scenarioId, staffId });
    });
  }

  /** Every vacancy of the plan with those of the pool who are qualified for it. */
  vacancies(actor: Actor, scenarioId: number): Promise<Offers> {
    return this.transactions.run(actor, (manager) => this.vacanciesIn(manager, actor, scenarioId));
  }

  /** The same, inside the transaction of another service. */
  async vacanciesIn(manager: EntityManager, actor: Actor, scenarioId: number): Promise<Offers> {
    const pool = await this.read(manager, actor, scenarioId);
    return { names: pool.names, vacancies: await this.vacanciesOf(manager, actor, pool) };
  }

  /**
   * A vacancy is not given to somebody of the pool, for a coded reason; it stays on record.
   *
   * @throws NotFound `pool.no-candidate`
   */
  refuse(
    actor: Actor,
    given: { readonly scenarioId: number } & Omit<Refusal, 'recordedName' | 'recordedAt'>,
  ): Promise<{ readonly names: RunNames; readonly vacancy: Vacancy }> {
    return this.transactions.run(actor, async (manager) => {
      const { scenarioId, ...refusal } = given;
      const { staffId, communeCode, positionCode, code } = refusal;
      const pool = await this.read(manager, actor, scenarioId);
      const found = await this.vacancyOf(manager, actor, { pool, communeCode, positionCode });
      if (!found?.candidates.some(({ line }) => line.person.staffId === staffId))
        throw noCandidate(refusal);
      await this.parts.store.refuse(manager, actor, { scenarioId, refusal });
      await this.trail.record(manager, actor, {
        action: 'pool.refused',
        subject: `scenario/${scenarioId}`,
        details: { staffId, communeCode, positionCode, code },
      });
      const after = await this.vacancyOf(manager, actor, { pool, communeCode, positionCode });
      return { names: pool.names, vacancy: after ?? found };
    });
  }

  private async vacancyOf(
    manager: EntityManager,
    actor: Actor,
    asked: { readonly pool: Pool; readonly communeCode: string; readonly positionCode: string },
  ): Promise<Vacancy | undefined> {
    const all = await this.vacanciesOf(manager, actor, asked.pool);
    return all.find(
      ({ communeCode, positionCode }) =>
        communeCode === asked.communeCode && positionCode === asked.positionCode,
    );
  }

  private async vacanciesOf(
    manager: EntityManager,
    actor: Actor,
    pool: Pool,
  ): Promise<readonly Vacancy[]> {
    const cells = await findCells(manager, actor.provinceCode, { run: pool.runId });
    const refusals = await this.parts.store.refusals(manager, actor, pool.scenario.id);
    return vacanciesFor(
      pool,
      cells.filter(({ vacant }) => vacant > 0),
      refusals,
    );
  }

  private async runIn(
    manager: EntityManager,
    actor: Actor,
    scenario: Scenario,
  ): Promise<{ readonly id: number }> {
    const run = await this.parts.decided.orBest(manager, actor, scenario);
    if (run === null) throw noRun(scenario);
    return run;
  }

  private async read(manager: EntityManager, actor: Actor, scenarioId: number): Promise<Pool> {
    const { law, store } = this.parts;
    const scenario = await this.scenarios.found(manager, actor, scenarioId);
    const run = await this.runIn(manager, actor, scenario);
    const facts = await this.scenarios.facts(manager, actor, scenarioId);
    const names = await findRunNames(manager, actor.provinceCode, run.id);
    const rows = await store.pooled(manager, actor, run.id);
    const onDay = await law.parametersOn(manager, actor.provinceCode, scenario.rulesOn);
    return {
      ...{ scenario, runId: run.id, facts, names },
      context: rankingContext(onDay.values),
      parameters: usedParameters(onDay, [...RANKING_KEYS]),
      people: poolOf(facts, rows, names),
    };
  }
}

function registerOf(pool: Pool, positionCode: string): Register {
  const { people, facts, context, names, scenario, runId } = pool;
  const own = people.filter((person) => person.positionCode === positionCode);
  if (own.length === 0)
    throw new NotFound('pool.unknown-class', 'Không có người dôi dư nào giữ vị trí này.', {
      positionCode,
    });
  const lines = ranking(own, facts.effectiveOn, context);
  const content = lines.map(({ person, rank, tied, partedBy, values }) => [
    ...[person.key, rank, tied, partedBy],
    ...context.criteria.map((criterion) => values[criterion]),
  ]);
  const { factsHash, effectiveOn } = scenario;
  const hash = createHash('sha256')
    .update(JSON.stringify({ factsHash, effectiveOn, runId, positionCode, context, content }))
    .digest('hex');
  const positionName = names.newPlace(null, positionCode).positionName ?? positionCode;
  return { positionCode, positionName, hash, names, lines };
}

function noRun({ id, name }: Scenario): RuleBroken {
  return new RuleBroken('decision.no-run', `Phương án "${name}" chưa có lần chạy bố trí nào.`, {
    scenarioId: id,
  });
}

function noCandidate(about: object): NotFound {
  return new NotFound(
    'pool.no-candidate',
    'Không có vị trí trống này, hoặc người này không thuộc danh sách dôi dư đủ tiêu chuẩn cho nó.',
    { ...about },
  );
}
