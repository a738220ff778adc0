import { Injectable } from '@nestjs/common';
import { Transactions } from '../../shared/transactions.js';
import { AccountStore } from '../account/account.store.js';
import { Installation } from '../installation.js';
import { dataFaults } from './production.rules.js';

/** Asks the database what an installation that others can reach must not have. */
@Injectable()
export class ProductionCheck {
  constructor(
    private readonly transactions: Transactions,
    private readonly installation: Installation,
    private readonly accounts: AccountStore,
  ) {}

  faults(): Promise<string[]> {
    const operator = this.installation.operator();
    return this.transactions.run(operator, async (manager) => {
      const accounts = (await this.accounts.list(manager, operator)).map((account) => ({
        ...account,
        // Whoever signs in elsewhere never changes the first password; it opens nothing.
        passwordExpired: account.passwordExpired && account.oidcSubject === null,
      }));
      return dataFaults({ demoData: this.installation.demo, accounts });
    });
  }
}
