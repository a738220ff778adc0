import { describe, expect, it } from '@jest/globals';
import { aPerson, facts } from '../../placement/spec-world.js';
import { rankingContext } from '../../rules/ranking.rules.js';
import type { PersonFact } from '../../scenario/facts.js';
import type { PoolPerson, Refusal } from './pool.js';
import { vacanciesFor } from './pool.plan.js';

const world = facts({});
const context = rankingContext({
  'ranking.criteria': ['ratings'],
  'ranking.rating-years': 1,
  'ranking.ratings': ['good'],
});
const professional = world.positions.find(({ group, given }) => group !== 'leader' && !given)!;
const VACANT = { communeCode: 'n1', positionCode: professional.code, vacant: 1 };

const inPool = (staffId: number, change: Partial<PersonFact> = {}): PoolPerson => {
  const fact = {
    ...aPerson({ key: String(staffId) }),
    ...{ block: professional.block, degree: 'doctorate' as const },
    majorGroup: professional.majorGroups[0] ?? null,
    ...{ rank: professional.ranks[0] ?? null, certificates: professional.certificates },
    ...change,
  };
  return {
    ...{ staffId, key: fact.key, fullName: `Người ${staffId}`, fact, ratings: new Map() },
    ...{ disciplined: false, fit: null, degree: fact.degree, recruitedOn: null },
    ...{ communeCode: 'n2', positionCode: professional.code },
  };
};
const refusal = (staffId: number, change: Partial<Refusal> = {}): Refusal => ({
  ...{ staffId, communeCode: 'n1', positionCode: professional.code, code: 'too-far', note: 'Xa' },
  ...{ recordedName: 'An', recordedAt: '2025-07-02T00:00:00Z' },
  ...change,
});
const look = (people: readonly PoolPerson[], refusals: readonly Refusal[] = []) =>
  vacanciesFor({ facts: world, people, context }, [VACANT], refusals)[0]!;

describe('vacanciesFor', () => {
  it('has nobody where no one of the pool is of its block', () => {
    const other = professional.block === 'government' ? 'party' : 'government';
    expect(look([inPool(1, { block: other })])).toMatchObject({
      ...{ clearing: 'nobody', candidates: [] },
    });
  });

  it('is open until each candidate was refused for this vacancy, in the order of the register', () => {
    const good = { ...inPool(2), ratings: new Map([[2024, 'good']]) };
    const people = [inPool(1), good];
    expect(look(people).candidates.map(({ line }) => line.person.staffId)).toEqual([2, 1]);
    expect(look(people, [refusal(1)]).clearing).toBe('open');
    const elsewhere = refusal(2, { communeCode: 'n9' });
    expect(look(people, [refusal(1), elsewhere]).clearing).toBe('open');
    expect(look(people, [refusal(1), refusal(2)]).clearing).toBe('cleared');
  });

  it('counts the last refusal of a person', () => {
    const later = refusal(1, { code: 'person-declines' });
    expect(look([inPool(1)], [refusal(1), later]).candidates[0]!.refusal).toEqual(later);
  });

  it('is not offered to whom the law lets nobody move, but where they wait already', () => {
    const conditions: PersonFact['conditions'] = [
      { case: 'maternity', startsOn: '2025-01-01', endsOn: null, liftedByRequest: false },
    ];
    const bound = inPool(1, { conditions });
    expect(look([bound])).toMatchObject({
      clearing: 'cleared',
      candidates: [{ notMovable: true, refusal: null }],
    });
    expect(look([{ ...bound, communeCode: 'n1' }]).clearing).toBe('open');
  });

  it('leaves out seats that are given by hand, and those that are held', () => {
    const given = { ...world, positions: [{ ...professional, given: true }] };
    expect(vacanciesFor({ facts: given, people: [inPool(1)], context }, [VACANT], [])).toEqual([]);
    const held = { ...VACANT, vacant: 0 };
    expect(vacanciesFor({ facts: world, people: [], context }, [held], [])).toEqual([]);
  });
});
