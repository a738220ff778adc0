import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  parametersOn,
  scopesOf,
  type ParameterRow,
  type ParameterSet,
} from '../rules/parameters.js';
import type { Actor } from '../shared/actor.js';
import { type Day, isInForce } from '../shared/day.js';
import { Transactions } from '../shared/transactions.js';
import { LawStore } from './law.store.js';
import { type Field, ReferenceStore } from './reference.store.js';

/** The law as it stands on a day. */
@Injectable()
export class LawService {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawStore,
    private readonly reference: ReferenceStore,
  ) {}

  /** For other stages, inside their transaction. */
  async parametersOn(
    manager: EntityManager,
    provinceCode: string,
    day: Day,
  ): Promise<ParameterSet> {
    return parametersOn(await this.law.all(manager), day, scopesOf(provinceCode));
  }

  /** Every dated row in force on the day, all scopes. */
  list(actor: Actor, day: Day): Promise<ParameterRow[]> {
    return this.transactions.run(actor, async (manager) =>
      (await this.law.all(manager)).filter((row) => isInForce(row, day)),
    );
  }

  fields(actor: Actor): Promise<Field[]> {
    return this.transactions.run(actor, (manager) => this.reference.fields(manager));
  }
}
