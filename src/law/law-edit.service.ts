import { Injectable } from '@nestjs/common';
import { Trail } from '../access/trail.js';
import { parametersOn, scopesOf, unitScope } from '../rules/parameters.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { Transactions } from '../shared/transactions.js';
import { LawKeyStore } from './law-key.store.js';
import { noValueOfUnit, unknownParameter } from './law-version.js';
import { LawWriter, shown, type WantedParameter } from './law-writer.js';
import { LawStore, type ParameterVersion } from './law.store.js';

export interface Confirmation {
  readonly key: string;
  /** The day whose value was compared. */
  readonly on: Day;
  /** Which unit's own value; null = that of the province, else of the nation. */
  readonly unit: string | null;
  readonly note: string;
}

/** Edits of the law by the province: each is a new version, and the older one stays. */
@Injectable()
export class LawEditService {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawStore,
    private readonly keys: LawKeyStore,
    private readonly writer: LawWriter,
    private readonly trail: Trail,
  ) {}

  /** All versions of a parameter, the newest first; none of a key without a value. @throws NotFound `law.unknown-parameter` */
  versions(actor: Actor, key: string): Promise<ParameterVersion[]> {
    return this.transactions.run(actor, async (manager) => {
      if ((await this.keys.find(manager, key)) === null) throw unknownParameter(key);
      return this.law.versions(manager, key);
    });
  }

  /**
   * A value of the province or a unit during a span; outside of it everything goes on as it was.
   *
   * @throws as `LawWriter.rowOf`
   */
  set(actor: Actor, wanted: WantedParameter): Promise<void> {
    return this.transactions.run(actor, async (manager) => {
      await this.writer.write(manager, actor, await this.writer.rowOf(manager, actor, wanted));
    });
  }

  /**
   * The province has compared the value of a day with the official text. It holds for this value only.
   *
   * @throws NotFound `law.unknown-parameter` where none is in force on the day, `law.no-value-of-unit` where the unit has none
   *   of its own.
   */
  confirm(actor: Actor, { key, on, unit, note }: Confirmation): Promise<void> {
    return this.transactions.run(actor, async (manager) => {
      const scopes = scopesOf(actor.provinceCode, unit);
      const row = parametersOn(await this.law.all(manager), on, scopes).rows.get(key);
      if (!row) throw unknownParameter(key);
      if (unit !== null && row.scope !== unitScope(actor.provinceCode, unit))
        throw noValueOfUnit(key, unit);
      const by = { account: actor.id, note };
      if (!(await this.law.confirm(manager, actor.provinceCode, row, by))) return;
      await this.trail.record(manager, actor, {
        action: 'law.parameter-confirmed',
        subject: `law/${key}`,
        details: { scope: row.scope, ...shown(row), note },
      });
    });
  }
}
