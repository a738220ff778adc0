import { yearsBetween, EVE } from './careers.js';
import type { DemoPerson } from './person.js';
import type { Chance } from './random.js';

/** About 8 % of the people: husband and wife are both in the roster. */
const COUPLES = 143;
const WIDEST_GAP_YEARS = 6;

function suit(husband: DemoPerson, wife: DemoPerson): boolean {
  const gap = yearsBetween(husband.bornOn, EVE) - yearsBetween(wife.bornOn, EVE);
  return (
    husband.districtCode === wife.districtCode &&
    husband.ethnicity === wife.ethnicity &&
    gap >= -2 &&
    gap <= WIDEST_GAP_YEARS
  );
}

/** Marries some: the same people, each of a couple with the other's personal number. */
export function married(people: readonly DemoPerson[], chance: Chance): DemoPerson[] {
  const spouses = new Map<string, string>();
  const wives = chance.shuffled(people.filter((one) => one.sex === 'female'));
  for (const husband of chance.shuffled(people.filter((one) => one.sex === 'male'))) {
    if (spouses.size === 2 * COUPLES) break;
    const wife = wives.find((one) => !spouses.has(one.personalNumber) && suit(husband, one));
    if (wife === undefined || !chance.happens(0.3)) continue;
    spouses.set(husband.personalNumber, wife.personalNumber);
    spouses.set(wife.personalNumber, husband.personalNumber);
  }
  return people.map((one) => ({
    ...one,
    spousePersonalNumber: spouses.get(one.personalNumber) ?? null,
  }));
}
