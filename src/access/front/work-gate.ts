import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Busy } from '../../shared/errors.js';
import { sendProblem } from '../../shared/problem.filter.js';
import type { RequestLimits } from '../../shared/request-limits.js';

const RETRY_SECONDS = 2;

/**
 * Lets so many requests of the API in at once; gives up one that takes too long. The health of the program is told in any
 * case, or whoever watches would restart a program that only has much to do.
 */
export function workGate({
  requestsAtOnce,
  timeoutSeconds,
}: Pick<RequestLimits, 'requestsAtOnce' | 'timeoutSeconds'>): RequestHandler {
  let inWork = 0;
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!/^\/api\/(?!health$)/i.test(request.path)) return next();
    if (inWork >= requestsAtOnce) return sendProblem(response, busy());
    inWork += 1;
    const timer = setTimeout(() => giveUp(response), timeoutSeconds * 1000);
    response.once('close', () => {
      inWork -= 1;
      clearTimeout(timer);
    });
    next();
  };
}

/** Where the answer has begun already, it ends in the middle. */
function giveUp(response: Response): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader('Connection', 'close');
  sendProblem(response, tooSlow());
}

export function busy(): Busy {
  return new Busy(
    'access.busy',
    'Chương trình đang xử lý quá nhiều việc cùng lúc. Hãy thử lại sau vài giây.',
    { retryAfterSeconds: RETRY_SECONDS },
  );
}

function tooSlow(): Busy {
  return new Busy(
    'access.too-slow',
    'Yêu cầu kéo dài quá lâu nên đã dừng chờ; việc có thể vẫn đang chạy. Hãy xem lại kết quả sau ít phút.',
  );
}
