import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import { TooMany, Unauthenticated } from '../../shared/errors.js';
import { signedOut } from '../../shared/signed-out.js';
import { Transactions } from '../../shared/transactions.js';
import type { Credentials } from '../account/account.js';
import { AccountStore } from '../account/account.store.js';
import { ONE_TIME_PASSWORD_HOURS, passwordMatches } from '../account/password.js';
import { Installation } from '../installation.js';
import { Trail } from '../trail.js';
import { Devices, type Guesser } from './devices.js';
import { KnownSessions } from './known-sessions.js';
import { type Caller, keyOf, newToken, type OpenedSession } from './session.js';
import type { Stage } from './session.entity.js';
import { SessionStore } from './session.store.js';

/** The fifth failure locks a login, where it was tried, for a minute, the next for two, up to an hour. */
const LOCK = { limit: 5, lockSeconds: 60 };

/** A sign-in that failed. */
interface SignInFailure {
  readonly guesser: Guesser;
  /** Whether there is such an account, and it is not disabled. */
  readonly known: boolean;
  readonly reason: string;
}

/** What signing in reads and writes. */
@Injectable()
export class DoorStores {
  constructor(
    readonly accounts: AccountStore,
    readonly sessions: SessionStore,
    readonly known: KnownSessions,
    readonly devices: Devices,
  ) {}
}

/** Signing in and out. Every transaction acts as the gate: nobody's data can be seen from here. */
@Injectable()
export class SessionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly installation: Installation,
    private readonly stores: DoorStores,
    private readonly trail: Trail,
  ) {}

  /**
   * Opens a session. An unknown login, a wrong password and a disabled account are answered in the same words and time.
   *
   * @throws Unauthenticated `access.wrong-sign-in`, `access.password-expired`; TooMany `access.locked`
   */
  async signIn(caller: Caller, login: string, password: string): Promise<OpenedSession> {
    const gate = this.installation.gate(caller.address);
    const guesser = this.stores.devices.guesser(login, caller.device);
    const { lockedFor, account } = await this.transactions.run(gate, async (manager) => ({
      lockedFor: await this.takeAttempt(manager, gate, guesser),
      account: await this.stores.accounts.credentials(manager, gate, { login }),
    }));
    const matches = await passwordMatches(account?.passwordHash ?? null, password);
    if (lockedFor > 0) throw locked(lockedFor);
    const failed = { guesser, known: account !== null };
    if (account === null || !matches) {
      await this.tellFailure(gate, { ...failed, reason: 'wrong-sign-in' });
      throw wrongSignIn();
    }
    if (account.passwordExpired) {
      await this.tellFailure(gate, { ...failed, reason: 'one-time-password-expired' });
      throw passwordExpired();
    }
    return this.open(caller, account, 'password');
  }

  /** Opens a session for somebody whom the province's own sign-in has vouched for. @throws Unauthenticated `access.unknown-subject` */
  async signInAs(caller: Caller, subject: string): Promise<OpenedSession> {
    const gate = this.installation.gate(caller.address);
    const account = await this.transactions.run(gate, (manager) =>
      this.stores.accounts.credentials(manager, gate, { subject }),
    );
    if (account === null) {
      await this.transactions.run(gate, (manager) =>
        this.trail.record(manager, gate, {
          kind: 'sign-in',
          action: 'access.sign-in-failed',
          subject: 'account/?',
          details: { reason: 'unknown-subject', by: 'oidc' },
        }),
      );
      throw new Unauthenticated(
        'access.unknown-subject',
        'Danh tính này chưa gắn với tài khoản nào. Hãy đề nghị quản trị viên gắn vào tài khoản của bạn.',
      );
    }
    return this.open(caller, { ...account, passwordIsOneTime: false }, 'oidc');
  }

  private async open(
    caller: Caller,
    account: Credentials,
    by: 'password' | 'oidc',
  ): Promise<OpenedSession> {
    const gate: Actor = { ...this.installation.gate(caller.address), id: account.login };
    const token = newToken();
    const key = keyOf(token);
    const session = await this.transactions.run(gate, async (manager) => {
      const { sessions } = this.stores;
      await sessions.removeExpired(manager, gate);
      const stage = account.totpConfirmed
        ? 'second-factor'
        : await this.stageBeyondSecondFactor(manager, gate, account);
      const guesser = this.stores.devices.guesser(account.login, caller.device);
      if (stage === 'full') await sessions.forgetFailures(manager, gate, guesser);
      else if (by === 'password')
        await sessions.giveBackAttempt(manager, gate, guesser, LOCK.limit);
      await sessions.insert(manager, gate, {
        key,
        csrfToken: newToken(),
        accountId: account.id,
        stage,
        caller,
      });
      await this.trail.record(manager, gate, {
        kind: 'sign-in',
        action: 'access.signed-in',
        subject: `account/${account.login}`,
        details: { stage, by },
      });
      return sessions.find(manager, gate, key);
    });
    if (session === null) throw wrongSignIn();
    return { token, session };
  }

  /** What is still wanted of somebody whose second factor, if any, was right. */
  async stageBeyondSecondFactor(
    manager: EntityManager,
    gate: Actor,
    account: Pick<Credentials, 'passwordIsOneTime' | 'role' | 'totpConfirmed'>,
  ): Promise<Stage> {
    if (account.passwordIsOneTime) return 'new-password';
    if (account.totpConfirmed) return 'full';
    const chosen = await this.stores.accounts.secondFactorRoles(manager, gate);
    const wanted = [...this.installation.alwaysSecondFactor, ...chosen];
    return wanted.includes(account.role) ? 'enrol-second-factor' : 'full';
  }

  async countFailure(gate: Actor, failure: SignInFailure): Promise<void> {
    await this.transactions.run(gate, (manager) => this.noteFailure(manager, gate, failure));
  }

  /**
   * Counts an attempt as failed before it is compared, so that a burst of guesses is no way around the lock; who is right
   * gets it back.
   *
   * @returns seconds until it may be tried again; 0 = the attempt was taken.
   */
  private async takeAttempt(
    manager: EntityManager,
    gate: Actor,
    guesser: Guesser,
  ): Promise<number> {
    const { sessions } = this.stores;
    if (await sessions.takeAttempt(manager, gate, { guesser, ...LOCK })) return 0;
    const { lockedForSeconds } = await sessions.failures(manager, gate, guesser);
    return Math.max(1, lockedForSeconds);
  }

  private async tellFailure(gate: Actor, failure: SignInFailure): Promise<void> {
    await this.transactions.run(gate, (manager) => this.recordFailure(manager, gate, failure));
  }

  /** Counts one more failure of a login, with a line in the trail. */
  async noteFailure(manager: EntityManager, gate: Actor, failure: SignInFailure): Promise<void> {
    const { guesser } = failure;
    await this.stores.sessions.countFailure(manager, gate, { guesser, ...LOCK });
    await this.recordFailure(manager, gate, failure);
  }

  private async recordFailure(
    manager: EntityManager,
    gate: Actor,
    { guesser, known, reason }: SignInFailure,
  ): Promise<void> {
    await this.trail.record(manager, gate, {
      kind: 'sign-in',
      action: 'access.sign-in-failed',
      // What is nobody's login may be a password in the wrong field: the trail does not keep it.
      subject: `account/${known ? guesser.login : '?'}`,
      details: { reason },
    });
  }

  /** @throws TooMany `access.locked` */
  async mustNotBeLocked(manager: EntityManager, gate: Actor, guesser: Guesser): Promise<void> {
    const { lockedForSeconds } = await this.stores.sessions.failures(manager, gate, guesser);
    if (lockedForSeconds > 0) throw locked(lockedForSeconds);
  }

  /** Ends a session that a new sign-in of the same browser has replaced. */
  async forget(caller: Caller, key: string): Promise<void> {
    const gate = this.installation.gate(caller.address);
    await this.transactions.run(gate, (manager) => this.stores.sessions.end(manager, gate, key));
    this.stores.known.forget();
  }

  async signOut(caller: Caller, key: string): Promise<void> {
    await this.end(caller, key, false);
  }

  /** Ends all sessions of the account that this one belongs to. */
  async signOutEverywhere(caller: Caller, key: string): Promise<void> {
    await this.end(caller, key, true);
  }

  private async end(caller: Caller, key: string, everywhere: boolean): Promise<void> {
    const gate = this.installation.gate(caller.address);
    await this.transactions.run(gate, async (manager) => {
      const session = await this.stores.sessions.find(manager, gate, key);
      if (session === null) throw signedOut();
      const { accountId, login } = session;
      if (everywhere) await this.stores.sessions.endAll(manager, gate, { accountId });
      else await this.stores.sessions.end(manager, gate, key);
      await this.trail.record(
        manager,
        { ...gate, id: login },
        {
          kind: 'sign-in',
          action: everywhere ? 'access.signed-out-everywhere' : 'access.signed-out',
          subject: `account/${login}`,
        },
      );
    });
    this.stores.known.forget();
  }
}

export function wrongSignIn(): Unauthenticated {
  return new Unauthenticated('access.wrong-sign-in', 'Tên đăng nhập hoặc mật khẩu chưa đúng.');
}

function passwordExpired(): Unauthenticated {
  return new Unauthenticated(
    'access.password-expired',
    `Mật khẩu dùng một lần chỉ có giá trị trong ${ONE_TIME_PASSWORD_HOURS} giờ và đã quá hạn. Hãy đề nghị quản trị viên cấp mật khẩu mới.`,
  );
}

function locked(retryAfterSeconds: number): TooMany {
  return new TooMany(
    'access.locked',
    `Đăng nhập sai quá nhiều lần. Hãy thử lại sau ${Math.ceil(retryAfterSeconds / 60)} phút.`,
    { retryAfterSeconds },
  );
}
