import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEGREES } from '../../rules/vocabulary.js';
import {
  AGE_BANDS,
  ageBandOf,
  type CountedPerson,
  isMinority,
  isPartyMember,
  isStated,
  MANAGEMENT_LEVELS,
  managementLevelOf,
  RANK_LEVELS,
  rankLevelOf,
  statisticsOf,
  THEORY_LEVELS,
  theoryLevelOf,
} from './statistics.rules.js';

const ON = '2025-06-30';
const LEVELS = new Map([
  ['01.003', 3],
  ['01.001', 5],
]);

function aPerson(given: Partial<CountedPerson> = {}): CountedPerson {
  return {
    ...{ sex: null, bornOn: null, ethnicity: null, religion: null, partyProbationaryOn: null },
    ...{ partyOfficialOn: null, rankCode: null, degree: null, politicalTheory: null },
    ...{ stateManagement: null, informatics: null, foreignLanguage: null, ...given },
  };
}

describe('ageBandOf', () => {
  it.each([
    ['1995-06-30', 'to30'],
    ['1994-07-01', 'to30'],
    ['1994-06-30', '31to40'],
    ['1984-06-30', '41to50'],
    ['1974-06-30', '51to60'],
    ['1965-06-30', '51to60'],
    ['1964-06-30', 'over60'],
    ['1964-07-01', '51to60'],
    ['1964-07', '51to60'],
    ['1964-06', 'over60'],
    ['1964', 'over60'],
    ['1965', '51to60'],
    [null, 'unknown'],
  ])('of %s on 30 June 2025 is %s', (bornOn, band) => {
    expect(ageBandOf(bornOn, ON)).toBe(band);
  });
});

describe('isStated, isMinority, isPartyMember', () => {
  it('take "Không" and a dash for nothing', () => {
    expect(['Không', '-', '', null, 'Tin học B'].map(isStated)).toEqual([
      ...[false, false, false, false],
      true,
    ]);
  });

  it('count every people but the Kinh, and nobody whose people is not known', () => {
    expect(['Thái', 'KINH', 'Kinh', null].map(isMinority)).toEqual([true, false, false, false]);
  });

  it('count who was admitted on probation', () => {
    expect(isPartyMember({ partyProbationaryOn: '2001', partyOfficialOn: null })).toBe(true);
    expect(isPartyMember({ partyProbationaryOn: null, partyOfficialOn: null })).toBe(false);
  });
});

describe('theoryLevelOf, managementLevelOf, rankLevelOf', () => {
  it('read the words that rosters use', () => {
    expect(
      ['Cao cấp', 'Cử nhân', 'Trung cấp', 'SC', 'Sơ cấp', 'Không', null].map(theoryLevelOf),
    ).toEqual(['high', 'high', 'intermediate', 'primary', 'primary', 'none', 'none']);
    expect(
      ['Chuyên viên cao cấp', 'CVC', 'Chuyên viên chính', 'Chuyên viên', 'Cán sự', null].map(
        managementLevelOf,
      ),
    ).toEqual(['senior', 'principal', 'principal', 'specialist', 'other', 'none']);
  });

  it('know a rank by the catalogue only', () => {
    expect(['01.001', '01.003', '99.999', null].map((code) => rankLevelOf(code, LEVELS))).toEqual([
      '5',
      '3',
      'unknown',
      'unknown',
    ]);
  });
});

describe('statisticsOf', () => {
  it('counts nobody as nobody', () => {
    expect(statisticsOf([], { on: ON, rankLevels: LEVELS })).toEqual({ total: 0 });
  });

  it('each family of columns sums to the total, whoever the people are', () => {
    const text = fc.option(fc.constantFrom('Cao cấp', 'Trung cấp', 'Không', 'Chuyên viên', 'B1'), {
      nil: null,
    });
    const person = fc.record({
      sex: fc.constantFrom('male' as const, 'female' as const, null),
      bornOn: fc.constantFrom('1980-05-12', '1980-05', '1960', null),
      ...{ ethnicity: text, religion: text, politicalTheory: text, stateManagement: text },
      ...{ informatics: text, foreignLanguage: text },
      ...{
        partyProbationaryOn: fc.constantFrom('2001', null),
        partyOfficialOn: fc.constantFrom('2002', null),
      },
      rankCode: fc.constantFrom('01.003', '01.001', 'x', null),
      degree: fc.constantFrom(...DEGREES, null),
    });
    const families = {
      rank: RANK_LEVELS,
      degree: [...DEGREES, 'unknown'],
      theory: THEORY_LEVELS,
      management: MANAGEMENT_LEVELS,
      age: AGE_BANDS,
    };
    fc.assert(
      fc.property(fc.array(person), (people) => {
        const counts = statisticsOf(people, { on: ON, rankLevels: LEVELS });
        for (const [family, keys] of Object.entries(families)) {
          const sum = keys.reduce((all, key) => all + (counts[`${family}.${key}`] ?? 0), 0);
          expect(sum).toBe(counts['total']);
        }
        expect(counts['women'] ?? 0).toBe(people.filter(({ sex }) => sex === 'female').length);
      }),
    );
  });

  it('tells one person by every column', () => {
    const one = aPerson({ sex: 'female', ethnicity: 'Thái', degree: 'master', rankCode: '01.003' });
    expect(statisticsOf([one], { on: ON, rankLevels: LEVELS })).toEqual({
      ...{ total: 1, women: 1, minority: 1, 'rank.3': 1, 'degree.master': 1 },
      ...{ 'theory.none': 1, 'management.none': 1, 'age.unknown': 1 },
    });
  });
});
