import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';

import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { SCREENS, startBrowser, startProgram, visit, type Program, type Watch } from './support.js';

const PATIENCE = { timeout: 60_000 };
/** Phường Him Lam, which is of ward 03127; 03316 is another new commune. */
const OLD = '03127';
const FROM = '03127';
const TO = '03316';

const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
let program: Program;
let browser: Browser;
let scenario: number;
let count = 0;

beforeAll(async () => {
  program = await startProgram();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Each test draws on a copy of its own. */
beforeEach(async () => {
  const { page } = await visit(browser, program.url, { width: 1440, watch });
  const list = await page.request.get(`${program.url}/api/scenarios`);
  const [first] = (await list.json()) as { id: number }[];
  const made = await page.request.post(`${program.url}/api/scenarios/${first!.id}/copies`, {
    headers: await signed(page),
    data: { name: `Bản vẽ ${process.pid} ${++count}` },
  });
  expect(made.status()).toBe(201);
  scenario = ((await made.json()) as { id: number }).id;
  await page.context().close();
});

/** What a call that changes something must carry. */
async function signed(page: Page): Promise<Record<string, string>> {
  const session = await page.request.get(`${program.url}/api/session`);
  return { 'X-CSRF-Token': ((await session.json()) as { csrfToken: string }).csrfToken };
}

async function opened(width = 1440): Promise<Page> {
  const { page } = await visit(browser, program.url, { width, watch });
  await page.goto(`${program.url}/merger/map?scenario=${scenario}`);
  await page.locator('.new-unit .verdict').first().waitFor(PATIENCE);
  await page.locator('.merger-sketch path').first().waitFor(PATIENCE);
  return page;
}

const oldUnit = (page: Page): Locator => page.locator(`.old-unit[data-card="${OLD}"]`);
const newUnit = (page: Page, code: string): Locator =>
  page.locator(`.new-unit[data-drop="${code}"]`);
const holds = (page: Page, code: string): Locator =>
  newUnit(page, code).locator(`.chip[data-card="${OLD}"]`);
const colourOf = (page: Page, selector: string): Promise<string | null> =>
  page.locator(selector).first().getAttribute('fill');

async function dragTo(page: Page, to: Locator): Promise<void> {
  await oldUnit(page).scrollIntoViewIfNeeded();
  await to.scrollIntoViewIfNeeded();
  const start = (await oldUnit(page).boundingBox())!;
  await page.mouse.move(start.x + 20, start.y + 10);
  await page.mouse.down();
  await page.mouse.move(start.x + 50, start.y + 24, { steps: 3 });
  const end = (await to.boundingBox())!;
  await page.mouse.move(end.x + 60, end.y + 14, { steps: 4 });
  await page.mouse.up();
}

async function examined(page: Page): Promise<void> {
  await page.locator('.map-said', { hasNotText: 'Đang xét lại' }).waitFor(PATIENCE);
}

describe('the merger map', () => {
  it('moves an old unit by dragging, judges at once, undoes and does again, and is saved', async () => {
    const page = await opened();
    await dragTo(page, newUnit(page, TO));
    await holds(page, TO).waitFor(PATIENCE);
    expect(await holds(page, FROM).count()).toBe(0);
    // List and map agree: the dot has the colour of the unit that takes it now.
    const colour = await colourOf(page, `[data-shape="${TO}"]`);
    expect(await colourOf(page, `[data-dot="${OLD}"]`)).toBe(colour);
    await examined(page);
    await page.screenshot({ path: join(SCREENS, 'merger-map-1440.png') });
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await holds(page, FROM).waitFor();
    await page.getByRole('button', { name: 'Làm lại' }).click();
    await holds(page, TO).waitFor();
    await page.getByRole('button', { name: /^Lưu \(1 thay đổi\)/ }).click();
    const dialog = page.locator('dialog.dialog');
    await dialog.getByText('Phường Him Lam').first().waitFor();
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.locator('.map-said', { hasText: 'Đã lưu bản đồ' }).waitFor(PATIENCE);
    await page.reload();
    await holds(page, TO).waitFor(PATIENCE);
    await page.context().close();
  });

  it('does all of it by keyboard alone, a part too', async () => {
    const page = await opened();
    await oldUnit(page).focus();
    await page.keyboard.press('Enter');
    await page.locator(`[data-new="${FROM}"]:focus`).waitFor();
    await page.keyboard.press('ArrowDown');
    const next = await page.evaluate<string>('document.activeElement.dataset.new');
    await page.keyboard.press('Escape');
    await page.locator(`.old-unit[data-card="${OLD}"]:focus`).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Enter');
    await holds(page, next).waitFor();
    await holds(page, FROM).waitFor();
    const share = page.locator('.unit-line input[inputmode="decimal"]');
    await page.locator('.unit-line input[inputmode="decimal"]:focus').waitFor();
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await page.locator('.unit-line', { hasText: 'phần còn lại: 70' }).waitFor();
    expect(await share.inputValue()).toBe('30');
    await page.locator('[data-new]').first().focus();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await holds(page, next).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+y');
    await holds(page, next).waitFor();
    await page.context().close();
  });

  it('takes a pasted map, and names the faults of its lines', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Dán từ Excel' }).click();
    const text = ['Đơn vị cũ\tĐơn vị mới', `3127\t${TO}`, `Xã Không Có\t${TO}`].join('\n');
    await page.getByLabel('Nội dung dán').fill(text);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.locator('.is-faulty', { hasText: 'không có "Xã Không Có"' }).waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Dùng 1 dòng đúng' }).click();
    await holds(page, TO).waitFor();
    await page.context().close();
  });

  it('shows in the list what is chosen on the map, and on the map what is chosen in the list', async () => {
    const page = await opened();
    await page.locator(`[data-shape="${TO}"]`).focus();
    await page.keyboard.press('Enter');
    await page.locator(`.new-unit.is-chosen[data-drop="${TO}"]`).waitFor();
    expect(page.url()).toContain(`unit=${TO}`);
    await page.locator(`[data-new="${FROM}"]`).click();
    await page.locator(`path.is-chosen[data-shape="${FROM}"]`).waitFor();
    await newUnit(page, TO).hover();
    await page.locator(`path.is-hover[data-shape="${TO}"]`).waitFor();
    await page.context().close();
  });

  it('of a colleague is not overwritten, and nothing that was drawn is lost', async () => {
    const page = await opened();
    // Cut off from the pulse: the page cannot know what the colleague does.
    await page.route('**/pulse', (route) => route.fulfill({ status: 304 }));
    await dragTo(page, newUnit(page, TO));
    await holds(page, TO).waitFor();
    await examined(page);
    const standing = await page.request.get(`${program.url}/api/scenarios/${scenario}/map`);
    const { version, rows } = (await standing.json()) as {
      version: number;
      rows: { oldCode: string; newCode: string }[];
    };
    const other = rows.find(({ oldCode, newCode }) => oldCode !== OLD && newCode !== TO)!;
    const data = {
      ...{ version, areas: [] },
      rows: rows.map((row) => (row === other ? { ...row, newCode: TO } : row)),
    };
    const saved = await page.request.put(`${program.url}/api/scenarios/${scenario}/map`, {
      headers: await signed(page),
      data,
    });
    expect(saved.status()).toBe(200);
    const before = watch.complaints.length;
    await page.getByRole('button', { name: /^Lưu \(1 thay đổi\)/ }).click();
    const dialog = page.locator('dialog.dialog');
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
    await dialog.getByText(/vừa sửa bản đồ sáp nhập \(/).waitFor(PATIENCE);
    // The browser itself notes a refused request in its console.
    const noted = watch.complaints.splice(before);
    watch.complaints.push(...noted.filter((each) => !each.includes('status of 409')));
    await dialog.getByRole('button', { name: 'Lấy bản mới, giữ thay đổi của tôi' }).click();
    await holds(page, TO).waitFor();
    await newUnit(page, TO).locator(`.chip[data-card="${other.oldCode}"]`).waitFor();
    expect(await page.getByRole('button', { name: /^Lưu \(1 thay đổi\)/ }).count()).toBe(1);
    await page.context().close();
  });

  it('goes out as a workbook', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Tải .xlsx' }).click();
    await page.getByLabel(/Mục đích/).fill('Trình Ban Chỉ đạo');
    const coming = page.waitForEvent('download');
    await page.locator('dialog.dialog').getByRole('button', { name: 'Tải .xlsx' }).click();
    const book = await readWorkbook(await readFile(await (await coming).path()));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Sáp nhập', 'Tiêu chuẩn']);
    await page.context().close();
  });

  it.each([1440, 390])('is drawn at %i px and does not scroll sideways', async (width) => {
    const page = await opened(width);
    await page.screenshot({ path: join(SCREENS, `merger-map-${width}.png`), fullPage: true });
    const excess = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(excess).toBe(0);
    await page.context().close();
  });

  it('is without complaints of the browser', () => {
    expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
  });
});
