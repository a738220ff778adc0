import { Injectable } from '@nestjs/common';
import { Trail } from '../access/trail.js';
import { refreshStatistics } from '../database/statistics.js';
import { ReferenceStore } from '../law/reference.store.js';
import { SignedRosters } from '../registry/signed-rosters.js';
import type { PinFact, ScenarioFacts } from '../scenario/facts.js';
import { PinStore } from '../scenario/pin.store.js';
import { ScenarioService } from '../scenario/scenario.service.js';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { BadInput, NotFound, RuleBroken } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import type { PlacementOptions } from './options.js';
import { unitsWithoutSignature } from './held-units.rules.js';
import type { RunConditions } from './run-conditions.js';
import { signedRun } from './signed-run.js';
import { NO_SIDE_OPTIONS, type SideOptions } from './side/side-options.js';
import type { ProposalsPageResponse, ProposalsQuery } from './placement.responses.js';
import { ProposalPageView } from './proposal-page.view.js';
import { type PlacementRun, RunStore } from './run.store.js';
import type { CheckedPlacement } from './worker/checked-placement.js';
import { PlacementThread, type PlacementWatch } from './worker/placement-thread.js';

/** What a run needs besides its facts. */
@Injectable()
export class RunReferences {
  constructor(
    readonly reference: ReferenceStore,
    readonly pages: ProposalPageView,
    readonly pins: PinStore,
    readonly thread: PlacementThread,
    readonly rosters: SignedRosters,
  ) {}
}

export interface RunRequest extends RunConditions {
  readonly scenarioId: number;
  readonly kind: PlacementOptions['kind'];
  /** A campaign: people of units that have not signed in it stay in the main successor. */
  readonly signedIn?: number | undefined;
}

/** What a run starts from: read once, so that the database is free afterwards. */
export interface RunFacts {
  readonly facts: ScenarioFacts;
  readonly majorGroupNames: Readonly<Record<string, string>>;
  readonly pinsMark: string;
  readonly side: SideOptions;
  /** null = the run is not limited to signed rosters. */
  readonly signed: ReturnType<typeof signedRun> | null;
}

/** A placement that both checkers accept and that is not stored yet. */
export interface SolvedRun extends RunRequest {
  readonly placement: CheckedPlacement;
  /** As the placement knew them. */
  readonly pins: readonly PinFact[];
  readonly pinsMark: string;
  readonly signed: RunFacts['signed'];
}

/** Runs of the engine over the frozen facts of a scenario. */
@Injectable()
export class PlacementService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly runs: RunStore,
    private readonly references: RunReferences,
    private readonly trail: Trail,
  ) {}

  /**
   * Places everybody of a scenario, has two independent checkers look at the result, and stores it.
   *
   * @throws NotFound `scenario.unknown`; RuleBroken `placement.scenario-is-closed` unless the scenario is a draft.
   */
  async run(actor: Actor, request: RunRequest): Promise<PlacementRun> {
    return this.store(actor, await this.solve(actor, request));
  }

  /**
   * The first half of a run: the database is free while the thread solves.
   *
   * @throws as `run`; BrokenOff when it is stopped.
   */
  async solve(actor: Actor, request: RunRequest, watch: PlacementWatch = {}): Promise<SolvedRun> {
    watch.begins?.('facts');
    return this.solveOn(await this.read(actor, request), request, watch);
  }

  /** What runs of a scenario start from; several may start from the same. @throws as `run`. */
  async read(
    actor: Actor,
    { scenarioId, kind, signedIn, ...conditions }: RunRequest,
  ): Promise<RunFacts> {
    mustBeOfBest(kind, conditions);
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.scenarios.found(manager, actor, scenarioId);
      mustBeDraft(scenario);
      const facts = await this.scenarios.facts(manager, actor, scenarioId);
      return {
        facts,
        majorGroupNames: await this.references.reference.majorGroupNames(manager),
        pinsMark: await this.references.pins.mark(manager, actor, scenarioId),
        side: await this.sideOf(manager, actor, conditions),
        signed: await this.signedOf(manager, actor, { facts, signedIn }),
      };
    });
  }

  /** @param request as it was when the facts were read, but for the kind. @throws BrokenOff when it is stopped. */
  async solveOn(
    { facts, majorGroupNames, pinsMark, side, signed }: RunFacts,
    request: RunRequest,
    watch: PlacementWatch = {},
  ): Promise<SolvedRun> {
    const { kind } = request;
    const options = { kind, majorGroupNames, side, ...(signed && { held: signed.held }) };
    const placement = await this.references.thread.place(facts, options, watch);
    mustHold(placement);
    return { ...request, placement, pins: facts.pins, pinsMark, signed };
  }

  /** @throws NotFound `placement.no-run` for a plan that was never made. */
  private async sideOf(
    manager: EntityManager,
    actor: Actor,
    { side, keep }: RunConditions,
  ): Promise<SideOptions> {
    if (keep === undefined) return { ...NO_SIDE_OPTIONS, ...side };
    this.foundRun(await this.runs.find(manager, actor, keep.runId), keep.runId);
    const places = await this.runs.placements(manager, actor, keep.runId);
    return { ...NO_SIDE_OPTIONS, ...side, keep: { most: keep.most, places } };
  }

  /** @throws NotFound `campaign.unknown` */
  private async signedOf(
    manager: EntityManager,
    actor: Actor,
    { facts, signedIn }: Pick<RunFacts, 'facts'> & Pick<RunRequest, 'signedIn'>,
  ): Promise<RunFacts['signed']> {
    if (signedIn === undefined) return null;
    const { rosters } = this.references;
    const campaign = await rosters.campaign(manager, actor, signedIn);
    const signatures = await rosters.rosters(manager, actor, signedIn);
    return signedRun(campaign, unitsWithoutSignature(facts, signatures));
  }

  /** The second half of a run. @throws as `run`; the scenario may have been closed meanwhile. */
  store(actor: Actor, solved: SolvedRun): Promise<PlacementRun> {
    return this.transactions.run(actor, (manager) => this.storeWithin(manager, actor, solved));
  }

  /** The same inside a transaction that writes more. */
  async storeWithin(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, kind, side, keep, placement, pins, pinsMark, signed }: SolvedRun,
  ): Promise<PlacementRun> {
    const { result, inputHash, seconds } = placement;
    mustBeDraft(await this.scenarios.locked(manager, actor, { id: scenarioId, version: null }));
    const id = await this.runs.insert(manager, actor, {
      scenarioId,
      kind,
      inputHash,
      engineVersion: result.version,
      status: result.status,
      options: {
        ...{ ...(side && { side }), ...(keep && { keep }), ...(signed && { signed }) },
        cutShort: result.cutShort,
      },
      proven: result.proven,
      levels: result.levels,
      breaches: result.breaches,
      bound: result.bound,
      gap: result.gap,
      gapPeople: result.gapPeople,
      seconds,
      pins,
      pinsMark,
      potentials: result.potentials,
      proposals: result.proposals,
    });
    await refreshStatistics(manager, ['proposals']);
    await this.runs.keepGap(manager, actor, id);
    await this.trail.record(manager, actor, {
      action: 'placement.run',
      subject: `run/${id}`,
      details: { scenarioId, kind, side, keep, ...toldOf(signed), levels: result.levels },
    });
    return this.foundRun(await this.runs.find(manager, actor, id), id);
  }

  /** @throws NotFound `scenario.unknown`, `campaign.unknown`; RuleBroken `placement.scenario-is-closed` */
  async mustTakeRuns(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, signedIn }: Pick<RunRequest, 'scenarioId' | 'signedIn'>,
  ): Promise<void> {
    mustBeDraft(await this.scenarios.found(manager, actor, scenarioId));
    if (signedIn !== undefined) await this.references.rosters.campaign(manager, actor, signedIn);
  }

  /** @throws NotFound `placement.no-run` */
  get(actor: Actor, id: number): Promise<PlacementRun> {
    return this.transactions.run(actor, async (manager) =>
      this.foundRun(await this.runs.find(manager, actor, id), id),
    );
  }

  /** Of all scenarios, oldest first. */
  list(actor: Actor): Promise<PlacementRun[]> {
    return this.transactions.run(actor, (manager) => this.runs.list(manager, actor, null));
  }

  /** @throws NotFound `placement.no-run` */
  proposals(actor: Actor, runId: number, query: ProposalsQuery): Promise<ProposalsPageResponse> {
    return this.transactions.run(actor, async (manager) => {
      this.foundRun(await this.runs.find(manager, actor, runId), runId);
      return this.references.pages.page(manager, actor, { runId, query });
    });
  }

  private foundRun(run: PlacementRun | null, id: number): PlacementRun {
    if (run !== null) return run;
    throw new NotFound('placement.no-run', `Không có lần chạy bố trí số ${id}.`, { id });
  }
}

function mustBeDraft({ state, name }: { readonly state: string; readonly name: string }): void {
  if (state !== 'draft')
    throw new RuleBroken(
      'placement.scenario-is-closed',
      `Phương án "${name}" không còn là dự thảo nên không chạy bố trí lại được. Hãy đưa về dự thảo hoặc lập phương án mới.`,
    );
}

/** @throws BadInput `placement.conditions-of-best` */
function mustBeOfBest(kind: RunRequest['kind'], { side, keep }: RunConditions): void {
  if (kind === 'best' || (side === undefined && keep === undefined)) return;
  throw new BadInput(
    'placement.conditions-of-best',
    'Điều kiện kèm theo và mức thay đổi chỉ dùng cho cách bố trí tốt nhất.',
    { kind },
  );
}

/** What the trail tells of a run on signed rosters: counts, no names. */
function toldOf(signed: RunFacts['signed']): object {
  if (signed === null) return {};
  const { campaignId, units, people } = signed;
  return { signedIn: campaignId, heldUnits: units, heldPeople: people };
}

/** A result that a checker refuses is a bug of ours and is never stored. */
function mustHold({ result, violations }: CheckedPlacement): void {
  const all = [...result.certificateViolations, ...violations];
  if (all.length > 0) throw new Error(`The placement does not hold: ${all.slice(0, 5).join('; ')}`);
}
