import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';

import { Client } from '../e2e/client.js';
import { rosterFile } from '../support/demo-sources-roster.js';
import { benched } from './benched.js';
import { Keys } from './keys.js';
import {
  DEMO_PASSWORD,
  startBrowser,
  startProgram,
  visit,
  type Program,
  type Watch,
} from './support.js';

/*
 * The ten main journeys, from the menu to the end, with nothing but the keys: the officer signs in and follows a figure
 * to its people, draws the merger, seats somebody on the board, pins somebody from the list, submits a plan, changes the
 * law and plans a movement; a leader asks for a specialist and answers a plan; a manager brings a roster in.
 */

const DRAWN = `Bản vẽ ${process.pid}`;
const COMMUNE = '03127';
const COMMUNE_NAME = 'Phường Điện Biên Phủ';
const POSITION = 'Chuyên viên về nội vụ';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_ARROWS = 60;
const PATIENCE = { timeout: 60_000 };
const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
let program: Program;
let browser: Browser;
let page: Page;
let keys: Keys;

beforeAll(async () => {
  program = await startProgram();
  browser = await startBrowser();
  const canbo = new Client(program.url);
  const [first] = await canbo.get<{ id: number }[]>('/api/scenarios');
  // A plan of its own to draw on: what is drawn makes the runs of a plan old.
  const copied = await canbo.ask('POST', `/api/scenarios/${first!.id}/copies`, { name: DRAWN });
  expect(copied.status).toBe(201);
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Every stop on the way had a visible focus, on the screen. */
afterEach(async () => {
  const { unseen } = keys;
  await page.context().close();
  expect([...new Set(unseen)]).toEqual([]);
});

async function begin(login: string | null): Promise<void> {
  ({ page } = await visit(browser, program.url, { width: 1440, watch, login }));
  page.setDefaultTimeout(PATIENCE.timeout);
  keys = new Keys(page);
  await page.goto(program.url);
  if (login !== null) await page.locator('h1').first().waitFor();
}

const button = (name: string | RegExp, within: Locator | Page = page): Locator =>
  within.getByRole('button', { name, exact: true });
const dialog = (): Locator => page.locator('dialog[open]').last();

/** Through the menu in the head, and past it into the view. */
async function go(group: string, place: string): Promise<void> {
  await keys.use(page.locator('.menu-button', { hasText: group }));
  const link = page.locator('.menu-list:not([hidden]) a', { hasText: place });
  await keys.press('ArrowDown');
  await keys.use(link);
  await page.locator('h1').first().waitFor();
}

/** Goes on with the focus where it is, until it is on something like that. */
const focusOn = (selector: string): Promise<void> =>
  page.locator(`${selector}:focus`).first().waitFor();

/** Arrow after arrow, as somebody goes who sees where the seat is: the column first, then up or down in it. */
async function walkTo(target: Locator): Promise<void> {
  const focused = page.locator('[data-seat]:focus');
  for (let steps = 0; steps < MOST_ARROWS; steps++) {
    if ((await target.and(focused).count()) > 0) return;
    const [at, to] = [(await focused.boundingBox())!, (await target.boundingBox())!];
    const aside =
      to.x > at.x + at.width ? 'ArrowRight' : to.x + to.width < at.x ? 'ArrowLeft' : null;
    await keys.press(aside ?? (to.y > at.y ? 'ArrowDown' : 'ArrowUp'));
  }
  throw new Error('the seat was not reached by arrows');
}
describe('the officer of the province, by keyboard alone', () => {
  it('1 signs in, and follows a figure of the overview to its people', async () => {
    await begin(null);
    await keys.type(page.getByLabel('Tên đăng nhập'), 'canbo');
    await keys.type(page.getByLabel('Mật khẩu'), DEMO_PASSWORD);
    await keys.press('Enter');
    await keys.use(page.locator('.tile--shortage dd a').first());
    await keys.to(page.locator('.board tbody [tabindex="0"]'));
    await keys.press('ArrowRight', 'ArrowDown', 'Enter');
    await dialog().locator('.cell-words').waitFor();
    await keys.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await focusOn('.board tbody [tabindex="0"]');
  });

  it('2 draws the merger and saves it', async () => {
    await begin('canbo');
    await go('Sáp nhập và bố trí', 'Sáp nhập');
    await keys.choose(page.getByLabel('Phương án', { exact: true }), DRAWN);
    await keys.use(page.locator('a[href^="/merger/map"]'));
    await keys.use(page.locator('.old-unit').first());
    await focusOn('[data-new]');
    await keys.press('ArrowDown', 'Enter');
    await page.locator('.map-said', { hasNotText: 'Đang xét lại' }).waitFor();
    await keys.press('Control+z');
    await page.getByRole('button', { name: /^Lưu \(/ }).waitFor({ state: 'hidden' });
    await keys.press('Control+y');
    await keys.use(button(/^Lưu \(1 thay đổi\)/));
    await keys.use(button('Lưu', dialog()));
    await page.locator('.map-said', { hasText: 'Đã lưu bản đồ' }).waitFor();
  });

  it('3 finds somebody typed without diacritics, and pins them by hand', async () => {
    await begin('canbo');
    await go('Sáp nhập và bố trí', 'Phương án bố trí');
    await page.locator('.proposals tbody tr').first().waitFor();
    const search = page.locator('input[type="search"]').first();
    const found = page.waitForResponse((answer) => answer.url().includes('search='));
    await keys.type(search, 'lo van');
    await found;
    await page.locator('.is-stale').waitFor({ state: 'detached' });
    await keys.use(page.locator('.proposals tbody tr button').first());
    await dialog().locator('.way').waitFor();
    await keys.use(dialog().locator('summary', { hasText: 'Chỉ định bằng tay' }), ' ');
    await keys.choose(dialog().getByLabel('Chỉ định', { exact: true }), 'Cho thôi việc');
    await keys.type(dialog().getByLabel('Lý do chỉ định'), 'Đã có đơn xin nghỉ');
    await keys.use(button('Chỉ định', dialog()));
    await dialog().locator('.ant-alert-success').waitFor();
    await keys.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await focusOn('.proposals tbody tr button');
  });

  it('4 seats somebody on the board, undoes it and does it again', async () => {
    await begin('canbo');
    await go('Sáp nhập và bố trí', 'Bảng bố trí');
    await page.locator('.desk[data-ready] .card-button').first().waitFor();
    const who = await benched(page, program.url, COMMUNE);
    await keys.choose(page.getByLabel('Xã, phường'), COMMUNE_NAME);
    await keys.type(page.getByLabel('Tìm người trong toàn tỉnh'), who.fullName);
    await page.locator(`.finder [data-card="${who.staffId}"]`).waitFor();
    await keys.press('ArrowDown');
    await focusOn(`.finder [data-card="${who.staffId}"]`);
    await keys.press('Enter');
    await focusOn('.seat-head');
    await walkTo(page.locator(`[data-seat="${who.to}"]`).first());
    await page.locator('.dock .price[data-exact]').waitFor();
    await keys.press('Enter');
    await page.keyboard.type('Bàn phím');
    await keys.press('Enter');
    const seated = page.locator(
      `.seat[data-drop="${who.to}"] [data-card="${who.staffId}"].is-fresh`,
    );
    await seated.waitFor();
    await keys.press('Control+z');
    await seated.waitFor({ state: 'detached' });
    await keys.press('Control+y');
    await seated.waitFor();
  });

  it('5 starts a run and reads what it placed', async () => {
    await begin('canbo');
    await go('Sáp nhập và bố trí', 'Phương án bố trí');
    const desk = page.locator('.run-desk');
    await keys.use(button('Chạy', desk));
    await desk.locator('.ant-alert-success').waitFor({ timeout: 120_000 });
    await page.waitForURL(/[?&]run=\d+/);
    await keys.use(page.locator('.proposals tbody tr button').first());
    await dialog().locator('.way').waitFor();
  });

  it('6 submits a plan', async () => {
    await begin('canbo');
    await go('Sáp nhập và bố trí', 'So sánh');
    await keys.choose(page.getByLabel('Phương án', { exact: true }), 'Bố trí tối ưu');
    await keys.use(button('Trình phương án'));
    const refused = page.locator('.ant-alert-error');
    await page.getByText('Chờ trả lời').or(refused).first().waitFor();
    expect(await refused.allInnerTexts()).toEqual([]);
  });

  it('7 finds a figure of the law, and gives it a new value with its source', async () => {
    await begin('canbo');
    await go('Quy định và dự báo', 'Quy định');
    await keys.type(page.getByLabel('Tìm tham số'), 'payout.shown');
    await page.locator('.law tbody tr', { hasText: 'payout.shown' }).first().waitFor();
    await keys.use(page.locator('.law tbody tr button').first());
    await keys.use(button('Đặt giá trị mới', dialog()));
    await keys.choose(dialog().getByLabel('Giá trị', { exact: true }), 'Có');
    await keys.type(dialog().getByLabel('Có hiệu lực từ ngày'), '01/07/2025');
    await keys.type(dialog().getByLabel('Văn bản', { exact: true }), 'Công văn thử số 1');
    await keys.press('Enter');
    await page.locator('dialog form').waitFor({ state: 'detached' });
    await keys.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  });

  it('8 plans a movement, sees law and price, and keeps it', async () => {
    await begin('canbo');
    await keys.use(page.locator('.menu-row a', { hasText: 'Điều động' }));
    await keys.use(button('Lập việc mới'));
    await keys.choose(dialog().getByLabel('Người', { exact: true }), /./);
    await keys.type(dialog().getByLabel('Từ ngày'), '01/08/2025');
    await keys.choose(dialog().getByLabel('Đơn vị đến'), /./);
    await keys.choose(dialog().getByLabel('Vị trí đến'), /./);
    await keys.use(button('Xem trước', dialog()));
    await dialog().locator('.pin-price').waitFor();
    await keys.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  });
});

describe('the leader of a commune, by keyboard alone', () => {
  it('9 asks for a specialist, and answers the plan that is on its way', async () => {
    await begin('lanhdao');
    await keys.use(page.getByRole('button', { name: 'Đề nghị cử chuyên môn' }));
    await keys.choose(dialog().getByRole('combobox').nth(1), /./);
    await keys.type(dialog().getByRole('textbox').last(), 'Chưa có người về công nghệ');
    await keys.use(dialog().getByRole('button').last());
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.getByText('Chưa có người về công nghệ').first().waitFor();
    await keys.use(page.getByRole('button', { name: 'Không đồng ý…' }));
    await keys.type(dialog().getByRole('textbox').last(), 'Xã đã có người giữ vị trí này');
    await keys.use(button('Gửi', dialog()));
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.getByText('Xã đã có người giữ vị trí này').first().waitFor();
  });
});

describe('the manager of a unit, by keyboard alone', () => {
  it('10 sends a roster, repairs it, brings it into the registry and takes it back', async () => {
    await begin('quanly');
    const wrong = { number: '011085007902', name: 'Lò Văn Một', born: '31/02/1985' };
    const { bytes } = await rosterFile('gui.xlsx', [
      { ...wrong, unit: COMMUNE_NAME, position: POSITION },
    ]);
    await go('Danh sách', 'Nhập');
    const coming = page.waitForEvent('filechooser');
    await keys.use(page.locator('.drop input[type="file"]'), ' ');
    await (await coming).setFiles({ name: 'gui.xlsx', mimeType: XLSX, buffer: bytes });
    await keys.type(page.getByLabel('Đơn vị gửi'), 'UBND xã');
    await keys.type(page.getByLabel('Số liệu tính đến ngày'), '31/07/2025');
    await keys.press('Enter');
    await page.waitForURL(/imports\/\d+/);
    await keys.to(page.locator('.repair-grid [tabindex="0"]'));
    await keys.press('F8');
    await page.locator('.row-panel', { hasText: '31/02/1985' }).waitFor();
    await page.keyboard.type('28/02/1985');
    await keys.press('Tab');
    await page.locator('[data-count="errors"] dd', { hasText: /^0$/ }).waitFor();
    await keys.use(page.getByRole('button', { name: 'Xem trước và đưa vào sổ' }));
    await page.locator('.change-list tbody tr').first().waitFor();
    await keys.use(button('Đưa vào sổ hồ sơ'));
    await keys.use(button('Đồng ý, đưa vào sổ'));
    await page.locator('.ant-alert-success').waitFor();
    await keys.use(page.getByRole('button', { name: 'Hoàn tác lần nhập này' }));
    await keys.use(button('Hoàn tác', dialog()));
    await page.locator('.ant-alert', { hasText: 'Đã hoàn tác lúc' }).waitFor();
  });
});
