import { describe, expect, it } from '@jest/globals';
import { servedOf, type WishedPerson, wishReport } from './wishes.plan.js';

const person = (key: string, change: Partial<WishedPerson> = {}): WishedPerson => ({
  ...{ key, staffId: 1, fullName: key, wish: { kind: 'stay', communeCodes: [] } },
  ...{ outcome: 'seated', moved: false, rootCode: 'A', distanceKm: 5 },
  ...change,
});
const toMove = (...communeCodes: string[]) => ({ kind: 'move' as const, communeCodes });

describe('servedOf', () => {
  it.each<[string, Partial<WishedPerson>, number | null]>([
    ['staying, in the successors', {}, 1],
    ['staying, elsewhere', { moved: true }, null],
    ['staying, without a seat', { outcome: 'surplus' }, null],
    ['moving, to the first', { wish: toMove('A', 'B') }, 1],
    ['moving, to the third', { wish: toMove('B', 'C', 'A') }, 3],
    ['moving, to none of them', { wish: toMove('B') }, null],
    ['moving, without a seat there', { wish: toMove('A'), outcome: 'surplus' }, null],
    ['leaving', { wish: { kind: 'leave', communeCodes: [] }, outcome: 'leaving' }, 1],
    ['retiring, but kept', { wish: { kind: 'retire-early', communeCodes: [] } }, null],
  ])('%s', (_what, change, served) => {
    expect(servedOf(person('a', change))).toBe(served);
  });
});

describe('wishReport', () => {
  const people = [
    ...Array.from({ length: 8 }, (_, at) => person(`p${at}`)),
    person('second', { wish: toMove('B', 'A'), distanceKm: 40 }),
    person('near', { moved: true, distanceKm: 10 }),
    person('far', { moved: true, distanceKm: 90 }),
  ];

  it('counts the first, the top three and the unmet, of all and of each kind', () => {
    const { figures } = wishReport(people);
    expect(figures).toEqual([
      { kind: 'all', people: 11, first: 8, topThree: 9, unmet: 2, meanKm: 16.4 },
      { kind: 'stay', people: 10, first: 8, topThree: 8, unmet: 2, meanKm: 14 },
      { kind: 'move', people: 1, first: 0, topThree: 1, unmet: 0, meanKm: 40 },
    ]);
  });

  it('takes the tenth rounded up, the unmet with the farthest way first', () => {
    const { worst, worstPeople } = wishReport([...people].reverse());
    expect(worstPeople.map(({ key }) => key)).toEqual(['far', 'near']);
    expect(worst).toMatchObject({ people: 2, unmet: 2, meanKm: 50, farthestKm: 90 });
  });

  it('of nobody is empty', () => {
    expect(wishReport([])).toMatchObject({
      figures: [{ kind: 'all', people: 0, meanKm: null }],
      worst: { people: 0, farthestKm: null },
    });
  });
});
