import { Injectable } from '@nestjs/common';
import { Installation } from '../installation.js';
import { AccountService } from './account.service.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_SCOPES } from './demo-accounts.js';

export const FIRST_LOGIN = 'quantri';

/** The accounts without which nobody could sign in. */
@Injectable()
export class FirstAccounts {
  constructor(
    private readonly accounts: AccountService,
    private readonly installation: Installation,
  ) {}

  /**
   * Makes one account per role for a demo, else the first administrator; nothing where there is an account already.
   *
   * @returns the administrator's one-time password, to be printed once; null where none was made.
   */
  async make(): Promise<string | null> {
    const operator = this.installation.operator();
    if ((await this.accounts.list(operator)).length > 0) return null;
    if (this.installation.demo) {
      for (const account of DEMO_ACCOUNTS) {
        const scope = DEMO_SCOPES[account.login] ?? [];
        const closedScope = account.role === 'officer';
        await this.accounts.createDemo(operator, { ...account, closedScope, scope }, DEMO_PASSWORD);
      }
      return null;
    }
    const { oneTimePassword } = await this.accounts.create(operator, {
      login: FIRST_LOGIN,
      name: 'Quản trị viên',
      role: 'administrator',
      block: null,
      closedScope: false,
      scope: [],
    });
    return oneTimePassword;
  }
}
