import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

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
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Asks for a specialist as the leader of a commune does. */
async function askForSpecialist(): Promise<void> {
  const { page: leader, context } = await visit(browser, program.url, {
    ...{ width: 1440, watch, login: 'lanhdao' },
  });
  const at = `${program.url}/api`;
  const { csrfToken } = (await (await leader.request.get(`${at}/session`)).json()) as {
    readonly csrfToken: string;
  };
  const answer = await leader.request.post(`${at}/requests`, {
    headers: { 'X-CSRF-Token': csrfToken },
    data: { unitCode: '03334', positionCode: 'C6', people: 1, reason: 'Thiếu người' },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  await context.close();
}

describe('the overview', () => {
  it('says what waits today, and leads there', async () => {
    await askForSpecialist();
    await page.goto(program.url);
    const waits = page.getByRole('region', { name: 'Việc cần xử lý hôm nay' });
    await waits.getByRole('link', { name: /đề nghị cử chuyên môn/ }).click();
    await page.waitForURL(/\/movements\?tab=requests/);
    await page.getByText('Thiếu người').first().waitFor();
  });

  it('says how far people have it and what remote seats get, and leads to those behind it', async () => {
    await page.goto(program.url);
    const tiles = page.locator('.tiles--far .tile');
    await tiles.filter({ hasText: /\d km/ }).first().waitFor();
    expect(await tiles.locator('h2').allInnerTexts()).toEqual([
      expect.stringContaining('Quãng đường trung vị'),
      expect.stringContaining('Xa nhất'),
      expect.stringContaining('Chỉ tiêu khu vực III'),
      expect.stringContaining('Nguyện vọng được đáp ứng'),
    ]);
    const remote = tiles.nth(2);
    const [filled = 0, seats = 0] = (await remote.locator('dd').first().innerText())
      .split('/')
      .map((each) => Number(each.replace(/\D/g, '')));
    expect(filled).toBeGreaterThan(0);
    expect(filled).toBeLessThan(seats);
    await remote.locator('dd a').first().click();
    await page.waitForURL(/\/gap\?.*zone=III/);
    await page.locator('.board tbody td').first().waitFor();
  });

  it('says how many wishes are met as it was and as it could be, and leads to the people', async () => {
    await page.goto(program.url);
    const tile = page.locator('.tile', { hasText: 'Nguyện vọng được đáp ứng' });
    await tile.locator('dd', { hasText: '/' }).nth(1).waitFor();
    const met = async (at: number) =>
      (await tile.locator('dd').nth(at).locator('a').allInnerTexts()).map((each) =>
        Number(each.replace(/\D/g, '')),
      );
    const [[first = 0, all = 0, three = 0], after] = [await met(0), await met(1)];
    expect(first).toBeLessThanOrEqual(three);
    expect(three).toBeLessThanOrEqual(all);
    expect(after[1]).toBe(all);
    await tile.locator('dd').nth(1).locator('a').first().click();
    await page.waitForURL(/\/law\/wishes\?run=\d+&part=people&list=first/);
    await page.getByText(`${LOCAL.format(after[0]!)} người.`).waitFor();
    expect(await page.locator('.list.stack tbody tr').count()).toBe(Math.min(20, after[0]!));
  });

  it('leads from each figure about wishes to as many people, and takes them to Excel', async () => {
    await page.goto(`${program.url}/law/wishes`);
    const row = page.locator('.list.stack tbody tr', { hasText: 'Chuyển đến xã đã chọn' });
    const unmet = row.locator('td a').nth(3);
    const [count = ''] = (await unmet.innerText()).split(' ');
    await unmet.click();
    await page.waitForURL(/part=people&list=unmet&kind=move/);
    await page.getByText(`${count} người.`).waitFor();
    expect(await page.locator('td .short-text').first().innerText()).toBe('Không đáp ứng');
    await page.getByRole('button', { name: 'Tải Excel' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Xem nguyện vọng chưa đáp ứng');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Tải .xlsx' }).click(),
    ]);
    const { sheets } = await readWorkbook(await readFile(await file.path()));
    const people = sheets[0]!.rows.filter((cells) => JSON.stringify(cells).includes('"không"'));
    expect(LOCAL.format(people.length)).toBe(count);
  });

  it('keeps what stands in its head apart, and figures of a comparison in sight, on a phone', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(program.url);
    await page.locator('.tile dd').first().waitFor();
    const boxes = await page.evaluate<number[][]>(
      `[...document.querySelectorAll('.shell-head > *')].map((each) => each.getBoundingClientRect())
        .filter(({ width }) => width > 0).map(({ left, right }) => [left, right])`,
    );
    const letter = (await page.locator('.account-letter').boundingBox())!;
    const menu = (await page.locator('.shell-menu').boundingBox())!;
    expect(boxes.flat()).toEqual([...boxes.flat()].sort((a, b) => a - b));
    expect(letter.x + letter.width).toBeLessThanOrEqual(menu.x);
    expect(menu.x + menu.width).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${program.url}/scenarios`);
    const card = page.locator('section:has(> .figures)');
    await card.locator('td').first().waitFor();
    const beyond = await page.evaluate<number>(
      `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.figures').parentElement)`,
    );
    expect(beyond).toBeLessThan(2);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('complains of nothing and asks nobody else', () => {
    expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
  });
});
