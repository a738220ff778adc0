import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { Client } from '../e2e/client.js';
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

const opened = async (login: string, width = 1440): Promise<Page> => {
  const { page } = await visit(browser, program.url, { width, watch, login });
  await page.goto(`${program.url}/scenarios`);
  await page.getByRole('heading', { name: 'Từ dự thảo đến áp dụng' }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
};

const does = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

const offered = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The hand-over of the work of everybody who is not there, page after page. */
async function handOverAll(page: Page): Promise<void> {
  const address = new URL(page.url());
  address.searchParams.set('people', 'absent');
  await page.goto(address.href);
  await page.getByText(/^Bàn giao: đã thống nhất/).waitFor();
  const button = offered(page, 'Ghi bàn giao cả trang…');
  for (;;) {
    await page.waitForLoadState('networkidle');
    if (await button.isVisible()) {
      await button.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Bàn giao cho ai, thế nào').fill('Người được phân công');
      await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    const next = page.locator('.ant-pagination-next[aria-disabled=false]').first();
    if (!(await next.isVisible())) return;
    await next.click();
  }
}

const appliedPlans = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `fetch('/api/scenarios').then((answer) => answer.json()).then((all) =>
      (all.items ?? all).filter(({ state }) => state === 'applied').map(({ name }) => name))`,
  );

describe('a plan on the page', () => {
  it('is submitted with its best run, and the units that send or receive people are asked', async () => {
    const page = await opened('canbo');
    await page
      .getByTitle(/Bố trí tối ưu$/)
      .first()
      .waitFor();
    await does(page, 'Trình phương án');
    await page.getByText('Chờ trả lời').first().waitFor();
    await page.screenshot({ path: join(SCREENS, 'decision-submitted.png'), fullPage: true });
  });

  it.each(['cử đi', 'tiếp nhận'])(
    'leads from the people of a unit to as many: %s',
    async (side) => {
      const page = await opened('canbo');
      const card = page.locator('section', {
        has: page.getByRole('heading', { name: 'Từ dự thảo đến áp dụng' }),
      });
      if (side === 'tiếp nhận') await card.locator('.ant-pagination-item').last().click();
      const row = card.locator('tbody tr', { hasText: side }).first();
      const figure = row.locator('.count-link');
      const count = Number(/\d+$/.exec(await figure.innerText())?.[0]);
      await figure.click();
      await page.waitForURL(/moved=true/);
      await page
        .locator('.proposals tbody tr')
        .nth(count - 1)
        .waitFor();
      expect(await page.locator('.proposals tbody tr').count()).toBe(count);
    },
  );

  it('is agreed to by a leader for the own commune and the units that went into it only', async () => {
    const page = await opened('lanhdao');
    const rows = page.locator('tr', { has: offered(page, 'Đồng ý') });
    await rows.first().waitFor();
    // Phường Mường Thanh receives; three old units went into it
    expect(await rows.count()).toBe(4);
    expect(await rows.filter({ hasText: 'Phường Mường Thanh' }).count()).toBeGreaterThan(0);
    await rows.first().getByRole('button', { name: 'Đồng ý', exact: true }).click();
    await rows.first().getByText('Đồng ý ·').waitFor();
    await page.screenshot({ path: join(SCREENS, 'decision-leader.png'), fullPage: true });
  });

  it('keeps what was typed when Escape closes a list inside a dialog', async () => {
    const page = await opened('lanhdao');
    await page.getByRole('button', { name: 'Không đồng ý…' }).first().click();
    const dialog = page.getByRole('dialog');
    const note = dialog.getByLabel('Ý kiến cụ thể');
    await note.fill('Xã chỉ còn một người');
    await dialog.getByLabel('Lý do').click();
    await page.getByTitle('Quá xa nhà', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByTitle('Quá xa nhà', { exact: true }).waitFor({ state: 'hidden' });
    expect(await note.inputValue()).toBe('Xã chỉ còn một người');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('is approved by somebody else than who submitted it', async () => {
    const page = await opened('canbo');
    await does(page, 'Ghi đồng ý cho mọi đơn vị đang chờ');
    await offered(page, 'Ghi đồng ý cho mọi đơn vị đang chờ').waitFor({ state: 'detached' });
    await does(page, 'Ghi nhận các đơn vị đã thống nhất');
    await offered(page, 'Phê duyệt').click();
    await page.getByText('Chưa làm được').waitFor();
    const other = await opened('phoso');
    await handOverAll(other);
    await does(other, 'Phê duyệt');
    await other.getByText('Đã phê duyệt, mã nội dung').waitFor();
    await other.screenshot({ path: join(SCREENS, 'decision-approved.png'), fullPage: true });
  });

  it.each([1440, 390])('says at %d px what applying it would meet', async (width) => {
    const page = await opened('canbo', width);
    await page.getByText('Kiểm tra trước khi áp dụng').waitFor();
    await page.screenshot({ path: join(SCREENS, `decision-${width}.png`), fullPage: true });
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(width);
    await does(page, 'Áp dụng vào sổ');
    await page.getByText('Có thể hoàn tác khi chưa có việc gì dựa vào đó').waitFor();
    await does(page, 'Thôi');
  });

  it.each([1440, 390])(
    'waits at %d px for an appointed day, until that is called off',
    async (width) => {
      const page = await opened('canbo', width);
      const summary = page.getByText('Hẹn ngày áp dụng');
      await summary.waitFor();
      // It stands open once a day was appointed and called off.
      if (!(await offered(page, 'Hẹn ngày').isVisible())) await summary.click();
      await page.getByLabel('Áp dụng vào đầu ngày').fill('01/07/2025');
      await does(page, 'Hẹn ngày');
      await page.getByText('Ngày 01/07/2025 đã đến nên không hẹn được').waitFor();
      await page.getByLabel('Áp dụng vào đầu ngày').fill('04/01/2190');
      await does(page, 'Hẹn ngày');
      await page.getByText('Sẽ tự áp dụng vào đầu ngày 04/01/2190').waitFor();
      await page.screenshot({
        path: join(SCREENS, `decision-appointed-${width}.png`),
        fullPage: true,
      });
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
      await does(page, 'Hủy hẹn');
      await offered(page, 'Hẹn ngày').waitFor();
    },
  );

  it('takes an applied plan out of the registry and applies it again', async () => {
    const page = await opened('canbo');
    const card = page.locator('section', {
      has: page.getByRole('heading', { name: 'Từ dự thảo đến áp dụng' }),
    });
    await card.getByRole('combobox').first().click();
    await page
      .locator('.ant-select-item-option', { hasText: /Theo nguyên trạng.*Đã thực hiện/ })
      .click();
    await does(page, 'Hoàn tác việc áp dụng');
    await page.getByText('mọi người trở về vị trí trước đó').waitFor();
    await page.screenshot({ path: join(SCREENS, 'decision-taking-back.png') });
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Hoàn tác việc áp dụng' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await appliedPlans(page)).toEqual([]);
    await does(page, 'Áp dụng vào sổ');
    await page.getByRole('dialog').getByRole('button', { name: 'Áp dụng vào sổ' }).click();
    await offered(page, 'Hoàn tác việc áp dụng').waitFor();
    expect(await appliedPlans(page)).toHaveLength(1);
  });

  it.each([1440, 390])(
    'is made anew at %d px, as the officer decides, once the registry has moved on',
    async (width) => {
      const canbo = new Client(program.url);
      const { items } = await canbo.get<{ items: { staffId: number; degree: string }[] }>(
        '/api/people?on=2025-06-30&limit=1',
      );
      const { staffId } = items[0]!;
      const degree = width === 390 ? 'master' : 'doctorate';
      const event = { kind: 'correction', effectiveOn: '2025-06-01', reason: 'Bằng mới', degree };
      const added = await canbo.ask('POST', `/api/people/${staffId}/events`, event);
      expect(added).toMatchObject({ status: 200 });
      const page = await opened('canbo', width);
      await page.getByText('Số liệu trong sổ có còn như khi lập phương án không?').click();
      await page.getByText('hồ sơ đã khác (trình độ)').waitFor();
      const name = page.getByLabel('Tên dự thảo mới');
      await name.fill(`Bản mới ${width}`);
      await page.screenshot({
        path: join(SCREENS, `decision-rebase-${width}.png`),
        fullPage: true,
      });
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
      await does(page, 'Lập lại trên số liệu hiện tại');
      await page.getByTitle(`Bản mới ${width} – Dự thảo`).first().waitFor();
      await page.getByText('Số liệu trong sổ có còn như khi lập phương án không?').click();
      await page.getByText('Sổ vẫn như khi lập phương án.').waitFor();
    },
  );

  it('complains of nothing but the approval by oneself and a day that has come, and asks nobody else', () => {
    const unexpected = watch.complaints.filter((each) => !/status of 40[03]/.test(each));
    expect({ ...watch, complaints: unexpected }).toEqual({
      complaints: [],
      elsewhere: [],
      unprotected: [],
    });
  });
});
