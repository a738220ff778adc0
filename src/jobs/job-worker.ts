import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { type Actor, operatorOf } from '../shared/actor.js';
import { Pause } from '../shared/pause.js';
import { Transactions } from '../shared/transactions.js';
import type { Job } from './job.js';
import { JobKinds } from './job-kinds.js';
import { JobRun, type RunParts } from './job-run.js';
import { JobSettings } from './job-settings.js';
import { JobStores } from './job-stores.js';
import type { Failure } from './job.store.js';

/** How often the queue is asked when nobody of this process has put something there. */
const POLL_MS = 1000;
const SWEEP_EVERY_MS = 5000;
/** Without a sign of life for so long, whoever works a job is taken for dead: 37 beats. */
const SILENT_SECONDS = 15;

/**
 * Works the jobs of the province, one after another, as long as the process lives. Other processes may do the same on the
 * same server.
 */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Jobs');
  private readonly actor: Actor;
  private readonly pause = new Pause();
  private readonly parts: RunParts;
  private running: JobRun | null = null;
  private working: Promise<void> | null = null;
  private closing = false;
  private sweptAt: number | null = null;
  private lastTold = '';

  constructor(
    private readonly transactions: Transactions,
    private readonly settings: JobSettings,
    private readonly kinds: JobKinds,
    private readonly stores: JobStores,
  ) {
    this.actor = operatorOf(settings.provinceCode, 'jobs');
    const { jobs, queue } = stores;
    this.parts = { transactions, jobs, queue, tell: (error) => this.tell(error) };
  }

  onApplicationBootstrap(): void {
    if (this.settings.options.works) this.working = this.workUntilClosing();
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    this.running?.halt('closing');
    this.pause.end();
    await this.working;
  }

  /** Somebody of this process has put a job into the queue: it need not wait for the next look. */
  wake(): void {
    if (this.working !== null) this.pause.end();
  }

  /** Somebody of this process wants a job ended: it need not wait for the next beat. */
  cancel(id: number): void {
    if (this.running?.job.id === id) this.running.halt('cancelled');
  }

  private async workUntilClosing(): Promise<void> {
    while (!this.closing) {
      const worked = await this.once().catch((error: unknown) => {
        this.tell(error);
        return false;
      });
      if (!worked && !this.closing) await this.pause.of(POLL_MS);
    }
  }

  /** @returns whether there was something to do. */
  private async once(): Promise<boolean> {
    await this.sweepWhenDue();
    const taken = await this.take();
    if (taken === null) return false;
    if (taken.job !== null) await this.work(taken.job);
    return true;
  }

  private take(): Promise<{ readonly job: Job | null } | null> {
    const { jobs, queue } = this.stores;
    return this.transactions.run(this.actor, async (manager) => {
      const id = await queue.take(manager, this.actor.provinceCode);
      return id === null ? null : { job: await jobs.begin(manager, this.actor, id) };
    });
  }

  private async work(job: Job): Promise<void> {
    this.running = new JobRun(this.parts, job, actorOf(this.actor, job));
    if (this.closing) this.running.halt('closing');
    try {
      await this.running.through(this.kinds.of(job.kind));
    } finally {
      this.running = null;
    }
  }

  private async sweepWhenDue(): Promise<void> {
    const now = performance.now();
    if (this.sweptAt !== null && now - this.sweptAt < SWEEP_EVERY_MS) return;
    const isFirst = this.sweptAt === null;
    await this.sweep(isFirst && this.settings.options.alone ? 0 : SILENT_SECONDS);
    this.sweptAt = now;
  }

  /** What a dead process worked waits again, and whatever waits has a ticket: after a restore there are none. */
  private sweep(silentSeconds: number): Promise<void> {
    const { jobs, queue } = this.stores;
    const { provinceCode } = this.actor;
    return this.transactions.run(this.actor, async (manager) => {
      await jobs.takeLost(manager, this.actor, { silentSeconds, failure: LOST });
      const waiting = await jobs.waiting(manager, this.actor);
      if (waiting.length === 0) return;
      const ticketed = await queue.ticketed(manager, provinceCode);
      for (const job of waiting)
        if (!ticketed.has(job.id)) await queue.put(manager, provinceCode, job);
    });
  }

  /** Once in a row: a database that is away would fill the log. */
  private tell(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (text !== this.lastTold) this.log.error(text);
    this.lastTold = text;
  }
}

/** The machine, in the name of whoever asked: a session may end before the job does. */
function actorOf({ provinceCode }: Actor, job: Job): Actor {
  const { askedBy: id, askedByName: name } = job;
  return { id, name, provinceCode, role: 'operator', session: null, from: `job/${job.id}` };
}

const LOST: Failure = {
  code: 'job.lost',
  message:
    'Chương trình bị dừng đột ngột nhiều lần khi chạy việc này (có thể thiếu bộ nhớ). Hãy báo người quản trị rồi chạy lại.',
};
