import { describe, expect, it } from '@jest/globals';
import { campaignPeople, type PeopleFilter, unitsIn } from './campaign-people.plan.js';
import type { CampaignState, RosterFault } from './campaign.rules.js';

const person = (fullName: string, ...faults: RosterFault[]) => ({
  ...{ key: fullName, fullName, faults },
});
const unit = (unitCode: string, state: CampaignState, people: ReturnType<typeof person>[]) => ({
  ...{ unitCode, unitName: `Xã ${unitCode}`, state, people },
});
const UNITS = [
  unit('90002', 'signed', [person('Sùng A Páo', 'doubles')]),
  unit('90001', 'not-sent', [
    person('Lò Văn Đông', 'withoutField', 'withoutNumber'),
    person('Quàng Thị An'),
  ]),
];
const names = (filter: PeopleFilter = {}, units = UNITS) =>
  campaignPeople(units, filter).map(({ fullName }) => fullName);

describe('campaignPeople', () => {
  it('lists everybody by unit, then by given name, whatever the order of the units', () => {
    const all = ['Quàng Thị An', 'Lò Văn Đông', 'Sùng A Páo'];
    expect(names()).toEqual(all);
    expect(names({}, [...UNITS].reverse())).toEqual(all);
    expect(campaignPeople(UNITS, {})[0]).toMatchObject({
      ...{ unitCode: '90001', unitName: 'Xã 90001' },
    });
  });

  it.each<[PeopleFilter, string[]]>([
    [{ unit: '90002' }, ['Sùng A Páo']],
    [{ fault: 'any' }, ['Lò Văn Đông', 'Sùng A Páo']],
    [{ fault: 'withoutNumber' }, ['Lò Văn Đông']],
    [{ fault: 'any', unit: '90001' }, ['Lò Văn Đông']],
    [{ state: 'signed' }, ['Sùng A Páo']],
    [{ state: 'remind' }, ['Quàng Thị An', 'Lò Văn Đông']],
    [{ search: 'dong' }, ['Lò Văn Đông']],
    [{ search: 'dong', state: 'signed' }, []],
  ])('is narrowed by %j', (filter, found) => {
    expect(names(filter)).toEqual(found);
  });
});

describe('unitsIn', () => {
  it('keeps those of a state, all that are not signed, or all', () => {
    const codes = (state?: CampaignState | 'remind') =>
      unitsIn(UNITS, { state }).map(({ unitCode }) => unitCode);
    expect(codes()).toEqual(['90002', '90001']);
    expect(codes('remind')).toEqual(['90001']);
    expect(codes('signed')).toEqual(['90002']);
    expect(codes('sent')).toEqual([]);
  });
});
