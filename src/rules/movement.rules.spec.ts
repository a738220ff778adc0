import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../data/tables.js';
import {
  appointmentFindings,
  leavingFindings,
  movementContext,
  personNotHeard,
  receptionFindings,
  rotationFindings,
  secondmentFindings,
  secondmentTooLong,
  termEndsOn,
  transferFindings,
} from './movement.rules.js';
import type { Condition } from './no-go.rules.js';
import { parametersOn, scopesOf } from './parameters.js';
import { retirementContext, retirementOf } from './retirement.rules.js';
import { NO_GO_CASES } from './vocabulary.js';

const on = (day: string) => parametersOn(parameterRows(), day, scopesOf('11')).values;
const context = movementContext(on('2026-11-21'));

function aCondition(given: Partial<Condition> = {}): Condition {
  return {
    case: 'discipline',
    startsOn: '2026-06-01',
    endsOn: '2026-08-01',
    liftedByRequest: false,
    ...given,
  };
}

const free = { conditions: [] };
const aSecondment = {
  startsOn: '2025-10-20',
  endsOn: '2026-04-20',
  chainStartsOn: null,
  heardOn: '2025-10-10',
  decidedOn: '2025-10-17',
};

const codes = (answers: readonly { code: string }[]) => answers.map(({ code }) => code);

describe('transferFindings (Decree 170/2025, art. 25)', () => {
  it.each(NO_GO_CASES)('transferFindings forbids in the case %s and names the article', (each) => {
    const [against] = transferFindings(
      { conditions: [aCondition({ case: each })] },
      '2026-07-01',
      context,
    );
    expect(against).toMatchObject({
      code: `movement.no-go.${each}`,
      severity: 'error',
      article: 'Điều 25, 26 Nghị định 170/2025/NĐ-CP',
    });
  });

  it.each([
    ['2026-05-31', 0],
    ['2026-06-01', 1],
    ['2026-07-31', 1],
    ['2026-08-01', 0],
  ])('transferFindings on %s finds %i', (day, count) => {
    expect(transferFindings({ conditions: [aCondition()] }, day, context)).toHaveLength(count);
  });

  it('transferFindings yields to the request of the person where the law says so', () => {
    const asked = NO_GO_CASES.filter(
      (each) =>
        transferFindings(
          { conditions: [aCondition({ case: each, liftedByRequest: true })] },
          '2026-07-01',
          context,
        ).length === 0,
    );
    expect(asked).toEqual(['maternity', 'hard-circumstances']);
  });
});

describe('secondmentFindings (Decree 170/2025, art. 26)', () => {
  it('secondmentFindings finds nothing against six months of a person who was heard', () => {
    expect(secondmentFindings(free, aSecondment, context)).toEqual([]);
  });

  it('secondmentFindings tells all that stands against it at once', () => {
    const worst = { ...aSecondment, startsOn: '2026-07-01', endsOn: '2029-07-02', heardOn: null };
    const answers = secondmentFindings({ conditions: [aCondition()] }, worst, context);
    expect(codes(answers)).toEqual([
      'movement.no-go.discipline',
      'movement.secondment-too-long',
      'movement.not-heard',
    ]);
    expect(answers.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it.each([
    [null, '2028-10-19', true],
    [null, '2028-10-20', true],
    [null, '2028-10-21', false],
    ['2025-04-20', '2028-04-20', true],
    ['2025-04-20', '2028-04-21', false],
  ])('secondmentTooLong: chain from %s, until %s, holds: %s', (chainStartsOn, endsOn, holds) => {
    const answer = secondmentTooLong({ ...aSecondment, chainStartsOn, endsOn }, context);
    expect(answer === null).toBe(holds);
    if (answer) expect(answer.message).toContain('Điều 26 Nghị định 170/2025/NĐ-CP');
  });

  it('secondmentTooLong names the last day that is allowed', () => {
    const long = { ...aSecondment, endsOn: '2029-01-01' };
    expect(secondmentTooLong(long, context)?.message).toContain('19/10/2028');
  });

  it.each([
    [null, false],
    ['2025-10-16', true],
    ['2025-10-17', true],
    ['2025-10-18', false],
  ])('personNotHeard: heard on %s for a decision of 17 October, holds: %s', (heardOn, holds) => {
    expect(personNotHeard({ heardOn, decidedOn: '2025-10-17' }, context) === null).toBe(holds);
  });

  it('personNotHeard follows the parameter', () => {
    const lax = movementContext({ ...on('2026-11-21'), 'secondment.hearing-required': false });
    expect(personNotHeard({ heardOn: null, decidedOn: '2025-10-17' }, lax)).toBeNull();
  });
});

describe('rotationFindings (Decree 170/2025, art. 47 to 51)', () => {
  it.each([
    ['2029-06-30', ['movement.rotation-too-short']],
    ['2029-07-01', []],
    [null, []],
  ])('rotationFindings of a rotation from 2026-07-01 to %s: %j', (endsOn, expected) => {
    const planned = { plannedTitle: 'Phó Chủ tịch UBND xã' };
    const answers = rotationFindings(planned, { startsOn: '2026-07-01', endsOn }, context);
    expect(codes(answers)).toEqual(expected);
  });

  it.each([[null], [' ']])('rotationFindings warns of a person planned for %j', (plannedTitle) => {
    const answers = rotationFindings(
      { plannedTitle },
      { startsOn: '2026-07-01', endsOn: null },
      context,
    );
    expect(answers).toMatchObject([{ code: 'movement.not-planned', severity: 'warning' }]);
  });
});

describe('appointmentFindings (Decree 170/2025, art. 35)', () => {
  it.each([
    ['2031-07-01', []],
    ['2031-07-02', ['movement.term-too-long']],
    [null, []],
  ])('appointmentFindings of a term from 2026-07-01 to %s: %j', (endsOn, expected) => {
    const post = { group: 'leader', fit: 'related' } as const;
    const answers = appointmentFindings(post, { startsOn: '2026-07-01', endsOn }, context);
    expect(codes(answers)).toEqual(expected);
  });

  it('appointmentFindings forbids other posts and warns of a standard not met', () => {
    const post = { group: 'professional', fit: 'after-training' } as const;
    const term = { startsOn: '2026-07-01', endsOn: null };
    expect(appointmentFindings(post, term, context)).toMatchObject([
      { code: 'movement.no-leading-post', severity: 'error' },
      { code: 'movement.standard-not-met', severity: 'warning' },
    ]);
  });

  it('termEndsOn is the same day some months later', () => {
    expect(termEndsOn('2025-07-01', 60)).toBe('2030-07-01');
    expect(termEndsOn('2024-02-29', 60)).toBe('2029-02-28');
  });
});

describe('receptionFindings (Decree 170/2025: within unused quota)', () => {
  it.each([
    [31, 32, []],
    [32, 32, ['movement.no-quota']],
    [40, 32, ['movement.no-quota']],
    [31, null, ['movement.no-norm']],
  ])('receptionFindings with %i people and the norm %s: %j', (people, norm, expected) => {
    expect(codes(receptionFindings({ people, norm }, context))).toEqual(expected);
  });
});

describe('leavingFindings (Decree 135/2020)', () => {
  const retirement = (bornOn: string | null) =>
    retirementOf({ bornOn, sex: 'male' }, 'I', retirementContext(on('2026-11-21')));

  it.each([
    ['1966-03-10', '2027-12-31', ['movement.before-age']],
    ['1966-03-10', '2028-01-01', []],
    ['1966-03-10', '2028-01-02', ['movement.after-age']],
    ['1966', '2027-10-31', ['movement.before-age']],
    ['1966', '2027-11-01', []],
    ['1966', '2029-01-01', []],
    ['1966', '2029-01-02', ['movement.after-age']],
    [null, '2027-11-01', ['movement.age-unknown']],
    ['1950', '2027-11-01', []],
  ])('leavingFindings of a man born %s who leaves on %s: %j', (bornOn, leavesOn, expected) => {
    expect(codes(leavingFindings(leavesOn, retirement(bornOn), context))).toEqual(expected);
  });
});

describe('movementContext', () => {
  it('movementContext has the older cases the day before Decree 170/2025, and the limit of three years on both', () => {
    expect(on('2025-06-30')['no-go.cases']).toEqual(['maternity']);
    expect(on('2025-07-01')['no-go.cases']).toHaveLength(7);
    expect(['2025-06-30', '2025-07-01'].map((day) => on(day)['secondment.max-months'])).toEqual([
      36, 36,
    ]);
  });

  it('movementContext says what is missing before the decree instead of guessing', () => {
    expect(() => movementContext(on('2025-06-30'))).toThrow(
      expect.objectContaining({ code: 'law.parameter-missing' }),
    );
  });
});
