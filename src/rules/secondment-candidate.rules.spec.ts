import { describe, expect, it } from '@jest/globals';
import {
  candidateContext,
  criteriaMissed,
  type RatedPerson,
} from './secondment-candidate.rules.js';

const PARAMETERS = {
  'secondment.good-rating-years': 3,
  'secondment.good-ratings': ['excellent', 'good'],
  'secondment.leading-or-planned': true,
  'secondment.most-levels-down': 1,
};
const context = candidateContext(PARAMETERS);

function aPerson(
  ratings: readonly (readonly [number, string])[],
  change: Partial<RatedPerson> = {},
): RatedPerson {
  return { ratings: new Map(ratings), group: 'leader', plannedTitle: null, ...change };
}

const GOOD = [
  [2022, 'good'],
  [2023, 'excellent'],
  [2024, 'good'],
] as const;

describe('criteriaMissed', () => {
  it('has nothing against good ratings in each of the last three whole years', () => {
    expect(criteriaMissed(aPerson(GOOD), '2025-12-31', context)).toEqual([]);
    expect(criteriaMissed(aPerson([...GOOD].reverse()), '2025-01-01', context)).toEqual([]);
  });

  it('asks for the next year from 1 January on, and for no year that is longer ago', () => {
    expect(criteriaMissed(aPerson(GOOD), '2026-01-01', context)).toEqual(['ratings']);
    const next = aPerson([...GOOD.slice(1), [2025, 'good']]);
    expect(criteriaMissed(next, '2026-01-01', context)).toEqual([]);
  });

  it('takes a year that is fair, or that nobody knows, for not good', () => {
    const fair = aPerson([...GOOD.slice(0, 2), [2024, 'fair']]);
    for (const person of [fair, aPerson(GOOD.slice(0, 2))])
      expect(criteriaMissed(person, '2025-07-01', context)).toEqual(['ratings']);
  });

  it('asks to lead or to be planned for it, where the province does', () => {
    const plain = aPerson(GOOD, { group: 'professional' });
    expect(criteriaMissed(plain, '2025-07-01', context)).toEqual(['leading']);
    const planned = aPerson(GOOD, { group: 'professional', plannedTitle: 'Trưởng phòng' });
    expect(criteriaMissed(planned, '2025-07-01', context)).toEqual([]);
    const free = candidateContext({ ...PARAMETERS, 'secondment.leading-or-planned': false });
    expect(criteriaMissed(plain, '2025-07-01', free)).toEqual([]);
  });

  it('candidateContext names the parameter that is missing', () => {
    expect(() => candidateContext({})).toThrow(/secondment\.good-rating-years/);
  });
});
