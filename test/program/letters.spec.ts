import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPlace, runToEnd, type Ended, type Place } from '../support/program.js';

let place: Place;
let folder: string;

beforeAll(async () => {
  place = await demoPlace();
  folder = await mkdtemp(join(tmpdir(), 'bo-tri-letters-'));
}, 180_000);

afterAll(async () => {
  await place.remove();
  await rm(folder, { recursive: true, force: true });
});

const letters = (...words: readonly string[]): Promise<Ended> =>
  runToEnd(['dist/bundled/src/cli.js', 'letters', ...words], place.env);

describe('bo-tri letters', () => {
  it('opens a block, issues, checks, and issues nothing twice', async () => {
    const signer = ['--body', 'SỞ NỘI VỤ', '--place', 'Điện Biên', '--signer-title', 'GIÁM ĐỐC'];
    const span = ['--year', '2025', '--symbol', 'QĐ-SNV', '--first', '1', '--last', '900'];
    const opened = await letters('block', ...span, ...signer, '--authority', 'GIÁM ĐỐC');
    expect(opened).toMatchObject({ code: 0, stdout: expect.stringContaining('1–900/QĐ-SNV') });
    const out = join(folder, 'quyet-dinh.zip');
    const of = ['--scenario', '1', '--block', '1', '--on', '2025-07-01', '--unit', '03334'];
    const first = await letters('issue', ...of, '--json', '--out', out);
    const { issued } = JSON.parse(first.stdout) as { issued: number };
    expect(issued).toBeGreaterThan(10);
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
    const again = await letters('issue', ...of);
    expect(again.stdout).toContain(`Đã lập 0 quyết định; ${issued} giữ nguyên.`);
    const checked = await letters('check', '--scenario', '1');
    expect(checked).toMatchObject({ code: 0 });
    expect(checked.stdout).toContain(`Đã đọc lại ${issued} quyết định`);
  }, 180_000);

  it('hands out the template in use and takes one of the province', async () => {
    const path = join(folder, 'mau.docx');
    expect(await letters('template', '--kind', 'leaving', '--out', path)).toMatchObject({
      code: 0,
    });
    const sent = await letters('template', '--kind', 'leaving', '--put', path);
    expect(sent).toMatchObject({ code: 0, stdout: expect.stringContaining('phiên bản 1') });
    await writeFile(path, 'không phải Word');
    const refused = await letters('template', '--kind', 'leaving', '--put', path);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('.docx') });
  }, 120_000);

  it('refuses a wrong call in words', async () => {
    const wrong = await letters('issue', '--block', '1', '--on', '2025-07-01');
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('--scenario') });
    const day = await letters('issue', '--block', '1', '--scenario', '1', '--on', '1.7.2025');
    expect(day).toMatchObject({ code: 2, stderr: expect.stringContaining('yyyy-mm-dd') });
  }, 60_000);
});
