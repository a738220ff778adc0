import { describe, expect, it } from '@jest/globals';
import { datesMustFollow, isSurelyAfter, payMustBeOnLadder } from './row.rules.js';

type Dates = Parameters<typeof datesMustFollow>[0];

const PARAMETERS = {
  'roster.recruited.youngest-years': 18,
  'roster.serving.oldest-years': 65,
  'roster.party.youngest-years': 18,
  'roster.party.probation-months': 12,
  'salary.coefficient-tolerance': 0.005,
  'salary.over-grade.first-percent': 5,
};

const LIFE: Dates = {
  bornOn: '1980-05-12',
  recruitedOn: '1998-05-12',
  partyProbationaryOn: '2005-02-03',
  partyOfficialOn: '2006-02-03',
  stepOn: '2023-01-01',
};

function faults(change: Partial<Dates>, parameters: Record<string, number> = PARAMETERS) {
  return datesMustFollow({ ...LIFE, ...change }, '2025-06-30', parameters).map(
    ({ field, code, severity }) => [field, code, severity],
  );
}

describe('isSurelyAfter', () => {
  it('compares as far as both days are known', () => {
    expect(isSurelyAfter('1981', '1980-12-31')).toBe(true);
    expect(isSurelyAfter('1980', '1980-12-31')).toBe(false);
    expect(isSurelyAfter('1980-05', '1980')).toBe(false);
    expect(isSurelyAfter('1980-05-02', '1980-05-01')).toBe(true);
    expect(isSurelyAfter('1980-05-01', '1980-05-01')).toBe(false);
  });
});

describe('datesMustFollow', () => {
  it('warns of somebody too young for any post, on the day of the roster and not a day later', () => {
    const nothing = { recruitedOn: null, partyProbationaryOn: null, partyOfficialOn: null };
    const at = (bornOn: string) => faults({ ...nothing, stepOn: null, bornOn });
    expect(at('2007-06-30')).toEqual([]);
    expect(at('2007')).toEqual([]);
    expect(at('2007-07-01')).toEqual([['bornOn', 'roster.date-young', 'warning']]);
    expect(at('2010-08-15')).toEqual([['bornOn', 'roster.date-young', 'warning']]);
  });

  it('is silent for a life in order, on the boundary of each limit, and for what is not known', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ recruitedOn: '1998' })).toEqual([]);
    expect(faults({ bornOn: null, partyProbationaryOn: null })).toEqual([]);
    expect(faults({ bornOn: '1960-06-30', recruitedOn: null })).toEqual([]);
  });

  it.each<[string, Partial<Dates>, string, string, string]>([
    ['a birth after the roster', { bornOn: '2045' }, 'bornOn', 'roster.date-future', 'error'],
    [
      'recruited before birth',
      { recruitedOn: '1979' },
      'recruitedOn',
      'roster.date-order',
      'error',
    ],
    [
      'official before admitted',
      { partyOfficialOn: '2004' },
      'partyOfficialOn',
      'roster.date-order',
      'error',
    ],
    ['a step before recruitment', { stepOn: '1990' }, 'stepOn', 'roster.date-order', 'warning'],
    [
      'recruited a day too young',
      { recruitedOn: '1998-05-11' },
      'recruitedOn',
      'roster.date-young',
      'warning',
    ],
    [
      'a member too young',
      { partyProbationaryOn: '1990', partyOfficialOn: null },
      'partyProbationaryOn',
      'roster.date-young',
      'warning',
    ],
    [
      'probation a day too short',
      { partyOfficialOn: '2006-02-02' },
      'partyOfficialOn',
      'roster.date-probation',
      'warning',
    ],
    [
      'a day too old to serve',
      { bornOn: '1960-06-29', recruitedOn: null },
      'bornOn',
      'roster.date-old',
      'warning',
    ],
  ])('reports %s', (_what, change, field, code, severity) => {
    expect(faults(change)).toContainEqual([field, code, severity]);
  });

  it('takes its limits from the parameters, and checks none that is not in force', () => {
    expect(faults({ recruitedOn: '1999' }, { 'roster.recruited.youngest-years': 20 })).toEqual([
      ['recruitedOn', 'roster.date-young', 'warning'],
    ]);
    expect(faults({ recruitedOn: '1990', partyOfficialOn: '2005-03-01' }, {})).toEqual([]);
  });

  it('names no date of the Party in its message', () => {
    const [fault] = datesMustFollow({ ...LIFE, partyOfficialOn: '2004-01-02' }, '2025-06-30', {});
    expect(fault?.message).not.toMatch(/\d/);
  });
});

describe('payMustBeOnLadder', () => {
  const LADDER = [
    { step: 1, coefficient: 2.34 },
    { step: 2, coefficient: 2.67 },
  ];
  const codes = (
    coefficient: number,
    step: number | null,
    overGradePercent: number | null = null,
  ) =>
    payMustBeOnLadder(
      { rank: '01.003', coefficient, step, overGradePercent },
      LADDER,
      PARAMETERS,
    ).map(({ field, code }) => [field, code]);

  it('holds for a step with its coefficient, and without a ladder', () => {
    expect(codes(2.34, 1)).toEqual([]);
    expect(
      payMustBeOnLadder(
        { rank: 'x', coefficient: 9, step: 9, overGradePercent: null },
        [],
        PARAMETERS,
      ),
    ).toEqual([]);
  });

  it('reports a coefficient of no step, of another step, and over-grade before the last', () => {
    expect(codes(2.5, 1)).toEqual([['coefficient', 'roster.pay-off-ladder']]);
    expect(codes(2.67, 1)).toEqual([['step', 'roster.pay-other-step']]);
    expect(codes(2.34, 1, 5)).toEqual([['overGradePercent', 'roster.pay-over-grade']]);
  });
});
