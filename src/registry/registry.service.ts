import { Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { Transactions } from '../shared/transactions.js';
import { type Establishment, EstablishmentStore, type Norm } from './establishment.store.js';
import { PeoplePageView } from './people-page.view.js';
import type { PositionName, PositionOnDay } from './position.store.js';
import { PositionStore } from './position.store.js';
import type { PeopleQuery } from './registry.queries.js';
import type { PeoplePageResponse } from './registry.responses.js';
import { UnitStore, type UnitOnDay } from './unit.store.js';

/** The registry as it stood, stands or will stand on a day. */
@Injectable()
export class RegistryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly unitStore: UnitStore,
    private readonly positionStore: PositionStore,
    private readonly establishments: EstablishmentStore,
    private readonly peoplePage: PeoplePageView,
  ) {}

  units(actor: Actor, on: Day): Promise<UnitOnDay[]> {
    return this.transactions.run(actor, (manager) => this.unitStore.inForceOn(manager, actor, on));
  }

  positions(actor: Actor, on: Day): Promise<PositionOnDay[]> {
    return this.transactions.run(actor, (manager) =>
      this.positionStore.inForceOn(manager, actor, on),
    );
  }

  positionNames(actor: Actor): Promise<PositionName[]> {
    return this.transactions.run(actor, (manager) => this.positionStore.names(manager, actor));
  }

  /** Seats in force, by unit and position. */
  seats(actor: Actor, on: Day): Promise<Establishment[]> {
    return this.transactions.run(actor, (manager) =>
      this.establishments.inForceOn(manager, actor, on),
    );
  }

  norms(actor: Actor, on: Day): Promise<Norm[]> {
    return this.transactions.run(actor, (manager) =>
      this.establishments.normsInForceOn(manager, actor, on),
    );
  }

  people(actor: Actor, query: PeopleQuery): Promise<PeoplePageResponse> {
    return this.transactions.run(actor, (manager) => this.peoplePage.page(manager, actor, query));
  }
}
