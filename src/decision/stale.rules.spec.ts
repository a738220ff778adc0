import { describe, expect, it } from '@jest/globals';
import { factsMustStillHold } from './stale.rules.js';

type Facts = Parameters<typeof factsMustStillHold>[0];

function aWorld(change: { readonly degree?: string; readonly staffId?: number } = {}): Facts {
  const person = { key: '011085000001', staffId: 1, fullName: 'Giàng A Sử', degree: 'university' };
  const unit = { code: '03127', name: 'Phường Him Lam', endsOn: null };
  return {
    people: [{ ...person, ...change }],
    units: [unit],
  } as unknown as Facts;
}

describe('factsMustStillHold', () => {
  it('holds for the same facts, whatever the surrogate id and the order of properties', () => {
    const now = aWorld({ staffId: 7 });
    const turned = {
      ...now,
      people: now.people.map((each) => Object.fromEntries(Object.entries(each).reverse())),
    } as unknown as Facts;
    expect(factsMustStillHold(aWorld(), turned)).toEqual({ people: [], units: [] });
  });

  it('names the person whose degree changed', () => {
    expect(factsMustStillHold(aWorld(), aWorld({ degree: 'master' }))).toEqual({
      people: ['011085000001'],
      units: [],
    });
  });

  it('names people and units that came or went', () => {
    expect(factsMustStillHold(aWorld(), { people: [], units: [] })).toEqual({
      people: ['011085000001'],
      units: ['03127'],
    });
    expect(factsMustStillHold({ people: [], units: [] }, aWorld()).people).toEqual([
      '011085000001',
    ]);
  });
});
