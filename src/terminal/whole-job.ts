import { Injectable } from '@nestjs/common';
import { AgreementService } from '../decision/agreement/agreement.service.js';
import { ApprovalService } from '../decision/approval.service.js';
import { ApplicationService } from '../decision/application.service.js';
import { MergerService, type CreatedMerger } from '../merger/merger.service.js';
import type { PlacementRun } from '../placement/run.store.js';
import { PlacementService, type RunFacts, type SolvedRun } from '../placement/placement.service.js';
import type { Batch } from '../roster/batch.js';
import { PromotionService } from '../roster/promotion.service.js';
import { RosterService } from '../roster/roster.service.js';
import { ScenarioService } from '../scenario/scenario.service.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Actor } from '../shared/actor.js';
import { bothSettled } from '../shared/both-settled.js';
import { dayBefore, dayText } from '../shared/day.js';
import { BadInput } from '../shared/errors.js';
import { ProvinceService } from '../registry/province.service.js';
import { readRosters, type JobSources } from './job-sources.js';
import type { Stages } from './stages.js';

/** The roster on its way in. */
@Injectable()
export class RosterStages {
  constructor(
    readonly roster: RosterService,
    readonly promotion: PromotionService,
  ) {}
}

/** The last act: the baseline becomes the registry. */
@Injectable()
export class ClosingStages {
  constructor(
    readonly scenarios: ScenarioService,
    private readonly application: ApplicationService,
    private readonly agreements: AgreementService,
    private readonly approval: ApprovalService,
  ) {}

  async apply(actor: Actor, scenarioId: number, runId: number): Promise<void> {
    const { version } = await this.scenarios.get(actor, scenarioId);
    const submitted = await this.scenarios.move(actor, {
      id: scenarioId,
      to: 'submitted',
      version,
      runId,
    });
    const agreed = await this.agreements.close(actor, { scenarioId, version: submitted.version });
    const approved = await this.approval.approve(actor, { scenarioId, version: agreed.version });
    await this.application.apply(actor, { scenarioId, runId, version: approved.version });
  }
}

/** What the job made. */
export interface JobResult {
  readonly batch: Batch;
  readonly asItWas: CreatedMerger;
  /** A copy of the first scenario. */
  readonly couldHaveBeen: Scenario;
  readonly baseline: PlacementRun;
  readonly best: PlacementRun;
  /** What the longest service alone would give, on the same facts: it shows what the best placement gains. */
  readonly seniority: PlacementRun;
}

/** Both plans are stored; the seniority beside them is solved and not stored. */
export interface PlacedJob extends Omit<JobResult, 'seniority'> {
  /** To be called once, or the job is not done. */
  readonly storeSeniority: () => Promise<PlacementRun>;
}

/** The placement of the first scenario, which is applied only after it has been copied. */
interface Baseline {
  readonly solving: Promise<SolvedRun>;
  readonly copying: Promise<Scenario>;
  readonly stages: Stages;
}

interface CopiedFacts {
  readonly scenarioId: number;
  readonly facts: RunFacts;
}

/** Names of the two scenarios of the job. */
export const AS_IT_WAS = 'Theo nguyên trạng: mọi người theo đơn vị cũ';
export const COULD_HAVE_BEEN = 'Bố trí tối ưu: đúng người, đúng việc trong toàn tỉnh';

/** The main job from sheets to an applied merger: what `npm start` loads, `bo-tri demo` shows and `bo-tri run` does. */
@Injectable()
export class WholeJob {
  constructor(
    private readonly province: ProvinceService,
    private readonly rosters: RosterStages,
    private readonly merger: MergerService,
    private readonly placement: PlacementService,
    private readonly closing: ClosingStages,
  ) {}

  /** @throws AppError with what is wrong in which sheet, row and column. */
  async run(actor: Actor, sources: JobSources, stages: Stages): Promise<JobResult> {
    const placed = await this.untilPlaced(actor, sources, stages);
    return { ...placed, seniority: await placed.storeSeniority() };
  }

  /** The same for a caller whose work with the two plans should not wait for the seniority. @throws as `run` */
  async untilPlaced(actor: Actor, sources: JobSources, stages: Stages): Promise<PlacedJob> {
    await stages.time('prepare', () => this.province.load(actor, sources));
    const staged = await this.stage(actor, sources, stages);
    mustBeClean(staged, await this.firstErrors(actor, staged));
    const batch = await stages.time('promote', () =>
      this.rosters.promotion.promote(actor, staged.id),
    );
    const asItWas = await stages.time('merge', () => this.create(actor, sources));
    const scenarioId = asItWas.scenario.id;
    // Asked first, so that the one connection of the embedded database serves it before the copy.
    const solving = stages.time('baseline', () =>
      this.placement.solve(actor, { scenarioId, kind: 'baseline' }),
    );
    const copying = stages.time('merge', () => this.copy(actor, asItWas.scenario, COULD_HAVE_BEEN));
    const plans = await this.place(actor, { solving, copying, stages });
    return { batch, asItWas, couldHaveBeen: await copying, ...plans };
  }

  /** On facts that are read once: while the thread solves, the database applies the first scenario. */
  private async place(
    actor: Actor,
    begun: Baseline,
  ): Promise<Pick<PlacedJob, 'baseline' | 'best' | 'storeSeniority'>> {
    const { copying, stages } = begun;
    const reading = copying.then(({ id }) => this.read(actor, id, stages));
    const solving = reading.then((copied) => this.solve(copied, 'best', stages));
    const solvingNext = bothSettled(reading, solving).then(([copied]) =>
      this.solve(copied, 'seniority', stages),
    );
    // Its fault waits until somebody asks for it.
    solvingNext.catch(() => {});
    const [baseline, solved] = await bothSettled(this.baseline(actor, begun), solving);
    const best = await stages.time('place', () => this.placement.store(actor, solved));
    const storeSeniority = async (): Promise<PlacementRun> => {
      const run = await solvingNext;
      return stages.time('seniority', () => this.placement.store(actor, run));
    };
    return { baseline, best, storeSeniority };
  }

  private async read(actor: Actor, scenarioId: number, stages: Stages): Promise<CopiedFacts> {
    const request = { scenarioId, kind: 'best' } as const;
    const facts = await stages.time('place', () => this.placement.read(actor, request));
    return { scenarioId, facts };
  }

  private solve(
    { scenarioId, facts }: CopiedFacts,
    kind: 'best' | 'seniority',
    stages: Stages,
  ): Promise<SolvedRun> {
    const stage = kind === 'best' ? 'place' : kind;
    return stages.time(stage, () => this.placement.solveOn(facts, { scenarioId, kind }));
  }

  /** Stored and applied while the thread goes on with the best placement. */
  private async baseline(
    actor: Actor,
    { solving, copying, stages }: Baseline,
  ): Promise<PlacementRun> {
    const [solved] = await bothSettled(solving, copying);
    const run = await stages.time('baseline', () => this.placement.store(actor, solved));
    await stages.time('apply', () => this.closing.apply(actor, run.scenarioId, run.id));
    return run;
  }

  private async stage(actor: Actor, sources: JobSources, stages: Stages): Promise<Batch> {
    const files = await (sources.begunReading?.() ?? readRosters(sources, stages));
    const upload = { sender: sources.provinceName, asOf: dayBefore(sources.effectiveOn), files };
    return stages.time('read', () => this.rosters.roster.stageRead(actor, upload));
  }

  private firstErrors(
    actor: Actor,
    batch: Batch,
  ): Promise<{ items: readonly { message: string }[] }> {
    return this.rosters.roster.issues(actor, {
      batchId: batch.id,
      severity: 'error',
      offset: 0,
      limit: MOST_ERRORS,
    });
  }

  private create(actor: Actor, sources: JobSources): Promise<CreatedMerger> {
    return this.merger.create(actor, {
      name: AS_IT_WAS,
      description: `Số liệu ngày ${dayText(dayBefore(sources.effectiveOn))}, áp dụng quy định tại ngày ${dayText(sources.rulesOn)} (giả định).`,
      effectiveOn: sources.effectiveOn,
      rulesOn: sources.rulesOn,
      legalBasis: sources.legalBasis,
      tables: sources.merger,
    });
  }

  private copy(actor: Actor, { id, description }: Scenario, name: string): Promise<Scenario> {
    return this.closing.scenarios.copy(actor, { id, name, description });
  }
}

/** So many errors are looked through for what is wrong in different ways. */
const MOST_ERRORS = 5_000;

function mustBeClean(batch: Batch, { items }: { items: readonly object[] }): void {
  if (batch.errors === 0) return;
  throw new BadInput(
    'terminal.roster-has-errors',
    `Danh sách có ${batch.errors} lỗi trong ${batch.rows} dòng; chưa ghi gì vào sổ.`,
    { issues: items },
  );
}
