import { describe, expect, it } from '@jest/globals';
import type { MovementContext } from '../../rules/movement.rules.js';
import { secondmentPlan, type Holder, type SecondmentFacts } from './secondment.plan.js';

const LAW = {
  noGo: { cases: new Set(['discipline']), liftedByRequest: new Set(), article: 'Đ25' },
  secondmentNoGo: { cases: new Set(['discipline']), liftedByRequest: new Set(), article: 'Đ26' },
  secondment: { maxMonths: 36, article: 'Đ26' },
  hearing: { required: true, article: 'Đ26' },
} as unknown as MovementContext;
const CRITERIA = { ratingYears: 1, ratings: new Set(['good']), leadingOrPlanned: true };

function aHolder(staffId: number, change: Partial<Holder> = {}): Holder {
  return {
    ...{ staffId, key: `k${staffId}`, communeCode: 'A', seated: false, qualified: true },
    ...{ absent: false, conditions: [], group: 'leader', plannedTitle: null },
    ratings: new Map([[2024, 'good']]),
    ...change,
  };
}

function plan(holders: readonly Holder[], change: Partial<SecondmentFacts<Holder>> = {}) {
  const gap = { communeCode: 'B', unitCode: 'B.KT', positionCode: 'E8', shortage: 1 };
  return secondmentPlan(
    {
      ...{ day: '2025-10-20', months: 6, gaps: [gap], holders },
      fitOf: () => ({ fit: 'exact', failed: [] }),
      kmBetween: () => 10,
      ...change,
    },
    CRITERIA,
    LAW,
  );
}

const order = (answer: ReturnType<typeof plan>, at = 0) =>
  answer.proposals[at]!.candidates.map(({ holder, proposed }) =>
    proposed ? -holder.staffId : holder.staffId,
  );

describe('secondmentPlan', () => {
  it('proposes as many as are short and names the next ones', () => {
    expect(order(plan([aHolder(1), aHolder(2)]))).toEqual([-1, 2]);
  });

  it('prefers who opens no gap, then the exact major, then the way, then the key', () => {
    const seated = aHolder(1, { seated: true });
    const near = aHolder(4, { communeCode: 'C' });
    const answer = plan([seated, aHolder(2), aHolder(3), near], {
      fitOf: ({ staffId }) => ({ fit: staffId === 2 ? 'related' : 'exact', failed: [] }),
      kmBetween: (from) => (from === 'C' ? 5 : 10),
    });
    expect(order(answer)).toEqual([-4, 3, 2, 1]);
    expect(answer.proposals[0]!.candidates.at(-1)).toMatchObject({ leavesGap: true });
  });

  it('proposes nobody twice', () => {
    const gap = { communeCode: 'B', unitCode: 'B.KT', positionCode: 'E8', shortage: 1 };
    const answer = plan([aHolder(1)], { gaps: [gap, { ...gap, unitCode: 'B.VP' }] });
    expect([order(answer, 0), order(answer, 1)]).toEqual([[-1], [1]]);
  });

  it('leaves out the own commune, who is not qualified, and a position that does not stand', () => {
    expect(order(plan([aHolder(1, { communeCode: 'B' })]))).toEqual([]);
    const fit = { fit: 'after-training', failed: ['degree'] } as const;
    expect(order(plan([aHolder(1)], { fitOf: () => fit }))).toEqual([]);
    expect(order(plan([aHolder(1)], { fitOf: () => null }))).toEqual([]);
  });

  it('counts whom each criterion, the law, or an absence keeps out', () => {
    const no = { case: 'discipline', startsOn: '2025-01-01', endsOn: null } as const;
    const answer = plan([
      aHolder(1, { ratings: new Map() }),
      aHolder(2, { group: 'professional' }),
      aHolder(3, { conditions: [{ ...no, liftedByRequest: false }] }),
      aHolder(4, { absent: true }),
      aHolder(5),
    ]);
    expect(answer.eligible).toBe(1);
    expect(answer.keptOut).toEqual({ ratings: 1, leading: 1, law: 1, absent: 1 });
    expect(order(answer)).toEqual([-5]);
  });
});
