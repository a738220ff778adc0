import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { finalize, type Observable } from 'rxjs';
import { currentVisit } from '../visit.js';
import { HeavyWork } from './heavy-work.js';

/** Stands after whatever reads a body: a slow line keeps no place. */
@Injectable()
export class HeavyInterceptor implements NestInterceptor {
  constructor(private readonly heavy: HeavyWork) {}

  /** @throws TooMany `access.too-many`; Busy `access.busy` */
  async intercept(_context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    await this.heavy.count(currentVisit()?.session?.key ?? '');
    const leave = await this.heavy.enter();
    return next.handle().pipe(finalize(leave));
  }
}

/** A route that computes long, or all routes of a controller. */
export const Heavy = (): MethodDecorator & ClassDecorator => UseInterceptors(HeavyInterceptor);
