import { describe, expect, it } from '@jest/globals';
import { noGoCasesOn, noGoContext, noGoOn, withoutCases, type Condition } from './no-go.rules.js';
import { parameterRows } from '../../data/tables.js';
import { parametersOn, scopesOf } from './parameters.js';
import { NO_GO_CASES } from './vocabulary.js';

const context = noGoContext({
  'no-go.cases': [...NO_GO_CASES],
  'no-go.movements': ['transfer', 'secondment'],
  'no-go.lifted-by-request': ['maternity', 'hard-circumstances'],
  'no-go.article': 'Điều 25, 26 Nghị định 170/2025/NĐ-CP',
});

function aCondition(given: Partial<Condition> = {}): Condition {
  return {
    case: 'discipline',
    startsOn: '2025-06-01',
    endsOn: '2025-08-01',
    liftedByRequest: false,
    ...given,
  };
}

describe('withoutCases', () => {
  it('leaves no word of any case, with or without request and full stop', () => {
    for (const each of NO_GO_CASES) {
      const noGo = noGoOn([aCondition({ case: each })], '2025-07-01', context);
      const { message } = noGo!;
      expect(withoutCases(message)).toBe('Có điều kiện riêng (được bảo vệ).');
      expect(
        withoutCases(`3 chỉ tiêu: không được điều động: ${message.replace(/\.$/, '')}; 2 …`),
      ).toBe('3 chỉ tiêu: không được điều động: có điều kiện riêng (được bảo vệ); 2 …');
    }
  });

  it('leaves other words alone', () => {
    expect(withoutCases('Đúng chuyên môn: đại học, ngành luật.')).toBe(
      'Đúng chuyên môn: đại học, ngành luật.',
    );
  });
});

describe('noGoOn', () => {
  it.each(NO_GO_CASES)('noGoOn stops a person in the case %s and names the article', (each) => {
    const answer = noGoOn([aCondition({ case: each })], '2025-07-01', context);
    expect(answer).toMatchObject({ case: each, endsOn: '2025-08-01' });
    expect(answer?.message).toContain('Điều 25, 26 Nghị định 170/2025/NĐ-CP');
  });

  it('noGoOn lets a person without a case go', () => {
    expect(noGoOn([], '2025-07-01', context)).toBeNull();
  });

  it('noGoOn counts the first day of a case and not the day of its end', () => {
    const days = ['2025-05-31', '2025-06-01', '2025-07-31', '2025-08-01'];
    expect(days.map((day) => noGoOn([aCondition()], day, context) !== null)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('noGoOn yields to a request in maternity and hard circumstances only', () => {
    const lifted = NO_GO_CASES.filter(
      (each) =>
        noGoOn([aCondition({ case: each, liftedByRequest: true })], '2025-07-01', context) === null,
    );
    expect(lifted).toEqual(['maternity', 'hard-circumstances']);
  });

  it('noGoOn says of a case that a request would lift it', () => {
    const answer = noGoOn([aCondition({ case: 'maternity' })], '2025-07-01', context);
    expect(answer?.liftableByRequest).toBe(true);
    expect(answer?.message).toContain('tự nguyện đề nghị');
  });

  it('noGoOn names the case that stands longest, whatever the order', () => {
    const ending = aCondition({ case: 'discipline', endsOn: '2025-09-01' });
    const longer = aCondition({ case: 'maternity', endsOn: '2026-01-01' });
    const open = aCondition({ case: 'other', endsOn: null });
    for (const order of [
      [ending, longer, open],
      [open, longer, ending],
    ]) {
      expect(noGoOn(order, '2025-07-01', context)).toMatchObject({ case: 'other', endsOn: null });
    }
    expect(noGoOn([ending, longer], '2025-07-01', context)?.case).toBe('maternity');
  });

  it('noGoOn takes the law’s order between cases that end together', () => {
    const both = [aCondition({ case: 'other' }), aCondition({ case: 'prosecution' })];
    expect(noGoOn(both, '2025-07-01', context)?.case).toBe('prosecution');
  });

  it('noGoOn leaves out a case that the law of the day does not know', () => {
    const old = noGoContext({
      'no-go.cases': ['maternity'],
      'no-go.lifted-by-request': [],
      'no-go.article': 'Điều 53',
    });
    expect(noGoOn([aCondition()], '2025-07-01', old)).toBeNull();
    const asked = aCondition({ case: 'maternity', liftedByRequest: true });
    expect(noGoOn([asked], '2025-07-01', old)?.liftableByRequest).toBe(false);
  });
});

describe('noGoCasesOn', () => {
  it('noGoCasesOn lists each standing case once, in the law’s order', () => {
    const conditions = [
      aCondition({ case: 'other' }),
      aCondition({ case: 'discipline' }),
      aCondition({ case: 'discipline', endsOn: null }),
      aCondition({ case: 'maternity', liftedByRequest: true }),
      aCondition({ case: 'prosecution', endsOn: '2025-07-01' }),
    ];
    expect(noGoCasesOn(conditions, '2025-07-01', context)).toEqual(['discipline', 'other']);
    expect(noGoCasesOn([], '2025-07-01', context)).toEqual([]);
  });
});

describe('noGoContext', () => {
  it.each([
    ['2025-06-30', 'transfer', []],
    ['2025-06-30', 'secondment', ['maternity']],
    ['2025-07-01', 'transfer', ['discipline', 'maternity']],
    ['2025-07-01', 'secondment', ['discipline', 'maternity']],
  ] as const)('noGoContext on %s stands against a %s by %j', (day, movement, cases) => {
    const law = noGoContext(parametersOn(parameterRows(), day, scopesOf('11')).values, movement);
    const all = [aCondition(), aCondition({ case: 'maternity' })].map((each) => ({
      ...each,
      ...{ startsOn: '2025-01-01', endsOn: null },
    }));
    expect(noGoCasesOn(all, day, law)).toEqual(cases);
  });

  it('noGoContext bars both where the facts were frozen without the parameter', () => {
    const { 'no-go.movements': _later, ...frozen } = parametersOn(
      parameterRows(),
      '2025-07-01',
      scopesOf('11'),
    ).values;
    expect(noGoContext(frozen, 'transfer').cases.size).toBe(7);
  });

  it('noGoContext names the missing parameter', () => {
    expect(() => noGoContext({ 'no-go.cases': [] })).toThrow(/no-go\.lifted-by-request/);
  });
});
