import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import type { Row } from '../../src/sheet/workbook.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { startBrowser, startProgram, visit, type Program, type Watch } from './support.js';

const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
/** As the page writes numbers. */
const LOCAL = new Intl.NumberFormat('vi-VN');
let program: Program;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  program = await startProgram();
  browser = await startBrowser();
  ({ page } = await visit(browser, program.url, { width: 1440, watch }));
  page.setDefaultTimeout(30_000);
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Takes the list as a workbook. @returns how many lines its first sheet has below the head: those that are numbered */
async function taken(button: string): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Đối chiếu con số với danh sách');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Tải .xlsx' }).click(),
  ]);
  const [sheet] = (await readWorkbook(await readFile(await file.path()))).sheets;
  const isLine = (cells: Row['cells']): boolean =>
    cells.some(({ column, kind }) => column === 1 && kind === 'number');
  return LOCAL.format(sheet!.rows.filter(({ cells }) => isLine(cells)).length);
}

const found = (count: string): Promise<void> => page.getByText(`${count} người.`).waitFor();

describe('a figure of the merger', () => {
  it.each(['Người theo sang', 'Người cần quyết định riêng'])(
    '"%s" leads to as many people, who go to Excel',
    async (name) => {
      await page.goto(`${program.url}/merger`);
      const figure = page.locator('.counts > div', { hasText: name }).locator('dd a');
      const count = await figure.innerText();
      await figure.click();
      await page.waitForURL(/part=people/);
      await found(count);
      expect(await page.locator('.list.stack tbody tr').count()).toBe(20);
      expect(await taken('Tải danh sách (.xlsx)')).toBe(count);
    },
  );

  it('leads from the people of a new unit to as many', async () => {
    await page.goto(`${program.url}/merger`);
    const figure = page.locator('.units > li > a').first();
    const [count = ''] = (await figure.innerText()).split(' ');
    await figure.click();
    await page.waitForURL(/part=people&commune=/);
    await found(count);
  });
});

it('has gone through it without a complaint, and asked nowhere else', () => {
  expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
});
