import { describe, expect, it } from '@jest/globals';
import { campaignState, isSenderOf, qualityOf, type RegisteredPerson } from './campaign.rules.js';

const person = (change: Partial<RegisteredPerson> = {}): RegisteredPerson => ({
  ...{ key: '1', personalNumber: '011085000001', fullName: 'Lò Văn An', bornOn: '1985-03-02' },
  ...{ recruitedOn: '2008-09-01', majorGroup: 'law', degree: 'university' },
  ...change,
});
const quality = (...people: RegisteredPerson[]) =>
  qualityOf(people, { asOf: '2025-06-30', youngest: 18 });

describe('qualityOf', () => {
  it('finds nothing in a sound roster, and gives nobody no score', () => {
    expect(quality(person())).toMatchObject({ people: 1, score: 100, doubles: 0 });
    expect(quality()).toMatchObject({ people: 0, score: 0 });
  });

  it.each<[string, Partial<RegisteredPerson>]>([
    ['withoutField', { majorGroup: null }],
    ['withoutField', { majorGroup: null, degree: null }],
    ['withoutNumber', { personalNumber: null }],
    ['impossibleDates', { bornOn: '2025-07-01', recruitedOn: null }],
    ['impossibleDates', { recruitedOn: '2025-07' }],
    ['impossibleDates', { recruitedOn: '2003-03-01' }],
  ])('counts %s of %j', (fault, change) => {
    expect(quality(person(change), person({ key: '2', fullName: 'Vàng A B' }))).toMatchObject({
      ...{ [fault]: 1, score: 50 },
    });
  });

  it('lets be what can be: recruited on the birthday, school without a field, years alone', () => {
    expect(quality(person({ recruitedOn: '2003-03-02' })).score).toBe(100);
    expect(quality(person({ majorGroup: null, degree: 'primary' })).score).toBe(100);
    expect(quality(person({ bornOn: '1985', recruitedOn: '2003' })).score).toBe(100);
  });

  it('counts both of two alike, whatever their marks, and nobody without a birthday', () => {
    const two = [person(), person({ key: '2', fullName: 'LO VAN AN' })];
    expect(quality(...two)).toMatchObject({ doubles: 2, score: 0 });
    const unborn = two.map((each) => ({ ...each, bornOn: null }));
    expect(quality(...unborn).doubles).toBe(0);
  });
});

describe('campaignState', () => {
  it('goes by the last roster that was not taken back, and by the signature first', () => {
    const staged = { state: 'staged', errors: 0 } as const;
    expect(campaignState([], false)).toBe('not-sent');
    expect(campaignState([{ ...staged, errors: 2 }], false)).toBe('with-errors');
    expect(campaignState([{ ...staged, errors: 2 }, staged], false)).toBe('sent');
    const promoted = { state: 'promoted', errors: 0 } as const;
    expect(campaignState([promoted, { state: 'undone', errors: 0 }], false)).toBe('promoted');
    expect(campaignState([{ ...staged, errors: 2 }], true)).toBe('signed');
  });
});

describe('isSenderOf', () => {
  it('knows the unit in the words of the sender, and not a part of a longer name', () => {
    expect(isSenderOf('UBND xã Mường Ảng', 'Xã Mường Ảng')).toBe(true);
    expect(isSenderOf('UBND xã Mường Ảngg', 'Xã Mường Ảng')).toBe(false);
  });
});
