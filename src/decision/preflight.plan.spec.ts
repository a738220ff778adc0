import { describe, expect, it } from '@jest/globals';
import { absentPeople, preflightChecks, type PreflightFacts } from './preflight.plan.js';

const READY: PreflightFacts = {
  scenario: { state: 'approved', effectiveOn: '2025-07-01' } as PreflightFacts['scenario'],
  run: { pinsChanged: false, breaches: [] },
  ...{ contentHolds: true, changed: [], unitsMerged: 0, decidedSince: 0, seatsGone: 0, absent: 0 },
  today: '2025-07-01',
};
const codes = (change: Partial<PreflightFacts>): string[] =>
  preflightChecks({ ...READY, ...change }).map(({ code, severity }) => `${severity} ${code}`);

describe('preflightChecks', () => {
  it('finds nothing against an approved plan on its day', () => {
    expect(codes({})).toEqual([]);
  });

  it('tells of a day that has not come, one day before it', () => {
    expect(codes({ today: '2025-06-30' })).toEqual(['warning before-day']);
  });

  it.each([
    ['not-approved', { scenario: { ...READY.scenario, state: 'agreed' as const } }],
    ['content-changed', { contentHolds: false }],
    ['no-run', { run: null }],
    ['run-stale', { run: { ...READY.run!, pinsChanged: true } }],
    ['people-gone', { changed: [{ what: 'people-gone' as const, keys: ['a'] }] }],
    ['units-merged', { unitsMerged: 2 }],
    ['decided-since', { decidedSince: 1 }],
    ['seats-gone', { seatsGone: 1 }],
  ])('refuses: %s', (code, change) => {
    expect(codes(change)).toEqual([`error ${code}`]);
  });

  it('puts errors first, counts each, and refuses no change of the law', () => {
    const changed = [
      { what: 'law' as const, keys: ['a', 'b'] },
      { what: 'people-changed' as const, keys: ['x'] },
    ];
    expect(preflightChecks({ ...READY, changed, absent: 3 })).toMatchObject([
      { code: 'people-changed', severity: 'error', count: 1 },
      { code: 'law', severity: 'warning', count: 2 },
      { code: 'absent', severity: 'warning', count: 3 },
    ]);
  });
});

describe('absentPeople', () => {
  const who = (key: string, noGo: string, endsOn: string | null) => ({
    ...{
      key,
      conditions: [{ case: noGo, startsOn: '2025-01-01', endsOn, liftedByRequest: false }],
    },
  });

  it('finds who studies, is seconded or on maternity leave on the day, and nobody else', () => {
    const people = [
      who('a', 'study-or-seconded', null),
      who('b', 'maternity', '2025-07-02'),
      who('c', 'maternity', '2025-07-01'),
      who('d', 'discipline', null),
    ] as unknown as Parameters<typeof absentPeople>[0]['people'];
    expect(absentPeople({ people }, '2025-07-01').map(({ key }) => key)).toEqual(['a', 'b']);
  });
});
