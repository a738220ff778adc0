import { Injectable } from '@nestjs/common';
import { PersonImageStore } from '../registry/person-image.store.js';
import { PostingStore } from '../registry/posting.store.js';
import { detailsOn } from '../registry/staff-details.view.js';
import { StaffStore } from '../registry/staff.store.js';
import type { KnownSide } from './person-facets.plan.js';
import type { Work } from './sheet-kind.js';

/** Who asks, and for which day. */
export type OnDay = Pick<Work, 'manager' | 'actor' | 'writes'> & {
  readonly batch: Pick<Work['batch'], 'asOf'>;
};

/** The stores of the registry that rosters read and write. */
@Injectable()
export class RegistryStores {
  constructor(
    readonly staff: StaffStore,
    readonly postings: PostingStore,
    readonly images: PersonImageStore,
  ) {}

  /** The people with these keys as the registry has them on the batch's day; locked where the transaction will write. */
  async sides(
    { manager, actor, batch, writes }: OnDay,
    keys: readonly string[],
  ): Promise<Map<string, KnownSide>> {
    const staff = await this.staff.byKeys(manager, actor, { keys, lock: writes });
    const staffIds = [...staff.values()].map(({ id }) => id);
    const day = batch.asOf;
    const postings = await this.postings.mainOn(manager, actor, { staffIds, day, lock: writes });
    const details = await detailsOn(manager, actor, { staffIds, day, campaign: day });
    return new Map(
      [...staff].flatMap(([key, person]): [string, KnownSide][] => {
        const known = details.get(person.id);
        if (known === undefined) return [];
        return [[key, { staff: person, details: known, posting: postings.get(person.id) ?? null }]];
      }),
    );
  }
}
