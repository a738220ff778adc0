import { describe, expect, it } from '@jest/globals';
import { fitContext, fitOf, isQualified, type FitPerson, type FitPosition } from './fit.rules.js';
import { FITS } from './vocabulary.js';

const RANKS = [
  { code: '01.002', ladder: 'administrative', level: 4 },
  { code: '01.003', ladder: 'administrative', level: 3 },
  { code: '01.004', ladder: 'administrative', level: 2 },
  { code: '01.005', ladder: 'administrative', level: 1 },
  { code: '06.030', ladder: 'accountant', level: 4 },
  { code: '06.031', ladder: 'accountant', level: 3 },
  { code: '06.032', ladder: 'accountant', level: 2 },
];
const PARAMETERS = {
  'fit.rank.any-ladder': true,
  'fit.training.degree-levels': 1,
  'fit.training.rank-levels': 1,
  'fit.training.missing-rank': true,
  'fit.training.certificate': true,
};
const RELATED = [
  ['accounting', 'finance'],
  ['finance', 'accounting'],
] as const;
const context = fitContext(RELATED, RANKS, PARAMETERS);
const contextWith = (change: Partial<typeof PARAMETERS>) =>
  fitContext(RELATED, RANKS, { ...PARAMETERS, ...change });

function aPerson(given: Partial<FitPerson> = {}): FitPerson {
  return { degree: 'university', majorGroup: 'land', rank: '01.003', certificates: [], ...given };
}

function aPosition(given: Partial<FitPosition> = {}): FitPosition {
  return {
    minDegree: 'university',
    majorGroups: ['land'],
    ranks: ['01.003'],
    certificates: [],
    ...given,
  };
}

const fit = (person: Partial<FitPerson>, position: Partial<FitPosition> = {}, given = context) =>
  fitOf(aPerson(person), aPosition(position), given);

describe('fitOf: exact and related', () => {
  it('fitOf is exact when degree, major, rank and certificates hold', () => {
    expect(fit({})).toEqual({ fit: 'exact', failed: [] });
  });

  it('fitOf is exact for any major, even an unknown one, when the position asks for none', () => {
    expect(fit({ majorGroup: null }, { majorGroups: [] }).fit).toBe('exact');
  });

  it('fitOf is related when only the relation table holds the major, in the direction listed', () => {
    expect(fit({ majorGroup: 'finance' }, { majorGroups: ['accounting'] })).toEqual({
      fit: 'related',
      failed: [],
    });
    const oneWay = fitContext([['accounting', 'finance']], RANKS, PARAMETERS);
    expect(fit({ majorGroup: 'finance' }, { majorGroups: ['accounting'] }, oneWay).fit).toBe(
      'out-of-field',
    );
  });

  it('fitOf prefers exact where a major is both listed and related', () => {
    expect(fit({ majorGroup: 'finance' }, { majorGroups: ['accounting', 'finance'] }).fit).toBe(
      'exact',
    );
  });
});

describe('fitOf: the degree', () => {
  it('fitOf reports the missing degree as trainable one level below, and out of field two below', () => {
    expect(fit({ degree: 'college' })).toEqual({ fit: 'after-training', failed: ['degree'] });
    expect(fit({ degree: 'intermediate' })).toEqual({ fit: 'out-of-field', failed: ['degree'] });
  });

  it('fitOf takes a higher degree, and does not take an unknown one', () => {
    expect(fit({ degree: 'master' }).fit).toBe('exact');
    expect(fit({ degree: null })).toEqual({ fit: 'out-of-field', failed: ['degree'] });
    expect(fit({ degree: null }, { minDegree: null }).fit).toBe('exact');
  });

  it('fitOf trains a degree for a related major too', () => {
    const answer = fit(
      { degree: 'college', majorGroup: 'finance' },
      { majorGroups: ['accounting'] },
    );
    expect(answer).toEqual({ fit: 'after-training', failed: ['degree'] });
  });

  it('fitOf trains no degree where the parameter allows none', () => {
    const strict = contextWith({ 'fit.training.degree-levels': 0 });
    expect(fit({ degree: 'college' }, {}, strict).fit).toBe('out-of-field');
  });
});

describe('fitOf: the major', () => {
  it('fitOf is out of field for a major neither listed nor related, or unknown', () => {
    expect(fit({ majorGroup: 'culture' })).toEqual({ fit: 'out-of-field', failed: ['major'] });
    expect(fit({ majorGroup: null })).toEqual({ fit: 'out-of-field', failed: ['major'] });
  });

  it('fitOf lists all failing tests in order', () => {
    const answer = fit(
      { degree: 'primary', majorGroup: 'culture', rank: '01.005' },
      { certificates: ['chief-accountant'] },
    );
    expect(answer).toEqual({
      fit: 'out-of-field',
      failed: ['degree', 'major', 'rank', 'certificate'],
    });
  });
});

describe('fitOf: the rank', () => {
  it('fitOf takes a rank at or above an allowed one of the same ladder', () => {
    expect(fit({ rank: '01.002' }).fit).toBe('exact');
    expect(fit({ rank: '01.003' }, { ranks: ['01.002', '01.003'] }).fit).toBe('exact');
  });

  it('fitOf trains one level of the same ladder, not two', () => {
    expect(fit({ rank: '01.004' })).toEqual({ fit: 'after-training', failed: ['rank'] });
    expect(fit({ rank: '01.005' })).toEqual({ fit: 'out-of-field', failed: ['rank'] });
  });

  it('fitOf takes the same or a higher level of another ladder only where the parameter says so', () => {
    const own = contextWith({ 'fit.rank.any-ladder': false });
    for (const rank of ['06.031', '06.030']) {
      expect(fit({ rank }).fit).toBe('exact');
      expect(fit({ rank }, {}, own)).toEqual({ fit: 'out-of-field', failed: ['rank'] });
    }
    expect(fit({ rank: '06.032' })).toEqual({ fit: 'out-of-field', failed: ['rank'] });
  });

  it('fitOf trains a person without a rank only where the parameter says so', () => {
    expect(fit({ rank: null })).toEqual({ fit: 'after-training', failed: ['rank'] });
    const strict = contextWith({ 'fit.training.missing-rank': false });
    expect(fit({ rank: null }, {}, strict).fit).toBe('out-of-field');
    expect(fit({ rank: null }, { ranks: [] }).fit).toBe('exact');
  });

  it('fitOf knows a rank outside the table by its code alone', () => {
    expect(fit({ rank: '99.001' }, { ranks: ['99.001'] }).fit).toBe('exact');
    expect(fit({ rank: '99.001' })).toEqual({ fit: 'out-of-field', failed: ['rank'] });
  });
});

describe('fitOf: certificates', () => {
  it('fitOf trains a missing certificate only where the parameter says so', () => {
    const wanted = { certificates: ['chief-accountant'] };
    expect(fit({ certificates: ['chief-accountant', 'other'] }, wanted).fit).toBe('exact');
    expect(fit({}, wanted)).toEqual({ fit: 'after-training', failed: ['certificate'] });
    const strict = contextWith({ 'fit.training.certificate': false });
    expect(fit({}, wanted, strict).fit).toBe('out-of-field');
  });
});

describe('fitContext and isQualified', () => {
  it('fitContext names the missing parameter', () => {
    expect(() => fitContext([], [], {})).toThrow(/fit\.rank\.any-ladder/);
  });

  it('isQualified holds for exact and related only', () => {
    expect(FITS.map(isQualified)).toEqual([true, true, false, false]);
  });
});
