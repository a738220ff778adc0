import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';

import { PASSWORD, withOwnPassword } from '../e2e/access/small-program.js';
import type { Client } from '../e2e/client.js';
import { placed } from '../e2e/run-placement.js';
import { csv } from '../support/demo-sources.js';
import { startProgram, type Program } from '../support/program.js';
import { startBrowser, visit, type Watch } from './support.js';

const PROVINCE = '20';
const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
let program: Program;
let browser: Browser;
let officer: Client;

/** An empty installation of Lạng Sơn, and the officer whom its administrator has let in. */
beforeAll(async () => {
  program = await startProgram({ DEMO: '0', PROVINCE });
  browser = await startBrowser();
  const printed = /dùng một lần:\s+(\S+)/.exec(program.output())?.[1] ?? '';
  const administrator = await withOwnPassword(program.url, 'quantri', printed);
  const account = { login: 'canbo', name: 'Người thử', role: 'officer', scope: [] };
  const made = await administrator.ask<{ oneTimePassword: string }>(
    'POST',
    '/api/accounts',
    account,
  );
  officer = await withOwnPassword(program.url, 'canbo', made.body.oneTimePassword);
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function signedIn(work: (page: Page) => Promise<void>): Promise<void> {
  const { page, context } = await visit(browser, program.url, { width: 1440, watch, login: null });
  await page.goto(program.url);
  await page.getByLabel('Tên đăng nhập').fill('canbo');
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await work(page);
  await context.close();
  expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
}

type Row = Readonly<Record<string, string>>;

async function rows(file: string): Promise<readonly Row[]> {
  const bytes = await readFile(join(import.meta.dirname, '../../data', file));
  return parse(bytes, { columns: true });
}

function table(columns: readonly string[], of: readonly Row[]): Blob {
  return new Blob([csv([columns, ...of.map((row) => columns.map((name) => row[name] ?? ''))])]);
}

/** The merger of 2025 as the public lists have it, with one seat a commune; nothing of it is applied. */
async function planOf2025(): Promise<number> {
  const units = (await rows('units_new.csv')).filter((row) => row['province_code'] === PROVINCE);
  const codes = new Set(units.map((row) => row['code']));
  const into = async (file: string): Promise<readonly Row[]> =>
    (await rows(file)).filter((row) => codes.has(row['new_code'] ?? ''));
  const successions = ['old_code', 'new_code', 'share', 'main'];
  const seats = units.map((row) => ({
    unit_code: row['code'] ?? '',
    ...{ position_code: 'E5', seats: '1' },
  }));
  const form = new FormData();
  form.set('name', 'Sắp xếp 2025');
  form.set('effectiveOn', '2025-07-01');
  form.set('rulesOn', '2025-07-01');
  form.set('legalBasis', 'Nghị quyết thử');
  form.set('newUnits', table(['code', 'name', 'kind', 'province_code'], units), 'sau.csv');
  for (const file of ['merge_map.csv', 'district_map.csv'])
    form.append('successions', table(successions, await into(file)), file);
  form.set('seats', table(['unit_code', 'position_code', 'seats'], seats), 'chi-tieu.csv');
  const made = await officer.request<{ scenarioId: number }>('/api/scenarios', {
    ...{ method: 'POST', body: form },
  });
  expect([made.status, made.body]).toEqual([201, expect.anything()]);
  return made.body.scenarioId;
}

describe('an empty installation', () => {
  it('loads the units of the province on its first page, and says what comes next', () =>
    signedIn(async (page) => {
      await page.getByRole('heading', { name: 'Bước đầu: nạp đơn vị của tỉnh' }).waitFor();
      await page.getByRole('button', { name: 'Nạp đơn vị' }).click();
      await page.getByText('Nhập danh sách, rồi chạy phương án để xem kết quả.').waitFor();
      const communes = await officer.get<unknown[]>('/api/units?on=2025-06-30&level=commune');
      expect(communes).toHaveLength(194);
    }));

  it('calls the communes of a plan by its names before it is applied, though codes are those of old ones', async () => {
    await placed(officer, await planOf2025(), 'baseline');
    await signedIn(async (page) => {
      await page.getByText('65 xã, phường, từ ngày 01/07/2025').waitFor();
      await page.goto(`${program.url}/map`);
      await page.locator('.map path').first().waitFor();
      const shown = await page.locator('main').innerText();
      // Phường Đông Kinh has the code that was that of Phường Vĩnh Trại.
      expect(shown).toContain('Phường Đông Kinh');
      expect(shown).not.toContain('Phường Vĩnh Trại');
    });
  });
});
