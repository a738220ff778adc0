import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Misdirected } from '../../shared/errors.js';
import { isLoopback } from '../../shared/loopback.js';
import { sendProblem } from '../../shared/problem.filter.js';
import type { Reach } from '../../shared/reach.js';

/** A load balancer asks for it by address, without TLS. */
const HEALTH = '/api/health';

/**
 * Answers requests to this machine's own names and to the public one only: a foreign name that was pointed at this machine
 * (DNS rebinding) gets nothing. Where others can reach the program, nothing but its health is told without TLS.
 */
export function ownHostsOnly({ production, publicUrl }: Reach): RequestHandler {
  const publicHost = publicUrl === null ? null : new URL(publicUrl).host;
  return (request: Request, response: Response, next: NextFunction): void => {
    const host = request.host?.toLowerCase() ?? '';
    // Anybody may write "localhost" into a request; only this machine sends it from its own address.
    const isLocal = isLoopback(nameOf(host)) && (!production || isLoopback(request.ip ?? ''));
    if (request.path === HEALTH) next();
    else if (!isLocal && host !== publicHost) sendProblem(response, foreignHost());
    else if (production && !isLocal && !request.secure) sendProblem(response, notSecure());
    else next();
  };
}

/** Without the port. */
function nameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}

function foreignHost(): Misdirected {
  return new Misdirected(
    'access.foreign-host',
    'Tên máy trong yêu cầu không phải của chương trình này. Hãy mở đúng địa chỉ mà quản trị viên đã cho.',
  );
}

function notSecure(): Misdirected {
  return new Misdirected(
    'access.not-secure',
    'Chương trình chỉ trả lời qua kết nối bảo mật. Hãy mở lại bằng địa chỉ bắt đầu bằng https://.',
  );
}
