import { describe, expect, it } from '@jest/globals';
import { treatmentOf, type TreatedPerson } from './treatment.plan.js';

const person = (change: Partial<TreatedPerson>): TreatedPerson => ({
  ...{ sex: 'female', ethnicity: 'Thái', bornOn: '1985-05-12', oldUnit: 'Xã Một' },
  ...{ outcome: 'seated', moved: false, distanceKm: 10 },
  ...change,
});
const many = (count: number, change: Partial<TreatedPerson>): TreatedPerson[] =>
  Array.from({ length: count }, () => person(change));
const BY = { on: '2025-07-01', smallest: 5 };

describe('treatmentOf', () => {
  const people = [
    ...many(20, {}),
    ...many(10, { outcome: 'surplus' }),
    ...many(30, { sex: 'male', moved: true, distanceKm: 25 }),
    ...many(10, { sex: 'male', outcome: 'leaving', distanceKm: null }),
  ];
  const of = (dimension: string, list = people) =>
    treatmentOf(list, BY).find((each) => each.dimension === dimension)!.groups;

  it('counts outcomes, moves and ways of each group', () => {
    expect(of('sex')).toEqual([
      {
        ...{ key: 'female', people: 30, placed: 20, surplus: 10, leaving: 0 },
        ...{ moved: 0, meanKm: 10 },
      },
      {
        ...{ key: 'male', people: 40, placed: 30, surplus: 0, leaving: 10 },
        ...{ moved: 30, meanKm: 25 },
      },
    ]);
    expect(of('age').map(({ key }) => key)).toEqual(['31to40']);
  });

  it('goes by the Vietnamese alphabet', () => {
    const list = ['Hoa', 'Hà Nhì', 'Thái'].flatMap((ethnicity) => many(9, { ethnicity }));
    expect(of('ethnicity', list).map(({ key }) => key)).toEqual(['Hà Nhì', 'Hoa', 'Thái']);
  });

  it('does not depend on the order of people', () => {
    expect(treatmentOf([...people].reverse(), BY)).toEqual(treatmentOf(people, BY));
  });

  it('hides a small group, its share in the others, and what would give it away', () => {
    const list = [...people, ...many(3, { ethnicity: 'Si La', outcome: 'surplus' })];
    const groups = of('ethnicity', list);
    expect(groups.map(({ key }) => key)).toEqual(['Thái', 'few']);
    for (const { people: size, surplus, meanKm } of groups)
      expect([size, surplus, meanKm]).toEqual([null, null, null]);
    const three = [...list, ...many(40, { ethnicity: 'Kinh' })];
    expect(of('ethnicity', three).map(({ key, people: size }) => [key, size])).toEqual([
      ['Kinh', null],
      ['Thái', 70],
      ['few', null],
    ]);
  });

  it('names no people of few, and counts such peoples together', () => {
    const two = [...many(4, { ethnicity: 'Si La' }), ...many(4, { ethnicity: 'Cống' })];
    expect(
      of('ethnicity', [...people, ...two]).map(({ key, people: size }) => [key, size]),
    ).toEqual([
      ['Thái', 70],
      ['few', 8],
    ]);
  });

  it('puts those of whom it is not known last', () => {
    const list = [...people, ...many(8, { sex: null })];
    expect(of('sex', list).map(({ key }) => key)).toEqual(['female', 'male', '']);
  });
});
