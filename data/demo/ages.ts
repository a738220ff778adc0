import type { Sex } from '../../src/rules/vocabulary.js';
import type { Day } from '../../src/shared/day.js';
import { bornAged } from './careers.js';
import type { Employment } from './plan/employment.js';
import { leads } from './plan/titles.js';
import type { Chance } from './random.js';

const MALE_SHARE = 0.62;

export function sexOf(who: Employment, chance: Chance): Sex {
  if (who.block === 'military' || /-CCB/.test(who.title)) return 'male';
  if (/-PN/.test(who.title)) return 'female';
  return chance.happens(MALE_SHARE) ? 'male' : 'female';
}

/** Ages by title, youngest and oldest. */
const AGES: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/-DTN/, [26, 36]],
  [/-CCB/, [42, 57]],
  [/^H-(BT|PBT|CT|PCT|CT-HDND|PCT-HDND)$/, [43, 56]],
  [/^H-(BAN-..|DANG-TB|UBKT-CN|MT-CT|SN-GD|TTCT-GD|\w+-TP)$/, [39, 56]],
  [/^X-(BT|CT|CT-HDND)$/, [35, 56]],
];
const OLDEST_WOMAN = 53;

function agesOf(who: Employment): readonly [number, number] {
  const known = AGES.find(([pattern]) => pattern.test(who.title))?.[1];
  return known ?? [leads(who.title) || who.planned ? 32 : 24, 56];
}

/** Early retirees are in their fifties and have not reached the age of the law; other people are of any age. */
export function birthOf(who: Employment, sex: Sex, early: boolean, chance: Chance): Day {
  if (early) return sex === 'male' ? bornAged(51, 59, chance) : bornAged(50, 55, chance);
  const [youngest, oldest] = agesOf(who);
  const top = sex === 'female' ? Math.min(oldest, OLDEST_WOMAN) : oldest;
  const age = Math.max(youngest, chance.between(youngest, top) - chance.between(0, 6));
  return bornAged(age, age, chance);
}
