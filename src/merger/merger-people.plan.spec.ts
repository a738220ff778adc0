import { describe, expect, it } from '@jest/globals';
import type { PinFact } from '../scenario/facts.js';
import { carry } from './carry.plan.js';
import { mergedPeople, type MergerFilter } from './merger-people.plan.js';
import { anOldUnit, aRow } from './spec-merger.js';

/** A district over an office and a commune; the district passes to two communes, the commune to one; one unit goes on. */
const UNITS = [
  anOldUnit({ code: '094', level: 'district' }),
  anOldUnit({ code: '094.VP', level: 'division', parentCode: '094' }),
  anOldUnit({ code: '03127', parentCode: '094' }),
  anOldUnit({ code: 'S1', level: 'department' }),
  anOldUnit({ code: '90001', isNew: true }),
];
const SUCCESSIONS = [
  aRow('03127', '90001'),
  aRow('094', '90001', { kind: 'part', share: 0.4, main: false }),
  aRow('094', '90002', { kind: 'remainder', share: null }),
  aRow('094', '90003', { kind: 'part', share: 0, main: false }),
];
const person = (fullName: string, unitCode: string) => ({
  ...{ key: fullName, staffId: 1, fullName, unitCode, positionCode: 'P' },
});
const PEOPLE = [
  person('Lò Văn Đông', '094'),
  person('Quàng Thị An', '03127'),
  person('Cà Văn Dung', '094.VP'),
  person('Sùng A Páo', 'S1'),
];
const PINS: PinFact[] = [
  { personKey: 'Lò Văn Đông', kind: 'leave', reason: '' },
  { personKey: 'Cà Văn Dung', kind: 'forbid', unitCode: '90001', positionCode: null, reason: '' },
];
const FACTS = { units: UNITS, successions: SUCCESSIONS, people: PEOPLE, pins: PINS };
const asked = (filter: Partial<MergerFilter> = {}, facts = FACTS) =>
  mergedPeople(facts, { list: 'decide', order: 'unit', ...filter });
const names = (filter: Partial<MergerFilter> = {}, facts = FACTS) =>
  asked(filter, facts).people.map(({ fullName }) => fullName);

describe('mergedPeople', () => {
  it('lists whom a succession takes along; who is in a unit that goes on is in no list', () => {
    expect(names({ list: 'carried' })).toEqual(['Quàng Thị An', 'Lò Văn Đông', 'Cà Văn Dung']);
    const reversed = { ...FACTS, people: [...PEOPLE].reverse(), units: [...UNITS].reverse() };
    expect(asked({ list: 'carried' }, reversed)).toEqual(asked({ list: 'carried' }));
  });

  it('lists those whose unit, or the one above it, passes to several, with all that take a part', () => {
    expect(asked().people).toMatchObject([
      {
        ...{ fullName: 'Lò Văn Đông', fromCode: '094', newCode: '90002', pinned: true },
        choices: [
          { code: '90001', share: 0.4 },
          { code: '90002', share: null },
        ],
      },
      { fullName: 'Cà Văn Dung', unitCode: '094.VP', fromCode: '094', pinned: false },
    ]);
  });

  it('lists as many as the plan counts', () => {
    const headcounts = PEOPLE.map(({ unitCode }) => ({ unitCode, headcount: 1 }));
    const counted = carry({ inForce: UNITS, successions: SUCCESSIONS, people: headcounts });
    const sum = (rows: readonly { readonly headcount: number }[]) =>
      rows.reduce((all, { headcount }) => all + headcount, 0);
    expect(names({ list: 'carried' })).toHaveLength(sum(counted.carried));
    expect(names({ list: 'decide' })).toHaveLength(sum(counted.peopleToDecide));
  });

  it('narrows by old unit, new unit and a part of the name, and counts by old unit before that', () => {
    const carried = { list: 'carried' } as const;
    expect(names({ ...carried, from: '03127' })).toEqual(['Quàng Thị An']);
    expect(names({ ...carried, commune: '90002' })).toEqual(['Lò Văn Đông', 'Cà Văn Dung']);
    expect(names({ ...carried, search: 'dong' })).toEqual(['Lò Văn Đông']);
    expect(asked({ ...carried, search: 'dong' }).sources).toEqual([
      { code: '03127', people: 1 },
      { code: '094', people: 2 },
    ]);
  });

  it('by given name, whatever the unit', () => {
    expect(names({ list: 'carried', order: 'name' })).toEqual([
      ...['Quàng Thị An', 'Cà Văn Dung', 'Lò Văn Đông'],
    ]);
  });
});
