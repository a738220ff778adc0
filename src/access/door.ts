import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Actor } from '../shared/actor.js';
import { Forbidden, Unauthenticated } from '../shared/errors.js';
import { sendProblem } from '../shared/problem.filter.js';
import { signedOut } from '../shared/signed-out.js';
import { Installation } from './installation.js';
import { RefusalLog } from './refusal-log.js';
import { RouteNeeds } from './route-needs.js';
import { KnownSessions } from './session/known-sessions.js';
import { readDeviceCookie, readSessionCookie } from './session/cookie.js';
import { type Caller, keyOf, type KnownSession } from './session/session.js';
import { during } from './visit.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const DESCRIPTION = /^\/api\/docs(-json|-yaml)?(\/|$)/;

/** Stands before everything under /api, bodies included: a stranger is refused before anything of theirs is looked at. */
@Injectable()
export class Door {
  constructor(
    private readonly installation: Installation,
    private readonly sessions: KnownSessions,
    private readonly needs: RouteNeeds,
    private readonly refusals: RefusalLog,
  ) {}

  readonly handle = (request: Request, response: Response, next: NextFunction): void => {
    if (!/^\/api(\/|$)/i.test(request.path) || DESCRIPTION.test(request.path)) {
      next();
      return;
    }
    this.visitOf(request).then(
      (visit) => during(visit, next),
      (error: unknown) => void this.refuse(request, response, error),
    );
  };

  private async refuse(request: Request, response: Response, error: unknown): Promise<void> {
    const { address } = callerOf(request);
    const { method, path } = request;
    const isStranger = error instanceof Unauthenticated;
    const actor = isStranger ? null : await this.knownActor(request).catch(() => null);
    await this.refusals.note(error, { method, path, address, actor });
    sendProblem(response, error);
  }

  /** Whoever has a complete session, also where the request is refused. */
  private async knownActor(request: Request): Promise<Actor | null> {
    const caller = callerOf(request);
    const token = readSessionCookie(request);
    const session = token === null ? null : await this.sessions.find(keyOf(token), caller.address);
    return session?.stage === 'full' ? this.actorOf(session, caller) : null;
  }

  /** @throws Unauthenticated; Forbidden `access.foreign-page`, `access.csrf` */
  private async visitOf(
    request: Request,
  ): Promise<{ caller: Caller; session: KnownSession | null; actor: Actor | null }> {
    mustBeOwnPage(request);
    const caller = callerOf(request);
    const token = readSessionCookie(request);
    const session = token === null ? null : await this.sessions.find(keyOf(token), caller.address);
    const isPublic = this.needs.isPublic(request.method, request.path);
    if (session === null && !isPublic) throw signedOut();
    if (session !== null && !isPublic) mustCarryToken(request, session);
    if (session === null || session.stage !== 'full') {
      if (!isPublic && !this.needs.isStep(request.method, request.path)) throw signedOut();
      return { caller, session, actor: null };
    }
    return { caller, session, actor: this.actorOf(session, caller) };
  }

  private actorOf({ login, name, role, key }: KnownSession, { address }: Caller): Actor {
    const { provinceCode } = this.installation;
    return { id: login, name, provinceCode, role, session: key, from: address };
  }
}

function callerOf(request: Request): Caller {
  const agent = request.get('user-agent') ?? '';
  return { address: request.ip ?? '', agent, device: readDeviceCookie(request) };
}

/** A browser says which page sent a request; one of another site has no business here. Programs say nothing. */
function mustBeOwnPage(request: Request): void {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const foreignSite = site === 'cross-site' || site === 'same-site';
  const isNavigation = request.method === 'GET' && request.get('sec-fetch-mode') === 'navigate';
  const foreignOrigin = origin !== undefined && hostOf(origin) !== request.host;
  if ((foreignSite && !isNavigation) || foreignOrigin)
    throw new Forbidden('access.foreign-page', 'Yêu cầu đến từ trang khác nên bị từ chối.');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function mustCarryToken(request: Request, session: KnownSession): void {
  if (SAFE.has(request.method)) return;
  const given = Buffer.from(request.get('x-csrf-token') ?? '');
  const wanted = Buffer.from(session.csrfToken);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  throw new Forbidden(
    'access.csrf',
    'Yêu cầu thiếu mã bảo vệ của phiên. Hãy tải lại trang rồi làm lại.',
  );
}
