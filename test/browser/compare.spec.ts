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
  await page.locator('.num').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
};

const figuresOn = (page: Page) =>
  page.locator('section', { has: page.getByText('Chỉ số', { exact: true }) });

describe('the comparison of plans', () => {
  it.each([1440, 390])('shows figures, people and choices at %d px', async (width) => {
    const page = await opened('/scenarios', width);
    await page.screenshot({ path: join(SCREENS, `compare-${width}.png`), fullPage: true });
    const heads = figuresOn(page).locator('thead th');
    expect(await heads.count()).toBe(3);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(width);
  });

  it('keeps runs and list in the address, which a colleague opens', async () => {
    const first = await opened('/scenarios', 1440);
    const people = first.locator('section', { has: first.getByText('Từng người') });
    const differing = await people.locator('.sub').first().innerText();
    await people.getByLabel('Danh sách').click();
    await first.getByTitle('Mọi người', { exact: true }).click();
    await first.waitForURL(/list=all/);
    await people.locator('.sub').first().filter({ hasNotText: differing }).waitFor();
    const again = await opened(new URL(first.url()).pathname + new URL(first.url()).search, 1440);
    const same = again.locator('section', { has: again.getByText('Từng người') });
    expect(await same.locator('.sub').first().innerText()).toBe(
      await people.locator('.sub').first().innerText(),
    );
  });

  it('shows a leader no choices of the province and no plan in draft', async () => {
    const page = await opened('/scenarios', 1440, 'lanhdao');
    expect(await page.getByText('Những lựa chọn thật sự').count()).toBe(0);
    expect(await figuresOn(page).locator('thead th').count()).toBe(2);
  });

  it('complains of nothing and asks nobody else', () => {
    expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
  });
});
