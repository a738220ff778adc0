import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { type Program, SCREENS, startBrowser, startProgram, visit, type Watch } from './support.js';

const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
let program: Program;
let browser: Browser;

beforeAll(async () => {
  program = await startProgram();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const opened = async (address: string, width: number, login = 'canbo'): Promise<Page> => {
  const { page } = await visit(browser, program.url, { width, watch, login });
  await page.goto(`${program.url}${address}`);
  await page.locator('.part-tabs').waitFor();
  await page.waitForLoadState('networkidle');
  return page;
};

const cardOn = (page: Page, name: string) =>
  page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });

const figuresOn = (page: Page) =>
  page.locator('section', { has: page.getByText('Chỉ số', { exact: true }) });

describe('the comparison of plans', () => {
  it.each([1440, 390])('shows one part at a time at %d px, the figures first', async (width) => {
    const page = await opened('/scenarios', width);
    await page.screenshot({ path: join(SCREENS, `compare-${width}.png`), fullPage: true });
    const heads = figuresOn(page).locator('thead th');
    expect(await heads.count()).toBe(3);
    expect(await cardOn(page, 'Từng người').count()).toBe(0);
    await page.locator('.part-tabs').getByText('Những lựa chọn thật sự').click();
    await page.waitForURL(/part=choices/);
    await cardOn(page, 'Những lựa chọn thật sự').locator('tbody tr').first().waitFor();
    expect(await figuresOn(page).count()).toBe(0);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(width);
  });

  it('keeps runs and list in the address, which a colleague opens', async () => {
    const first = await opened('/scenarios?part=people', 1440);
    const people = cardOn(first, 'Từng người');
    const differing = await people.locator('.sub').first().innerText();
    await people.getByLabel('Danh sách').click();
    await first.getByTitle('Mọi người', { exact: true }).click();
    await first.waitForURL(/list=all/);
    await people.locator('.sub').first().filter({ hasNotText: differing }).waitFor();
    const again = await opened(new URL(first.url()).pathname + new URL(first.url()).search, 1440);
    const same = cardOn(again, 'Từng người');
    expect(await same.locator('.sub').first().innerText()).toBe(
      await people.locator('.sub').first().innerText(),
    );
  });

  it('shows couples and homes some at a time; which, stands in the address', async () => {
    const page = await opened('/scenarios?part=needs', 1440);
    const needs = cardOn(page, 'Vợ chồng xa nhau và nhu cầu chỗ ở');
    const rows = needs.locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThanOrEqual(20);
    const last = needs.locator('table').last();
    const first = await last.locator('td').first().innerText();
    await needs.locator('.ant-pagination-next').last().click();
    await page.waitForURL(/housing=2/);
    // the address changes before the table does
    await last.locator('td').first().filter({ hasNotText: first }).waitFor();
  });

  it('shows a leader no choices of the province and no plan in draft', async () => {
    const page = await opened('/scenarios', 1440, 'lanhdao');
    expect(await page.getByText('Những lựa chọn thật sự').count()).toBe(0);
    expect(await page.locator('.part-tabs button').count()).toBe(3);
    expect(await figuresOn(page).locator('thead th').count()).toBe(2);
  });

  it('complains of nothing and asks nobody else', () => {
    expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
  });
});
