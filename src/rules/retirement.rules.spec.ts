import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../data/tables.js';
import { addMonths, MONTHS_PER_YEAR } from './months.js';
import { evidenceOf, parametersOn, scopesOf } from './parameters.js';
import {
  RETIREMENT_KEYS,
  retirementAgeMonths,
  retirementContext,
  retirementOf,
  type RetirementAppendix,
} from './retirement.rules.js';
import type { Sex } from './vocabulary.js';

const parameters = parametersOn(parameterRows(), '2026-11-21', scopesOf('11'));
const context = retirementContext(parameters.values);

/** Appendix, sex, first and last month of birth, age: DOMAIN 1.11 row by row. */
const TABLE = `
I  male   1961-01 1961-09 60y3m
I  male   1961-10 1962-06 60y6m
I  male   1962-07 1963-03 60y9m
I  male   1963-04 1963-12 61y0m
I  male   1964-01 1964-09 61y3m
I  male   1964-10 1965-06 61y6m
I  male   1965-07 1966-03 61y9m
I  male   1966-04 1999-12 62y0m
I  female 1966-01 1966-08 55y4m
I  female 1966-09 1967-04 55y8m
I  female 1967-05 1967-12 56y0m
I  female 1968-01 1968-08 56y4m
I  female 1968-09 1969-04 56y8m
I  female 1969-05 1969-12 57y0m
I  female 1970-01 1970-08 57y4m
I  female 1970-09 1971-04 57y8m
I  female 1971-05 1971-12 58y0m
I  female 1972-01 1972-08 58y4m
I  female 1972-09 1973-04 58y8m
I  female 1973-05 1973-12 59y0m
I  female 1974-01 1974-08 59y4m
I  female 1974-09 1975-04 59y8m
I  female 1975-05 1999-12 60y0m
II male   1966-01 1966-09 55y3m
II male   1966-10 1967-06 55y6m
II male   1967-07 1968-03 55y9m
II male   1968-04 1968-12 56y0m
II male   1969-01 1969-09 56y3m
II male   1969-10 1970-06 56y6m
II male   1970-07 1971-03 56y9m
II male   1971-04 1999-12 57y0m
II female 1971-01 1971-08 50y4m
II female 1971-09 1972-04 50y8m
II female 1972-05 1972-12 51y0m
II female 1973-01 1973-08 51y4m
II female 1973-09 1974-04 51y8m
II female 1974-05 1974-12 52y0m
II female 1975-01 1975-08 52y4m
II female 1975-09 1976-04 52y8m
II female 1976-05 1976-12 53y0m
II female 1977-01 1977-08 53y4m
II female 1977-09 1978-04 53y8m
II female 1978-05 1978-12 54y0m
II female 1979-01 1979-08 54y4m
II female 1979-09 1980-04 54y8m
II female 1980-05 1999-12 55y0m`;

const rows = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [appendix, sex, from, to, age] = line.trim().split(/\s+/) as [
      RetirementAppendix,
      Sex,
      string,
      string,
      string,
    ];
    const [years, months] = age.split(/[ym]/).map(Number) as [number, number];
    return { appendix, sex, from, to, ageMonths: years * MONTHS_PER_YEAR + months };
  });

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let day = `${from}-01`; day.slice(0, 7) <= to; day = addMonths(day, 1)) {
    months.push(day.slice(0, 7));
  }
  return months;
}

describe('retirementOf', () => {
  it.each(rows)(
    'retirementOf gives $appendix $sex born $from to $to the age of the table, each month',
    ({ appendix, sex, from, to, ageMonths }) => {
      for (const bornOn of monthsBetween(from, to)) {
        const answer = retirementOf({ bornOn, sex }, appendix, context);
        const date = { retiresOn: addMonths(`${bornOn}-01`, ageMonths + 1), ageMonths };
        expect([bornOn, answer]).toEqual([
          bornOn,
          { kind: 'dated', appendix, earliest: date, latest: date, byIncompleteRule: null },
        ]);
      }
    },
  );

  it.each([
    ['I', 'male', '1960-12'],
    ['I', 'female', '1965-12'],
    ['II', 'male', '1965-12'],
    ['II', 'female', '1970-12'],
    ['I', 'male', '1960'],
  ] as const)('retirementOf computes no date before the table: %s %s %s', (appendix, sex, born) => {
    expect(retirementOf({ bornOn: born, sex }, appendix, context)).toEqual({
      kind: 'before-decree',
    });
  });

  it('retirementOf counts the month of birth, on its first and its last day alike', () => {
    const on = (bornOn: string) => retirementOf({ bornOn, sex: 'male' }, 'I', context);
    expect(on('1966-03-31')).toEqual(on('1966-03-01'));
    expect(on('1966-03-31')).toMatchObject({ earliest: { retiresOn: '2028-01-01' } });
    expect(on('1966-04-01')).toMatchObject({ earliest: { retiresOn: '2028-05-01' } });
  });

  it('retirementOf gives a range where only the year is known, and the rule for incomplete files beside it', () => {
    expect(retirementOf({ bornOn: '1966', sex: 'male' }, 'I', context)).toEqual({
      kind: 'dated',
      appendix: 'I',
      earliest: { retiresOn: '2027-11-01', ageMonths: 741 },
      latest: { retiresOn: '2029-01-01', ageMonths: 744 },
      byIncompleteRule: { retiresOn: '2027-11-01', ageMonths: 741 },
    });
  });

  it('retirementOf takes the month of the rule for incomplete files from the parameter', () => {
    const december = retirementContext({ ...parameters.values, 'retirement.incomplete.month': 12 });
    expect(retirementOf({ bornOn: '1966', sex: 'male' }, 'I', december)).toMatchObject({
      earliest: { retiresOn: '2027-11-01' },
      byIncompleteRule: { retiresOn: '2029-01-01' },
    });
  });

  it.each([
    [null, 'male', ['birth']],
    ['1970-01', null, ['sex']],
    [null, null, ['birth', 'sex']],
  ] as const)('retirementOf names what is missing of %s, %s', (bornOn, sex, missing) => {
    expect(retirementOf({ bornOn, sex }, 'I', context)).toEqual({ kind: 'unknown', missing });
  });
});

describe('retirementAgeMonths', () => {
  it.each([
    [2020, 'male', 720],
    [2021, 'male', 723],
    [2027, 'male', 741],
    [2028, 'male', 744],
    [2031, 'male', 744],
    [2021, 'female', 664],
    [2034, 'female', 716],
    [2035, 'female', 720],
    [2036, 'female', 720],
    [2010, 'female', 660],
  ] as const)('retirementAgeMonths in %i of %s is %i', (year, sex, expected) => {
    expect(retirementAgeMonths(year, sex, 'I', context)).toBe(expected);
    expect(retirementAgeMonths(year, sex, 'II', context)).toBe(expected - 60);
  });
});

describe('retirementContext', () => {
  it('retirementContext reads every key that it names, and says that they are recalled', () => {
    for (const key of RETIREMENT_KEYS) {
      const { [key]: _left, ...others } = parameters.values;
      expect(() => retirementContext(others)).toThrow(new RegExp(key));
    }
    expect(evidenceOf(parameters, RETIREMENT_KEYS)).toEqual(['recalled']);
  });
});
