import { Injectable } from '@nestjs/common';
import { JobQueue } from './job-queue.js';
import { JobStore } from './job.store.js';

/** The two places where a job stands: what is known of it, and the queue. */
@Injectable()
export class JobStores {
  constructor(
    readonly jobs: JobStore,
    readonly queue: JobQueue,
  ) {}
}
