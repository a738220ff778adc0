import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Verification } from '../../src/audit/verification.service.js';
import { runToEnd, startInFolder, type Ended } from '../support/program.js';

let folder: string;
let whileRunning: Ended;
let stillAnswered: number;

const boTri = (...args: string[]): Promise<Ended> =>
  runToEnd(['dist/bundled/src/cli.js', 'audit', ...args], {
    DATA_DIR: folder,
    DATABASE_URL: '',
    DATABASE_OWNER_URL: '',
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bo-tri-audit-e2e-'));
  const program = await startInFolder(folder, { DEMO: '0' });
  whileRunning = await boTri('verify');
  stillAnswered = (await fetch(`${program.url}/api/health`)).status;
  await program.stop();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('bo-tri audit', () => {
  it('says what to do instead while the program has the folder', () => {
    expect({ code: whileRunning.code, stillAnswered }).toEqual({ code: 2, stillAnswered: 200 });
    expect(whileRunning.stderr).toContain('đang được một chương trình khác mở');
    expect(whileRunning.stderr).toContain('trang Nhật ký');
  });

  it('finds all that the program wrote sealed at its end, with a key for this user only', async () => {
    const { code, stdout, stderr } = await boTri('verify', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const found = JSON.parse(stdout) as Verification;
    expect(found).toMatchObject({ intact: true, faults: [], unsealed: 0 });
    expect(found.sealed).toBeGreaterThan(0);
    expect(found.compared).toBeGreaterThan(0);
    expect((await stat(join(folder, 'keys', 'audit.key'))).mode & 0o777).toBe(0o600);
  });

  it('prints an anchor that it reads again from paper, and tells another one', async () => {
    const { code, stdout } = await boTri('anchor');
    expect(code).toBe(0);
    const [, entry = '', seal = ''] = /--anchor "(\d+):([0-9a-f ]+)"/.exec(stdout) ?? [];
    expect(seal).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(await boTri('verify', '--anchor', `${entry}:${seal}`)).toMatchObject({ code: 0 });
    const other = seal.replace(/[0-9a-f]{4}$/, (last) => (last === '0000' ? '1111' : '0000'));
    const told = await boTri('verify', '--anchor', `${entry}:${other}`);
    expect(told.code).toBe(2);
    expect(told.stdout).toContain(`Mốc trên giấy của mục ${entry} khác`);
  });

  it('refuses an anchor that it cannot read, and a folder without data', async () => {
    expect(await boTri('verify', '--anchor', 'abc')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('audit.anchor-unreadable'),
    });
    const empty = await runToEnd(['dist/bundled/src/cli.js', 'audit', 'verify'], {
      DATA_DIR: join(folder, 'nowhere'),
      DATABASE_URL: '',
      DATABASE_OWNER_URL: '',
    });
    expect(empty.code).toBe(2);
    expect(empty.stderr).toContain('audit.no-data');
  });

  it('tells when the key is another one', async () => {
    const file = join(folder, 'keys', 'audit.key');
    const key = await readFile(file, 'utf8');
    await writeFile(file, `${Buffer.alloc(32, 1).toString('base64')}\n`);
    const told = await boTri('verify');
    await writeFile(file, key);
    expect(told.code).toBe(2);
    expect(told.stdout).toContain('NHẬT KÝ ĐÃ BỊ CAN THIỆP');
  });
});
