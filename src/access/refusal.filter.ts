import { type ArgumentsHost, Catch, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemFilter } from '../shared/problem.filter.js';
import { RefusalLog } from './refusal-log.js';
import { currentVisit } from './visit.js';

/** Answers failures as problem documents, after the trail has heard of the refusals among them. */
@Catch()
@Injectable()
export class RefusalFilter extends ProblemFilter {
  constructor(private readonly refusals: RefusalLog) {
    super();
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    const { method, path, ip } = host.switchToHttp().getRequest<Request>();
    const actor = currentVisit()?.actor ?? null;
    void this.refusals
      .note(error, { method, path, address: ip ?? '', actor })
      .then(() => super.catch(error, host));
  }
}
