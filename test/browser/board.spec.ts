import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';

import { benched } from './benched.js';
import { SCREENS, startBrowser, startProgram, visit, type Program, type Watch } from './support.js';

const COMMUNE = '03127';
const PATIENCE = { timeout: 60_000 };

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

async function opened(width = 1440, login = 'canbo'): Promise<Page> {
  const { page } = await visit(browser, program.url, { width, watch, login });
  await page.goto(`${program.url}/board?commune=${COMMUNE}`);
  await page.locator('.desk[data-ready] .card-button').first().waitFor(PATIENCE);
  return page;
}

const card = (page: Page, staffId: number, within = ''): Locator =>
  page.locator(`${within} [data-card="${staffId}"]`).first();
const seat = (page: Page, code: string): Locator => page.locator(`.seat[data-drop="${code}"]`);

async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = (await from.boundingBox())!;
  await page.mouse.move(start.x + 20, start.y + 12);
  await page.mouse.down();
  await page.mouse.move(start.x + 40, start.y + 24, { steps: 3 });
  const end = (await to.boundingBox())!;
  await page.mouse.move(end.x + 60, end.y + 14, { steps: 4 });
}

async function drop(page: Page, reason: string): Promise<void> {
  await page.getByLabel('Lý do').fill(reason);
  await page.getByLabel('Lý do').press('Enter');
}

async function freshSeat(page: Page, code: string, staffId: number): Promise<void> {
  await seat(page, code).locator(`[data-card="${staffId}"].is-fresh`).waitFor(PATIENCE);
}

describe('the placement board', () => {
  it('tells law and price while somebody is dragged, pins on the drop, undoes and does again', async () => {
    const page = await opened();
    // Bench and seat both in sight.
    await page.setViewportSize({ width: 1440, height: 2400 });
    const who = await benched(page, program.url, COMMUNE);
    await dragTo(page, card(page, who.staffId, '.lane--over'), seat(page, who.to));
    await page.locator('.dock .price[data-exact]').waitFor(PATIENCE);
    expect(await page.locator('.dock').innerText()).toContain('Đúng quy định');
    await page.screenshot({ path: join(SCREENS, 'board-drag-1440.png') });
    await page.mouse.up();
    await drop(page, 'Đúng chuyên môn, gần nhà');
    await freshSeat(page, who.to, who.staffId);
    expect(await page.locator('.desk-bar').innerText()).toContain('1 chỉ định mới');
    await page.getByRole('button', { name: /Hoàn tác/ }).click();
    await card(page, who.staffId, '.lane--over').waitFor(PATIENCE);
    expect(await page.locator('.card-button.is-fresh').count()).toBe(0);
    await page.getByRole('button', { name: /Làm lại/ }).click();
    await freshSeat(page, who.to, who.staffId);
    await page.getByRole('button', { name: /Hoàn tác/ }).click();
    await card(page, who.staffId, '.lane--over').waitFor(PATIENCE);
    await page.context().close();
  });

  it('does all of it by keyboard alone', async () => {
    const page = await opened();
    const who = await benched(page, program.url, COMMUNE);
    await card(page, who.staffId, '.lane--over').focus();
    await page.keyboard.press('Enter');
    await page.locator('.dock', { hasText: who.fullName }).waitFor();
    expect(await page.locator('.seat-head:focus').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.locator('.seat.is-aim').waitFor();
    await page.keyboard.press('Escape');
    await page.locator(`[data-card="${who.staffId}"]:focus`).waitFor();
    await page.keyboard.press(' ');
    await page.locator(`[data-seat="${who.to}"]`).focus();
    await page.locator('.dock .price[data-exact]').waitFor(PATIENCE);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Bàn phím');
    await page.keyboard.press('Enter');
    await freshSeat(page, who.to, who.staffId);
    await page.locator(`[data-card="${who.staffId}"]:focus`).waitFor();
    await page.keyboard.press('Control+z');
    await card(page, who.staffId, '.lane--over').waitFor(PATIENCE);
    await page.keyboard.press('Control+y');
    await freshSeat(page, who.to, who.staffId);
    await page.keyboard.press('Control+z');
    await card(page, who.staffId, '.lane--over').waitFor(PATIENCE);
    await page.context().close();
  });

  it('shows a colleague’s pin without reloading, and says in a conflict who did what', async () => {
    const one = await opened();
    const two = await opened();
    const who = await benched(one, program.url, COMMUNE);
    await card(two, who.staffId, '.lane--over').click();
    await seat(two, who.to).locator('.seat-head').click();
    await two.getByLabel('Lý do').fill('Người thứ hai');
    // The second page is cut off from the pulse: it cannot know what the first one does.
    await two.route('**/pulse', (route) => route.fulfill({ status: 304 }));
    await card(one, who.staffId, '.lane--over').click();
    await seat(one, who.to).locator('.seat-head').click();
    await drop(one, 'Người thứ nhất');
    await freshSeat(one, who.to, who.staffId);
    const before = watch.complaints.length;
    await two.getByLabel('Lý do').press('Enter');
    await two.locator('.dock .ant-alert-error').waitFor(PATIENCE);
    // The browser itself notes a refused request in its console.
    const noted = watch.complaints.splice(before);
    watch.complaints.push(...noted.filter((each) => !each.includes('status of 409')));
    expect(await two.locator('.dock .ant-alert-error').innerText()).toMatch(
      /Cán bộ Sở Nội vụ .* vừa đặt một chỉ định/,
    );
    expect(await two.getByLabel('Lý do').inputValue()).toBe('Người thứ hai');
    await freshSeat(two, who.to, who.staffId);
    await two.unroute('**/pulse');
    await one.getByRole('button', { name: /Hoàn tác/ }).click();
    await two
      .locator('.news', { hasText: `vừa bỏ chỉ định của ${who.fullName}` })
      .waitFor(PATIENCE);
    await card(two, who.staffId, '.lane--over').waitFor(PATIENCE);
    await one.context().close();
    await two.context().close();
  });

  it('finds anybody of the province, and tells of a seat who could take it', async () => {
    const page = await opened();
    await page.getByLabel('Tìm người trong toàn tỉnh').fill('lo van');
    await page.locator('.finder [data-card]').first().waitFor(PATIENCE);
    await page.locator('.seat-head').nth(3).click();
    await page.locator('.dock', { hasText: 'Ai có thể nhận vị trí này?' }).waitFor();
    await page.context().close();
  });

  it('is read by a leader, who moves nobody', async () => {
    const { page } = await visit(browser, program.url, { width: 1440, watch, login: 'lanhdao' });
    await page.goto(`${program.url}/board`);
    await page.locator('.desk .card-button').first().waitFor(PATIENCE);
    await page.locator('.card-button').first().click();
    expect(await page.locator('.dock').count()).toBe(0);
    expect(await page.getByText('Tài khoản này chỉ xem.').count()).toBe(1);
    await page.context().close();
  });

  it('prints on A3 landscape without the tools of the page', async () => {
    const page = await opened();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.dock').isVisible()).toBe(false);
    expect(await page.locator('.board-choice').isVisible()).toBe(false);
    expect(await page.locator('.print-title').innerText()).toContain('Phường Điện Biên Phủ');
    const paper = await page.pdf({ preferCSSPageSize: true });
    // 420 mm of width are 1190.55 points.
    expect(paper.toString('latin1')).toMatch(/MediaBox \[0 0 119\d\S* 84\d\S*\]/);
    await page.context().close();
  });

  it.each([1440, 390])('is drawn at %i px and does not scroll sideways', async (width) => {
    const page = await opened(width);
    await page.screenshot({ path: join(SCREENS, `board-${width}.png`), fullPage: true });
    const excess = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(excess).toBe(0);
    await page.context().close();
  });

  it('nothing was asked of another origin and the console is clean', () => {
    expect(watch.elsewhere).toEqual([]);
    expect(watch.unprotected).toEqual([]);
    expect(watch.complaints).toEqual([]);
  });
});
