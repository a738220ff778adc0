import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { signedOut } from '../shared/signed-out.js';
import { NEED, type Need } from './needs.js';
import { may } from './permissions.js';
import { notAllowed } from './refusals.js';
import { currentVisit } from './visit.js';

/** Lets a request to its route when the caller's role has what the route needs. Scope is the database's. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws Unauthenticated; Forbidden `access.not-allowed` */
  canActivate(context: ExecutionContext): boolean {
    const need = this.reflector.getAllAndOverride<Need | undefined>(NEED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (need === undefined) throw new Error('A route without @Needs was reached');
    if (need === 'public') return true;
    const visit = currentVisit();
    if (visit === null || visit.session === null) throw signedOut();
    if (need === 'sign-in') return true;
    if (visit.actor === null) throw signedOut();
    if (need === 'session') return true;
    const { role, block } = visit.session;
    if (!may(need, role, block)) throw notAllowed(need);
    return true;
  }
}
