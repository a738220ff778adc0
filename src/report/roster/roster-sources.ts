import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { choicesOf, type Choices } from '../../roster/choices.plan.js';
import { markText } from '../../roster/export-marks.js';
import { facetsOfKnown } from '../../roster/person-facets.plan.js';
import { RegistryStores } from '../../roster/registry-stores.js';
import { RosterContextView } from '../../roster/roster-context.view.js';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import { shownFacets, type Shown } from './shown-facets.js';
import type { RosterPerson } from './roster-person.js';

/** What a roster that goes out carries beside its people: what may be chosen in it, and by what it is known again. */
@Injectable()
export class RosterSources {
  constructor(
    private readonly context: RosterContextView,
    private readonly stores: RegistryStores,
  ) {}

  async choices(manager: EntityManager, actor: Actor, on: Day): Promise<Choices> {
    return choicesOf(await this.context.on(manager, actor, on));
  }

  /** The mark of each person's row, by the registry's number. */
  async marks(
    manager: EntityManager,
    actor: Actor,
    {
      on,
      people,
      shown,
    }: { readonly on: Day; readonly people: readonly RosterPerson[]; readonly shown: Shown },
  ): Promise<ReadonlyMap<number, string>> {
    const day = { manager, actor, batch: { asOf: on }, writes: false };
    const sides = await this.stores.sides(
      day,
      people.map(({ key }) => key),
    );
    return new Map(
      [...sides.values()].map((side) => [
        side.staff.id,
        markText(side.staff.id, shownFacets(facetsOfKnown(side), shown)),
      ]),
    );
  }
}
