import { Injectable } from '@nestjs/common';
import { Transactions } from '../../shared/transactions.js';
import { AccountStore } from '../account/account.store.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../account/demo-accounts.js';
import { Installation } from '../installation.js';
import { permissionsOf } from '../permissions.js';
import { IDLE_MINUTES, type KnownSession } from './session.js';
import type { SessionResponse, SignedInResponse } from './session.responses.js';

/** What the page is told of the sign-in. */
@Injectable()
export class SessionView {
  constructor(
    private readonly transactions: Transactions,
    private readonly installation: Installation,
    private readonly accounts: AccountStore,
  ) {}

  async of(session: KnownSession | null): Promise<SessionResponse> {
    const full = session?.stage === 'full';
    return {
      signedIn: full,
      stage: session?.stage ?? 'none',
      account: session === null ? null : await this.account(session),
      permissions: full ? permissionsOf(session.role, session.block) : [],
      csrfToken: session?.csrfToken ?? null,
      idleMinutes: IDLE_MINUTES,
      demoAccounts: this.installation.showsDemoAccounts
        ? DEMO_ACCOUNTS.map(({ login, name, role }) => ({
            login,
            name,
            role,
            password: DEMO_PASSWORD,
          }))
        : [],
      oidc: this.installation.oidcLabel === null ? null : { label: this.installation.oidcLabel },
    };
  }

  private async account(session: KnownSession): Promise<SignedInResponse | null> {
    const gate = this.installation.gate('');
    const account = await this.transactions.run(gate, (manager) =>
      this.accounts.find(manager, gate, session.accountId),
    );
    if (account === null) return null;
    const { login, name, role, block, closedScope, secondFactor, scope } = account;
    return { login, name, role, block, closedScope, secondFactor, scope: [...scope] };
  }
}
