import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import type { Job } from '../../jobs/job.js';
import { JobKinds } from '../../jobs/job-kinds.js';
import { JobSettings } from '../../jobs/job-settings.js';
import type { WorkContext, WorkResult } from '../../jobs/job-work.js';
import { Jobs } from '../../jobs/jobs.js';
import type { Scenario } from '../../scenario/scenario.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import type { Actor } from '../../shared/actor.js';
import { type Day, dayText } from '../../shared/day.js';
import { BadInput, Conflict, NotFound, RuleBroken } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { ApplicationService } from '../application.service.js';

/** An application that waits for its day, or how the last one that did has ended. */
export interface Schedule {
  readonly scenarioId: number;
  readonly on: Day;
  readonly state: Job['state'];
  readonly askedByName: string;
  readonly askedAt: string;
  /** Why nothing was written; only where it failed. */
  readonly error: string | null;
}

export interface ScheduleRequest {
  readonly scenarioId: number;
  /** The version that the caller saw. */
  readonly version: number;
  /** Absent = the day from which the plan is in force. */
  readonly on?: Day | undefined;
}

/** What a job of this kind is told. */
interface Order {
  readonly on: Day;
  /** The approval that is meant; another one is not applied. */
  readonly approvedHash: string;
  readonly approvedAt: string;
}

/** Who takes orders for a day, and who works them. */
@Injectable()
export class ScheduleParts {
  constructor(
    readonly scenarios: ScenarioService,
    readonly jobs: Jobs,
    readonly kinds: JobKinds,
    readonly settings: JobSettings,
  ) {}
}

/**
 * Approved plans that are applied on a day to come, by whichever process works jobs then: a restart loses nothing, and of
 * several processes one does it. What applying would refuse on the day is refused then too, and nothing is written.
 */
@Injectable()
export class ScheduleService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly application: ApplicationService,
    private readonly parts: ScheduleParts,
    private readonly trail: Trail,
  ) {}

  onModuleInit(): void {
    this.parts.kinds.add('application', (job, context) =>
      Promise.resolve(this.result(job, context)),
    );
  }

  /**
   * Appoints the day, at its beginning in Vietnam. The same day again is the same appointment.
   *
   * @throws Conflict `scenario.changed-meanwhile`, `decision.already-scheduled`; RuleBroken `decision.not-approved`; BadInput
   * `decision.day-has-come`
   */
  appoint(actor: Actor, { scenarioId: id, version, on }: ScheduleRequest): Promise<Schedule> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.parts.scenarios.locked(manager, actor, { id, version });
      const order = orderOf(scenario, on ?? scenario.effectiveOn);
      await mustBeToCome(manager, order.on);
      const kept = await this.kept(manager, actor, id);
      if (kept?.state === 'queued') {
        if (kept.on === order.on) return kept;
        throw alreadyScheduled(scenario, kept.on);
      }
      const job = await this.parts.jobs.ask(manager, actor, {
        kind: 'application',
        scenarioId: id,
        input: { ...order },
        timeLimitSeconds: this.parts.settings.options.timeLimitSeconds,
        notBefore: `${order.on}T00:00:00+07:00`,
      });
      await this.trail.record(manager, actor, {
        action: 'application.scheduled',
        subject: `scenario/${id}`,
        details: { on: order.on, hash: order.approvedHash },
      });
      return scheduleOf(job);
    });
  }

  /** @throws NotFound `scenario.unknown`, `decision.not-scheduled`; Conflict `job.has-ended` */
  callOff(actor: Actor, id: number): Promise<Schedule> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.parts.scenarios.locked(manager, actor, { id, version: null });
      const job = await this.newest(manager, actor, id);
      if (job?.state !== 'queued') throw notScheduled(scenario);
      const ended = await this.parts.jobs.cancel(manager, actor, job.id);
      await this.trail.record(manager, actor, {
        action: 'application.called-off',
        subject: `scenario/${id}`,
        details: { on: scheduleOf(job).on },
      });
      return scheduleOf(ended);
    });
  }

  /** The newest appointment, whatever became of it; null = never. For other stages, inside their transaction. */
  async kept(manager: EntityManager, actor: Actor, scenarioId: number): Promise<Schedule | null> {
    const job = await this.newest(manager, actor, scenarioId);
    return job && scheduleOf(job);
  }

  private async newest(
    manager: EntityManager,
    actor: Actor,
    scenarioId: number,
  ): Promise<Job | null> {
    const filter = { kind: 'application', scenarioId, limit: 1 } as const;
    const [job] = await this.parts.jobs.list(manager, actor, filter);
    return job ?? null;
  }

  /** In the transaction that also marks the job done: applied once, or not at all. */
  private result(job: Job, { actor }: WorkContext): WorkResult {
    return async (manager) => {
      const { scenarioId } = job;
      if (scenarioId === null) throw new Error('An application without a scenario');
      const { approvedAt, approvedHash } = job.input as unknown as Order;
      const scenario = await this.parts.scenarios.locked(manager, actor, {
        id: scenarioId,
        version: null,
      });
      const isMeant = scenario.approvedAt === approvedAt && scenario.approvedHash === approvedHash;
      if (scenario.state === 'approved' && !isMeant) throw otherApproval(scenario);
      await this.application.applyWithin(manager, actor, { scenarioId, version: null });
      return scenarioId;
    };
  }
}

function scheduleOf({ scenarioId, input, ...job }: Job): Schedule {
  const { on } = input as unknown as Order;
  return {
    ...{ scenarioId: scenarioId ?? 0, on, state: job.state },
    ...{ askedByName: job.askedByName, askedAt: job.createdAt, error: job.error },
  };
}

function orderOf(scenario: Scenario, on: Day): Order {
  const { state, name, approvedAt, approvedHash } = scenario;
  if (state !== 'approved' || approvedAt === null || approvedHash === null)
    throw new RuleBroken(
      'decision.not-approved',
      `Phương án "${name}" chưa được phê duyệt nên chưa hẹn ngày áp dụng được.`,
      { state },
    );
  return { on, approvedAt, approvedHash };
}

/** By the database's clock, in Vietnam. */
async function mustBeToCome(manager: EntityManager, on: Day): Promise<void> {
  const [row] = await manager.query<{ hasCome: boolean }[]>(
    `SELECT $1::date <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "hasCome"`,
    [on],
  );
  if (!row?.hasCome) return;
  throw new BadInput(
    'decision.day-has-come',
    `Ngày ${dayText(on)} đã đến nên không hẹn được. Hãy áp dụng ngay, hoặc chọn một ngày sau hôm nay.`,
    { on },
  );
}

function alreadyScheduled({ name }: Scenario, on: Day): Conflict {
  return new Conflict(
    'decision.already-scheduled',
    `Phương án "${name}" đã hẹn áp dụng ngày ${dayText(on)}. Hãy hủy hẹn đó trước khi hẹn ngày khác.`,
    { on },
  );
}

function notScheduled({ name }: Scenario): NotFound {
  return new NotFound(
    'decision.not-scheduled',
    `Phương án "${name}" không có hẹn áp dụng nào đang chờ.`,
  );
}

function otherApproval({ name }: Scenario): Conflict {
  return new Conflict(
    'decision.other-approval',
    `Phương án "${name}" đã được rút và phê duyệt lại sau khi hẹn ngày áp dụng; chưa ghi gì. Hãy hẹn lại.`,
  );
}
