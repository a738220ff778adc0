import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page, Route } from 'playwright-core';

import { rosterFile } from '../support/demo-sources-roster.js';
import {
  DEMO_PASSWORD,
  startBrowser,
  startProgram,
  visit,
  type Program,
  type Watch,
} from './support.js';

/** Views, and what is there when one is drawn. */
const VIEWS = [
  { path: '/', drawn: '.tile dd' },
  { path: '/gap', drawn: '.board tbody td' },
  { path: '/map', drawn: '.map path' },
  { path: '/merger', drawn: '.units li' },
  { path: '/placement', drawn: '.proposals tbody tr' },
  { path: '/board?commune=03127', drawn: '.desk[data-ready] .card-button' },
  { path: '/scenarios', drawn: '.card table tbody td' },
  { path: '/movements?tab=gaps', drawn: 'table tbody tr' },
  { path: '/forecast', drawn: 'table tbody tr' },
  { path: '/letters', drawn: '.card h2' },
  { path: '/law', drawn: '.law tbody tr' },
  { path: '/law/limits', drawn: 'table tbody tr' },
  { path: '/imports', drawn: '.drop' },
  { path: '/downloads', drawn: '.download' },
] as const;

/** The browser notes each lost request in its console; here they are lost on purpose. */
const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
const ASKED_AGAIN_MS = 30_000;
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

async function as(login: string | null, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, context } = await visit(browser, program.url, { width: 1440, watch, login });
  page.setDefaultTimeout(ASKED_AGAIN_MS);
  try {
    await work(page);
  } finally {
    await context.close();
  }
}

const isApi = (url: URL): boolean => url.pathname.startsWith('/api/');
const isQuestion = (url: URL): boolean => isApi(url) && url.pathname !== '/api/session';
const isCode = (url: URL): boolean => /^\/assets\/.*\.js$/.test(url.pathname);

const lost = (route: Route): Promise<void> => route.abort('connectionfailed');
const lostIfSaving = (route: Route): Promise<void> =>
  route.request().method() === 'GET' ? route.continue() : lost(route);

const trouble = (page: Page): Locator => page.locator('.network-note, .ant-alert-error');
const working = (page: Page): Locator =>
  page.locator('[role="status"].state-waiting, [role="progressbar"]');

/** Holds requests back until what it gives is called. */
async function hold(page: Page, which: (url: URL) => boolean): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let open = false;
  await page.route(which, (route) => (open ? route.continue() : void held.push(route)));
  return async () => {
    open = true;
    // The page may have dropped one of them by itself.
    for (const route of held) await route.continue().catch(() => {});
  };
}

/** Saves with the network gone; afterwards it is back. */
async function savedInVain(page: Page, save: () => Promise<void>): Promise<void> {
  await page.route(isApi, lostIfSaving);
  await save();
  await page.locator('.ant-alert-error').first().waitFor();
  await page.unroute(isApi);
}

describe('a broken network', () => {
  it.each(VIEWS)('$path says so, and is there after "try again"', async ({ path, drawn }) => {
    await as('canbo', async (page) => {
      await page.route(isQuestion, lost);
      await page.goto(program.url + path);
      await trouble(page).first().waitFor();
      expect(await trouble(page).first().innerText()).toContain('Máy chủ không trả lời');
      await page.unroute(isQuestion);
      await page.getByRole('button', { name: 'Tải lại phần còn thiếu' }).click();
      await page.locator(drawn).first().waitFor({ state: 'attached' });
      await trouble(page).first().waitFor({ state: 'detached' });
    });
  });

  it('at the door is told, and the sign-in comes after "try again"', async () => {
    await as(null, async (page) => {
      await page.route(isApi, lost);
      await page.goto(program.url);
      await page.locator('.ant-alert-error').waitFor();
      await page.unroute(isApi);
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await page.getByLabel('Tên đăng nhập').waitFor();
    });
  });

  it('a view whose code does not come keeps the menu and comes when asked for again', async () => {
    await as('canbo', async (page) => {
      await page.goto(program.url);
      await page.locator('.tile dd').first().waitFor();
      await page.route(isCode, lost);
      await page.locator('.shell-nav').getByRole('link', { name: 'Quyết định' }).click();
      await page.locator('main .ant-alert-error, #content .ant-alert-error').waitFor();
      expect(await page.locator('.shell-nav').count()).toBe(1);
      await page.unroute(isCode);
      await page.locator('#content').getByRole('button', { name: 'Thử lại' }).click();
      await page.getByRole('heading', { level: 1, name: 'Quyết định' }).waitFor();
    });
  });

  it('a browser that calls itself offline is told too, and not left waiting', async () => {
    await as('canbo', async (page) => {
      await page.goto(program.url);
      await page.locator('.tile dd').first().waitFor();
      await page.context().setOffline(true);
      await page.getByText('Mọi khối', { exact: false }).first().waitFor();
      await page.locator('.ant-segmented-item').last().click();
      await trouble(page).first().waitFor();
      await page.context().setOffline(false);
    });
  });
});

describe('a slow network', () => {
  it.each(VIEWS)('$path shows that it works while answers are held back', async (view) => {
    await as('canbo', async (page) => {
      const release = await hold(page, isQuestion);
      await page.goto(program.url + view.path);
      await working(page).first().waitFor();
      await release();
      await page.locator(view.drawn).first().waitFor({ state: 'attached' });
      await working(page).first().waitFor({ state: 'detached' });
    });
  });

  it('a click in the menu shows at once that the next view is on its way', async () => {
    await as('canbo', async (page) => {
      await page.goto(program.url);
      await page.locator('.tile dd').first().waitFor();
      const release = await hold(page, isCode);
      await page.locator('.shell-nav').getByRole('link', { name: 'Quyết định' }).click();
      await page.locator('#content .state-waiting').waitFor();
      await release();
      await page.getByRole('heading', { level: 1, name: 'Quyết định' }).waitFor();
    });
  });
});

describe('what was typed stays when it could not be sent:', () => {
  it('login and password', async () => {
    await as(null, async (page) => {
      await page.goto(program.url);
      await page.getByLabel('Tên đăng nhập').fill('canbo');
      await page.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD);
      await savedInVain(page, () => page.getByLabel('Mật khẩu', { exact: true }).press('Enter'));
      expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('canbo');
      expect(await page.getByLabel('Mật khẩu', { exact: true }).inputValue()).toBe(DEMO_PASSWORD);
      await page.getByLabel('Mật khẩu', { exact: true }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
    });
  });

  it('a single movement', async () => {
    await as('canbo', async (page) => {
      await page.goto(`${program.url}/movements`);
      await page.getByRole('button', { name: 'Lập việc mới' }).click();
      const form = page.locator('dialog form');
      await form.getByRole('combobox').first().click();
      await page.locator('.ant-select-item-option').first().click();
      await form.getByRole('textbox').nth(1).fill('01/09/2025');
      const keep = form.getByRole('button').last();
      await savedInVain(page, () => keep.click());
      expect(await form.getByRole('textbox').nth(1).inputValue()).toBe('01/09/2025');
      expect(await form.locator('.ant-select').first().innerText()).toContain(', ');
    });
  });

  it('a request for a specialist, which is then sent by the same click', async () => {
    await as('lanhdao', async (page) => {
      await page.goto(`${program.url}/movements?tab=requests`);
      await page.getByRole('button', { name: 'Đề nghị cử chuyên môn' }).click();
      const dialog = page.locator('dialog');
      await dialog.getByRole('combobox').nth(1).click();
      await page.locator('.ant-select-item-option:visible').first().click();
      await dialog.getByRole('textbox').last().fill('Thiếu người làm địa chính');
      const ask = dialog.getByRole('button').last();
      await savedInVain(page, () => ask.click());
      expect(await dialog.getByRole('textbox').last().inputValue()).toBe(
        'Thiếu người làm địa chính',
      );
      await ask.click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('cell', { name: 'Thiếu người làm địa chính' }).first().waitFor();
    });
  });

  it('a parameter of the law', async () => {
    await as('canbo', async (page) => {
      await page.goto(`${program.url}/law?search=payout.shown&key=payout.shown`);
      await page.locator('dialog.panel').getByRole('button', { name: 'Đặt giá trị mới' }).click();
      const form = page.locator('dialog form');
      await form.getByLabel('Giá trị', { exact: true }).click();
      await page.locator('.ant-select-item-option').filter({ hasText: 'Có' }).first().click();
      await form.getByLabel('Có hiệu lực từ ngày').fill('01/07/2025');
      await form.getByLabel('Văn bản', { exact: true }).fill('Công văn thử số 2');
      const save = form.getByRole('button', { name: 'Lưu thành phiên bản mới' });
      await savedInVain(page, () => save.click());
      expect(await form.getByLabel('Văn bản', { exact: true }).inputValue()).toBe(
        'Công văn thử số 2',
      );
    });
  });

  it('a cell of a roster in repair', async () => {
    await as('canbo', async (page) => {
      await page.goto(`${program.url}/imports/${await faultyBatch(page)}?severity=error`);
      await page.locator('.repair-grid td').first().waitFor();
      await page.locator('.repair-grid [tabindex="0"]').focus();
      await page.keyboard.press('F8');
      await page.locator('.row-panel', { hasText: '31/02/1985' }).waitFor();
      await page.keyboard.type('28/02/1985');
      await savedInVain(page, () => page.keyboard.press('Tab'));
      expect(await page.locator('.repair-grid').innerText()).toContain('28/02/1985');
    });
  });

  it('the reason of an objection', async () => {
    await as('canbo', async (page) => {
      await page.goto(`${program.url}/scenarios`);
      await page.getByRole('button', { name: 'Trình phương án', exact: true }).click();
      await page.getByText('Chờ trả lời').first().waitFor();
      await page.getByRole('button', { name: 'Không đồng ý…' }).first().click();
      const words = page.locator('dialog').getByRole('textbox').last();
      await words.fill('Xã đang cần người này');
      const send = page.locator('dialog').getByRole('button', { name: 'Gửi' });
      await savedInVain(page, () => send.click());
      expect(await words.inputValue()).toBe('Xã đang cần người này');
      await send.click();
      await page.locator('dialog').waitFor({ state: 'detached' });
      await page.getByText('Xã đang cần người này').first().waitFor();
    });
  });
});

/** A roster of one person who was born on no day. */
async function faultyBatch(page: Page): Promise<number> {
  const at = `${program.url}/api`;
  const units = await page.request.get(`${at}/units?on=2025-06-30&level=commune`);
  const unit = ((await units.json()) as readonly { readonly name: string }[])[0]!.name;
  const person = { number: '011085007901', name: 'Lò Văn Sáu', unit, born: '31/02/1985' };
  const { bytes } = await rosterFile('mot-loi.xlsx', [
    { ...person, position: 'Công chức Văn phòng - thống kê' },
  ]);
  const session = await page.request.get(`${at}/session`);
  const { csrfToken } = (await session.json()) as { readonly csrfToken: string };
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const answer = await page.request.post(`${at}/imports`, {
    headers: { 'X-CSRF-Token': csrfToken },
    multipart: {
      files: { name: 'mot-loi.xlsx', mimeType, buffer: bytes },
      sender: 'UBND xã thử mạng',
      asOf: '2025-06-30',
    },
  });
  return ((await answer.json()) as { readonly id: number }).id;
}
