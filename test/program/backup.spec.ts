import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ended, runToEnd, startInFolder } from '../support/program.js';
import { VIETNAMESE } from '../e2e/client.js';

let folder: string;
let data: string;
let key: string;
let recipient: string;

const EMPTY = { DEMO: '0' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bo-tri-backup-e2e-'));
  data = join(folder, 'data');
  key = join(folder, 'officer.key');
  const first = await startInFolder(data, EMPTY);
  await first.stop();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The administrator's terminal over the folder. */
function boTri(...args: string[]): Promise<Ended> {
  const env = { DATABASE_URL: '', DATABASE_OWNER_URL: '', DATA_DIR: data };
  return runToEnd(['dist/bundled/src/cli.js', ...args], env);
}

async function done(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await boTri(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.trim();
}

async function refused(code: string, ...args: string[]): Promise<void> {
  const ended = await boTri(...args);
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toMatch(VIETNAMESE);
  expect(ended.stderr).toContain(code);
}

describe('bo-tri backup', () => {
  it('key makes a secret file and prints the public key, once', async () => {
    recipient = await done('backup', 'key', '--out', key);
    expect(recipient).toMatch(/^age1[a-z0-9]{58}$/);
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    const text = await readFile(key, 'utf8');
    expect(text).toMatch(/^AGE-SECRET-KEY-1/m);
    await refused('backup.key-exists', 'backup', 'key', '--out', key);
    expect(await readFile(key, 'utf8')).toBe(text);
  });

  it('make, check and restore lead to a folder on which the program starts', async () => {
    const file = join(folder, 'backup.age');
    const made = await done('backup', 'make', '--to', recipient, '--out', file);
    const checked = await done('backup', 'check', file, '--identity', key);
    const [, sha256] = /SHA-256: ([0-9a-f]{64})/.exec(made) ?? [];
    expect(checked).toContain(`SHA-256: ${sha256}`);
    expect(checked).toMatch(/^ +law_parameters +[1-9]\d*$/m);
    const into = join(folder, 'restored');
    await done('backup', 'restore', file, '--identity', key, '--into', into);
    const program = await startInFolder(into, EMPTY);
    await program.stop();
    await refused('backup.target-not-empty', 'restore', file, '--identity', key);
  });

  it('make is refused while the program runs', async () => {
    const program = await startInFolder(data, EMPTY);
    const file = join(folder, 'running.age');
    await refused('database.folder-in-use', 'backup', 'make', '--to', recipient, '--out', file);
    await program.stop();
  });

  it('names a key file that holds no key', async () => {
    await writeFile(join(folder, 'no.key'), recipient);
    const args = [join(folder, 'backup.age'), '--identity', join(folder, 'no.key')];
    await refused('backup.identity', 'backup', 'check', ...args);
    await refused('backup.identity', 'backup', 'check', args[0]!, '--identity', folder);
  });
});

describe('bo-tri upgrade', () => {
  it('moves the data into a fresh folder on which the program starts', async () => {
    expect(await done('upgrade')).toContain('postgres.before-upgrade-');
    const program = await startInFolder(data, EMPTY);
    await program.stop();
  });

  it('wants both options or none', async () => {
    await refused('upgrade.options', 'upgrade', '--from', join(folder, 'backup.age'));
  });

  it('tells the program to stop at a folder of another PostgreSQL, with the way out', async () => {
    const foreign = join(folder, 'foreign');
    await mkdir(join(foreign, 'postgres'), { recursive: true });
    await writeFile(join(foreign, 'postgres', 'PG_VERSION'), '16\n');
    await expect(startInFolder(foreign, EMPTY)).rejects.toThrow(/bo-tri upgrade --from/);
  });
});
