import { describe, expect, it } from '@jest/globals';
import {
  caseOf,
  fieldsNotOf,
  groupOfMajor,
  mustAgree,
  seenKind,
  wrongFile,
  wrongSpan,
} from './event.rules.js';
import { EVENT_KINDS } from './person-event.js';

describe('fieldsNotOf', () => {
  it('lets a degree change the degree and a marriage the spouse, and nothing else', () => {
    expect(fieldsNotOf('degree', ['degree', 'majorGroup'])).toEqual([]);
    expect(fieldsNotOf('degree', ['fullName', 'degree', 'plannedTitle'])).toEqual([
      'fullName',
      'plannedTitle',
    ]);
    expect(fieldsNotOf('marriage', ['spousePersonalNumber', 'degree'])).toEqual(['degree']);
  });

  it('lets a correction change all of them, and a case none', () => {
    expect(fieldsNotOf('correction', ['fullName', 'coefficient', 'spousePersonalNumber'])).toEqual(
      [],
    );
    expect(fieldsNotOf('maternity', ['fullName'])).toEqual(['fullName']);
  });
});

describe('caseOf, seenKind', () => {
  it('are a case for maternity and discipline only, and name neither', () => {
    expect(EVENT_KINDS.map((kind) => [caseOf(kind), seenKind(kind)])).toEqual([
      [null, 'newcomer'],
      [null, 'correction'],
      [null, 'degree'],
      [null, 'marriage'],
      ['maternity', 'case'],
      ['discipline', 'case'],
    ]);
  });
});

describe('groupOfMajor', () => {
  const known = [{ spelling: 'Luật kinh tế', majorGroup: 'law' }];

  it.each([
    [{ major: 'LUẬT KINH TẾ' }, 'law'],
    [{ major: 'Ngành lạ' }, null],
    [{ major: 'Luật kinh tế', majorGroup: 'economics' }, 'economics'],
    [{ degree: 'master' }, undefined],
  ])('groupOfMajor of %j is %s', (values, group) => {
    expect(groupOfMajor(values, known)).toBe(group);
  });
});

describe('wrongSpan', () => {
  const TODAY = '2026-03-01';
  const span = { effectiveOn: TODAY, endsOn: null, liftedByRequest: false };

  it.each([
    ['a case that is open', 'maternity', {}, true],
    ['a case that begins later', 'maternity', { effectiveOn: '2026-05-01' }, true],
    ['a case of one day', 'discipline', { endsOn: '2026-03-02' }, true],
    ['a case that ends on its first day', 'discipline', { endsOn: TODAY }, false],
    ['a case that ends before it begins', 'maternity', { endsOn: '2026-02-01' }, false],
    ['a degree of today', 'degree', {}, true],
    ['a degree of tomorrow', 'degree', { effectiveOn: '2026-03-02' }, false],
    ['a marriage with an end', 'marriage', { endsOn: '2026-05-01' }, false],
    ['a correction by request', 'correction', { liftedByRequest: true }, false],
  ] as const)('of %s', (_what, kind, change, may) => {
    expect(wrongSpan(kind, { ...span, ...change }, TODAY) === null).toBe(may);
  });
});

describe('mustAgree', () => {
  it('holds for days and the spouse, not for what agrees with nothing', () => {
    expect(mustAgree(['fullName', 'bornOn'])).toBe(true);
    expect(mustAgree(['spousePersonalNumber'])).toBe(true);
    expect(mustAgree(['fullName', 'degree'])).toBe(false);
    expect(mustAgree([])).toBe(false);
  });
});

describe('wrongFile', () => {
  const file = {
    bornOn: '1985-02-20',
    recruitedOn: '2010-03-01',
    personalNumber: '011085000001',
    spousePersonalNumber: null,
  };

  it.each([
    ['as it is', {}, null],
    ['without days', { bornOn: null, recruitedOn: null }, null],
    ['recruited in the year of birth', { bornOn: '2010' }, null],
    ['recruited before born', { bornOn: '2010-04' }, 'trước ngày sinh'],
    ['recruited in an earlier year', { recruitedOn: '1984' }, 'trước ngày sinh'],
    ['born tomorrow', { bornOn: '2026-03-02', recruitedOn: null }, 'Ngày sinh'],
    ['born next year', { bornOn: '2027', recruitedOn: null }, 'Ngày sinh'],
    ['recruited next month', { recruitedOn: '2026-04' }, 'Ngày tuyển dụng'],
    ['married to somebody', { spousePersonalNumber: '011185000002' }, null],
    ['married to oneself', { spousePersonalNumber: '011085000001' }, 'chính người này'],
  ])('of somebody %s', (_what, change, wanted) => {
    const wrong = wrongFile({ ...file, ...change }, '2026-03-01');
    if (wanted === null) expect(wrong).toBeNull();
    else expect(wrong).toContain(wanted);
  });
});
