import { describe, expect, it } from '@jest/globals';
import {
  booleanOf,
  evidenceOf,
  isEvidence,
  isSettled,
  numberOf,
  parametersOn,
  scopesOf,
  textOf,
  textsOf,
  wholeNumberOf,
  wholeNumbersOf,
  type ParameterRow,
} from './parameters.js';

function aRow(given: Partial<ParameterRow> = {}): ParameterRow {
  return {
    key: 'cap.vice-chairs-per-commune',
    value: 2,
    scope: 'nation',
    startsOn: '2025-07-01',
    endsOn: null,
    source: { document: 'letter 03/CV-BCĐ', article: '', date: '2025-04-15' },
    evidence: 'found',
    note: '',
    ...given,
  };
}

const key = 'cap.vice-chairs-per-commune';
const changing = [
  aRow({ endsOn: '2025-11-17' }),
  aRow({ value: 2.5, startsOn: '2025-11-17', evidence: 'recalled' }),
];
const valueOn = (rows: readonly ParameterRow[], day: string, province = '11') =>
  parametersOn(rows, day, scopesOf(province)).values[key];

describe('parametersOn', () => {
  it('parametersOn takes the value of the day, the last day and the first included', () => {
    expect(valueOn(changing, '2025-11-16')).toBe(2);
    expect(valueOn(changing, '2025-11-17')).toBe(2.5);
    expect(valueOn(changing, '2025-06-30')).toBeUndefined();
  });

  it('parametersOn gives the same set for the rows reversed', () => {
    const scopes = scopesOf('11');
    expect(parametersOn([...changing].reverse(), '2026-01-01', scopes)).toEqual(
      parametersOn(changing, '2026-01-01', scopes),
    );
  });

  it('parametersOn lets the narrower scope win, and only in its own province', () => {
    const rows = [aRow({ value: 3, scope: 'province:11' }), aRow()];
    expect(valueOn(rows, '2025-07-01')).toBe(3);
    expect(valueOn(rows, '2025-07-01', '12')).toBe(2);
  });

  it('parametersOn refuses two values of one key, scope and day', () => {
    const rows = [aRow(), aRow({ value: 3 })];
    expect(() => valueOn(rows, '2025-07-01')).toThrow(
      expect.objectContaining({
        code: 'law.parameter-twice',
        details: expect.objectContaining({ key }),
      }),
    );
  });

  it('scopesOf lists the nation before the province', () => {
    expect(scopesOf('11')).toEqual(['nation', 'province:11']);
  });
});

describe('evidence', () => {
  it('evidenceOf names the marks behind the keys, the weakest first', () => {
    const rows = [...changing, aRow({ key: 'b' }), aRow({ key: 'c', evidence: 'derived' })];
    const set = parametersOn(rows, '2026-01-01', scopesOf('11'));
    expect(evidenceOf(set, ['b', key, 'c'])).toEqual(['recalled', 'derived', 'found']);
    expect(evidenceOf(set, ['b', 'nothing'])).toEqual(['found']);
  });

  it('isSettled holds for found and confirmed only', () => {
    expect((['found', 'confirmed', 'recalled', 'derived'] as const).map(isSettled)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('isEvidence knows the marks and nothing else', () => {
    expect(isEvidence('found')).toBe(true);
    expect(isEvidence('Found')).toBe(false);
    expect(isEvidence(null)).toBe(false);
  });
});

describe('typed getters', () => {
  const values = {
    half: 2.5,
    whole: 3,
    zero: 0,
    below: -1,
    yes: true,
    text: 'a',
    texts: ['a', 'b'],
    numbers: [60, 0],
  };

  it('each getter gives a value of its type', () => {
    expect(numberOf(values, 'half')).toBe(2.5);
    expect(wholeNumberOf(values, 'whole')).toBe(3);
    expect(wholeNumberOf(values, 'zero')).toBe(0);
    expect(booleanOf(values, 'yes')).toBe(true);
    expect(textOf(values, 'text')).toBe('a');
    expect(textsOf(values, 'texts')).toEqual(['a', 'b']);
    expect(wholeNumbersOf(values, 'numbers')).toEqual([60, 0]);
  });

  it('each getter names the missing key', () => {
    for (const get of [numberOf, wholeNumberOf, booleanOf, textOf, textsOf, wholeNumbersOf]) {
      expect(() => get({}, 'fit.x')).toThrow(
        expect.objectContaining({ code: 'law.parameter-missing', details: { key: 'fit.x' } }),
      );
      expect(() => get({}, 'toString')).toThrow(/toString/);
    }
  });

  it.each([
    ['numberOf', () => numberOf({ x: Number.NaN }, 'x')],
    ['wholeNumberOf', () => wholeNumberOf(values, 'half')],
    ['wholeNumberOf', () => wholeNumberOf(values, 'below')],
    ['booleanOf', () => booleanOf(values, 'zero')],
    ['textOf', () => textOf(values, 'whole')],
    ['wholeNumbersOf', () => wholeNumbersOf({ x: [1, -1] }, 'x')],
    ['textsOf', () => textsOf({ x: ['a', 1] }, 'x')],
  ])('%s refuses a value of another type', (_name, get) => {
    expect(get).toThrow(expect.objectContaining({ code: 'law.parameter-type' }));
  });
});
