import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import { MergerFactsView, personFact } from '../merger/merger-facts.view.js';
import { planOfFacts } from '../merger/merger.service.js';
import { protectedMessage } from '../placement/protected-words.js';
import type { PlacementRun } from '../placement/run.store.js';
import { RunStore } from '../placement/run.store.js';
import { StandsOn } from '../registry/stands-on.js';
import { changedMeanwhile } from '../scenario/changed-meanwhile.js';
import type { ScenarioFacts } from '../scenario/facts.js';
import type { Scenario } from '../scenario/scenario.js';
import { ScenarioService } from '../scenario/scenario.service.js';
import { ScenarioStore } from '../scenario/scenario.store.js';
import type { Actor } from '../shared/actor.js';
import { dayText } from '../shared/day.js';
import { Conflict, RuleBroken } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { RegistryWriter } from './registry-writer.js';
import { factsMustStillHold } from './stale.rules.js';

export interface Applied {
  readonly scenario: Scenario;
  /** false = it had been applied before; nothing was written now. */
  readonly applied: boolean;
  readonly message: string;
}

interface Request {
  readonly scenarioId: number;
  /** The version that the caller saw. */
  readonly version: number;
  /** The run whose postings are written; by default the newest baseline. */
  readonly runId?: number;
}

/** What reads and writes scenarios and runs, for the acts of decision. */
@Injectable()
export class ScenarioStores {
  constructor(
    readonly service: ScenarioService,
    readonly scenarios: ScenarioStore,
    readonly runs: RunStore,
    readonly mergerFacts: MergerFactsView,
  ) {}
}

/** The act that makes a scenario true: units, seats and postings in one transaction; and the way back. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly stores: ScenarioStores,
    private readonly writer: RegistryWriter,
    private readonly standsOn: StandsOn,
    private readonly trail: Trail,
  ) {}

  /**
   * Applies a submitted scenario: locks it, plans again on the registry of now, compares, writes.
   *
   * @throws Conflict `decision.facts-changed`, `scenario.changed-meanwhile`, `decision.registry-moved`; RuleBroken
   * `decision.not-submitted`, `decision.no-run`
   */
  apply(actor: Actor, request: Request): Promise<Applied> {
    return this.transactions.run(actor, async (manager) => {
      const { service, scenarios } = this.stores;
      const { scenarioId: id } = request;
      const scenario = await service.locked(manager, actor, { id, version: null });
      if (scenario.state === 'applied') return alreadyApplied(scenario);
      mustBeSeen(scenario, request.version);
      if (scenario.state !== 'submitted') throw notSubmitted(scenario);
      const facts = await service.facts(manager, actor, id);
      await this.mustStillHold(manager, actor, facts);
      const run = await this.chosenRun(manager, actor, request);
      await this.writer.apply(manager, actor, {
        scenarioId: id,
        plan: planOfFacts(facts),
        norms: facts.norms,
        placements: await this.stores.runs.placements(manager, actor, run.id),
        basis: basisOf(facts, scenario),
      });
      await scenarios.chooseRun(manager, actor, { id, runId: run.id });
      await scenarios.setState(manager, actor, { id, state: 'applied' });
      await this.trail.record(manager, actor, {
        action: 'scenario.applied',
        subject: `scenario/${id}`,
        before: { state: scenario.state, chosenRunId: scenario.chosenRunId },
        after: { state: 'applied', chosenRunId: run.id },
        details: { runId: run.id, effectiveOn: scenario.effectiveOn },
      });
      const message = `Đã áp dụng phương án "${scenario.name}" từ ngày ${dayText(scenario.effectiveOn)}.`;
      return { scenario: await service.found(manager, actor, id), applied: true, message };
    });
  }

  /**
   * Takes an applied scenario back; it is a submitted one again.
   *
   * @throws RuleBroken `decision.not-applied`; Conflict `decision.stands-on` listing what stands on it
   */
  takeBack(actor: Actor, { scenarioId: id, version }: Omit<Request, 'runId'>): Promise<Applied> {
    return this.transactions.run(actor, async (manager) => {
      const { service, scenarios } = this.stores;
      const scenario = await service.locked(manager, actor, { id, version });
      if (scenario.state !== 'applied')
        throw new RuleBroken(
          'decision.not-applied',
          `Phương án "${scenario.name}" chưa được áp dụng.`,
        );
      const plan = planOfFacts(await service.facts(manager, actor, id));
      const later = await this.standsOn.laterThan(manager, actor, {
        unitCodes: plan.createUnits.map((unit) => unit.code),
        startsOn: plan.effectiveOn,
        sourceKind: 'scenario',
        sourceId: id,
      });
      if (later.length > 0)
        throw new Conflict(
          'decision.stands-on',
          `Không thể hoàn tác phương án "${scenario.name}": ${later.join('; ')}.`,
          { later },
        );
      await this.writer.takeBack(manager, actor, { plan, scenarioId: id });
      await scenarios.setState(manager, actor, { id, state: 'submitted' });
      await this.trail.record(manager, actor, {
        action: 'scenario.taken-back',
        subject: `scenario/${id}`,
        before: { state: 'applied' },
        after: { state: 'submitted' },
      });
      const message = `Đã hoàn tác phương án "${scenario.name}".`;
      return { scenario: await service.found(manager, actor, id), applied: false, message };
    });
  }

  private async mustStillHold(
    manager: EntityManager,
    actor: Actor,
    frozen: ScenarioFacts,
  ): Promise<void> {
    const now = await this.stores.mergerFacts.on(manager, actor, frozen);
    const stale = factsMustStillHold(
      { people: frozen.people, units: frozen.units.filter((unit) => !unit.isNew) },
      { people: now.people.map((person) => personFact(person, null)), units: now.inForce },
    );
    if (stale.people.length + stale.units.length === 0) return;
    throw new Conflict(
      'decision.facts-changed',
      `Số liệu đã thay đổi từ khi lập phương án (${stale.people.length} người, ${stale.units.length} đơn vị); chưa ghi gì. Hãy lập lại phương án.`,
      { people: stale.people.length, units: stale.units },
    );
  }

  private async chosenRun(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, runId }: Request,
  ): Promise<PlacementRun> {
    const runs = await this.stores.runs.list(manager, actor, scenarioId);
    const run =
      runId === undefined
        ? runs.findLast((each) => each.kind === 'baseline')
        : runs.find((each) => each.id === runId);
    if (run === undefined)
      throw new RuleBroken(
        'decision.no-run',
        'Phương án chưa có lần chạy bố trí nào để áp dụng. Hãy chạy bố trí trước.',
        { scenarioId, runId: runId ?? null },
      );
    if (run.pinsChanged)
      throw new Conflict(
        'decision.run-stale',
        'Các chỉ định đã thay đổi sau lần chạy này; chưa ghi gì. Hãy chạy bố trí lại rồi áp dụng.',
        { runId: run.id },
      );
    if (run.breaches.some((breach) => breach.severity === 'error'))
      throw new RuleBroken(
        'decision.run-has-breaches',
        'Lần chạy bố trí này còn điểm trái quy định nên không áp dụng được.',
        {
          breaches: run.breaches.map(({ code, severity, message }) => ({
            code,
            severity,
            message: protectedMessage(message),
          })),
        },
      );
    return run;
  }
}

function alreadyApplied(scenario: Scenario): Applied {
  const message = `Phương án "${scenario.name}" đã được áp dụng từ trước; không ghi gì thêm.`;
  return { scenario, applied: false, message };
}

function mustBeSeen(scenario: Scenario, version: number): void {
  if (scenario.version !== version) throw changedMeanwhile(scenario, version);
}

function notSubmitted(scenario: Scenario): RuleBroken {
  return new RuleBroken(
    'decision.not-submitted',
    `Phương án "${scenario.name}" chưa được trình nên chưa áp dụng được.`,
    { state: scenario.state },
  );
}

/** The legal basis that the merger's rows name. */
function basisOf(facts: ScenarioFacts, scenario: Scenario): string {
  return facts.successions[0]?.basis ?? scenario.name;
}
