import { Injectable } from '@nestjs/common';
import { detailsOn } from '../../../registry/staff-details.view.js';
import { StaffStore } from '../../../registry/staff.store.js';
import type { Facets } from '../../facets.js';
import type { Work } from '../../sheet-kind.js';
import { SHEET_FIELDS } from './sheet-fields.js';
import type { Both, PersonSheet, Worded, Written } from './person-sheet.js';
import type { SaidRatings } from './ratings.table.js';

type Ratings = Readonly<Record<string, string>>;

/** Ratings by year; of a year that no column or row names nothing is said. */
@Injectable()
export class RatingsSheet implements PersonSheet<SaidRatings, Ratings> {
  readonly kind = 'ratings';
  readonly fields = SHEET_FIELDS.ratings;
  readonly part = 'ratings';
  readonly ofItsDay = false;
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

  keep({ before, after }: Both<Ratings>, facets: ReadonlySet<string>): Ratings {
    const isKept = ([year]: readonly [string, string]): boolean => facets.has(`rating:${year}`);
    return Object.fromEntries([
      ...Object.entries(after).filter((entry) => !isKept(entry)),
      ...Object.entries(before).filter(isKept),
    ]);
  }

  markName(facet: string): string {
    return facet;
  }

  words(ratings: Ratings): ReadonlyMap<string, Worded> {
    return new Map(
      Object.entries(ratings).map(([year, text]) => {
        const field = `rating:${year}`;
        return [field, { label: `Xếp loại năm ${year}`, text, field, orField: 'rating' }];
      }),
    );
  }

  asRosterSays(ratings: Ratings): Facets {
    return Object.fromEntries(
      Object.entries(ratings).map(([year, text]) => [`rating:${year}`, text]),
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
