import compression from 'compression';
import type { Request, RequestHandler, Response } from 'express';

/**
 * Answers that hold a secret beside what was sent: their compressed length would tell of it (BREACH), so they go out as
 * they are.
 */
const SECRET = /^\/api\/(session|accounts)(\/|$)|\/reveals\/?$/i;

/** Compresses page and lists. Workbooks are compressed in themselves. */
export function compressed(): RequestHandler {
  return compression({
    filter: (request: Request, response: Response) =>
      !SECRET.test(request.path) && compression.filter(request, response),
  });
}
