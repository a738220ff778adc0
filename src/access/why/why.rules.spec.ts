import { describe, expect, it } from '@jest/globals';
import { type Asked, reasonsAgainst } from './why.rules.js';

const LEADER: Asked = {
  role: 'leader',
  block: null,
  scope: [
    { unitCode: '03334', unitName: 'Phường Mường Thanh', startsOn: '2025-07-01', endsOn: null },
  ],
  permission: 'gap.read',
  unitCodes: [],
  today: '2025-08-01',
};
const codes = (asked: Partial<Asked>): string[] =>
  reasonsAgainst({ ...LEADER, ...asked }).map((reason) => reason.code);

describe('reasonsAgainst', () => {
  it('finds none where role and scope suffice, for divisions of the unit too', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ unitCodes: ['03334.VP', '03334', '11'] })).toEqual([]);
  });

  it.each([
    [{ permission: 'audit.read' as const }, 'role'],
    [
      { role: 'officer' as const, block: 'party', permission: 'placement.run' as const },
      'whole-province',
    ],
    [{ scope: [] }, 'no-scope'],
    [{ today: '2025-06-30' }, 'scope-not-yet'],
    [{ unitCodes: ['03127', '11'] }, 'other-unit'],
  ])('of %o names what is missing', (asked, code) => {
    expect(codes(asked)).toEqual([code]);
  });

  it('on the day on which a scope ends says that it has ended, and the day before nothing', () => {
    const scope = [{ ...LEADER.scope[0]!, endsOn: '2025-08-01' }];
    expect(codes({ scope })).toEqual(['scope-ended']);
    expect(codes({ scope, today: '2025-07-31' })).toEqual([]);
  });

  it('asks no scope of an officer of the province', () => {
    expect(codes({ role: 'officer', scope: [], unitCodes: ['03127'] })).toEqual([]);
  });
});
