import { Injectable } from '@nestjs/common';
import { ApplicationService } from '../decision/application.service.js';
import { MergerService, type CreatedMerger } from '../merger/merger.service.js';
import type { PlacementRun } from '../placement/run.store.js';
import { PlacementService } from '../placement/placement.service.js';
import type { Batch } from '../roster/batch.js';
import { PromotionService } from '../roster/promotion.service.js';
import { RosterService } from '../roster/roster.service.js';
import { ScenarioService } from '../scenario/scenario.service.js';
import type { Actor } from '../shared/actor.js';
import { dayBefore, dayText } from '../shared/day.js';
import { BadInput } from '../shared/errors.js';
import { ProvinceService } from '../registry/province.service.js';
import type { JobSources } from './job-sources.js';
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
    private readonly scenarios: ScenarioService,
    private readonly application: ApplicationService,
  ) {}

  async apply(actor: Actor, scenarioId: number, runId: number): Promise<void> {
    const { version } = await this.scenarios.get(actor, scenarioId);
    const submitted = await this.scenarios.move(actor, {
      id: scenarioId,
      to: 'submitted',
      version,
    });
    await this.application.apply(actor, { scenarioId, runId, version: submitted.version });
  }
}

/** What the job made. */
export interface JobResult {
  readonly batch: Batch;
  readonly asItWas: CreatedMerger;
  readonly couldHaveBeen: CreatedMerger;
  readonly baseline: PlacementRun;
  readonly best: PlacementRun;
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
    await stages.time('prepare', () => this.province.load(actor, sources));
    const staged = await stages.time('read', () => this.stage(actor, sources, stages));
    mustBeClean(staged, await this.firstErrors(actor, staged));
    const batch = await stages.time('promote', () =>
      this.rosters.promotion.promote(actor, staged.id),
    );
    const asItWas = await stages.time('merge', () => this.create(actor, sources, AS_IT_WAS));
    const baseline = await stages.time('baseline', () =>
      this.placement.run(actor, { scenarioId: asItWas.scenario.id, kind: 'baseline' }),
    );
    const couldHaveBeen = await stages.time('merge', () =>
      this.create(actor, sources, COULD_HAVE_BEEN),
    );
    const best = await stages.time('place', () =>
      this.placement.run(actor, { scenarioId: couldHaveBeen.scenario.id, kind: 'best' }),
    );
    await stages.time('apply', () => this.closing.apply(actor, asItWas.scenario.id, baseline.id));
    return { batch, asItWas, couldHaveBeen, baseline, best };
  }

  private stage(actor: Actor, sources: JobSources, stages: Stages): Promise<Batch> {
    return this.rosters.roster.stage(
      actor,
      {
        sender: sources.provinceName,
        asOf: dayBefore(sources.effectiveOn),
        files: sources.rosters,
      },
      (files) => stages.progress(files, sources.rosters.length),
    );
  }

  private firstErrors(
    actor: Actor,
    batch: Batch,
  ): Promise<{ items: readonly { message: string }[] }> {
    return this.rosters.roster.issues(actor, {
      batchId: batch.id,
      severity: 'error',
      offset: 0,
      limit: 50,
    });
  }

  private create(actor: Actor, sources: JobSources, name: string): Promise<CreatedMerger> {
    return this.merger.create(actor, {
      name,
      description: `Số liệu ngày ${dayText(dayBefore(sources.effectiveOn))}, áp dụng quy định tại ngày ${dayText(sources.rulesOn)} (giả định).`,
      effectiveOn: sources.effectiveOn,
      rulesOn: sources.rulesOn,
      legalBasis: sources.legalBasis,
      tables: sources.merger,
    });
  }
}

function mustBeClean(batch: Batch, { items }: { items: readonly object[] }): void {
  if (batch.errors === 0) return;
  throw new BadInput(
    'terminal.roster-has-errors',
    `Danh sách có ${batch.errors} lỗi trong ${batch.rows} dòng; chưa ghi gì vào sổ.`,
    { issues: items },
  );
}
