import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { Keys } from './keys.js';
import { type Program, SCREENS, startBrowser, startProgram, visit, type Watch } from './support.js';

/** Views of the law and of single movements, and what is there when they are drawn. */
const VIEWS = [
  { name: 'law', path: '/law', drawn: '.law tbody tr' },
  { name: 'limits', path: '/law/limits', drawn: 'table tbody tr' },
  { name: 'payouts', path: '/law/payouts', drawn: '.ant-alert' },
  { name: 'movements', path: '/movements', drawn: 'section.card' },
  { name: 'endings', path: '/movements?tab=endings', drawn: 'section.card p' },
  { name: 'proposals', path: '/movements?tab=proposals', drawn: 'table tbody tr' },
  { name: 'gaps', path: '/movements?tab=gaps', drawn: 'table tbody tr' },
  { name: 'requests', path: '/movements?tab=requests', drawn: 'section.card' },
  { name: 'continuity', path: '/movements?tab=continuity', drawn: 'section.card' },
] as const;

interface Place {
  readonly unitCode: string;
  readonly positionCode: string;
}

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

const isWide = (each: Page): Promise<boolean> =>
  each.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');

async function drawnAt(each: Page, { name, path, drawn }: (typeof VIEWS)[number], width: number) {
  await each.goto(program.url + path);
  await each.locator(drawn).first().waitFor({ timeout: 60_000 });
  await each.waitForLoadState('networkidle');
  await each.screenshot({ path: join(SCREENS, `${name}-${width}.png`), fullPage: true });
  expect(await isWide(each)).toBe(false);
}

describe('the views of law and movements', () => {
  it.each(VIEWS)('$name is drawn, in both languages, without a complaint', async (view) => {
    watch.complaints.length = 0;
    await drawnAt(page, view, 1440);
    await page.evaluate(`localStorage.setItem('bo-tri.language', 'en')`);
    await page.goto(program.url + view.path);
    await page.locator(view.drawn).first().waitFor({ timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(SCREENS, `${view.name}-en.png`) });
    await page.evaluate(`localStorage.setItem('bo-tri.language', 'vi')`);
    expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
  });

  it('fit a phone', async () => {
    const phone = await visit(browser, program.url, { width: 390, watch });
    for (const view of VIEWS) await drawnAt(phone.page, view, 390);
    await phone.context.close();
  });
});

describe('continuity', () => {
  it('leads from each number to its list: sole holders by name, old units with what nobody took', async () => {
    await page.goto(`${program.url}/movements?tab=continuity`);
    const counts = page.getByRole('navigation', { name: 'Xem danh sách theo tình trạng' });
    const sole = counts.getByRole('link', { name: /chỉ một người/ });
    const [said = ''] = /\d+/.exec((await sole.textContent()) ?? '') ?? [];
    expect(Number(said)).toBeGreaterThan(0);
    await sole.click();
    await page.locator('a[aria-current="page"]', { hasText: 'chỉ một người' }).waitFor();
    const rows = page.locator('section.card tbody tr');
    // one name in each row; until the new list comes, the first row of the former has none
    await rows.first().getByRole('button').waitFor();
    expect(await rows.count()).toBe(Math.min(50, Number(said)));
    const names = await Promise.all(
      (await rows.all()).map((row) => row.getByRole('button').count()),
    );
    expect(names.every((count) => count === 1)).toBe(true);
    await counts.getByRole('link', { name: /đơn vị cũ/ }).click();
    await page.getByRole('columnheader', { name: 'Nhiệm vụ chưa ai nhận' }).waitFor();
    await page.screenshot({ path: join(SCREENS, 'continuity-old-1440.png'), fullPage: true });
  });
});

describe('the law', () => {
  it('says sources and lists in Vietnamese, and numbers and sources in English in the English page', async () => {
    await page.goto(`${program.url}/law?search=no-go.cases`);
    const row = page.locator('.law tbody tr').first();
    await row.waitFor();
    expect(await row.textContent()).toContain('đang xem xét kỷ luật');
    expect(await row.textContent()).toContain('Nghị định 170/2025/NĐ-CP');
    await page.evaluate(`localStorage.setItem('bo-tri.language', 'en')`);
    await page.goto(`${program.url}/law?search=cap.vice-chairs-per-commune`);
    await row.waitFor();
    expect(await row.textContent()).toMatch(/2\.5.*Decree 300\/2025/);
    await page.evaluate(`localStorage.setItem('bo-tri.language', 'vi')`);
  });

  it.each([
    ['/gap', /^(fit|leader)\./],
    ['/placement', /^(fit|leader|no-go|placement|cap)\./],
  ])('says on %s which parameters behind the figures nobody has confirmed', async (path, keys) => {
    const of = async <T>(asked: string): Promise<T> =>
      (await (await page.request.get(`${program.url}/api/${asked}`)).json()) as T;
    const [{ rulesOn } = { rulesOn: '' }] = await of<{ rulesOn: string }[]>('scenarios');
    type Parameter = { key: string; applies: boolean; assumed: boolean };
    const law = await of<Parameter[]>(`law/parameters?on=${rulesOn}`);
    const open = law.filter((each) => each.applies && each.assumed && keys.test(each.key));
    expect(open.length).toBeGreaterThan(0);
    await page.goto(program.url + path);
    const said = page.locator('.ant-alert', { hasText: 'chưa được tỉnh xác nhận' });
    await said.getByText(new RegExp(`^${open.length} tham số chưa được tỉnh xác nhận`)).waitFor();
    await said.getByText('Xem các tham số').click();
    expect(await said.locator('li').count()).toBe(open.length);
  });

  it('switches pay-outs on, and then the page has them', async () => {
    await page.goto(`${program.url}/law?search=payout.shown&key=payout.shown`);
    const panel = page.locator('dialog.panel');
    await panel.getByRole('button', { name: 'Đặt giá trị mới' }).click();
    const form = page.locator('dialog form');
    await form.getByLabel('Giá trị', { exact: true }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: 'Có' }).first().click();
    await form.getByLabel('Có hiệu lực từ ngày').fill('01/07/2025');
    await form.getByLabel('Văn bản', { exact: true }).fill('Công văn thử số 1');
    await form.getByRole('button', { name: 'Lưu thành phiên bản mới' }).click();
    await form.waitFor({ state: 'detached' });
    await page.goto(`${program.url}/law/payouts`);
    await page.locator('table tbody tr').first().waitFor({ timeout: 60_000 });
    await page.screenshot({ path: join(SCREENS, 'payouts-on-1440.png'), fullPage: true });
    const phone = await visit(browser, program.url, { width: 390, watch });
    await phone.page.goto(`${program.url}/law/payouts`);
    await phone.page.locator('table tbody tr').first().waitFor({ timeout: 60_000 });
    await phone.page.screenshot({ path: join(SCREENS, 'payouts-on-390.png'), fullPage: true });
    expect(await isWide(phone.page)).toBe(false);
    await phone.context.close();
  });
});

describe('the figure of a gap', () => {
  it('leads to the people behind it', async () => {
    await page.goto(`${program.url}/movements?tab=gaps`);
    await page
      .getByRole('link', { name: /^Ai đang ở đó/ })
      .first()
      .click();
    await page.locator('dialog.panel').waitFor({ timeout: 60_000 });
    expect(page.url()).toContain('/gap?on=');
  });
});

describe('a movement that is kept', () => {
  const ask = async <T>(path: string): Promise<T> =>
    (await (await page.request.get(program.url + path)).json()) as T;

  it('shows one verdict of the law, and the price against the best plan, until it is withdrawn', async () => {
    const on = '2025-07-01';
    const { items: gaps } = await ask<{ items: Place[] }>(`/api/gap-plans?on=${on}&limit=1`);
    const { unitCode, positionCode } = gaps[0]!;
    const runs = (await ask<{ runs: { id: number; kind: string }[] }[]>('/api/scenarios')).flatMap(
      (each) => each.runs,
    );
    const best = runs.find(({ kind }) => kind === 'best')!;
    const { items } = await ask<{ items: { staffId: number }[] }>(
      `/api/runs/${best.id}/proposals?outcome=seated&limit=1`,
    );
    const { csrfToken } = await ask<{ csrfToken: string }>('/api/session');
    const kept = await page.request.post(`${program.url}/api/movements`, {
      headers: { 'x-csrf-token': csrfToken },
      data: { kind: 'transfer', startsOn: on, staffId: items[0]!.staffId, unitCode, positionCode },
    });
    expect(kept.status()).toBe(200);
    await page.goto(`${program.url}/movements`);
    await page.getByRole('button', { name: 'Mở', exact: true }).first().click();
    const price = page.locator('dialog .pin-price');
    await price.waitFor({ timeout: 60_000 });
    const verdict = page.locator('.movement-plan');
    expect(await verdict.textContent()).toMatch(/Được: không có gì cản|Được, nhưng|Không được/);
    expect(await price.textContent()).toMatch(/Phương án có chỗ|chỗ này:/);
    expect(await price.textContent()).not.toMatch(/Đúng quy định|Chỉ định được|Trái quy định/);
    await page.screenshot({ path: join(SCREENS, 'kept-movement-1440.png') });
    await page.getByRole('button', { name: 'Bỏ việc này' }).click();
    await page.locator('dialog').getByText('Đã bỏ').waitFor();
    await price.waitFor({ state: 'detached' });
  });
});

describe('a person', () => {
  it('has an event recorded from the panel, and taken back', async () => {
    await page.goto(`${program.url}/movements?tab=proposals`);
    await page.locator('.movement-lines button, .movement-lines a').first().click();
    const panel = page.locator('dialog.panel');
    await panel.getByRole('button', { name: /Ghi một việc/ }).click();
    const form = page.locator('dialog form');
    await form.getByLabel('Chuyên ngành').fill('Luật');
    await form.getByLabel('Ngày hiệu lực').fill('01/07/2025');
    await form.getByLabel('Căn cứ (văn bản, giấy tờ)').fill('Bằng số 15');
    await page.screenshot({ path: join(SCREENS, 'event-form-1440.png') });
    await form.getByRole('button', { name: 'Ghi vào hồ sơ' }).click();
    await form.waitFor({ state: 'detached' });
    const event = panel.locator('.file-events li').first();
    await event.waitFor();
    expect(await event.textContent()).toMatch(/Bằng cấp mới, 01\/07\/2025.*Chuyên ngành/);
    await page.screenshot({ path: join(SCREENS, 'event-1440.png') });
    await event.getByRole('button', { name: 'Hoàn tác' }).click();
    await page
      .locator('dialog')
      .filter({ hasText: 'Hồ sơ trở lại' })
      .getByRole('button', { name: 'Hoàn tác' })
      .last()
      .click();
    await event.getByText('đã hoàn tác').waitFor();
  });

  it('has a wish recorded by the keys, its faults told, and taken back', async () => {
    const keys = new Keys(page);
    const panel = page.locator('dialog.panel');
    await keys.use(panel.getByRole('button', { name: /Ghi nguyện vọng/ }));
    const form = page.locator('dialog form');
    await keys.choose(form.getByLabel('Nguyện vọng', { exact: true }), /Chuyển đến/);
    await keys.use(form.getByRole('button', { name: 'Ghi vào hồ sơ' }));
    await form.getByText('Cần ít nhất một xã.').waitFor();
    const commune = async (at: number, name: string): Promise<void> => {
      await form.getByLabel(`Xã thứ ${at}`).focus();
      await page.keyboard.type(name);
      const open = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
      await open.locator('.ant-select-item-option-active', { hasText: name }).waitFor();
      await keys.press('Enter');
      await open.waitFor({ state: 'hidden' });
    };
    await commune(1, 'Xã Mường Nhà');
    await commune(2, 'Xã Mường Nhà');
    await form.getByText('Xã này đã chọn ở trên.').waitFor();
    await commune(2, 'Xã Mường Phăng');
    await keys.type(form.getByLabel('Nơi ở cùng gia đình'), 'Bản Thử');
    await keys.type(form.getByLabel('Ngày người này ghi nguyện vọng'), '20/06/2025');
    await keys.type(form.getByLabel('Căn cứ (văn bản, giấy tờ)'), 'Phiếu nguyện vọng');
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(SCREENS, `wish-form-${width}.png`) });
      expect(await isWide(page)).toBe(false);
    }
    await keys.use(form.getByRole('button', { name: 'Ghi vào hồ sơ' }));
    await form.waitFor({ state: 'detached' });
    const wish = panel.locator('.file-wishes li').first();
    await wish.waitFor();
    expect(await wish.textContent()).toMatch(
      /Chuyển đến: Xã Mường Nhà; Xã Mường Phăng, 20\/06\/2025 · đang tính.*ghi cả: nơi ở/,
    );
    await wish.scrollIntoViewIfNeeded();
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(SCREENS, `wish-${width}.png`) });
    }
    await keys.use(wish.getByRole('button', { name: 'Hoàn tác' }));
    const asked = page.locator('dialog').filter({ hasText: 'Nguyện vọng trước đó' });
    await keys.use(asked.getByRole('button', { name: 'Hoàn tác' }).last());
    await wish.getByText('đã hoàn tác').waitFor();
    expect(keys.unseen).toEqual([]);
  });
});
