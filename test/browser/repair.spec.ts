import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';

import { rosterFile, type RosterRow } from '../support/demo-sources-roster.js';
import { tableFile } from '../support/table-file.js';
import {
  SCREENS,
  startBrowser,
  startProgram,
  visit,
  type Program,
  type Visit,
  type Watch,
} from './support.js';

interface BatchAnswer {
  readonly id: number;
  readonly errors: number;
}

interface UnitAnswer {
  readonly code: string;
  readonly name: string;
}

const WIDTHS = [1440, 390] as const;
const EVE = '2025-06-30';
/** Of this run alone: what labels mean is remembered by sender. */
const SENDER = `UBND xã ${process.pid}`;
const POSITION = 'Công chức Văn phòng - thống kê';
const WRONG_UNIT = 'Xã Không Có Thật';
const PARTS = [
  { name: 'rows', query: '', drawn: '.repair-grid td' },
  { name: 'errors', query: '?severity=error', drawn: '.repair-grid .has-error' },
  { name: 'columns', query: '?part=columns', drawn: '.column-table .ant-select' },
  { name: 'issues', query: '?part=issues', drawn: '.list' },
  { name: 'files', query: '?part=files', drawn: '.list .file-name' },
  { name: 'preview', query: '?part=preview', drawn: '.ant-alert' },
] as const;

const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
let program: Program;
let browser: Browser;
let visited: Visit;
let page: Page;
let unit: string;
let broken: number;

beforeAll(async () => {
  program = await startProgram();
  browser = await startBrowser();
  visited = await visit(browser, program.url, { width: 1440, watch });
  ({ page } = visited);
  const units = await page.request.get(`${program.url}/api/units?on=${EVE}&level=commune`);
  unit = ((await units.json()) as UnitAnswer[])[0]!.name;
  broken = (await send('can-sua.xlsx', brokenRows('0110850071'))).id;
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Three people of a unit that does not exist, one born on a day that does not exist, one in order. */
function brokenRows(numbers: string): RosterRow[] {
  const row = (last: string, more: RosterRow): RosterRow => ({
    ...{ number: `${numbers}${last}`, unit, position: POSITION },
    ...more,
  });
  return [
    row('01', { name: 'Lò Văn Một' }),
    row('02', { name: 'Lò Văn Hai', unit: WRONG_UNIT }),
    row('03', { name: 'Lò Văn Ba', unit: WRONG_UNIT }),
    row('04', { name: 'Lò Văn Bốn', unit: WRONG_UNIT }),
    row('05', { name: 'Lò Văn Năm', born: '31/02/1985' }),
  ];
}

/** Sends a roster as the page does, without its form. */
async function send(name: string, rows: readonly RosterRow[]): Promise<BatchAnswer> {
  const { bytes } = await rosterFile(name, rows);
  const session = await page.request.get(`${program.url}/api/session`);
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const answer = await page.request.post(`${program.url}/api/imports`, {
    headers: { 'X-CSRF-Token': csrfToken },
    multipart: {
      files: { name, mimeType, buffer: bytes },
      sender: SENDER,
      asOf: EVE,
    },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  return (await answer.json()) as BatchAnswer;
}

async function open(id: number, query = ''): Promise<void> {
  await page.goto(`${program.url}/imports/${id}${query}`);
}

const count = (name: string): Locator => page.locator(`[data-count="${name}"] dd`);

async function untilCount(name: string, value: string): Promise<void> {
  await page.locator(`[data-count="${name}"] dd`, { hasText: new RegExp(`^${value}$`) }).waitFor();
}

/** A cell by the row and column that Excel shows. */
const cell = (row: number, column: string): Locator =>
  page
    .locator('.repair-grid tr', { has: page.locator('th[data-column=""]', { hasText: `${row}` }) })
    .locator(`td[data-column="${column}"]`);

async function shot(name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENS, `repair-${name}-1440.png`), fullPage: true });
}

describe('repairing a roster by keyboard', () => {
  it('F8 goes from fault to fault; what is wrong stands beside the grid', async () => {
    await open(broken);
    expect(Number(await count('errors').innerText())).toBeGreaterThan(3);
    await page.locator('.repair-grid td').first().waitFor();
    await page.locator('.repair-grid th[tabindex="0"]').focus();
    await page.keyboard.press('F8');
    await page.locator('.row-panel', { hasText: 'Đơn vị công tác' }).waitFor();
    expect(await page.locator('.row-panel .row-issues').first().innerText()).toContain(WRONG_UNIT);
    const faulty = page.locator('.repair-grid td:focus');
    expect(await faulty.getAttribute('aria-invalid')).toBe('true');
    expect(await faulty.locator('.cell-sign').innerText()).toBe('✕');
    await shot('fault');
  });

  it('arrows move, Escape drops what was typed and nothing is sent', async () => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('Xã Gõ Nhầm');
    expect(await page.locator('.cell-editor input').inputValue()).toBe('Xã Gõ Nhầm');
    await page.keyboard.press('Escape');
    expect(await page.locator('.repair-grid td:focus').innerText()).toContain(WRONG_UNIT);
    expect(await count('corrections').innerText()).toBe('0');
  });

  it('Enter saves, the errors fall, and the equal cells are offered', async () => {
    const before = Number(await count('errors').innerText());
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(unit);
    await page.keyboard.press('Enter');
    await untilCount('corrections', '1');
    await untilCount('errors', String(before - 1));
    expect(await page.locator('.alike-offer').innerText()).toContain('Còn 2 ô');
    await shot('alike');
  });

  it('one answer is applied to all equal cells', async () => {
    await page.getByRole('button', { name: 'Áp dụng cho mọi ô giống hệt' }).click();
    await untilCount('corrections', '3');
    await page.locator('.repair-grid', { hasText: WRONG_UNIT }).waitFor({ state: 'detached' });
  });

  it('the last fault is found and mended; nothing but the keyboard is used', async () => {
    await page.locator('.repair-grid [tabindex="0"]').focus();
    await page.keyboard.press('F8');
    await page.locator('.row-panel', { hasText: '31/02/1985' }).waitFor();
    await page.keyboard.type('28/02/1985');
    await page.keyboard.press('Tab');
    await untilCount('errors', '0');
    expect(await cell(6, 'D').innerText()).toContain('28/02/1985');
  });
});

describe('promoting and undoing', () => {
  it('the preview lists what would change before it is written', async () => {
    await page.getByRole('button', { name: 'Xem trước và đưa vào sổ' }).click();
    await page.locator('.change-list tbody tr').first().waitFor();
    expect(await page.locator('.change-list tbody tr').count()).toBe(5);
    expect(await page.locator('.change-list').innerText()).toContain('Lò Văn Hai');
    await shot('preview');
  });

  it('promotion is asked once more and counted from the database', async () => {
    await page.getByRole('button', { name: 'Đưa vào sổ hồ sơ', exact: true }).click();
    await page.getByRole('button', { name: 'Đồng ý, đưa vào sổ' }).click();
    await page.locator('.ant-alert-success').waitFor();
    expect(await count('added').innerText()).toBe('5');
    await shot('promoted');
  });

  it('a promoted batch cannot be typed into, and is given back', async () => {
    await page.locator('.repair-grid td').first().focus();
    await page.keyboard.type('x');
    expect(await page.locator('.cell-editor').count()).toBe(0);
    await page.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click();
    await page.locator('dialog').getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await page.locator('.ant-alert', { hasText: 'Đã hoàn tác lúc' }).waitFor();
  });
});

describe('rows, columns and files', () => {
  let id: number;

  beforeAll(async () => {
    id = (await send('lan-hai.xlsx', brokenRows('0110850072'))).id;
  });

  it('rows are narrowed down to a kind of issue', async () => {
    await open(id, '?severity=error');
    await page.locator('.repair-grid td').first().waitFor();
    await page.getByLabel('Loại vấn đề').click();
    await page.locator('.ant-select-item', { hasText: 'Đơn vị không rõ (3)' }).click();
    await page.locator('.list-head', { hasText: '3 dòng' }).waitFor();
    expect(page.url()).toContain('code=');
  });

  it('a row is set aside with its reason only, and taken back', async () => {
    await open(id, '?severity=error');
    await page.locator('.repair-grid td').first().click();
    await page.getByRole('button', { name: 'Để riêng dòng này…' }).click();
    await page.locator('dialog button[type="submit"]').click();
    await page.locator('dialog .wrong').waitFor();
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Đã nghỉ hưu');
    await page.locator('dialog button[type="submit"]').click();
    await untilCount('setAside', '1');
    await open(id, '?state=set-aside');
    await page.locator('.row-panel', { hasText: 'Để riêng vì: Đã nghỉ hưu' }).waitFor();
    await shot('set-aside');
    await page.getByRole('button', { name: 'Đưa dòng này trở lại' }).click();
    await untilCount('setAside', '0');
  });

  it('a column is told to mean something else, and every row is read again', async () => {
    await open(id, '?part=columns');
    const select = page.getByLabel(/^K Ghi chú/);
    await select.fill('Nơi ở');
    await page.locator('.ant-select-item', { hasText: /^Nơi ở$/ }).click();
    await page.getByRole('button', { name: 'Ghi và đọc lại mọi dòng' }).click();
    await page.locator('.ant-alert-success').waitFor();
    await page.locator('tr', { hasText: 'Nơi ở' }).getByText('do người chọn').waitFor();
  });

  it('a mended file goes on with the batch', async () => {
    await open(id, '?part=files');
    await page.locator('.file-name').first().waitFor();
    expect(await page.locator('.list').innerText()).toContain('Chính tệp đã gửi');
    const rows = brokenRows('0110850072').map((row) => ({ ...row, unit, born: '12/03/1985' }));
    const { bytes } = await rosterFile('lan-hai.xlsx', rows);
    await page.locator('input[type="file"]').setInputFiles({
      name: 'lan-hai.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: bytes,
    });
    await page.getByRole('button', { name: 'Gửi lại và kiểm tra' }).click();
    await page
      .locator('.ant-alert-success', { hasText: 'Đã nhận tệp: 5 dòng, còn 0 lỗi' })
      .waitFor();
  });

  it('the marked workbook of the sender comes back', async () => {
    await page.getByRole('button', { name: /^Tải về có đánh dấu/ }).click();
    await page.getByLabel('Mục đích').fill('Gửi lại xã để sửa danh sách');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('dialog button[type="submit"]').click(),
    ]);
    expect(download.suggestedFilename()).toBe('Cần sửa - lan-hai.xlsx');
  });
});

describe('a sheet of units', () => {
  it('is chosen by its kind, and shown before and after', async () => {
    const labels = ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Dân số'];
    const all = await page.request.get(`${program.url}/api/units?on=${EVE}&level=commune`);
    const { code, name } = ((await all.json()) as UnitAnswer[])[1]!;
    const rows = [[code, name, name.startsWith('Phường') ? 'phường' : 'xã', 4321]];
    const { bytes } = await tableFile('don-vi.xlsx', { labels, rows });
    await page.goto(`${program.url}/imports`);
    await page.getByLabel('Nội dung tệp').click();
    await page.locator('.ant-select-item', { hasText: /^Đơn vị$/ }).click();
    await page.locator('input[type="file"]').first().setInputFiles({
      name: 'don-vi.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: bytes,
    });
    await page.getByLabel('Đơn vị gửi').fill('Sở Nội vụ');
    await page.getByLabel('Số liệu tính đến ngày').fill('30/06/2025');
    await page.getByRole('button', { name: 'Gửi và kiểm tra' }).click();
    await page.waitForURL(/\/imports\/\d+/);
    await untilCount('errors', '0');
    await page.goto(`${page.url().replace(/\?.*/, '')}?part=preview`);
    await page.getByText('4321').first().waitFor();
    await shot('units');
  });
});

describe('templates', () => {
  it('the roster to be filled in comes with its purpose', async () => {
    await page.goto(`${program.url}/imports`);
    await page.getByRole('button', { name: 'Tải mẫu…' }).click();
    await page.getByLabel('Mục đích').fill('Gửi các xã điền danh sách');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('dialog button[type="submit"]').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  });
});

describe.each(WIDTHS)('every part of a batch at %i px', (width) => {
  let id: number;

  beforeAll(async () => {
    id = (await send(`ve-${width}.xlsx`, brokenRows('0110850073'))).id;
  });

  it.each(PARTS)('$name is drawn and does not scroll sideways', async ({ name, query, drawn }) => {
    const { page: own, context } = await visit(browser, program.url, { width, watch });
    await own.goto(`${program.url}/imports/${id}${query}`);
    await own.locator(drawn).first().waitFor();
    await own.screenshot({ path: join(SCREENS, `batch-${name}-${width}.png`), fullPage: true });
    const excess = await own.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    await context.close();
    expect(excess).toBe(0);
  });

  it('nothing was asked of another origin and the console is clean', () => {
    expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
  });
});
