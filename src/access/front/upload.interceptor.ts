import {
  type CallHandler,
  type ExecutionContext,
  HttpException,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import { finalize, type Observable } from 'rxjs';
import { HeavyWork } from './heavy-work.js';
import { goneOf } from './heavy.interceptor.js';

const LENGTH_REQUIRED = 411;
const TOO_LARGE = 413;

/**
 * Stands before whatever reads files into memory: first a place, then the body, and no body larger than all its files may
 * be together. Its length must be told beforehand; the connection gives no more than was told.
 */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  constructor(private readonly heavy: HeavyWork) {}

  /** @throws HttpException 411, 413; Busy `access.busy` */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const length = request.get('content-length');
    if (length === undefined) throw new HttpException('', LENGTH_REQUIRED);
    if (Number(length) > this.heavy.mostUploadBytes) throw new HttpException('', TOO_LARGE);
    const gone = goneOf(context);
    const leave = await this.heavy.uploads.enter(gone);
    // A client that goes while it sends leaves nothing to wait for; one that goes later still has its work in memory.
    gone.addEventListener('abort', () => {
      if (!request.complete) leave();
    });
    return next.handle().pipe(finalize(leave));
  }
}
