import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Trail } from '../../access/trail.js';
import type { Job } from '../../jobs/job.js';
import { JobKinds } from '../../jobs/job-kinds.js';
import { JobSettings } from '../../jobs/job-settings.js';
import type { WorkContext, WorkResult } from '../../jobs/job-work.js';
import { Jobs, unknownJob } from '../../jobs/jobs.js';
import type { Actor } from '../../shared/actor.js';
import { BadInput } from '../../shared/errors.js';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../shared/transactions.js';
import { PlacementService, type RunRequest } from '../placement.service.js';
import { DONE_AT, type RunPhase } from '../run-phases.js';

export interface AskedRun extends RunRequest {
  /** Absent = as long as a job may run at all. */
  readonly timeLimitSeconds?: number | undefined;
}

/** Who takes orders for jobs, and who works them. */
@Injectable()
export class JobDesk {
  constructor(
    readonly jobs: Jobs,
    readonly kinds: JobKinds,
    readonly settings: JobSettings,
  ) {}
}

/** Runs of the engine as jobs: asked for now, worked by whoever is free, followed and cancelled meanwhile. */
@Injectable()
export class RunJobsService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly placement: PlacementService,
    private readonly desk: JobDesk,
    private readonly trail: Trail,
  ) {}

  onModuleInit(): void {
    this.desk.kinds.add('placement', (job, context) => this.work(job, context));
  }

  /**
   * Asks for a run; who asks for the same while it waits gets the same job.
   *
   * @throws NotFound `scenario.unknown`, `campaign.unknown`; RuleBroken `placement.scenario-is-closed`; BadInput `job.time-limit`; Busy
   * `job.too-many`
   */
  async ask(actor: Actor, { scenarioId, timeLimitSeconds, ...options }: AskedRun): Promise<Job> {
    const most = this.desk.settings.options.timeLimitSeconds;
    const limit = timeLimitSeconds ?? most;
    if (limit > most) throw limitTooLong(most);
    const job = await this.transactions.run(actor, async (manager) => {
      await this.placement.mustTakeRuns(manager, actor, {
        scenarioId,
        signedIn: options.signedIn,
      });
      const asked = await this.desk.jobs.ask(manager, actor, {
        kind: 'placement',
        scenarioId,
        input: { ...options },
        timeLimitSeconds: limit,
      });
      await this.trail.record(manager, actor, {
        action: 'placement.asked',
        subject: `job/${asked.id}`,
        details: { scenarioId, ...options },
      });
      return asked;
    });
    this.desk.jobs.wake();
    return job;
  }

  /** @throws NotFound `job.unknown` */
  get(actor: Actor, id: number): Promise<Job> {
    return this.transactions.run(actor, (manager) => this.found(manager, actor, id));
  }

  /** Jobs of other kinds have doors of their own. */
  private async found(manager: EntityManager, actor: Actor, id: number): Promise<Job> {
    const job = await this.desk.jobs.found(manager, actor, id);
    if (job.kind !== 'placement') throw unknownJob(id);
    return job;
  }

  /** Newest first. */
  list(
    actor: Actor,
    filter: { readonly scenarioId?: number | undefined; readonly unfinished?: boolean | undefined },
  ): Promise<Job[]> {
    return this.transactions.run(actor, (manager) =>
      this.desk.jobs.list(manager, actor, { ...filter, kind: 'placement', limit: MOST_LISTED }),
    );
  }

  /** @throws NotFound `job.unknown`; Conflict `job.has-ended` */
  async cancel(actor: Actor, id: number): Promise<Job> {
    const job = await this.transactions.run(actor, async (manager) => {
      await this.found(manager, actor, id);
      const cancelled = await this.desk.jobs.cancel(manager, actor, id);
      await this.trail.record(manager, actor, {
        action: 'placement.cancelled',
        subject: `job/${id}`,
        details: { scenarioId: cancelled.scenarioId },
      });
      return cancelled;
    });
    this.desk.jobs.halt(id);
    return job;
  }

  private async work(job: Job, { actor, signal, report }: WorkContext): Promise<WorkResult> {
    const begins = (phase: RunPhase): void => report(phase, DONE_AT[phase]);
    const solved = await this.placement.solve(actor, requestOf(job), { begins, signal });
    begins('store');
    return async (manager) => (await this.placement.storeWithin(manager, actor, solved)).id;
  }
}

/** As `ask` has written it. */
function requestOf({ scenarioId, input }: Job): RunRequest {
  if (scenarioId === null) throw new Error('A placement without a scenario');
  return { ...(input as unknown as Omit<RunRequest, 'scenarioId'>), scenarioId };
}

function limitTooLong(most: number): BadInput {
  return new BadInput(
    'job.time-limit',
    `timeLimitSeconds: thời hạn tối đa trên máy chủ này là ${most} giây (JOB_TIME_LIMIT_SECONDS).`,
    { most },
  );
}

const MOST_LISTED = 50;
