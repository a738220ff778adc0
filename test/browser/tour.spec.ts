import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { SCREENS, startBrowser, startProgram, visit, type Program, type Watch } from './support.js';

const PATIENCE = { timeout: 60_000 };
/** Longer than what one event opens takes to be closed by the next one. */
const SETTLED_MS = 800;
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

async function opened(path = '/', width = 1440, login = 'canbo'): Promise<Page> {
  const { page } = await visit(browser, program.url, { width, watch, login });
  await page.goto(program.url + path);
  await page.locator('h1').first().waitFor(PATIENCE);
  return page;
}

const offer = (page: Page) => page.locator('.tour-offer');
const step = (page: Page) => page.locator('.tour .ant-tour-title');

describe('the tour', () => {
  it('is offered once, goes by keyboard alone, and never comes back by itself', async () => {
    const page = await opened();
    await offer(page).waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Xem giới thiệu' }).focus();
    await page.keyboard.press('Enter');
    await step(page).getByText('Bước 1/5').waitFor(PATIENCE);
    await page.locator('.tour .ant-btn-primary:focus').waitFor();
    const panel = (await page.locator('.ant-tour-panel').boundingBox())!;
    expect(panel.width).toBeLessThan(700);
    expect(panel.y + panel.height).toBeLessThan(900);
    await page.screenshot({ path: join(SCREENS, 'tour-1440.png') });
    for (const at of [2, 3, 4, 5]) {
      await page.keyboard.press('Enter');
      await step(page).getByText(`Bước ${at}/5`).waitFor();
      await page.locator('.tour .ant-btn-primary:focus').waitFor();
    }
    await page.keyboard.press('Enter');
    await step(page).waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.tile dd').first().waitFor(PATIENCE);
    expect(await offer(page).count()).toBe(0);
    await page.context().close();
  });

  it('is declined with one click, and starts again from the help menu; Escape ends it', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Không cần' }).click();
    await offer(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Trợ giúp' }).click();
    await page.getByText('Thiếu', { exact: true }).first().waitFor(PATIENCE);
    await page.getByRole('button', { name: /Xem lại phần giới thiệu/ }).click();
    await step(page).getByText('Bước 1/5').waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    await step(page).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('tells a manager of the manager’s own work, in English too', async () => {
    const page = await opened('/', 1440, 'quanly');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Take the tour' }).click();
    await page.getByText(/Rosters go step by step/).waitFor(PATIENCE);
    await page.context().close();
  });

  it('covers nothing of the page, and is not offered elsewhere', async () => {
    const page = await opened('/', 390);
    await offer(page).waitFor(PATIENCE);
    const place = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('.tour-offer')).position`,
    );
    expect(place).toBe('static');
    await page.screenshot({ path: join(SCREENS, 'tour-offer-390.png') });
    await page.goto(`${program.url}/gap`);
    await page.locator('h1').first().waitFor(PATIENCE);
    expect(await offer(page).count()).toBe(0);
    await page.context().close();
  });
});

describe('help beside a legal term', () => {
  it.each([
    ['/gap', 'Thiếu', 'Thừa ở lĩnh vực này không bù'],
    ['/placement', 'Điều động', 'Nguồn: Nghị định 170/2025/NĐ-CP'],
    ['/law', 'Giả định', 'chưa được tỉnh xác nhận'],
    ['/scenarios', 'Phê duyệt', 'người khác với người trình'],
  ])('on %s tells the meaning and the source of "%s"', async (path, name, meaning) => {
    const page = await opened(path);
    const mark = page
      .locator('.terms .help')
      .and(page.getByRole('button', { name: new RegExp(`^${name}: `) }));
    await mark.first().focus();
    await page.locator('.ant-tooltip', { hasText: meaning }).first().waitFor(PATIENCE);
    await page.context().close();
  });

  it('opens by a press, and stays', async () => {
    const page = await opened('/gap');
    await page.locator('.terms .help').first().click();
    await page.waitForTimeout(SETTLED_MS);
    expect(await page.locator('.ant-tooltip:visible').count()).toBe(1);
    await page.context().close();
  });

  it('is without complaints of the browser', () => {
    expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
  });
});
