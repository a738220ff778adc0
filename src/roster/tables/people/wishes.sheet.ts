import { Injectable } from '@nestjs/common';
import { detailsOn } from '../../../registry/staff-details.view.js';
import type { StaffWish } from '../../../registry/staff-row.js';
import { StaffStore } from '../../../registry/staff.store.js';
import { textOf, type Facets } from '../../facets.js';
import { wishOf } from '../../person-facets.plan.js';
import type { Work } from '../../sheet-kind.js';
import { SHEET_FIELDS } from './sheet-fields.js';
import type { Both, PersonSheet, Worded, Written } from './person-sheet.js';
import type { SaidWish } from './wishes.table.js';

/** Wishes of the campaign that the batch's day names. */
@Injectable()
export class WishesSheet implements PersonSheet<SaidWish, StaffWish | null> {
  readonly kind = 'wishes';
  readonly fields = SHEET_FIELDS.wishes;
  readonly part = 'wishes';
  readonly ofItsDay = true;
  readonly once = true;
  readonly none = null;

  constructor(private readonly staff: StaffStore) {}

  async load({ manager, actor, batch }: Work, staffIds: readonly number[]) {
    const day = batch.asOf;
    const details = await detailsOn(manager, actor, { staffIds, day, campaign: day });
    return new Map([...details].map(([id, { wish }]) => [id, wish]));
  }

  apply(known: StaffWish | null, said: SaidWish): StaffWish | null {
    return appliedWish(known, said);
  }

  keep({ before, after }: Both<StaffWish | null>, facets: ReadonlySet<string>): StaffWish | null {
    const wish = facets.has('wish') ? before : after;
    if (wish === null) return null;
    return { ...wish, note: (facets.has('note') ? before : after)?.note ?? '' };
  }

  recorded(wish: StaffWish | null) {
    return wish?.recorded === true ? { facet: 'wish', with: 'note' } : null;
  }

  markName(facet: string): string {
    return facet;
  }

  words(wish: StaffWish | null): ReadonlyMap<string, Worded> {
    if (wish === null) return new Map();
    const text = textOf('wish', wish, NO_NAMES) ?? '';
    return new Map([
      ['wish', { label: 'Nguyện vọng', text, field: 'wish' }],
      ...(wish.note === ''
        ? []
        : [['note', { label: 'Ghi chú', text: wish.note, field: 'note' }] as const]),
    ]);
  }

  asRosterSays(wish: StaffWish | null): Facets {
    return { wish: wishOf(wish) };
  }

  async write(
    { manager, actor, batch }: Work,
    people: readonly Written<StaffWish | null>[],
  ): Promise<void> {
    const details = people.map(({ staffId, state }) => ({ staffId, wish: state }));
    await this.staff.saveDetails(manager, actor, { details, day: batch.asOf });
  }
}

const NO_NAMES = { unit: (code: string) => code, position: (code: string) => code };

/** A table without notes says nothing of the note of a wish that it repeats. */
export function appliedWish(known: StaffWish | null, said: SaidWish): StaffWish | null {
  const { kind, communes, accepted } = said;
  if (kind === null) return null;
  const same =
    known !== null &&
    JSON.stringify([known.kind, known.communes, known.accepted]) ===
      JSON.stringify([kind, communes, accepted]);
  return { kind, communes, accepted, note: said.note ?? (same ? known.note : said.text) };
}
