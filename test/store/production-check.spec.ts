import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, describe, expect, it } from '@jest/globals';
import { AccountService } from '../../src/access/account/account.service.js';
import { Installation } from '../../src/access/installation.js';
import { ProductionCheck } from '../../src/access/production/production-check.js';
import { loginFaults } from '../../src/access/production/production.rules.js';
import { SessionService } from '../../src/access/session/session.service.js';
import { loginRights } from '../../src/database/login-rights.js';
import { openApp } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase, ownerDatabase } from '../support/fresh-database.js';

const CALLER = { address: '10.0.0.7', agent: 'test', device: null };

let database: FreshDatabase;
let app: INestApplicationContext;

async function open(): Promise<void> {
  database = await freshDatabase();
  app = await openApp(database);
}

afterEach(async () => {
  await app?.close();
  await database?.close();
});

const issue = (login: string) =>
  app.get(AccountService).create(app.get(Installation).operator(), {
    login,
    name: 'Người thử',
    role: 'administrator',
    block: null,
    closedScope: false,
    scope: [],
  });
const faults = () => app.get(ProductionCheck).faults();
const age = (hours: number) =>
  database.query(`UPDATE accounts SET password_set_at = now() - make_interval(hours => $1)`, [
    hours,
  ]);

describe('an installation that others are to reach', () => {
  it('may serve as the application, once there is an account', async () => {
    await open();
    expect(await faults()).toEqual([expect.stringContaining('account create')]);
    await issue('quan.tri');
    expect(await faults()).toEqual([]);
  });

  it('is served by the application, not by the owner of the tables', async () => {
    await open();
    expect(loginFaults(await loginRights(database.source))).toEqual([]);
    const owner = await ownerDatabase();
    try {
      expect(loginFaults(await loginRights(owner.source))).toEqual([
        expect.stringContaining('là chủ sở hữu các bảng'),
      ]);
    } finally {
      await owner.close();
    }
  });

  it('may not serve with an account of the demo', async () => {
    await open();
    const demo = { login: 'canbo', name: 'Minh họa', role: 'officer' as const };
    const whole = { ...demo, block: null, closedScope: false, scope: [] };
    const operator = app.get(Installation).operator();
    const { id } = await app
      .get(AccountService)
      .createDemo(operator, whole, 'mot-mat-khau-ai-cung-biet');
    expect(await faults()).toEqual([expect.stringContaining('canbo')]);
    await app.get(AccountService).change(operator, id, { disabled: true });
    expect(await faults()).toEqual([]);
  });
});

describe('a one-time password', () => {
  it('opens for 72 hours and not longer; a new one opens again', async () => {
    await open();
    const { account, oneTimePassword } = await issue('quan.tri');
    const signIn = (password: string) =>
      app.get(SessionService).signIn(CALLER, 'quan.tri', password);
    await age(71);
    expect((await signIn(oneTimePassword)).session.stage).toBe('new-password');
    await age(73);
    await expect(signIn(oneTimePassword)).rejects.toMatchObject({
      code: 'access.password-expired',
      message: expect.stringContaining('72 giờ'),
    });
    await expect(signIn('something-else')).rejects.toMatchObject({ code: 'access.wrong-sign-in' });
    expect(await faults()).toEqual([expect.stringContaining('quan.tri')]);

    const operator = app.get(Installation).operator();
    const renewed = await app.get(AccountService).resetPassword(operator, account.id);
    expect(renewed.account.passwordExpired).toBe(false);
    expect((await signIn(renewed.oneTimePassword)).session.stage).toBe('new-password');
    expect(await faults()).toEqual([]);
  });

  it('that became a password of one’s own never expires', async () => {
    await open();
    await issue('quan.tri');
    await database.query(`UPDATE accounts SET password_is_one_time = false`);
    await age(10_000);
    expect(await faults()).toEqual([]);
  });
});
