import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import {
  SCREENS,
  startBrowser,
  startProgram,
  typedInHaste,
  visit,
  type Program,
  type Watch,
} from './support.js';

interface PersonAnswer {
  readonly items: readonly { readonly fullName: string }[];
}

interface ScenarioAnswer {
  readonly runs: readonly { readonly id: number; readonly kind: string }[];
}

/** Address of each view, and what is there when it is drawn. */
const VIEWS = [
  { name: 'overview', path: '/', drawn: '.tile dd' },
  { name: 'gap', path: '/gap', drawn: '.board tbody td' },
  { name: 'gap-fields', path: '/gap?by=field&short=1&show=shortage', drawn: '.board tbody td' },
  { name: 'map', path: '/map', drawn: '.map path' },
  { name: 'placement', path: '/placement', drawn: '.proposals tbody tr' },
  { name: 'merger', path: '/merger', drawn: '.units li' },
  { name: 'merger-flow', path: '/merger?flow=1', drawn: '.flow-chart svg path' },
  { name: 'imports', path: '/imports', drawn: '.drop' },
  { name: 'batch', path: '/imports/1', drawn: '.counts dd' },
  { name: 'downloads', path: '/downloads', drawn: '.download' },
] as const;
const WIDTHS = [1440, 390] as const;

const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
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

async function open(path: string): Promise<void> {
  await page.goto(program.url + path);
}

async function askApi<T>(path: string): Promise<T> {
  const answer = await page.request.get(program.url + path);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as T;
}

async function textOf(selector: string): Promise<string> {
  return page.locator(selector).first().innerText();
}

describe('the main job in the page', () => {
  it('the dashboard shows 98 over the norm and a shortage of 240 as it was', async () => {
    await open('/');
    await page.locator('.tile dd').first().waitFor();
    expect(await textOf('.tile--overNorm dd')).toBe('+98');
    expect(await textOf('.tile--shortage dd')).toBe('240');
    expect(await textOf('.notice')).toContain('01/01/2026');
  });

  it('a number of the dashboard leads to the board with that filter', async () => {
    await open('/');
    await page.locator('.tile--shortage dd a').first().click();
    await page.locator('.board tbody tr').first().waitFor();
    expect(page.url()).toContain('/gap?');
    expect(page.url()).toContain('show=shortage');
  });

  it('the board shows 45 communes and opens a cell with its people and their reasons', async () => {
    await open('/gap');
    await page.locator('.board tbody tr').first().waitFor();
    expect(await page.locator('.board tbody tr').count()).toBe(45);
    await page.locator('.board tbody td.over-1, .board tbody td.over-2').first().click();
    await page.locator('dialog .person').first().waitFor();
    expect(await textOf('dialog .person p')).toMatch(/\p{L}{2,}.*\./u);
    expect(await textOf('dialog .cell-words')).toContain('chỉ tiêu');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  it('the board is used by keyboard alone', async () => {
    await open('/gap');
    await page.locator('.board tbody td[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('dialog .cell-section').first().waitFor();
    expect(page.url()).toContain('cell=');
    await page.keyboard.press('Escape');
  });

  it('the map draws 45 communes and one opens by keyboard', async () => {
    await open('/map');
    await page.locator('.map path.commune').first().waitFor();
    expect(await page.locator('.map path.commune').count()).toBe(45);
    const name = await page.locator('.map path.commune').nth(5).getAttribute('aria-label');
    await page.locator('.map path.commune').nth(5).focus();
    await page.keyboard.press('Enter');
    await page.locator('.map-side h2 .zone').waitFor();
    expect(name).toContain((await textOf('.map-side h2')).split('\n')[0]?.trim() ?? '?');
  });

  it('the placement list finds a person typed without diacritics', async () => {
    const scenarios = await askApi<ScenarioAnswer[]>('/api/scenarios');
    const run = scenarios.flatMap(({ runs }) => runs).find(({ kind }) => kind === 'best');
    const some = await askApi<PersonAnswer>(`/api/runs/${run?.id}/proposals?offset=40&limit=40`);
    const name = some.items.find((each) => typedInHaste(each.fullName) !== each.fullName)?.fullName;
    await open(`/placement?run=${run?.id}`);
    await page.locator('.proposals tbody tr').first().waitFor();
    const search = page.locator('input[type="search"]').first();
    await Promise.all([
      page.waitForResponse((answer) => answer.url().includes('search=')),
      search.fill(typedInHaste(name ?? '?')),
    ]);
    await page.locator('.is-stale').waitFor({ state: 'detached' });
    const found = page.locator('.proposals .who button', { hasText: name ?? '?' });
    await found.first().click();
    await page.locator('dialog .way').waitFor();
    expect(await textOf('dialog h2')).toBe(name);
    expect((await textOf('dialog section')).length).toBeGreaterThan(20);
    await page.screenshot({ path: join(SCREENS, 'person-1440.png') });
  });

  it('the placement list finds a person by number, which stands in no address', async () => {
    const scenarios = await askApi<ScenarioAnswer[]>('/api/scenarios');
    const run = scenarios.flatMap(({ runs }) => runs).find(({ kind }) => kind === 'best');
    await open(`/placement?run=${run?.id}`);
    await page.locator('.proposals tbody tr').first().waitFor();
    const search = page.locator('input[type="search"]').first();
    const number = '011085000001';
    const [asked] = await Promise.all([
      page.waitForRequest((request) => request.headers()['x-personal-number'] === number),
      search.fill(number),
    ]);
    expect(asked.url()).not.toContain(number);
    expect(page.url()).not.toContain('0110');
    expect(await search.inputValue()).toBe(number);
  });

  it('a workbook downloads and is a zip', async () => {
    await open('/downloads');
    await page.locator('.download').first().click();
    await page.locator('dialog .columns').waitFor();
    await page.getByLabel('Mục đích').fill('Trình Ban Thường vụ xem xét');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('dialog button[type="submit"]').click(),
    ]);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 4).toString('hex')).toBe('504b0304');
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  });

  it('a refused file is answered with the words of the API, and what was typed stays', async () => {
    await open('/imports');
    await page.locator('input[type="file"]').setInputFiles({
      name: 'khong-phai-excel.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('this is no workbook'),
    });
    await page.getByLabel('Đơn vị gửi').fill('Phòng Nội vụ huyện Tuần Giáo');
    await page.getByLabel('Số liệu tính đến ngày').fill('30/06/2025');
    const complaintsBefore = watch.complaints.length;
    await page.locator('.send-form button[type="submit"]').click();
    await page.locator('.send-form .ant-alert-error').waitFor();
    expect(await page.getByLabel('Đơn vị gửi').inputValue()).toBe('Phòng Nội vụ huyện Tuần Giáo');
    await page.screenshot({ path: join(SCREENS, 'refused-1440.png') });
    // The browser itself notes a refused request in its console.
    watch.complaints.splice(complaintsBefore, 1);
  });

  it('the gap board goes to Excel for a purpose', async () => {
    await open('/gap');
    await page.getByRole('button', { name: 'Tải Excel' }).click();
    await page.locator('dialog .columns').waitFor();
    await page.getByLabel('Mục đích').fill('Báo cáo thừa, thiếu của tỉnh');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('dialog button[type="submit"]').click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  });

  it('the notice says what is public, what is assumed and that the people are invented', async () => {
    await open('/');
    await page.locator('.notice button').click();
    await page.locator('dialog .prose table').first().waitFor();
    const said = await textOf('dialog .prose');
    for (const figure of ['3.567', '2.952', '1.633', '98', '240', '18']) {
      expect(said).toContain(figure);
    }
    await page.screenshot({ path: join(SCREENS, 'notice-1440.png') });
  });

  it('the English switch changes the page and is remembered', async () => {
    await open('/');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.screenshot({ path: join(SCREENS, 'overview-en-1440.png'), fullPage: true });
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
  });
});

describe.each(WIDTHS)('every view at %i px', (width) => {
  it.each(VIEWS)('$name is drawn and does not scroll sideways', async ({ name, path, drawn }) => {
    const { page: own, context } = await visit(browser, program.url, { width, watch });
    await own.goto(program.url + path);
    await own.locator(drawn).first().waitFor({ state: 'attached' });
    await own.screenshot({ path: join(SCREENS, `${name}-${width}.png`), fullPage: true });
    const excess = await own.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    await context.close();
    expect(excess).toBe(0);
  });
});

describe('what the page must never do', () => {
  it.each([
    ['/favicon.svg', 'image/svg+xml'],
    ['/gap', 'text/html'],
    ['/package.json', 'text/html'],
    ['/..%2fpackage.json', 'text/html'],
    ['/assets', 'text/html'],
  ])('serves no file but its own: %s is %s', async (path, type) => {
    const answer = await fetch(program.url + path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
  });

  it('opens the menu on a phone', async () => {
    const { page: own, context } = await visit(browser, program.url, { width: 390, watch });
    await own.goto(program.url);
    await own.locator('.shell-menu').click();
    await own.locator('dialog .place').first().waitFor();
    await own.screenshot({ path: join(SCREENS, 'menu-390.png') });
    await own.locator('dialog .place', { hasText: 'Bản đồ' }).click();
    await own.locator('.map path').first().waitFor();
    expect(await own.locator('dialog').count()).toBe(0);
    await context.close();
  });

  it('nothing was asked of another origin, every page had its policy, the console is clean', () => {
    expect(watch.elsewhere).toEqual([]);
    expect(watch.unprotected).toEqual([]);
    expect(watch.complaints).toEqual([]);
  });
});
