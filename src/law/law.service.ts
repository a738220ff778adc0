import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  isScopeOf,
  lawOnDay,
  parametersOn,
  scopesOf,
  unitOfScope,
  type LawOnDay,
  type ParameterRow,
  type ParameterSet,
} from '../rules/parameters.js';
import type { Actor } from '../shared/actor.js';
import { type Day, isInForce } from '../shared/day.js';
import { Transactions } from '../shared/transactions.js';
import { LawKeyStore } from './law-key.store.js';
import type { KnownKey } from './law-version.js';
import { LawStore } from './law.store.js';
import { type Field, ReferenceStore } from './reference.store.js';

export interface RowInForce extends ParameterRow {
  readonly applies: boolean;
}

/** The law as it stands on a day. */
@Injectable()
export class LawService {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawStore,
    private readonly reference: ReferenceStore,
    private readonly known: LawKeyStore,
  ) {}

  /** For other stages, inside their transaction. */
  async parametersOn(
    manager: EntityManager,
    provinceCode: string,
    day: Day,
  ): Promise<ParameterSet> {
    return parametersOn(await this.law.all(manager), day, scopesOf(provinceCode));
  }

  /** The same with what units have for themselves. */
  async lawOn(manager: EntityManager, provinceCode: string, day: Day): Promise<LawOnDay> {
    return lawOnDay(await this.law.all(manager), provinceCode, day);
  }

  /** Every dated row in force on the day that has a say in the province, and whether it has the last one. */
  list(actor: Actor, day: Day): Promise<RowInForce[]> {
    const { provinceCode } = actor;
    return this.transactions.run(actor, async (manager) => {
      const all = await this.law.all(manager);
      const { rows } = parametersOn(all, day, scopesOf(provinceCode));
      return all
        .filter((row) => isInForce(row, day) && isScopeOf(provinceCode, row.scope))
        .map((row) => ({
          ...row,
          applies: rows.get(row.key) === row || unitOfScope(provinceCode, row.scope) !== null,
        }));
    });
  }

  keys(actor: Actor): Promise<KnownKey[]> {
    return this.transactions.run(actor, (manager) => this.known.all(manager));
  }

  fields(actor: Actor): Promise<Field[]> {
    return this.transactions.run(actor, (manager) => this.reference.fields(manager));
  }
}
