import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { Busy, Conflict, NotFound } from '../shared/errors.js';
import { hasEnded, type Job, type NewJob } from './job.js';
import { JobStores } from './job-stores.js';
import type { JobFilter } from './job.store.js';
import { JobWorker } from './job-worker.js';

/** Waiting and running, of one province: more are refused. */
const MOST_UNFINISHED = 50;
const RETRY_SECONDS = 30;

/** Background work as the stages know it; inside their transactions. */
@Injectable()
export class Jobs {
  constructor(
    private readonly stores: JobStores,
    private readonly worker: JobWorker,
  ) {}

  /**
   * Puts a job into the queue; one that waits and asks for the same is answered instead. Call `wake` after the transaction.
   *
   * @throws Busy `job.too-many`
   */
  async ask(manager: EntityManager, actor: Actor, asked: NewJob): Promise<Job> {
    const { jobs, queue } = this.stores;
    const waiting = await jobs.findWaiting(manager, actor, asked);
    if (waiting !== null) return waiting;
    if ((await jobs.countUnfinished(manager, actor)) >= MOST_UNFINISHED) throw tooMany();
    const job = await jobs.insert(manager, actor, asked);
    await queue.put(manager, actor.provinceCode, job);
    return job;
  }

  /** The queue has something new, and the transaction has ended. */
  wake(): void {
    this.worker.wake();
  }

  /** @throws NotFound `job.unknown` */
  async found(manager: EntityManager, actor: Actor, id: number): Promise<Job> {
    return foundOr(await this.stores.jobs.find(manager, actor, id), id);
  }

  list(manager: EntityManager, actor: Actor, filter: JobFilter): Promise<Job[]> {
    return this.stores.jobs.list(manager, actor, filter);
  }

  /**
   * Ends a job that waits; one that runs is asked to end. Call `halt` after the transaction.
   *
   * @throws NotFound `job.unknown`; Conflict `job.has-ended`
   */
  async cancel(manager: EntityManager, actor: Actor, id: number): Promise<Job> {
    const before = await this.found(manager, actor, id);
    if (hasEnded(before)) throw ended(before);
    const job = foundOr(await this.stores.jobs.askToCancel(manager, actor, id), id);
    if (!job.cancelAsked) throw ended(job);
    return job;
  }

  /** The job that was cancelled may run in this very process: it ends at once then. */
  halt(id: number): void {
    this.worker.cancel(id);
  }
}

function foundOr(job: Job | null, id: number): Job {
  if (job !== null) return job;
  throw unknownJob(id);
}

export function unknownJob(id: number): NotFound {
  return new NotFound('job.unknown', `Không có việc số ${id}.`, { id });
}

function ended({ id, state }: Job): Conflict {
  return new Conflict('job.has-ended', `Việc số ${id} đã kết thúc nên không hủy được nữa.`, {
    state,
  });
}

function tooMany(): Busy {
  return new Busy(
    'job.too-many',
    'Đang có quá nhiều việc chờ chạy. Hãy đợi các việc trước xong, hoặc hủy bớt.',
    { retryAfterSeconds: RETRY_SECONDS },
  );
}
