import { describe, expect, it } from '@jest/globals';
import { caseOf, fieldsNotOf, groupOfMajor, seenKind } from './event.rules.js';
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
