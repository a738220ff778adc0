import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import { Clock, SystemClock } from '../../shared/clock.js';
import { Forbidden, NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import type { AccountView } from '../account/account.js';
import { AccountStore } from '../account/account.store.js';
import { Installation } from '../installation.js';
import type { Permission } from '../permissions.js';
import { type Reason, reasonsAgainst } from './why.rules.js';

export interface Question {
  readonly permission: Permission;
  readonly unit?: string;
  readonly person?: number;
  /** Of another account; for administrators. */
  readonly login?: string;
}

/** "Why do I not see this?" */
@Injectable()
export class WhyService {
  private readonly clock: Clock = new SystemClock();

  constructor(
    private readonly transactions: Transactions,
    private readonly installation: Installation,
    private readonly accounts: AccountStore,
  ) {}

  /** @throws Forbidden `access.not-allowed` for another's account; NotFound `access.no-account` */
  async reasons(actor: Actor, question: Question): Promise<Reason[]> {
    const { login = actor.id, permission, unit, person } = question;
    if (login !== actor.id && actor.role !== 'administrator')
      throw new Forbidden(
        'access.not-allowed',
        'Chỉ quản trị viên hỏi được thay cho tài khoản khác.',
      );
    const account = await this.account(actor.from, login);
    const unitCodes =
      unit === undefined
        ? []
        : await this.transactions.run(actor, (manager) => lineOf(manager, actor, unit));
    const { role, block, scope } = account;
    const today = this.clock.today();
    const reasons = reasonsAgainst({ role, block, scope, permission, unitCodes, today });
    if (reasons.length > 0 || person === undefined || login !== actor.id) return reasons;
    const seen = await this.transactions.run(actor, (manager) =>
      seesPerson(manager, actor, person),
    );
    return seen
      ? []
      : [
          {
            code: 'person',
            message: 'Không có người này trong phạm vi của tài khoản, hoặc trong tỉnh.',
          },
        ];
  }

  private async account(from: string, login: string): Promise<AccountView> {
    const gate = this.installation.gate(from);
    const all = await this.transactions.run(gate, (manager) => this.accounts.list(manager, gate));
    const found = all.find((each) => each.login === login);
    if (found !== undefined) return found;
    throw new NotFound('access.no-account', `Không có tài khoản tên "${login}".`);
  }
}

/** A unit's code and those of all above it, of all days. */
async function lineOf(manager: EntityManager, actor: Actor, code: string): Promise<string[]> {
  const rows = await manager.query<{ code: string }[]>(
    `WITH RECURSIVE line AS (
       SELECT code, parent_id FROM units WHERE province_code = $1 AND code = $2
       UNION
       SELECT unit.code, unit.parent_id FROM units unit JOIN line ON unit.province_code = $1 AND unit.id = line.parent_id
     ) SELECT DISTINCT code FROM line`,
    [actor.provinceCode, code],
  );
  return rows.length === 0 ? [code] : rows.map((row) => row.code);
}

async function seesPerson(manager: EntityManager, actor: Actor, id: number): Promise<boolean> {
  const rows = await manager.query<object[]>(
    'SELECT 1 FROM staff WHERE province_code = $1 AND id = $2',
    [actor.provinceCode, id],
  );
  return rows.length > 0;
}
