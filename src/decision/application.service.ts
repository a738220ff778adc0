import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import { MergerFactsView, personFact } from '../merger/merger-facts.view.js';
import { planOfFacts } from '../merger/merger.service.js';
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
import { DecidedRun } from './decided-run.js';
import { countDecidedSince } from './decided-since.view.js';
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
  /** The version that the caller saw; null where an approval is meant, whatever else was changed since. */
  readonly version: number | null;
  /** The run that the caller means; it must be the approved one. */
  readonly runId?: number;
}

interface TakeBack {
  readonly scenarioId: number;
  readonly version: number;
}

/** What reads and writes scenarios and runs, for the acts of decision. */
@Injectable()
export class ScenarioStores {
  constructor(
    readonly service: ScenarioService,
    readonly scenarios: ScenarioStore,
    readonly runs: RunStore,
    readonly mergerFacts: MergerFactsView,
    readonly decided: DecidedRun,
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
   * Applies an approved scenario on its approved run: locks it, plans again on the registry of now, compares, writes.
   *
   * @throws Conflict `decision.facts-changed`, `scenario.changed-meanwhile`, `decision.registry-moved`; RuleBroken
   * `decision.not-approved`; Conflict `decision.other-run`, `decision.content-changed`, `decision.decided-since`
   */
  apply(actor: Actor, request: Request): Promise<Applied> {
    return this.transactions.run(actor, (manager) => this.applyWithin(manager, actor, request));
  }

  /** As `apply`, for other stages, inside their transaction. */
  async applyWithin(manager: EntityManager, actor: Actor, request: Request): Promise<Applied> {
    const { service, scenarios } = this.stores;
    const { scenarioId: id } = request;
    const scenario = await service.locked(manager, actor, { id, version: null });
    if (scenario.state === 'applied') return alreadyApplied(scenario);
    if (request.version !== null) mustBeSeen(scenario, request.version);
    if (scenario.state !== 'approved') throw notApproved(scenario);
    const run = await this.approvedRun(manager, actor, { scenario, request });
    const facts = await service.facts(manager, actor, id);
    await this.mustStillHold(manager, actor, facts);
    await mustNotWriteOver(manager, actor, facts);
    await this.writer.apply(manager, actor, {
      scenarioId: id,
      plan: planOfFacts(facts),
      norms: facts.norms,
      placements: await this.stores.runs.placements(manager, actor, run.id),
      basis: basisOf(facts, scenario),
    });
    await scenarios.setState(manager, actor, { id, state: 'applied' });
    await this.trail.record(manager, actor, {
      action: 'scenario.applied',
      subject: `scenario/${id}`,
      before: { state: scenario.state },
      after: { state: 'applied' },
      details: { runId: run.id, effectiveOn: scenario.effectiveOn, hash: scenario.approvedHash },
    });
    const message = `Đã áp dụng phương án "${scenario.name}" từ ngày ${dayText(scenario.effectiveOn)}.`;
    return { scenario: await service.found(manager, actor, id), applied: true, message };
  }

  /**
   * Takes an applied scenario back; it is an approved one again.
   *
   * @throws RuleBroken `decision.not-applied`; Conflict `decision.stands-on` listing what stands on it
   */
  takeBack(actor: Actor, { scenarioId: id, version }: TakeBack): Promise<Applied> {
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
      await scenarios.setState(manager, actor, { id, state: 'approved' });
      await this.trail.record(manager, actor, {
        action: 'scenario.taken-back',
        subject: `scenario/${id}`,
        before: { state: 'applied' },
        after: { state: 'approved' },
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

  /** The run that was approved, if all is still as it was then. */
  private async approvedRun(
    manager: EntityManager,
    actor: Actor,
    { scenario, request }: { readonly scenario: Scenario; readonly request: Request },
  ): Promise<PlacementRun> {
    const { decided } = this.stores;
    const { runId = scenario.chosenRunId } = request;
    if (runId !== scenario.chosenRunId) throw otherRun(scenario, runId);
    const run = await decided.mustBeFit(manager, actor, scenario);
    const hash = await decided.contentHash(manager, actor, { scenario, run });
    if (hash !== scenario.approvedHash) throw contentChanged(scenario);
    return run;
  }
}

async function mustNotWriteOver(
  manager: EntityManager,
  actor: Actor,
  facts: ScenarioFacts,
): Promise<void> {
  const people = await countDecidedSince(manager, actor, facts);
  if (people === 0) return;
  throw new Conflict(
    'decision.decided-since',
    `${people} người đã có vị trí hoặc thời hạn riêng ghi từ ngày ${dayText(facts.effectiveOn)} trở đi; chưa ghi gì. Hãy hoàn tác quyết định đó, hoặc cho kết thúc chậm nhất vào ngày này, rồi áp dụng lại.`,
    { people },
  );
}

function alreadyApplied(scenario: Scenario): Applied {
  const message = `Phương án "${scenario.name}" đã được áp dụng từ trước; không ghi gì thêm.`;
  return { scenario, applied: false, message };
}

function mustBeSeen(scenario: Scenario, version: number): void {
  if (scenario.version !== version) throw changedMeanwhile(scenario, version);
}

function notApproved(scenario: Scenario): RuleBroken {
  return new RuleBroken(
    'decision.not-approved',
    `Phương án "${scenario.name}" chưa được phê duyệt nên chưa áp dụng được.`,
    { state: scenario.state },
  );
}

function otherRun({ name, chosenRunId }: Scenario, runId: number | null): Conflict {
  return new Conflict(
    'decision.other-run',
    `Lần chạy được phê duyệt của phương án "${name}" là số ${chosenRunId ?? 0}, không phải số ${runId ?? 0}; chưa ghi gì.`,
    { approved: chosenRunId, asked: runId },
  );
}

function contentChanged({ name }: Scenario): Conflict {
  return new Conflict(
    'decision.content-changed',
    `Nội dung phương án "${name}" không còn như khi được phê duyệt; chưa ghi gì. Hãy rút phương án và lập lại.`,
  );
}

/** The legal basis that the merger's rows name. */
function basisOf(facts: ScenarioFacts, scenario: Scenario): string {
  return facts.successions[0]?.basis ?? scenario.name;
}
