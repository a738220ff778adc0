import type { Sex } from '../../src/rules/vocabulary.js';
import { KINH, PATTERNS } from './name-patterns.js';
import type { Chance } from './random.js';

/** A full name after the custom of the person's people; equal names among different people are wanted. */
export function nameOf(ethnicity: string, sex: Sex, chance: Chance): string {
  const pattern = PATTERNS[ethnicity] ?? KINH;
  const middles = sex === 'male' ? pattern.maleMiddles : pattern.femaleMiddles;
  const givens = sex === 'male' ? pattern.male : pattern.female;
  const family = chance.pick(pattern.families);
  const middle = chance.pick(middles);
  const given = chance.pick(givens.filter((word) => word !== middle));
  return `${family} ${middle} ${given}`;
}

type Mix = readonly (readonly [string, number])[];

const MOUNTAIN_MONG: Mix = [
  ['Mông', 65],
  ['Thái', 17],
  ['Kinh', 10],
  ['Khơ Mú', 3],
  ['Dao', 2],
  ['Hoa', 1.5],
  ['Kháng', 1],
  ['Tày', 0.5],
];
const VALLEY_THAI: Mix = [
  ['Thái', 58],
  ['Mông', 16],
  ['Kinh', 19],
  ['Khơ Mú', 3],
  ['Lào', 1],
  ['Kháng', 0.8],
  ['Tày', 1],
  ['Mường', 0.7],
];

/** Shares of the peoples by old district: invented, in the order of size known of the province. */
const MIXES: Readonly<Record<string, Mix>> = {
  '094': [
    ['Kinh', 42],
    ['Thái', 42],
    ['Mông', 9],
    ['Khơ Mú', 2],
    ['Tày', 2],
    ['Mường', 1.5],
    ['Hoa', 1.5],
  ],
  '095': [
    ['Thái', 60],
    ['Kinh', 22],
    ['Mông', 14],
    ['Kháng', 2],
    ['Hoa', 2],
  ],
  '096': [
    ['Mông', 51],
    ['Hà Nhì', 16],
    ['Thái', 14],
    ['Kinh', 10],
    ['Dao', 2],
    ['Si La', 2],
    ['Cống', 2],
  ],
  '097': [...MOUNTAIN_MONG, ['Lào', 0.5]],
  '098': [...MOUNTAIN_MONG, ['Dao', 2], ['Hoa', 2]],
  '099': VALLEY_THAI,
  '100': [...VALLEY_THAI, ['Lào', 3]],
  '101': [...MOUNTAIN_MONG, ['Lào', 3], ['Thái', 10]],
  '102': VALLEY_THAI,
  '103': [...MOUNTAIN_MONG, ['Dao', 3], ['Cống', 0.7], ['Thái', 6]],
};

export function ethnicityIn(districtCode: string, chance: Chance): string {
  return chance.weighted(MIXES[districtCode] ?? VALLEY_THAI);
}

const RELIGIONS: Readonly<Record<string, Mix>> = {
  Mông: [
    ['Không', 96],
    ['Tin lành', 4],
  ],
  Kinh: [
    ['Không', 97],
    ['Phật giáo', 1.5],
    ['Công giáo', 1.5],
  ],
};

export function religionOf(ethnicity: string, chance: Chance): string {
  return chance.weighted(RELIGIONS[ethnicity] ?? [['Không', 1]]);
}

const SPOKEN: Readonly<Record<string, string>> = {
  Thái: 'Tiếng Thái',
  Mông: 'Tiếng Mông',
  'Khơ Mú': 'Tiếng Thái',
  Dao: 'Tiếng Dao',
  'Hà Nhì': 'Tiếng Hà Nhì',
  Lào: 'Tiếng Thái',
  Kháng: 'Tiếng Thái',
};

/** Minority languages a person speaks: the mother tongue, at times the neighbour's too. */
export function languagesOf(ethnicity: string, chance: Chance): string[] {
  const own = SPOKEN[ethnicity];
  const learnt = chance.happens(ethnicity === 'Kinh' ? 0.35 : 0.15)
    ? chance.pick(['Tiếng Thái', 'Tiếng Mông'])
    : undefined;
  return [...new Set([own, learnt])].filter((language) => language !== undefined);
}
