import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import { BadInput, Conflict, RuleBroken, Unauthenticated } from '../../shared/errors.js';
import { signedOut } from '../../shared/signed-out.js';
import { Transactions } from '../../shared/transactions.js';
import type { Credentials } from '../account/account.js';
import { hashOfPassword, mustBeStrong, passwordMatches } from '../account/password.js';
import { Installation } from '../installation.js';
import { Trail } from '../trail.js';
import type { Guesser } from './devices.js';
import { type Caller, keyOf, type KnownSession, newToken, type OpenedSession } from './session.js';
import type { Stage } from './session.entity.js';
import { DoorStores, SessionService } from './session.service.js';
import { Seeds } from './seeds.js';
import { newSecondFactor, stepOfCode } from './totp.js';

/** The steps after the first password: the code, a password of one's own, a second factor. Each gives the session a new key. */
@Injectable()
export class SignInSteps {
  constructor(
    private readonly transactions: Transactions,
    private readonly installation: Installation,
    private readonly stores: DoorStores,
    private readonly sessions: SessionService,
    private readonly seeds: Seeds,
    private readonly trail: Trail,
  ) {}

  /** @throws Unauthenticated `access.wrong-code`; TooMany `access.locked` */
  async secondFactor(caller: Caller, session: KnownSession, code: string): Promise<OpenedSession> {
    mustStand(session, 'second-factor');
    const gate = this.gateOf(caller, session);
    const account = await this.accountOf(gate, session);
    const step = stepOfCode(this.seedOf(account) ?? '', code);
    const guesser = this.stores.devices.guesser(session.login, caller.device);
    const fresh = await this.transactions.run(gate, async (manager) => {
      await this.sessions.mustNotBeLocked(manager, gate, guesser);
      if (
        step !== null &&
        (await this.stores.accounts.useStep(manager, gate, { id: account.id, step }))
      )
        return true;
      const reason = 'wrong-code';
      await this.sessions.noteFailure(manager, gate, { guesser, known: true, reason });
      return false;
    });
    if (!fresh) throw wrongCode();
    return this.advance(gate, session, async (manager) => {
      await this.stores.sessions.forgetFailures(manager, gate, guesser);
      await this.note(manager, gate, 'access.second-factor-passed');
      return this.sessions.stageBeyondSecondFactor(manager, gate, account);
    });
  }

  /** Ends every other session of the account. @throws Unauthenticated `access.wrong-sign-in`; BadInput `access.weak-password` */
  async changePassword(
    caller: Caller,
    session: KnownSession,
    { current, password }: { readonly current: string; readonly password: string },
  ): Promise<OpenedSession> {
    if (session.stage !== 'full') mustStand(session, 'new-password');
    const gate = this.gateOf(caller, session);
    const account = await this.accountOf(gate, session);
    const guesser = this.stores.devices.guesser(session.login, caller.device);
    await this.mustKnowPassword(gate, { guesser, account, password: current });
    if (current === password)
      throw new RuleBroken('access.same-password', 'Mật khẩu mới phải khác mật khẩu hiện tại.');
    mustBeStrong(password, [account.login, ...account.name.split(/\s+/)]);
    const hash = await hashOfPassword(password);
    return this.advance(gate, session, async (manager) => {
      const { id } = account;
      await this.sessions.mustNotBeLocked(manager, gate, guesser);
      await this.stores.accounts.setPassword(manager, gate, { id, hash, oneTime: false });
      await this.stores.sessions.endAll(manager, gate, { accountId: id, except: session.key });
      await this.note(manager, gate, 'access.password-changed');
      const changed = { ...account, passwordIsOneTime: false };
      return this.sessions.stageBeyondSecondFactor(manager, gate, changed);
    });
  }

  /**
   * A new secret, not in force before a code of it is given. Whoever is inside gives the password again: an open page left
   * alone is no way to take an account. ASVS 5.0, 7.5.1.
   *
   * @param password not looked at where the sign-in itself asks for a second factor: it was given a moment ago.
   * @throws RuleBroken `access.has-second-factor`; BadInput `access.password-wanted`; Unauthenticated `access.wrong-current-password`; TooMany `access.locked`
   */
  async beginSecondFactor(
    caller: Caller,
    session: KnownSession,
    password: string,
  ): Promise<{ readonly secret: string; readonly uri: string }> {
    if (session.stage !== 'full') mustStand(session, 'enrol-second-factor');
    const gate = this.gateOf(caller, session);
    const account = await this.accountOf(gate, session);
    if (account.totpConfirmed)
      throw new RuleBroken(
        'access.has-second-factor',
        'Tài khoản đã có mã xác thực. Muốn đổi thiết bị, hãy đề nghị quản trị viên xóa mã cũ.',
      );
    const guesser = this.stores.devices.guesser(session.login, caller.device);
    if (session.stage === 'full') {
      if (password === '') throw passwordWanted();
      await this.mustKnowPassword(gate, { guesser, account, password });
    }
    const made = newSecondFactor(session.login);
    const secret = this.seeds.seal(session.login, made.secret);
    await this.transactions.run(gate, (manager) =>
      this.stores.accounts.setSecondFactor(manager, gate, {
        id: account.id,
        totp: { secret, confirmed: false },
      }),
    );
    return made;
  }

  /** Ends every other session of the account. @throws Unauthenticated `access.wrong-code` */
  async confirmSecondFactor(
    caller: Caller,
    session: KnownSession,
    code: string,
  ): Promise<OpenedSession> {
    if (session.stage !== 'full') mustStand(session, 'enrol-second-factor');
    const gate = this.gateOf(caller, session);
    const account = await this.accountOf(gate, session);
    const { totpSecret } = account;
    const seed = account.totpConfirmed ? null : this.seedOf(account);
    const step = seed === null ? null : stepOfCode(seed, code);
    if (totpSecret === null || step === null) throw wrongCode();
    return this.advance(gate, session, async (manager) => {
      const { id } = account;
      const totp = { secret: totpSecret, confirmed: true };
      await this.stores.accounts.setSecondFactor(manager, gate, { id, totp });
      await this.stores.accounts.useStep(manager, gate, { id, step });
      await this.stores.sessions.endAll(manager, gate, { accountId: id, except: session.key });
      await this.note(manager, gate, 'access.second-factor-set');
      const changed = { ...account, totpConfirmed: true };
      return this.sessions.stageBeyondSecondFactor(manager, gate, changed);
    });
  }

  /** @throws Conflict `access.second-factor-unreadable` */
  private seedOf({ login, totpSecret }: Credentials): string | null {
    if (totpSecret === null) return null;
    const seed = this.seeds.open(login, totpSecret);
    if (seed !== null) return seed;
    throw new Conflict(
      'access.second-factor-unreadable',
      'Không đọc được bước hai của tài khoản này: khóa của chương trình đã đổi. Hãy đề nghị quản trị viên xóa bước hai rồi bật lại.',
    );
  }

  /** @throws Unauthenticated `access.wrong-current-password`; TooMany `access.locked` */
  private async mustKnowPassword(
    gate: Actor,
    {
      guesser,
      account,
      password,
    }: { readonly guesser: Guesser; readonly account: Credentials; readonly password: string },
  ): Promise<void> {
    await this.transactions.run(gate, (manager) =>
      this.sessions.mustNotBeLocked(manager, gate, guesser),
    );
    if (await passwordMatches(account.passwordHash, password)) return;
    const reason = 'wrong-current-password';
    await this.sessions.countFailure(gate, { guesser, known: true, reason });
    throw new Unauthenticated('access.wrong-current-password', 'Mật khẩu hiện tại chưa đúng.');
  }

  private gateOf(caller: Caller, session: KnownSession): Actor {
    return { ...this.installation.gate(caller.address), id: session.login };
  }

  private async accountOf(gate: Actor, { accountId }: KnownSession): Promise<Credentials> {
    const account = await this.transactions.run(gate, (manager) =>
      this.stores.accounts.credentials(manager, gate, { id: accountId }),
    );
    if (account === null) throw signedOut();
    return account;
  }

  /** Does a step and gives the session a new key: who knew the old cookie has nothing. ASVS 5.0, 7.2.4. */
  private async advance(
    gate: Actor,
    session: KnownSession,
    step: (manager: EntityManager) => Promise<Stage>,
  ): Promise<OpenedSession> {
    const token = newToken();
    const renewed = await this.transactions.run(gate, async (manager) => {
      const stage = await step(manager);
      const key = keyOf(token);
      await this.stores.sessions.renew(manager, gate, {
        key: session.key,
        newKey: key,
        csrfToken: newToken(),
        stage,
      });
      return this.stores.sessions.find(manager, gate, key);
    });
    this.stores.known.forget();
    if (renewed === null) throw signedOut();
    return { token, session: renewed };
  }

  private note(manager: EntityManager, gate: Actor, action: string): Promise<void> {
    return this.trail.record(manager, gate, {
      kind: 'sign-in',
      action,
      subject: `account/${gate.id}`,
    });
  }
}

function mustStand(session: KnownSession, stage: Stage): void {
  if (session.stage === stage) return;
  throw new RuleBroken('access.other-step', 'Phiên đăng nhập đang ở bước khác. Hãy tải lại trang.');
}

function passwordWanted(): BadInput {
  return new BadInput(
    'access.password-wanted',
    'Hãy nhập lại mật khẩu hiện tại trước khi bật xác thực bước hai.',
  );
}

function wrongCode(): Unauthenticated {
  return new Unauthenticated(
    'access.wrong-code',
    'Mã xác thực chưa đúng hoặc đã dùng. Hãy chờ mã mới trên điện thoại; kiểm tra giờ của điện thoại.',
  );
}
