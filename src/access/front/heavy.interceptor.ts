import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import type { Response } from 'express';
import { finalize, type Observable } from 'rxjs';
import { currentVisit } from '../visit.js';
import { HeavyWork } from './heavy-work.js';

/** Stands after whatever reads a body: a slow line keeps no place. Work whose client has gone before its turn never begins. */
@Injectable()
export class HeavyInterceptor implements NestInterceptor {
  constructor(private readonly heavy: HeavyWork) {}

  /** @throws TooMany `access.too-many`; Busy `access.busy` */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    await this.heavy.count(currentVisit()?.session?.key ?? '');
    const leave = await this.heavy.work.enter(goneOf(context));
    return next.handle().pipe(finalize(leave));
  }
}

/** Aborted when the client is gone, or the request was given up. */
export function goneOf(context: ExecutionContext): AbortSignal {
  const response = context.switchToHttp().getResponse<Response>();
  const gone = new AbortController();
  if (response.closed) gone.abort();
  else response.once('close', () => gone.abort());
  return gone.signal;
}

/** A route that computes long, or all routes of a controller. */
export const Heavy = (): MethodDecorator & ClassDecorator => UseInterceptors(HeavyInterceptor);
