import { describe, expect, it } from '@jest/globals';
import { type AccountFact, dataFaults, loginFaults } from './production.rules.js';

const anAccount = (fact: Partial<AccountFact> = {}): AccountFact => ({
  login: 'quan.tri',
  demo: false,
  disabled: false,
  passwordExpired: false,
  ...fact,
});

const SAFE = { demoData: false, accounts: [anAccount()] };

describe('dataFaults', () => {
  it('lets an own database with an administrator serve', () => {
    expect(dataFaults(SAFE)).toEqual([]);
  });

  it('refuses the data of the demo', () => {
    expect(dataFaults({ ...SAFE, demoData: true })).toEqual([
      expect.stringContaining('dữ liệu minh họa'),
    ]);
  });

  it('refuses an account of the demo unless it is disabled', () => {
    const demo = anAccount({ login: 'canbo', demo: true });
    expect(dataFaults({ ...SAFE, accounts: [anAccount(), demo] })).toEqual([
      expect.stringContaining('canbo'),
    ]);
    const accounts = [anAccount(), { ...demo, disabled: true }];
    expect(dataFaults({ ...SAFE, accounts })).toEqual([]);
  });

  it('refuses to make the first administrator by itself, and says how to make one', () => {
    expect(dataFaults({ ...SAFE, accounts: [] })).toEqual([
      expect.stringContaining('account create'),
    ]);
  });

  it('refuses a one-time password that nobody used in time, unless the account is disabled', () => {
    const old = anAccount({ login: 'lan', passwordExpired: true });
    expect(dataFaults({ ...SAFE, accounts: [old] })).toEqual([expect.stringContaining('lan')]);
    expect(dataFaults({ ...SAFE, accounts: [{ ...old, disabled: true }] })).toEqual([]);
  });

  it('names five logins in the same order whatever the order given, and counts the rest', () => {
    const logins = ['g', 'f', 'e', 'd', 'c', 'b', 'a'];
    const accounts = logins.map((login) => anAccount({ login, passwordExpired: true }));
    const [fault] = dataFaults({ ...SAFE, accounts });
    expect(fault).toContain('a, b, c, d, e và 2 tài khoản nữa');
    expect(dataFaults({ ...SAFE, accounts: [...accounts].reverse() })).toEqual([fault]);
  });

  it('lists all faults together', () => {
    const accounts = [anAccount({ demo: true, passwordExpired: true })];
    expect(dataFaults({ demoData: true, accounts })).toHaveLength(3);
  });
});

describe('loginFaults', () => {
  const LOGIN = {
    name: 'app',
    actsAsApplication: true,
    superuser: false,
    bypassesRowSecurity: false,
    ownTables: [],
  };

  it('lets a login serve that is the application and no more', () => {
    expect(loginFaults(LOGIN)).toEqual([]);
  });

  it.each([
    [{ actsAsApplication: false }, 'chưa được cấp bo_tri_app'],
    [{ superuser: true }, 'SUPERUSER'],
    [{ bypassesRowSecurity: true }, 'BYPASSRLS'],
    [{ ownTables: ['staff'] }, 'chủ sở hữu'],
  ])('refuses one that row-level security does not hold: %j', (fact, words) => {
    expect(loginFaults({ ...LOGIN, ...fact })).toEqual([expect.stringContaining(words)]);
  });

  it('tells all reasons at once', () => {
    const [fault] = loginFaults({ ...LOGIN, superuser: true, ownTables: ['staff'] });
    expect(fault).toMatch(/SUPERUSER.*chủ sở hữu/);
  });
});
