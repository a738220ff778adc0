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
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Takes the list as a workbook. @returns how many lines its first sheet has below the head: those that are numbered */
async function taken(button: string): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog', { name: button });
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

/** Asks every unit for its roster, as an officer does. */
async function openCampaign(): Promise<void> {
  const at = `${program.url}/api`;
  const { csrfToken } = (await (await page.request.get(`${at}/session`)).json()) as {
    readonly csrfToken: string;
  };
  const answer = await page.request.post(`${at}/roster-campaigns`, {
    headers: { 'X-CSRF-Token': csrfToken },
    data: { name: 'Rà soát', asOf: '2025-07-01', dueOn: '2025-12-31' },
  });
  if (!answer.ok()) throw new Error(await answer.text());
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

describe('a figure of the limits', () => {
  it.each([
    ['Phó Chủ tịch UBND xã', /counted=vice-chairs-per-commune/],
    ['01.003', /counted=rank-share&rank=01\.003/],
  ])('of "%s" leads to as many people', async (name, address) => {
    await page.goto(`${program.url}/law/limits`);
    const figure = page.locator('tr', { hasText: name }).locator('td a').first();
    const count = await figure.innerText();
    await figure.click();
    await page.waitForURL(address);
    await page.locator('dialog').getByText(`${count} người`, { exact: true }).waitFor();
    expect(await page.locator('dialog li.person').count()).toBe(20);
  });
});

describe('a figure of a roster campaign', () => {
  const counts = () => page.locator('.counts dd button');

  it('leads from units of a state to as many, and takes them to Excel', async () => {
    await openCampaign();
    await page.goto(`${program.url}/imports`);
    const unsent = counts().first();
    const count = await unsent.innerText();
    await unsent.click();
    await page.waitForURL(/units=not-sent/);
    await page.getByText(`${count} đơn vị,`).waitFor();
    expect(await taken('Tải bảng đơn vị (.xlsx)')).toBe(count);
    await counts().last().click();
    await page.getByText('Không có đơn vị nào.').waitFor();
  });

  it('leads from the people of a unit, and of all, to as many, who go to Excel', async () => {
    for (const row of ['.stack tbody td .link-button', '.sub > .link-button:has-text("người.")']) {
      await page.goto(`${program.url}/imports?units=all`);
      const figure = page.locator('.card', { hasText: 'Đợt gửi danh sách' }).locator(row).first();
      const count = (await figure.innerText()).replace(' người.', '');
      await figure.click();
      await page.waitForURL(/people=/);
      await page.locator('dialog.panel').getByText(`${count} người.`).waitFor();
      expect(await taken('Tải danh sách (.xlsx)')).toBe(count);
    }
  });
});

describe('a figure of the forecast', () => {
  /** The last row: 1 January 2032. */
  const figure = (column: string) =>
    page.locator('.list.pairs tbody tr').last().locator(`td[data-label="${column}"] a`);

  it('leads from those who have retired by a day to as many, who go to Excel', async () => {
    await page.goto(`${program.url}/forecast`);
    const count = await figure('Đã nghỉ hưu').innerText();
    await figure('Đã nghỉ hưu').click();
    await page.waitForURL(/kind=retirement&by=2032-01-01/);
    await page.getByText(`${count} lần nghỉ.`).waitFor();
    expect(await taken('Tải danh sách người nghỉ (.xlsx)')).toBe(count);
  });

  it.each(['Dôi dư', 'Thiếu', 'Dôi dư: Bố trí tối ưu'])(
    'leads from "%s" on a day to the positions in which it stands, and on to their people',
    async (name) => {
      await page.goto(`${program.url}/forecast`);
      const count = await figure(name).innerText();
      await figure(name).click();
      const panel = page.locator('dialog.panel');
      const [words = ''] = name.split(':');
      await panel.getByText(`${words}: ${count}.`).waitFor();
      const [positions = ''] = (await panel.locator('.sub').nth(1).innerText()).split(' ');
      expect(await taken('Tải danh sách vị trí (.xlsx)')).toBe(positions);
      await panel.getByRole('link').first().click();
      await page.waitForURL(/\/gap\?.*cell=/);
      await page.locator('dialog .cell-words').first().waitFor();
    },
  );
});

it('takes the people of a plan at a step to Excel, as many as it counts', async () => {
  await page.goto(`${program.url}/scenarios?part=states&people=exit:surplus`);
  const chosen = page.locator('.card .ant-select', { hasText: 'Dôi dư theo lộ trình' });
  const [, count = ''] = /\(([\d.]+)\)/.exec(await chosen.innerText()) ?? [];
  expect(await taken('Tải danh sách từng người (.xlsx)')).toBe(count);
});

it.each(['Người chưa được bố trí', 'Người điều động ra ngoài'])(
  'leads from the level "%s" of the overview to as many people',
  async (name) => {
    await page.goto(program.url);
    const figure = page.locator('.levels tbody tr', { hasText: name }).locator('td a').last();
    const count = await figure.innerText();
    await figure.click();
    await page.waitForURL(/\/placement\?run=/);
    await page.getByText(`${count} người`).first().waitFor();
  },
);

it('has gone through it without a complaint, and asked nowhere else', () => {
  expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
});
