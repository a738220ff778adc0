import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { PASSWORD, withOwnPassword } from '../e2e/access/small-program.js';
import type { Client } from '../e2e/client.js';
import { startProgram, type Program } from '../support/program.js';
import { startBrowser, visit, type Watch } from './support.js';

const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
let program: Program;
let browser: Browser;
let officer: Client;

/** An empty installation of Lạng Sơn, and the officer whom its administrator has let in. */
beforeAll(async () => {
  program = await startProgram({ DEMO: '0', PROVINCE: '20' });
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

describe('the first page of an empty installation', () => {
  it('loads the units of the province, and says what comes next', async () => {
    const { page, context } = await visit(browser, program.url, {
      width: 1440,
      watch,
      login: null,
    });
    await page.goto(program.url);
    await page.getByLabel('Tên đăng nhập').fill('canbo');
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('heading', { name: 'Bước đầu: nạp đơn vị của tỉnh' }).waitFor();
    await page.getByRole('button', { name: 'Nạp đơn vị' }).click();
    await page.getByText('Nhập danh sách, rồi chạy phương án để xem kết quả.').waitFor();
    const communes = await officer.get<unknown[]>('/api/units?on=2025-06-30&level=commune');
    expect(communes).toHaveLength(194);
    await context.close();
    expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
  });
});
