import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runToEnd, startInFolder, type Ended } from '../support/program.js';
import { Client } from '../e2e/client.js';

const ONE_TIME = /[a-z2-9]{5}(-[a-z2-9]{5}){3}/;
const OWN_PASSWORD = 'trâu bò lợn gà vịt ngan';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bo-tri-account-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const environment = () => ({
  DATA_DIR: folder,
  DATABASE_URL: '',
  DATABASE_OWNER_URL: '',
  DEMO: '0',
});
const account = (...args: string[]): Promise<Ended> =>
  runToEnd(['dist/bundled/src/cli.js', 'account', ...args], environment());

function passwordIn(text: string): string {
  const found = ONE_TIME.exec(text)?.[0];
  if (found === undefined) throw new Error(`no password in: ${text}`);
  return found;
}

describe('accounts from the terminal', () => {
  it('are made with a scope and a password that is told once', async () => {
    const made = await account(
      ...['create', 'lan.nguyen', '--role', 'leader', '--name', 'Nguyễn Thị Lan'],
      ...['--unit', '03334@2025-07-01'],
    );
    expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: '' });
    expect(made.stdout).toContain('03334');
    const listed = await account('list');
    expect(listed.stdout).toContain('lan.nguyen');
    expect(listed.stdout).not.toContain(passwordIn(made.stdout));
  });

  it.each([
    [['create', 'lan.nguyen', '--role', 'leader', '--name', 'X'], 'access.login-taken'],
    [['create', 'x', '--role', 'king', '--name', 'X'], '--role'],
    [['create', 'ai.do', '--role', 'leader', '--name', 'X', '--unit', '03334'], 'terminal.scope'],
    [['disable', 'khong.co'], 'access.no-account'],
  ])('are refused with what to mend: %j', async (args, words) => {
    const { code, stderr } = await account(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('the first start of an installation of one’s own', () => {
  it('with accounts made before prints no password; they sign in and must choose their own', async () => {
    const made = await account(
      'create',
      'quan.tri',
      '--role',
      'administrator',
      '--name',
      'Trần Văn Bình',
    );
    const password = passwordIn(made.stdout);
    const program = await startInFolder(folder, { DEMO: '0' });
    try {
      expect(program.output()).not.toMatch(ONE_TIME);
      const inUse = await account('list');
      expect({ code: inUse.code, told: inUse.stderr.includes('database.folder-in-use') }).toEqual({
        code: 2,
        told: true,
      });
      const client = new Client(program.url, null);
      const opened = await client.sign('/api/session', { login: 'quan.tri', password });
      expect(opened.body).toMatchObject({ signedIn: false, stage: 'new-password' });
      expect((await client.ask('GET', '/api/accounts')).status).toBe(401);
      const weak = { current: password, password: 'matkhau12345' };
      expect((await client.sign('/api/session/password', weak)).status).toBe(400);
      const own = { current: password, password: OWN_PASSWORD };
      const changed = await client.sign('/api/session/password', own);
      expect(changed.body).toMatchObject({ signedIn: true, stage: 'full' });
      expect((await client.get<object[]>('/api/accounts')).length).toBe(2);
    } finally {
      await program.stop();
    }
  }, 120_000);

  it('without any account prints the administrator’s password, and only then', async () => {
    const other = await mkdtemp(join(tmpdir(), 'bo-tri-first-'));
    try {
      const first = await startInFolder(other, { DEMO: '0' });
      const password = passwordIn(first.output());
      const { body } = await new Client(first.url, null).sign('/api/session', {
        login: 'quantri',
        password,
      });
      expect(body.stage).toBe('new-password');
      await first.stop();
      const second = await startInFolder(other, { DEMO: '0' });
      expect(second.output()).not.toMatch(ONE_TIME);
      await second.stop();
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  }, 120_000);
});
