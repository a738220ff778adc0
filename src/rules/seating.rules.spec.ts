import { describe, expect, it } from '@jest/globals';
import { seatedIn, type Holder } from './seating.rules.js';

function aHolder(key: string, given: Partial<Holder> = {}): Holder {
  return { key, qualified: true, recruitedOn: '2010-05-01', ...given };
}

describe('seatedIn', () => {
  it('seatedIn seats the qualified before the longest service', () => {
    const holders = [aHolder('a', { qualified: false, recruitedOn: '1990' }), aHolder('b')];
    expect(seatedIn(holders, 1)).toEqual(['b']);
    expect(seatedIn(holders, 2)).toEqual(['b', 'a']);
  });

  it('seatedIn seats the longest service first, then by key, whatever the order', () => {
    const holders = [aHolder('c', { recruitedOn: '2009-01-01' }), aHolder('b'), aHolder('a')];
    expect(seatedIn(holders, 3)).toEqual(['c', 'a', 'b']);
    expect(seatedIn([...holders].reverse(), 3)).toEqual(['c', 'a', 'b']);
  });

  it('seatedIn counts a day not known in full as its last, and an unknown one as the latest', () => {
    const holders = [
      aHolder('unknown', { recruitedOn: null }),
      aHolder('year', { recruitedOn: '2010' }),
      aHolder('month', { recruitedOn: '2010-11' }),
      aHolder('day', { recruitedOn: '2010-11-30' }),
      aHolder('next', { recruitedOn: '2011-01-01' }),
    ];
    expect(seatedIn(holders, 5)).toEqual(['day', 'month', 'year', 'next', 'unknown']);
  });

  it('seatedIn seats nobody without seats, and no more than there are', () => {
    expect(seatedIn([aHolder('a')], 0)).toEqual([]);
    expect(seatedIn([aHolder('a')], 3)).toEqual(['a']);
    expect(seatedIn([], 3)).toEqual([]);
  });
});
