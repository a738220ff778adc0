import { Injectable } from '@nestjs/common';
import type { JobKind } from './job.js';
import type { JobWork } from './job-work.js';

/** Who works which kind; the stages say so when the program starts. */
@Injectable()
export class JobKinds {
  private readonly works = new Map<JobKind, JobWork>();

  add(kind: JobKind, work: JobWork): void {
    this.works.set(kind, work);
  }

  of(kind: JobKind): JobWork {
    const work = this.works.get(kind);
    if (work === undefined) throw new Error(`Nobody works jobs of the kind ${kind}`);
    return work;
  }
}
