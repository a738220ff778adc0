import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { demoPlace, type Ended, type Place, runToEnd, startOn } from '../support/program.js';
import { Client } from '../e2e/client.js';

const PURPOSE = 'Đối chiếu số định danh với hồ sơ giấy';

let folder: string;
let place: Place;
let number: string;
let whileRunning: Ended;

function asked(args: readonly string[], dataDir = place.env['DATA_DIR']!): Promise<Ended> {
  const env = { ...place.env, DATA_DIR: dataDir };
  return runToEnd(['dist/bundled/src/cli.js', 'person-data', ...args], env);
}

const out = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bo-tri-person-'));
  place = await demoPlace();
  const program = await startOn({ ...place.env, DEMO: '1' });
  try {
    const client = new Client(program.url);
    const page = await client.get<{ items: { staffId: number }[] }>(
      '/api/people?on=2025-07-01&limit=1',
    );
    const { staffId } = page.items[0]!;
    const opened = await client.ask<{ values: { value: string }[] }>(
      'POST',
      `/api/people/${staffId}/reveals`,
      { fields: 'personal_number', purpose: PURPOSE },
    );
    number = opened.body.values[0]!.value;
    whileRunning = await asked(['--number', number, '--out', out('now.xlsx')]);
  } finally {
    await program.stop();
  }
}, 300_000);

afterAll(async () => {
  await place?.remove();
  await rm(folder, { recursive: true, force: true });
});

describe('bo-tri person-data', () => {
  it('writes all about one person into a workbook and prints counts, never values', async () => {
    const ended = await asked(['--number', number, '--out', out('a.xlsx'), '--json']);
    expect(ended).toMatchObject({ code: 0 });
    expect(JSON.parse(ended.stdout)).toMatchObject({
      rows: { staff: 1, scenario_facts: 2, proposals: 3 },
      replyWorkingDays: 2,
    });
    expect(ended.stdout + ended.stderr).not.toContain(number);
    const { sheets } = await readWorkbook(await readFile(out('a.xlsx')));
    const text = JSON.stringify(sheets);
    expect(text).toContain(number);
    expect(text).toContain(PURPOSE);
  }, 120_000);

  it('does not open a folder that the program has open', () => {
    expect(whileRunning.code).toBe(2);
    expect(whileRunning.stderr).toContain('database.folder-in-use');
  });

  it.each([
    ['a number of nobody', '011085999998', 'person-data.unknown'],
    ['a number that is none', '12', 'person-data.number'],
  ])(
    'refuses %s',
    async (_what, wrong, code) => {
      const ended = await asked(['--number', wrong, '--out', out('b.xlsx')]);
      expect(ended.code).toBe(2);
      expect(ended.stderr).toContain(code);
      await expect(readFile(out('b.xlsx'))).rejects.toThrow('ENOENT');
    },
    120_000,
  );

  it('does not make a database where there is none', async () => {
    const empty = join(folder, 'nowhere');
    const ended = await asked(['--number', number, '--out', out('c.xlsx')], empty);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('person-data.no-database');
    await expect(readFile(join(empty, 'lock.json'))).rejects.toThrow('ENOENT');
  }, 60_000);
});
