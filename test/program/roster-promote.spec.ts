import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMALL_PEOPLE, smallRoster, type RosterRow } from '../support/demo-sources-roster.js';
import { SMALL_PROVINCE, smallSources } from '../support/demo-sources.js';
import { runToEnd, type Ended, type Environment } from '../support/program.js';

let folder: string;
let env: Environment;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bo-tri-promote-'));
  env = { DATA_DIR: folder, DATABASE_URL: '', DATABASE_OWNER_URL: '', PROVINCE: SMALL_PROVINCE };
  const { rosters: _rosters, ...sources } = await smallSources([]);
  const path = join(folder, 'sources.json');
  await writeFile(path, JSON.stringify(sources));
  const loaded = await runToEnd(['test/support/load-province.mjs', path], env);
  expect(loaded).toMatchObject({ code: 0 });
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function promote(rows: readonly RosterRow[], ...options: string[]): Promise<Ended> {
  const path = join(folder, 'danh-sach.xlsx');
  await writeFile(path, (await smallRoster(rows)).bytes);
  const named = ['--sender', 'UBND huyện', '--as-of', '2025-06-30', ...options];
  return runToEnd(['dist/bundled/src/cli.js', 'roster', 'promote', path, ...named], env);
}

describe('bo-tri roster promote', () => {
  it('writes nothing while there are errors, and says where they are', async () => {
    const broken = { number: '012085000077', unit: 'Xã Không Có', position: 'Thợ rèn' };
    const { code, stdout } = await promote([...SMALL_PEOPLE, broken]);
    expect(code).toBe(1);
    expect(stdout).toContain('6 dòng, 2 lỗi');
    expect(stdout).toMatch(/danh-sach\.xlsx, Danh sách, E7: .*Xã Không Có/);
  }, 60_000);

  it('writes a roster without errors, and the same again changes nothing', async () => {
    const first = JSON.parse((await promote(SMALL_PEOPLE, '--json')).stdout) as object;
    expect(first).toMatchObject({ errors: [], batch: { state: 'promoted', added: 5 } });
    const { code, stdout } = await promote(SMALL_PEOPLE);
    expect(code).toBe(0);
    expect(stdout).toContain('Đã ghi vào sổ: thêm 0, thay đổi 0, giữ nguyên 5.');
  }, 120_000);

  it('refuses a day that is none and a file that is not there', async () => {
    const options = ['--sender', 'x', '--as-of'];
    const run = (path: string, day: string) =>
      runToEnd(['dist/bundled/src/cli.js', 'roster', 'promote', path, ...options, day], env);
    expect(await run('a.xlsx', '30/6/2025')).toMatchObject({ code: 2 });
    const missing = await run('a.xlsx', '2025-06-30');
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('terminal.file-missing');
  }, 60_000);
});
