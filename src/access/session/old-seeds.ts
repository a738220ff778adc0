import { Injectable } from '@nestjs/common';
import { Transactions } from '../../shared/transactions.js';
import { AccountStore } from '../account/account.store.js';
import { Installation } from '../installation.js';
import { Trail } from '../trail.js';
import { SEALED, Seeds } from './seeds.js';

/** Second factors of before seeds were sealed. A migration cannot do it: the key is not in the database. */
@Injectable()
export class OldSeeds {
  constructor(
    private readonly transactions: Transactions,
    private readonly installation: Installation,
    private readonly accounts: AccountStore,
    private readonly seeds: Seeds,
    private readonly trail: Trail,
  ) {}

  /** Once at the start; does nothing where all are sealed. */
  async seal(): Promise<void> {
    const operator = this.installation.operator();
    await this.transactions.run(operator, async (manager) => {
      const open = await this.accounts.seedsNotOf(manager, operator, SEALED);
      for (const { id, login, secret } of open) {
        const sealed = this.seeds.seal(login, secret);
        await this.accounts.replaceSeed(manager, operator, { id, sealed });
      }
      if (open.length === 0) return;
      const logins = open.map(({ login }) => login);
      await this.trail.record(manager, operator, {
        action: 'account.second-factors-sealed',
        subject: 'access/settings',
        details: { logins },
      });
    });
  }
}
