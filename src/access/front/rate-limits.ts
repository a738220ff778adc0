import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Request, RequestHandler, Response } from 'express';
import { TooMany } from '../../shared/errors.js';
import { sendProblem } from '../../shared/problem.filter.js';
import type { RequestLimits } from '../../shared/request-limits.js';
import { currentVisit } from '../visit.js';

export const WINDOW_MS = 60_000;

/** Steps at which something secret can be guessed. */
const GUESSABLE = new Set([
  'POST /api/session',
  'POST /api/session/second-factor',
  'POST /api/session/password',
  'POST /api/session/totp',
  'PUT /api/session/totp',
]);

/** Failed sign-ins of one address, whatever the login: the lock of an account does not see a guess at each of many. */
export function signInLimit({ signInFailuresPerMinute }: RequestLimits): RequestHandler {
  return rateLimit({
    ...COMMON,
    limit: signInFailuresPerMinute,
    skip: ({ method, path }) =>
      !GUESSABLE.has(`${method} ${path.toLowerCase().replace(/\/+$/, '')}`),
    skipSuccessfulRequests: true,
    keyGenerator: addressOf,
  });
}

/** Everything that one session, or one address without a session, asks. Stands behind the door, which knows who asks. */
export function sessionLimit({ requestsPerMinute }: RequestLimits): RequestHandler {
  return rateLimit({
    ...COMMON,
    limit: requestsPerMinute,
    skip: ({ path }) => !/^\/api(\/|$)/i.test(path),
    keyGenerator: (request) => currentVisit()?.session?.key ?? addressOf(request),
  });
}

export function tooMany(retryAfterSeconds: number): TooMany {
  return new TooMany(
    'access.too-many',
    `Gửi quá nhiều yêu cầu trong một phút. Hãy thử lại sau ${retryAfterSeconds} giây.`,
    { retryAfterSeconds },
  );
}

/** Networks of IPv6 count as one address: a household has 2^64 of them. */
function addressOf({ ip = '' }: Request): string {
  return ip === '' ? '' : ipKeyGenerator(ip);
}

const COMMON = {
  windowMs: WINDOW_MS,
  legacyHeaders: false,
  standardHeaders: false,
  // It would look at headers of proxies, which Express has been told how far to believe.
  validate: false,
  handler(request: Request, response: Response): void {
    const { rateLimit: state } = request as Request & { rateLimit?: { resetTime?: Date } };
    const until = state?.resetTime?.getTime() ?? Date.now() + WINDOW_MS;
    sendProblem(response, tooMany(Math.max(1, Math.ceil((until - Date.now()) / 1000))));
  },
} as const;
