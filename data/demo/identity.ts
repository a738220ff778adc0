import type { Sex } from '../../src/rules/vocabulary.js';
import type { Day } from '../../src/shared/day.js';
import type { Chance } from './random.js';

/** Where births were registered: codes of provinces before 1 July 2025, by people. */
const LOCAL = '011';
const DELTA = ['001', '034', '036', '035', '030', '033', '038', '025', '037'] as const;
const NEIGHBOURS = ['012', '014'] as const;

function placeOf(ethnicity: string, chance: Chance): string {
  if (ethnicity === 'Kinh') return chance.happens(0.45) ? chance.pick(DELTA) : LOCAL;
  return chance.happens(0.03) ? chance.pick(NEIGHBOURS) : LOCAL;
}

/** The digit of century and sex: 0 a man, 1 a woman born in the 20th century; 2 and 3 in the 21st. */
export function centurySexDigit(sex: Sex, bornOn: Day): number {
  return (bornOn < '2000' ? 0 : 2) + (sex === 'male' ? 0 : 1);
}

/** Hands out invented 12-digit personal numbers, each once. */
export class NumberIssuer {
  private readonly issued = new Set<string>();

  constructor(private readonly chance: Chance) {}

  issue(sex: Sex, bornOn: Day, ethnicity: string): string {
    const head = `${placeOf(ethnicity, this.chance)}${centurySexDigit(sex, bornOn)}${bornOn.slice(2, 4)}`;
    for (;;) {
      const serial = String(this.chance.between(0, 999_999)).padStart(6, '0');
      if (this.issued.has(head + serial)) continue;
      this.issued.add(head + serial);
      return head + serial;
    }
  }
}
