import { describe, expect, it } from '@jest/globals';
import { solvePlacement } from './place.js';
import { proposalViolations } from './proposal-check.js';
import { aPerson, aPosition, facts, NEW_UNITS, PARAMETERS, seats } from './spec-world.js';
import { capPools } from '../merger/pools.plan.js';

const CAPS = {
  'cap.vice-chairs-per-commune': 2.5,
  'cap.deputies-per-organisation': 2,
  'cap.organisations-per-commune': 4.5,
  'cap.vice-chairs-per-commune.positions': ['VICE'],
  'cap.deputies-per-organisation.positions': ['DEPUTY'],
  'cap.organisations-per-commune.kinds': ['office'],
};
const POSITIONS = [
  aPosition({ code: 'OLD', startsOn: '2023-08-01', endsOn: '2025-07-01' }),
  aPosition({ code: 'VICE', group: 'leader' }),
  aPosition({ code: 'DEPUTY', group: 'leader' }),
  aPosition({ code: 'ANY' }),
  aPosition({ code: 'GUARD', group: 'support' }),
  aPosition({ code: 'PARTY', block: 'party' }),
];
const pools = (parameters: Record<string, unknown>) =>
  capPools({ units: NEW_UNITS, positions: POSITIONS, effectiveOn: '2025-07-01', parameters });

describe('capPools', () => {
  it('has only the averages where the province has no total', () => {
    expect(pools(CAPS).map(({ code, capacity }) => [code, capacity])).toEqual([
      ['vice-chairs-per-commune', 5],
      ['deputies-per-organisation', 0],
    ]);
  });

  it('counts in a total the posts of the block that stand on the day, and no contracts', () => {
    const total = pools({ ...CAPS, 'norm.province-total.government': 3 }).at(-1);
    expect(total).toMatchObject({ capacity: 3, source: 'norm.province-total.government' });
    expect(total?.positionCodes).toEqual(['VICE', 'DEPUTY', 'ANY']);
  });

  it('lets no placement seat more than the total, and the averages nest within it', () => {
    const people = [0, 1, 2, 3].map((at) => aPerson({ key: `p${at}` }));
    const given = facts({
      people,
      positions: POSITIONS,
      seats: [seats('A', 'ANY', 5, 4), seats('M', 'ANY', 5)],
      positionSuccessions: [{ oldCode: 'OLD', newCode: 'ANY', preference: 1, majorGroups: [] }],
      parameters: PARAMETERS,
    });
    const seated = (total: number): number => {
      const capped = {
        ...given,
        pools: pools({ ...CAPS, 'norm.province-total.government': total }),
      };
      const { result } = solvePlacement(capped, { kind: 'best' });
      expect(proposalViolations(capped, result)).toEqual([]);
      expect(result.proven).toBe(true);
      return result.counts.seated;
    };
    expect([0, 3, 4, 9].map(seated)).toEqual([0, 3, 4, 4]);
  });
});
