import { Injectable } from '@nestjs/common';
import { detailsOn } from '../../../registry/staff-details.view.js';
import { StaffStore } from '../../../registry/staff.store.js';
import { ROSTER_FIELDS } from '../../roster-fields.js';
import type { Work } from '../../sheet-kind.js';
import { personFields } from './person-fields.js';
import type { PersonSheet, Worded, Written } from './person-sheet.js';
import { RATINGS_TABLE, type SaidRatings } from './ratings.table.js';

type Ratings = Readonly<Record<string, string>>;

/** Ratings by year; of a year that no column or row names nothing is said. */
@Injectable()
export class RatingsSheet implements PersonSheet<SaidRatings, Ratings> {
  readonly kind = 'ratings';
  readonly fields = [
    ...personFields(RATINGS_TABLE.fields, (field) => (field === 'rating' ? 'ratings' : field)),
    ...ROSTER_FIELDS.filter(({ field }) => field.startsWith('rating:')),
  ];
  readonly part = 'ratings';
  readonly once = false;
  readonly none = {};

  constructor(private readonly staff: StaffStore) {}

  async load({ manager, actor, batch }: Work, staffIds: readonly number[]) {
    const day = batch.asOf;
    const details = await detailsOn(manager, actor, { staffIds, day, campaign: day });
    return new Map([...details].map(([id, { ratings }]) => [id, ratings]));
  }

  apply(known: Ratings, said: SaidRatings): Ratings {
    return appliedRatings(known, said);
  }

  words(ratings: Ratings): ReadonlyMap<string, Worded> {
    return new Map(
      Object.entries(ratings).map(([year, text]) => {
        const field = `rating:${year}`;
        return [field, { label: `Xếp loại năm ${year}`, text, field }];
      }),
    );
  }

  async write({ manager, actor, batch }: Work, people: readonly Written<Ratings>[]): Promise<void> {
    const details = people.map(({ staffId, state }) => ({ staffId, ratings: state }));
    await this.staff.saveDetails(manager, actor, { details, day: batch.asOf });
  }
}

/** An empty cell says that there is no rating of its year. */
export function appliedRatings(known: Ratings, said: SaidRatings): Ratings {
  return Object.fromEntries(
    Object.entries({ ...known, ...said })
      .filter((entry): entry is [string, string] => entry[1] !== null)
      .sort(([a], [b]) => Number(a) - Number(b)),
  );
}
