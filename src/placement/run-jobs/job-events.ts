import { Injectable, type MessageEvent } from '@nestjs/common';
import { Observable, type Subscriber } from 'rxjs';
import { busy } from '../../access/front/work-gate.js';
import { hasEnded, type Job } from '../../jobs/job.js';
import type { Actor } from '../../shared/actor.js';
import { AppError } from '../../shared/errors.js';
import { Pause } from '../../shared/pause.js';
import { jobResponse } from './run-jobs.responses.js';
import { RunJobsService } from './run-jobs.service.js';

const LOOK_EVERY_MS = 400;
/** Proxies close lines on which nothing is said. */
const HEARTBEAT_MS = 15_000;
/** Before the front door gives a request up; whoever still follows comes again. */
const LONGEST_MS = 240_000;
/** Each keeps a place of the requests in work. */
const MOST_FOLLOWERS = 16;

/** A job's progress as it happens. */
@Injectable()
export class JobEvents {
  private followers = 0;

  constructor(private readonly runs: RunJobsService) {}

  /**
   * One `job` event for each change, as the caller may see it at that moment, until the job has ended; a comment where
   * nothing happens for long. A caller who may see it no more hears `refused`.
   *
   * @throws NotFound `job.unknown`; Busy `access.busy`: ask again from time to time instead.
   */
  async of(actor: Actor, id: number): Promise<Observable<MessageEvent>> {
    if (this.followers >= MOST_FOLLOWERS) throw busy();
    const first = await this.runs.get(actor, id);
    return new Observable((subscriber) => {
      const follower = new Follower(() => this.runs.get(actor, id), subscriber);
      this.followers += 1;
      void follower.follow(first);
      return () => {
        this.followers -= 1;
        follower.leave();
      };
    });
  }
}

class Follower {
  private readonly pause = new Pause();
  private readonly until = Date.now() + LONGEST_MS;
  private told = '';
  private toldAt = 0;

  constructor(
    private readonly look: () => Promise<Job>,
    private readonly subscriber: Subscriber<MessageEvent>,
  ) {}

  async follow(first: Job): Promise<void> {
    try {
      let job = first;
      this.tell(job);
      while (!hasEnded(job) && !this.subscriber.closed && Date.now() < this.until) {
        await this.pause.of(LOOK_EVERY_MS);
        if (this.subscriber.closed) return;
        job = await this.look();
        this.tell(job);
      }
      this.subscriber.complete();
    } catch (error) {
      this.refuse(error);
    }
  }

  leave(): void {
    this.pause.end();
  }

  private tell(job: Job): void {
    const data = JSON.stringify(jobResponse(job));
    const isNew = data !== this.told;
    if (!isNew && Date.now() - this.toldAt < HEARTBEAT_MS) return;
    this.told = data;
    this.toldAt = Date.now();
    this.subscriber.next(isNew ? { type: 'job', data } : { data: '', comment: '' });
  }

  private refuse(error: unknown): void {
    if (!(error instanceof AppError)) return this.subscriber.error(error);
    const { code, message } = error;
    this.subscriber.next({ type: 'refused', data: JSON.stringify({ code, message }) });
    this.subscriber.complete();
  }
}
