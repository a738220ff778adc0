import type { Geography } from '../geography.js';
import type { Chance } from '../random.js';
import { communeTitles, precedence } from './commune-titles.js';
import { dealToCommunes } from './desks.js';
import { districtFor, TitleBook } from './district-titles.js';
import type { Slot } from './slot.js';
import { LEADING_POSITIONS, leads } from './titles.js';

/** A slot with its place in the old order: the unit and the title held on the eve. */
export interface Employment extends Slot {
  readonly districtCode: string;
  /** Code of the old commune or district. */
  readonly unitCode: string;
  readonly title: string;
  /** Named for a leading post ("quy hoạch") where the seat leads and the old title does not. */
  readonly planned: boolean;
}

function needsPlan(slot: Slot, title: string): boolean {
  return LEADING_POSITIONS.has(slot.positionCode ?? '') && !leads(title);
}

function employInCommunes(
  slots: readonly Slot[],
  geography: Geography,
  chance: Chance,
): Employment[] {
  return dealToCommunes(slots, geography, chance).flatMap((desk) =>
    [...communeTitles(desk.slots, chance)].map(([slot, title]) => ({
      ...slot,
      title,
      unitCode: desk.code,
      districtCode: geography.oldCommunes.get(desk.code)?.districtCode ?? '',
      planned: needsPlan(slot, title),
    })),
  );
}

function employInDistricts(
  slots: readonly Slot[],
  geography: Geography,
  chance: Chance,
): Employment[] {
  const book = new TitleBook(chance);
  const order = slots.toSorted((a, b) => precedence(a) - precedence(b));
  return order.map((slot) => {
    const districtCode = districtFor(slot, geography, chance);
    const title = book.take(districtCode, slot);
    return {
      ...slot,
      districtCode,
      unitCode: districtCode,
      title,
      planned: needsPlan(slot, title),
    };
  });
}

/** Gives every slot its old unit and title. */
export function employ(slots: readonly Slot[], geography: Geography, chance: Chance): Employment[] {
  return [
    ...employInDistricts(
      slots.filter((slot) => slot.origin !== 'commune'),
      geography,
      chance,
    ),
    ...employInCommunes(
      slots.filter((slot) => slot.origin === 'commune'),
      geography,
      chance,
    ),
  ];
}
