import { describe, expect, it } from '@jest/globals';
import type { SeatLevel } from '../../rules/seat-level.rules.js';
import type { MovementContext } from '../../rules/movement.rules.js';
import { secondmentPlan, type Holder, type SecondmentFacts } from './secondment.plan.js';

const LAW = {
  noGo: { cases: new Set(['discipline']), liftedByRequest: new Set(), article: 'Đ25' },
  secondmentNoGo: { cases: new Set(['discipline']), liftedByRequest: new Set(), article: 'Đ26' },
  secondment: { maxMonths: 36, article: 'Đ26' },
  hearing: { required: true, article: 'Đ26' },
} as unknown as MovementContext;
const CRITERIA = {
  ...{ ratingYears: 1, ratings: new Set(['good']), leadingOrPlanned: true },
  mostLevelsDown: 1,
};

function aHolder(staffId: number, change: Partial<Holder> = {}): Holder {
  return {
    ...{ staffId, key: `k${staffId}`, communeCode: 'A', seated: false, qualified: true },
    ...{ unitCode: 'A.KT', positionCode: 'L4' },
    ...{ absent: false, conditions: [], group: 'leader', plannedTitle: null },
    ratings: new Map([[2024, 'good']]),
    ...change,
  };
}

const GAP = {
  ...{ communeCode: 'B', unitCode: 'B.KT', positionCode: 'E8', shortage: 1, required: false },
  remoteness: 0,
};
/** A secretary, a deputy head, a specialist. */
const LEVELS: Readonly<Record<string, SeatLevel>> = { BT: 2, L4: 1, E8: 0 };

function plan(holders: readonly Holder[], change: Partial<SecondmentFacts<Holder>> = {}) {
  return secondmentPlan(
    {
      ...{ day: '2025-10-20', months: 6, gaps: [GAP], holders },
      levelOf: (code) => LEVELS[code] ?? null,
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
    const seated = aHolder(1, { seated: true, unitCode: 'A.VP' });
    const near = aHolder(4, { communeCode: 'C' });
    const answer = plan([seated, aHolder(2), aHolder(3), near], {
      fitOf: ({ staffId }) => ({ fit: staffId === 2 ? 'related' : 'exact', failed: [] }),
      kmBetween: (from) => (from === 'C' ? 5 : 10),
    });
    expect(order(answer)).toEqual([-4, 3, 2, 1]);
    expect(answer.proposals[0]!.candidates.at(-1)).toMatchObject({ leavesGap: true });
  });

  it('proposes nobody twice', () => {
    const answer = plan([aHolder(1)], { gaps: [GAP, { ...GAP, unitCode: 'B.VP' }] });
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

  it('does not offer a secretary for a specialist, nor a specialist who is not planned for a deputy', () => {
    const secretary = aHolder(1, { positionCode: 'BT' });
    const answer = plan([secretary, aHolder(2)]);
    expect(order(answer)).toEqual([-2]);
    expect(answer.proposals[0]!.notFor).toEqual({ sameCommune: 0, level: 1, fit: 0 });
    const specialist = aHolder(3, { positionCode: 'E8', group: 'leader' });
    const deputy = { gaps: [{ ...GAP, positionCode: 'L4' }] };
    expect(order(plan([specialist], deputy))).toEqual([]);
    expect(order(plan([{ ...specialist, plannedTitle: 'Phó phòng' }], deputy))).toEqual([-3]);
  });

  it('says of a gap without anybody how many are out for which reason', () => {
    const fit = { fit: 'out-of-field', failed: ['major'] } as const;
    const answer = plan(
      [aHolder(1), aHolder(2, { communeCode: 'B' }), aHolder(3, { positionCode: 'BT' })],
      { fitOf: () => fit },
    );
    expect(answer.proposals[0]).toMatchObject({
      ...{ candidates: [], notFor: { sameCommune: 1, level: 1, fit: 1 } },
    });
  });

  it('fills all gaps at once: who suits only one is not given away to another', () => {
    const gaps = [GAP, { ...GAP, unitCode: 'B.VP', positionCode: 'O1' }];
    const answer = plan([aHolder(1), aHolder(2)], {
      gaps,
      fitOf: ({ staffId }, code) =>
        staffId === 1 || code === 'E8' ? { fit: 'exact', failed: [] } : null,
      levelOf: () => 0,
      kmBetween: () => 10,
    });
    expect([order(answer, 0), order(answer, 1)]).toEqual([[-2, 1], [-1]]);
  });

  it('takes senders with somebody to spare first, and says when the next one makes them short', () => {
    const seated = { seated: true, unitCode: 'C.KT', communeCode: 'C' } as const;
    const spare = aHolder(9, { ...seated, seated: false, ratings: new Map() });
    const holders = [aHolder(1, { seated: true }), aHolder(2, seated), aHolder(3, seated), spare];
    const one = plan(holders);
    expect(one.proposals[0]!.candidates[0]).toMatchObject({
      ...{ holder: { communeCode: 'C' }, proposed: true, leavesGap: false },
    });
    const two = plan(holders, { gaps: [{ ...GAP, shortage: 3 }] });
    const short = two.proposals[0]!.candidates.map(({ holder, leavesGap }) => [
      ...[holder.communeCode, leavesGap],
    ]);
    expect(short.filter(([, leaves]) => leaves)).toHaveLength(2);
    expect(short.filter(([, leaves]) => !leaves)).toEqual([['C', false]]);
  });

  it('fills a required seat before another', () => {
    const gaps = [GAP, { ...GAP, unitCode: 'B.VP', required: true }];
    const answer = plan([aHolder(1)], { gaps });
    expect([order(answer, 0), order(answer, 1)]).toEqual([[1], [-1]]);
  });

  it('goes to the remote seat, however far, before a near one', () => {
    const gaps = [GAP, { ...GAP, communeCode: 'R', unitCode: 'R.KT', remoteness: 2 }];
    const answer = plan([aHolder(1)], { gaps, kmBetween: (_from, to) => (to === 'R' ? 150 : 1) });
    expect([order(answer, 0), order(answer, 1)]).toEqual([[1], [-1]]);
  });
});
