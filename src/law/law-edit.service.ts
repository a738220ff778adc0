import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import { parametersOn, scopesOf, type ParameterRow } from '../rules/parameters.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { Transactions } from '../shared/transactions.js';
import { mustBeOfKind, spanReversed, unknownParameter } from './law-version.js';
import { LawStore, type ParameterVersion } from './law.store.js';
import { isSame, planVersion } from './versions.plan.js';

/** What the province sets. Its scope is always the province: what holds for the nation is not one province's to change. */
export type WantedParameter = Omit<ParameterRow, 'scope'>;

export interface Confirmation {
  readonly key: string;
  /** The day whose value was compared. */
  readonly on: Day;
  readonly note: string;
}

/** Edits of the law by the province: each is a new version, and the older one stays. */
@Injectable()
export class LawEditService {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawStore,
    private readonly trail: Trail,
  ) {}

  /** All versions of a parameter, the newest first. @throws NotFound `law.unknown-parameter` */
  versions(actor: Actor, key: string): Promise<ParameterVersion[]> {
    return this.transactions.run(actor, async (manager) => {
      const versions = await this.law.versions(manager, key);
      if (versions.length === 0) throw unknownParameter(key);
      return versions;
    });
  }

  /**
   * A value of the province during a span; outside of it everything goes on as it was.
   *
   * @throws NotFound `law.unknown-parameter`, BadInput `law.other-kind`, `law.span-reversed`
   */
  set(actor: Actor, wanted: WantedParameter): Promise<void> {
    return this.transactions.run(actor, async (manager) => {
      if (wanted.endsOn !== null && wanted.endsOn <= wanted.startsOn) throw spanReversed();
      const [known] = await this.law.versions(manager, wanted.key);
      if (!known) throw unknownParameter(wanted.key);
      mustBeOfKind(wanted.key, known.value, wanted.value);
      await this.write(manager, actor, { ...wanted, scope: scopeOf(actor) });
    });
  }

  /**
   * The province has compared the value of a day with the official text. It holds for this value only.
   *
   * @throws NotFound `law.unknown-parameter` where none is in force on the day.
   */
  confirm(actor: Actor, { key, on, note }: Confirmation): Promise<void> {
    return this.transactions.run(actor, async (manager) => {
      const scopes = scopesOf(actor.provinceCode);
      const row = parametersOn(await this.law.all(manager), on, scopes).rows.get(key);
      if (!row) throw unknownParameter(key);
      const by = { account: actor.id, note };
      if (!(await this.law.confirm(manager, actor.provinceCode, row, by))) return;
      await this.trail.record(manager, actor, {
        action: 'law.parameter-confirmed',
        subject: `law/${key}`,
        details: { scope: row.scope, ...shown(row), note },
      });
    });
  }

  private async write(manager: EntityManager, actor: Actor, row: ParameterRow): Promise<void> {
    const standing = await this.law.standing(manager, row.key, row.scope);
    if (standing.some((each) => isSame(each, row))) return;
    const plan = planVersion(standing, row);
    await this.law.apply(manager, plan, actor.id);
    await this.trail.record(manager, actor, {
      action: 'law.parameter-set',
      subject: `law/${row.key}`,
      before: { rows: plan.supersede.map(shown) },
      after: { rows: plan.add.map(shown) },
    });
  }
}

function scopeOf(actor: Actor): string {
  return `province:${actor.provinceCode}`;
}

function shown({ value, startsOn, endsOn, evidence }: ParameterRow): object {
  return { value, startsOn, endsOn, evidence };
}
