import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import { BadInput, Conflict, NotFound, RuleBroken } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { DoorStores } from '../session/session.service.js';
import { Trail } from '../trail.js';
import type { AccountView, NewAccount, ScopeSpan } from './account.js';
import type { AccountChanges } from './account.store.js';
import { hashOfPassword, oneTimePassword } from './password.js';

/** An account with a password that is told once and kept nowhere. */
export interface IssuedPassword {
  readonly account: AccountView;
  readonly oneTimePassword: string;
}

/** Accounts and their scope: the administrator's work. */
@Injectable()
export class AccountService {
  constructor(
    private readonly transactions: Transactions,
    private readonly stores: DoorStores,
    private readonly trail: Trail,
  ) {}

  list(actor: Actor): Promise<AccountView[]> {
    return this.transactions.run(actor, (manager) => this.stores.accounts.list(manager, actor));
  }

  /** @throws Conflict `access.login-taken`; BadInput `access.block-of-officer` */
  async create(actor: Actor, account: NewAccount): Promise<IssuedPassword> {
    const password = oneTimePassword();
    const passwordHash = await hashOfPassword(password);
    const row = { ...account, passwordHash, passwordIsOneTime: true, demo: false };
    return { account: await this.insert(actor, row), oneTimePassword: password };
  }

  /** For the demo only: its passwords stand on the sign-in page. */
  async createDemo(actor: Actor, account: NewAccount, password: string): Promise<AccountView> {
    const passwordHash = await hashOfPassword(password);
    return this.insert(actor, { ...account, passwordHash, passwordIsOneTime: false, demo: true });
  }

  private insert(
    actor: Actor,
    row: NewAccount & { passwordHash: string; passwordIsOneTime: boolean; demo: boolean },
  ): Promise<AccountView> {
    blockMustFit(row.role, row.block);
    scopeMustFit(row.scope);
    return this.transactions.run(actor, async (manager) => {
      const id = await this.stores.accounts.insert(manager, actor, row);
      if (id === 0)
        throw new Conflict(
          'access.login-taken',
          `Tên đăng nhập "${row.login}" đã có, hoặc đã từng có. Hãy chọn tên khác.`,
        );
      const { login, name, role, block, closedScope, scope } = row;
      await this.trail.record(manager, actor, {
        action: 'account.created',
        subject: `account/${login}`,
        after: { name, role, block, closedScope, scope },
      });
      return this.found(manager, actor, id);
    });
  }

  /**
   * A disabled account loses its sessions.
   *
   * @throws NotFound `access.no-account`; RuleBroken `access.own-account`; Conflict `access.subject-taken`
   */
  change(actor: Actor, id: number, changes: AccountChanges): Promise<AccountView> {
    return this.act(actor, id, async (manager, before) => {
      mustNotBeOwn(actor, before, changes.disabled === true || changes.role !== undefined);
      const block = changes.block === undefined ? before.block : changes.block;
      blockMustFit(changes.role ?? before.role, block);
      await this.stores.accounts.change(manager, actor, { id, changes });
      if (changes.disabled === true)
        await this.stores.sessions.endAll(manager, actor, { accountId: id });
      return 'account.changed';
    });
  }

  setScope(actor: Actor, id: number, scope: readonly ScopeSpan[]): Promise<AccountView> {
    scopeMustFit(scope);
    return this.act(actor, id, async (manager) => {
      await this.stores.accounts.replaceScope(manager, actor, { id, scope });
      return 'account.scope-changed';
    });
  }

  /** A new one-time password; every session of the account ends. */
  async resetPassword(actor: Actor, id: number): Promise<IssuedPassword> {
    const password = oneTimePassword();
    const hash = await hashOfPassword(password);
    const account = await this.act(actor, id, async (manager, before) => {
      await this.stores.accounts.setPassword(manager, actor, { id, hash, oneTime: true });
      await this.stores.sessions.forgetFailures(manager, actor, { login: before.login });
      await this.stores.sessions.endAll(manager, actor, { accountId: id });
      return 'account.password-reset';
    });
    return { account, oneTimePassword: password };
  }

  removeSecondFactor(actor: Actor, id: number): Promise<AccountView> {
    return this.act(actor, id, async (manager) => {
      await this.stores.accounts.setSecondFactor(manager, actor, { id, totp: null });
      await this.stores.sessions.endAll(manager, actor, { accountId: id });
      return 'account.second-factor-removed';
    });
  }

  endSessions(actor: Actor, id: number): Promise<AccountView> {
    return this.act(actor, id, async (manager) => {
      await this.stores.sessions.endAll(manager, actor, { accountId: id });
      return 'account.sessions-ended';
    });
  }

  /** One change of one account, with what was and what is in the trail. */
  private async act(
    actor: Actor,
    id: number,
    work: (manager: EntityManager, before: AccountView) => Promise<string>,
  ): Promise<AccountView> {
    const changed = await this.transactions.run(actor, async (manager) => {
      const before = await this.found(manager, actor, id);
      const action = await work(manager, before);
      const after = await this.found(manager, actor, id);
      await this.trail.record(manager, actor, {
        action,
        subject: `account/${before.login}`,
        before: told(before),
        after: told(after),
      });
      return after;
    });
    this.stores.known.forget();
    return changed;
  }

  private async found(manager: EntityManager, actor: Actor, id: number): Promise<AccountView> {
    const account = await this.stores.accounts.find(manager, actor, id);
    if (account !== null) return account;
    throw new NotFound('access.no-account', `Không có tài khoản số ${id}.`, { id });
  }
}

function told(account: AccountView): Record<string, unknown> {
  const {
    name,
    role,
    block,
    closedScope,
    disabled,
    secondFactor,
    oneTimePassword: once,
    scope,
  } = account;
  // The subject itself may be a personal number.
  const signsInOutside = account.oidcSubject !== null;
  const told = { name, role, block, closedScope, disabled, secondFactor, signsInOutside };
  return { ...told, oneTimePassword: once, scope };
}

function blockMustFit(role: string, block: string | null): void {
  if (block !== null && role !== 'officer')
    throw new BadInput('access.block-of-officer', 'Chỉ cán bộ tỉnh mới được giới hạn theo khối.');
}

function scopeMustFit(scope: readonly ScopeSpan[]): void {
  const wrong = scope.find((span) => span.endsOn !== null && span.endsOn <= span.startsOn);
  if (wrong !== undefined)
    throw new BadInput(
      'access.scope-span',
      `Phạm vi tại đơn vị ${wrong.unitCode}: ngày kết thúc phải sau ngày bắt đầu.`,
    );
}

/** The last administrator could lock everybody out. */
function mustNotBeOwn(actor: Actor, account: AccountView, hurts: boolean): void {
  if (hurts && account.login === actor.id)
    throw new RuleBroken(
      'access.own-account',
      'Bạn không tự khóa hay đổi vai trò của chính mình được. Hãy nhờ quản trị viên khác.',
    );
}
