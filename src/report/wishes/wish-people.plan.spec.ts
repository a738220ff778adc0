import { describe, expect, it } from '@jest/globals';
import { type WishedLine, type WishFilter, wishPeople } from './wish-people.plan.js';

const person = (fullName: string, change: Partial<WishedLine> = {}): WishedLine => ({
  ...{ key: fullName, staffId: 1, fullName, wish: { kind: 'stay', communeCodes: [] } },
  ...{ outcome: 'seated', moved: false, rootCode: 'A', distanceKm: 5 },
  ...{ unitCode: 'A', positionCode: 'P', oldUnitCode: 'O', oldPositionCode: 'OP' },
  ...change,
});
const toMove = (...communeCodes: string[]) => ({ kind: 'move' as const, communeCodes });

const PEOPLE = [
  person('Lò Văn Đông', { wish: toMove('B', 'A') }),
  person('Quàng Thị An'),
  person('Cà Văn Dung', { moved: true, rootCode: 'B', distanceKm: 70 }),
  person('Lò Thị An', { wish: toMove('C'), distanceKm: null }),
];
const SILENT = ['Sùng A Páo', 'Giàng Thị Mỷ'].map((name) => ({ ...person(name), wish: null }));
const list = (filter: Partial<WishFilter> = {}, people = PEOPLE) =>
  wishPeople({ people, silent: SILENT }, { list: 'all', order: 'worst', ...filter }).map(
    ({ fullName }) => fullName,
  );

describe('wishPeople', () => {
  it.each<[WishFilter['list'], string[]]>([
    ['all', ['Cà Văn Dung', 'Lò Thị An', 'Lò Văn Đông', 'Quàng Thị An']],
    ['first', ['Quàng Thị An']],
    ['top-three', ['Lò Văn Đông', 'Quàng Thị An']],
    ['unmet', ['Cà Văn Dung', 'Lò Thị An']],
    ['worst', ['Cà Văn Dung']],
    ['none', ['Giàng Thị Mỷ', 'Sùng A Páo']],
  ])('lists %s, served worst first', (asked, found) => {
    expect(list({ list: asked })).toEqual(found);
    expect(list({ list: asked }, [...PEOPLE].reverse())).toEqual(found);
  });

  it('says which wish was met', () => {
    const served = wishPeople(
      { people: PEOPLE, silent: SILENT },
      { list: 'top-three', order: 'worst' },
    );
    expect(served.map((each) => each.served)).toEqual([2, 1]);
  });

  it('narrows by what was wished, where they go and a part of the name', () => {
    expect(list({ kind: 'move' })).toEqual(['Lò Thị An', 'Lò Văn Đông']);
    expect(list({ commune: 'B' })).toEqual(['Cà Văn Dung']);
    expect(list({ search: 'dong' })).toEqual(['Lò Văn Đông']);
    expect(list({ kind: 'stay', commune: 'A', search: 'an' })).toEqual(['Quàng Thị An']);
  });

  it('narrows those without a wish too, but by no wish', () => {
    expect(list({ list: 'none', search: 'pao' })).toEqual(['Sùng A Páo']);
    expect(list({ list: 'none', kind: 'stay' })).toEqual([]);
    expect(list({ list: 'none', order: 'name' })).toEqual(['Giàng Thị Mỷ', 'Sùng A Páo']);
  });

  it('takes the worst tenth of everybody, whatever else is asked', () => {
    expect(list({ list: 'worst', kind: 'move' })).toEqual([]);
  });

  it('orders by given name as the alphabet has it, or by the way', () => {
    expect(list({ order: 'name' })).toEqual([
      ...['Lò Thị An', 'Quàng Thị An', 'Cà Văn Dung', 'Lò Văn Đông'],
    ]);
    expect(list({ order: 'far' })).toEqual([
      ...['Cà Văn Dung', 'Lò Văn Đông', 'Quàng Thị An', 'Lò Thị An'],
    ]);
  });

  it('of nobody is empty', () => {
    expect(list({ list: 'worst' }, [])).toEqual([]);
  });
});
