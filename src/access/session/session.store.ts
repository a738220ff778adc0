import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keptPlan } from '../../database/kept-plan.js';
import type { Actor } from '../../shared/actor.js';
import type { Guesser } from './devices.js';
import { ABSOLUTE_HOURS, type Caller, IDLE_MINUTES, type KnownSession } from './session.js';
import type { Stage } from './session.entity.js';

/** How far the failures of a login have come. */
export interface Failures {
  readonly failures: number;
  /** Seconds until it may be tried again; 0 = now. */
  readonly lockedForSeconds: number;
}

/** Asked again and again for each session, so their plans are kept. */
const FIND = keptPlan(
  `SELECT s.key, s.stage, s.csrf_token AS "csrfToken", a.id AS "accountId", a.login, a.name, a.role, a.block,
     a.closed_scope AS "closedScope", s.seen_at < now() - interval '1 minute' AS unseen
   FROM sessions s JOIN accounts a ON a.province_code = s.province_code AND a.id = s.account_id
   WHERE s.key = $1 AND s.province_code = $2 AND s.idle_until > now() AND s.expires_at > now()
     AND a.disabled_at IS NULL`,
);

const SEEN = keptPlan(
  `UPDATE sessions SET seen_at = now(), idle_until = now() + make_interval(mins => $3)
   WHERE key = $1 AND province_code = $2 AND idle_until > now()`,
);

/** Tables `sessions` and `sign_in_failures`. */
@Injectable()
export class SessionStore {
  async insert(
    manager: EntityManager,
    actor: Actor,
    session: {
      readonly key: string;
      readonly csrfToken: string;
      readonly accountId: number;
      readonly stage: Stage;
      readonly caller: Caller;
    },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO sessions (key, province_code, account_id, stage, csrf_token, idle_until, expires_at, address, agent)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(mins => $6), now() + make_interval(hours => $7), $8, $9)`,
      [
        session.key,
        actor.provinceCode,
        session.accountId,
        session.stage,
        session.csrfToken,
        IDLE_MINUTES,
        ABSOLUTE_HOURS,
        session.caller.address,
        session.caller.agent.slice(0, 300),
      ],
    );
  }

  /** A session that is still good; being asked for keeps it from idling, told to the database once a minute. */
  async find(manager: EntityManager, actor: Actor, key: string): Promise<KnownSession | null> {
    const [found] = await manager.query<(KnownSession & { readonly unseen: boolean })[]>(FIND, [
      key,
      actor.provinceCode,
    ]);
    if (found === undefined) return null;
    const { unseen, ...session } = found;
    if (unseen) await manager.query(SEEN, [key, actor.provinceCode, IDLE_MINUTES]);
    return session;
  }

  /** A step further, under another key; the old cookie is worth nothing. */
  async renew(
    manager: EntityManager,
    actor: Actor,
    renewal: {
      readonly key: string;
      readonly newKey: string;
      readonly csrfToken: string;
      readonly stage: Stage;
    },
  ): Promise<void> {
    await manager.query(
      `UPDATE sessions SET key = $3, csrf_token = $4, stage = $5 WHERE key = $1 AND province_code = $2`,
      [renewal.key, actor.provinceCode, renewal.newKey, renewal.csrfToken, renewal.stage],
    );
  }

  async end(manager: EntityManager, actor: Actor, key: string): Promise<void> {
    await manager.query('DELETE FROM sessions WHERE key = $1 AND province_code = $2', [
      key,
      actor.provinceCode,
    ]);
  }

  /** @param except a session that may stay. */
  async endAll(
    manager: EntityManager,
    actor: Actor,
    { accountId, except = null }: { readonly accountId: number; readonly except?: string | null },
  ): Promise<void> {
    await manager.query(
      `DELETE FROM sessions WHERE province_code = $1 AND account_id = $2 AND key IS DISTINCT FROM $3`,
      [actor.provinceCode, accountId, except],
    );
  }

  async removeExpired(manager: EntityManager, actor: Actor): Promise<void> {
    await manager.query(
      'DELETE FROM sessions WHERE province_code = $1 AND (idle_until <= now() OR expires_at <= now())',
      [actor.provinceCode],
    );
  }

  async failures(
    manager: EntityManager,
    actor: Actor,
    { login, device }: Guesser,
  ): Promise<Failures> {
    const [found] = await manager.query<Failures[]>(
      `SELECT failures, greatest(0, coalesce(ceil(extract(epoch FROM locked_until - now())), 0))::integer AS "lockedForSeconds"
       FROM sign_in_failures WHERE province_code = $1 AND login = $2 AND device = $3`,
      [actor.provinceCode, login, device],
    );
    return found ?? { failures: 0, lockedForSeconds: 0 };
  }

  /** Counts a failure; from the `limit`th on the login is locked there, each time twice as long, up to an hour. */
  async countFailure(manager: EntityManager, actor: Actor, failure: CountedFailure): Promise<void> {
    await manager.query(COUNT, countedValues(actor, failure));
  }

  /**
   * Counts an attempt as failed, unless the login is locked there. Attempts at one time wait for each other here, so that
   * no more of them are taken than the lock allows.
   *
   * @returns whether it was taken
   */
  async takeAttempt(
    manager: EntityManager,
    actor: Actor,
    failure: CountedFailure,
  ): Promise<boolean> {
    const taken = await manager.query<object[]>(
      `${COUNT} WHERE known.locked_until IS NULL OR known.locked_until <= now() RETURNING failures`,
      countedValues(actor, failure),
    );
    return taken.length > 0;
  }

  /** The last one counted was none; a lock that it began is opened. */
  async giveBackAttempt(
    manager: EntityManager,
    actor: Actor,
    { login, device }: Guesser,
    limit: number,
  ): Promise<void> {
    await manager.query(
      `UPDATE sign_in_failures SET failures = failures - 1,
         locked_until = CASE WHEN failures - 1 >= $4 THEN locked_until END
       WHERE province_code = $1 AND login = $2 AND device = $3 AND failures > 0`,
      [actor.provinceCode, login, device, limit],
    );
  }

  /** @param who without a device = those of every browser. */
  async forgetFailures(
    manager: EntityManager,
    actor: Actor,
    { login, device }: Pick<Guesser, 'login'> & Partial<Guesser>,
  ): Promise<void> {
    await manager.query(
      `DELETE FROM sign_in_failures WHERE province_code = $1 AND login = $2 AND ($3::text IS NULL OR device = $3)`,
      [actor.provinceCode, login, device ?? null],
    );
  }
}

interface CountedFailure {
  readonly guesser: Guesser;
  readonly limit: number;
  readonly lockSeconds: number;
}

const COUNT = `
  INSERT INTO sign_in_failures AS known (province_code, login, device, failures, failed_at) VALUES ($1, $2, $5, 1, now())
  ON CONFLICT (province_code, login, device) DO UPDATE SET failed_at = now(),
    failures = CASE WHEN known.failed_at < now() - interval '1 day' THEN 1 ELSE known.failures + 1 END,
    locked_until = CASE WHEN known.failed_at >= now() - interval '1 day' AND known.failures + 1 >= $3
      THEN now() + make_interval(secs => least(3600, $4 * 2 ^ (known.failures + 1 - $3))) END`;

function countedValues(actor: Actor, { guesser, limit, lockSeconds }: CountedFailure): unknown[] {
  return [actor.provinceCode, guesser.login, limit, lockSeconds, guesser.device];
}
