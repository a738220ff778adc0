import { Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { signedOut } from '../shared/signed-out.js';
import type { Caller, KnownSession } from './session/session.js';
import { currentVisit, type Visit } from './visit.js';

/** Who sent the request that is being answered. */
@Injectable()
export class CurrentActor {
  /** @throws Unauthenticated outside a request, and inside one that nobody signed. */
  current(): Actor {
    const actor = currentVisit()?.actor;
    if (!actor) throw signedOut();
    return actor;
  }

  /** The session, complete or not. @throws Unauthenticated */
  session(): KnownSession {
    const session = currentVisit()?.session;
    if (!session) throw signedOut();
    return session;
  }

  caller(): Caller {
    return this.visit().caller;
  }

  private visit(): Visit {
    const visit = currentVisit();
    if (visit === null) throw signedOut();
    return visit;
  }
}
