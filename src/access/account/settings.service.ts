import { Injectable } from '@nestjs/common';
import { ROLES, type Actor, type Role } from '../../shared/actor.js';
import { RuleBroken } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { Installation } from '../installation.js';
import { Trail } from '../trail.js';
import type { AccessSettingsResponse } from './account.responses.js';
import { AccountStore } from './account.store.js';

/** What the administrator decides for everybody. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly installation: Installation,
    private readonly accounts: AccountStore,
    private readonly trail: Trail,
  ) {}

  async get(actor: Actor): Promise<AccessSettingsResponse> {
    const chosen = await this.transactions.run(actor, (manager) =>
      this.accounts.secondFactorRoles(manager, actor),
    );
    return this.told(chosen);
  }

  /**
   * From the next sign-in of each.
   *
   * @throws RuleBroken `access.second-factor-always` where a role is left out that this installation asks it of.
   */
  async requireSecondFactor(
    actor: Actor,
    wanted: readonly Role[],
  ): Promise<AccessSettingsResponse> {
    const { alwaysSecondFactor } = this.installation;
    if (alwaysSecondFactor.some((role) => !wanted.includes(role))) throw always();
    const after = ROLES.filter((role) => wanted.includes(role));
    await this.transactions.run(actor, async (manager) => {
      const before = await this.accounts.secondFactorRoles(manager, actor);
      await this.accounts.requireSecondFactor(manager, actor, after);
      await this.trail.record(manager, actor, {
        action: 'access.settings-changed',
        subject: 'access/settings',
        before: { secondFactorRoles: before },
        after: { secondFactorRoles: after },
      });
    });
    return this.told(after);
  }

  private told(chosen: readonly Role[]): AccessSettingsResponse {
    const { alwaysSecondFactor } = this.installation;
    const isAsked = (role: Role): boolean =>
      chosen.includes(role) || alwaysSecondFactor.includes(role);
    return {
      secondFactorRoles: ROLES.filter(isAsked),
      alwaysSecondFactor: [...alwaysSecondFactor],
    };
  }
}

function always(): RuleBroken {
  return new RuleBroken(
    'access.second-factor-always',
    'Máy khác truy cập được chương trình này, nên cán bộ tỉnh và quản trị viên luôn phải có xác thực bước hai. Muốn bỏ, người vận hành máy chủ đặt SECOND_FACTOR_OPTIONAL=1.',
  );
}
