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

  it('leads from a figure to the people whom it counts', async () => {
    const page = await opened('/scenarios', 1440);
    const shown = figuresOn(page)
      .getByRole('row', { name: /^Dôi dư/ })
      .first();
    const figure = await shown.getByRole('link').last().innerText();
    await shown.getByRole('link').last().click();
    await page.waitForURL(/\/placement\?run=\d+&outcome=surplus/);
    await page.getByText(`${figure} người`, { exact: true }).first().waitFor();
    const far = await opened('/scenarios', 1440);
    const ways = figuresOn(far).getByRole('row', { name: /^Người cách nhà từ/ });
    const many = await ways.getByRole('link').last().innerText();
    await ways.getByRole('link').last().click();
    await cardOn(far, 'Từng người').getByText(`${many} người`, { exact: true }).waitFor();
  });

  it('leads from the pool to the people without a seat', async () => {
    const { page } = await visit(browser, program.url, { width: 1440, watch });
    await page.goto(`${program.url}/pool`);
    const total = page.getByRole('link', { name: /^[\d.]+ người chưa có vị trí/ });
    const [, count] = /^([\d.]+) /.exec(await total.innerText())!;
    await total.click();
    await page.getByText(`${count} người`, { exact: true }).first().waitFor();
  });

  it('has the people of the plan for a part of their own', async () => {
    const page = await opened('/scenarios', 1440);
    expect(await page.getByText('Từng người trong phương án').count()).toBe(0);
    await page.locator('.part-tabs').getByText('Bước của từng người').click();
    await page.waitForURL(/part=states/);
    await page.getByRole('heading', { name: /^Từng người trong phương án: Bố trí/ }).waitFor();
    expect(await figuresOn(page).count()).toBe(0);
  });

  it('keeps runs and list in the address, which a colleague opens', async () => {
    const first = await opened('/scenarios?part=people', 1440);
    const people = cardOn(first, 'Từng người');
    const differing = await people.locator('.sub').first().innerText();
    await people.getByLabel('Danh sách').click();
    const everybody = first.getByTitle('Mọi người', { exact: true });
    // the list is still opening
    await everybody.hover();
    await everybody.click();
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
    expect(await page.locator('.part-tabs button').count()).toBe(4);
    expect(await figuresOn(page).locator('thead th').count()).toBe(2);
  });

  it('complains of nothing and asks nobody else', () => {
    expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
  });
});
