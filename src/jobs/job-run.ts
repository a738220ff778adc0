import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { BrokenOff } from '../shared/broken-off.js';
import { AppError } from '../shared/errors.js';
import { Pause } from '../shared/pause.js';
import type { Transactions } from '../shared/transactions.js';
import type { Job } from './job.js';
import type { JobQueue } from './job-queue.js';
import type { Failure, JobStore, Progress } from './job.store.js';
import type { JobWork, WorkResult } from './job-work.js';

/** Why work is stopped before it is done. `lost`: it is somebody else's by now. */
export type StopReason = 'cancelled' | 'too-long' | 'lost' | 'closing';

/** Between two signs of life; a wish to cancel is heard as often. */
const BEAT_MS = 400;

export interface RunParts {
  readonly transactions: Transactions;
  readonly jobs: JobStore;
  readonly queue: JobQueue;
  /** Hears of errors that are bugs of ours. */
  readonly tell: (error: unknown) => void;
}

/** One start of one job: gives signs of life while its work goes on, and writes how it ends. */
export class JobRun {
  private readonly stopped = new AbortController();
  private readonly pause = new Pause();
  private progress: Progress | null = null;
  private beats = true;

  constructor(
    private readonly parts: RunParts,
    readonly job: Job,
    private readonly actor: Actor,
  ) {}

  halt(reason: StopReason): void {
    this.stopped.abort(reason);
  }

  /** Works the job to its end, whatever that is. @throws only where the end cannot be written. */
  async through(work: JobWork): Promise<void> {
    const limit = setTimeout(() => this.halt('too-long'), this.job.timeLimitSeconds * 1000);
    const beating = this.beat();
    let result: WorkResult | Error;
    try {
      const { actor, stopped } = this;
      const report = (phase: string, fraction: number): void => this.report({ phase, fraction });
      result = await work(this.job, { actor, signal: stopped.signal, report });
    } catch (error) {
      result = error instanceof Error ? error : new Error(String(error));
    }
    clearTimeout(limit);
    this.beats = false;
    this.pause.end();
    await beating;
    await this.close(result);
  }

  private report(progress: Progress): void {
    const isNew = progress.phase !== this.progress?.phase;
    this.progress = progress;
    if (isNew) this.pause.end();
  }

  private async beat(): Promise<void> {
    while (this.beats) {
      await this.pause.of(BEAT_MS);
      if (!this.beats) return;
      try {
        const { progress } = this;
        const now = await this.run((manager) =>
          this.parts.jobs.beat(manager, this.actor, { held: this.job, progress }),
        );
        if (now === null) this.halt('lost');
        else if (now.cancelAsked) this.halt('cancelled');
      } catch (error) {
        // A database that is away for a moment costs a sign of life, not the work.
        this.parts.tell(error);
      }
    }
  }

  private close(result: WorkResult | Error): Promise<void> {
    const { signal } = this.stopped;
    if (signal.aborted) return this.end(signal.reason as StopReason);
    if (result instanceof BrokenOff) return this.end('closing');
    if (result instanceof Error) return this.fail(this.failureOf(result));
    return this.store(result).catch((error: unknown) => this.fail(this.failureOf(error)));
  }

  /** What was found and that the job is done, in one transaction, unless it has been taken from us or cancelled. */
  private async store(write: WorkResult): Promise<void> {
    const { jobs } = this.parts;
    await this.run(async (manager) => {
      const now = await jobs.lock(manager, this.actor, this.job);
      if (now === null) return;
      if (now.cancelAsked) return jobs.cancelled(manager, this.actor, this.job);
      const resultId = await write(manager);
      await jobs.finish(manager, this.actor, { held: this.job, resultId });
    });
  }

  private end(reason: StopReason): Promise<void> {
    switch (reason) {
      case 'lost':
        return Promise.resolve();
      case 'cancelled':
        return this.run((manager) => this.parts.jobs.cancelled(manager, this.actor, this.job));
      case 'too-long':
        return this.fail(tooLong(this.job.timeLimitSeconds));
      case 'closing':
        return this.giveBack();
    }
  }

  private giveBack(): Promise<void> {
    const { jobs, queue } = this.parts;
    return this.run(async (manager) => {
      if (await jobs.giveBack(manager, this.actor, this.job))
        await queue.put(manager, this.actor.provinceCode, this.job);
    });
  }

  private fail(failure: Failure): Promise<void> {
    return this.run((manager) =>
      this.parts.jobs.fail(manager, this.actor, { held: this.job, failure }),
    );
  }

  /** A refusal is told in its own words; anything else is a bug, and told without details. */
  private failureOf(error: unknown): Failure {
    if (error instanceof AppError) return { code: error.code, message: error.message };
    this.parts.tell(error);
    return {
      code: 'job.broken',
      message:
        'Chương trình gặp lỗi khi chạy việc này. Hãy chạy lại; nếu vẫn lỗi, báo người quản trị.',
    };
  }

  private run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.parts.transactions.run(this.actor, work);
  }
}

function tooLong(seconds: number): Failure {
  return {
    code: 'job.too-long',
    message: `Việc này đã chạy quá thời hạn ${seconds} giây nên bị dừng. Hãy chạy lại với thời hạn dài hơn.`,
  };
}
