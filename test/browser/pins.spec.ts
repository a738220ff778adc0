import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';

import {
  type Program,
  SCREENS,
  startBrowser,
  startProgram,
  visit,
  type Visit,
  type Watch,
} from './support.js';

const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
let program: Program;
let browser: Browser;
let visited: Visit;
let page: Page;

interface Scenario {
  readonly id: number;
  readonly state: string;
  readonly runs: readonly { readonly id: number }[];
}

let draft: Scenario;
let runId: number;

beforeAll(async () => {
  program = await startProgram();
  browser = await startBrowser();
  visited = await visit(browser, program.url, { width: 1440, watch });
  ({ page } = visited);
  const answer = await page.request.get(`${program.url}/api/scenarios`);
  const scenarios = (await answer.json()) as Scenario[];
  draft = scenarios.find(({ state }) => state === 'draft')!;
  runId = draft.runs[0]!.id;
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const panel = (): Locator => page.locator('dialog.panel');
const open = (query: string): Promise<unknown> =>
  page.goto(`${program.url}/placement?run=${runId}&${query}`);

async function openFirst(query: string): Promise<string> {
  await open(query);
  const name = page.locator('.proposals tbody tr button').first();
  const text = (await name.textContent())!;
  await name.click();
  await panel().waitFor();
  return text;
}

async function choose(label: string, option: string): Promise<void> {
  await panel().getByLabel(label, { exact: true }).click();
  await page.keyboard.type(option);
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click();
}

const isWide = (each: Page): Promise<boolean> =>
  each.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');

describe('the answers of the placement page', () => {
  it('tell why somebody without a seat is nowhere else, with prices and rules', async () => {
    await openFirst('outcome=surplus');
    expect(await panel().textContent()).toContain('phải sắp xếp xong chậm nhất ngày 31/12/2030');
    await panel().getByText('Vì sao không ở nơi khác?').click();
    await panel().getByText('Nơi không bố trí được').waitFor({ timeout: 60_000 });
    expect(await panel().locator('.places > li').count()).toBeGreaterThan(0);
    await page.screenshot({ path: join(SCREENS, 'elsewhere-1440.png') });
  });

  it('tell a seat of a division who could take it, not that it has none', async () => {
    const answer = await page.request.get(
      `${program.url}/api/gap/cells?run=${runId}&block=government`,
    );
    const cells = (await answer.json()) as {
      communeCode: string;
      positionCode: string;
      seats: number;
      vacant: number;
    }[];
    const short = cells.find(({ vacant }) => vacant > 0)!;
    await page.goto(
      `${program.url}/gap?run=${runId}&block=all&cell=${short.communeCode}~${short.positionCode}`,
    );
    await panel().getByText('Ai có thể').first().click();
    await panel().locator('details[open] p').first().waitFor({ timeout: 60_000 });
    const told = (await panel().locator('details[open]').last().textContent())!;
    expect(told).not.toContain('không được giao chỉ tiêu');
    await page.screenshot({ path: join(SCREENS, 'who-could-1440.png') });
  });
});

describe('a pin by hand', () => {
  let name: string;

  it('shows the law and the exact price before it is set', async () => {
    name = await openFirst('outcome=seated&movement=succession&position=O1');
    await panel().getByText('Chỉ định bằng tay').click();
    await choose('Xã, phường', 'Mường');
    await choose('Vị trí', 'Văn');
    await panel().locator('.pin-price').waitFor({ timeout: 60_000 });
    expect(await panel().locator('.pin-price').textContent()).toMatch(
      /Đúng quy định|Chỉ định được|Trái quy định/,
    );
    await page.screenshot({ path: join(SCREENS, 'pin-1440.png') });
  });

  it('is set, listed with who set it, marks the run, and is taken off again', async () => {
    await panel().getByLabel('Lý do chỉ định').fill('Theo đề nghị của xã');
    await panel().getByRole('button', { name: 'Chỉ định', exact: true }).click();
    await panel().locator('.ant-alert-success').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Số liệu đã thay đổi sau lần chạy này').waitFor();
    const list = page.locator('.pin-list');
    await list.locator('summary').click();
    const line = list.locator('.pins > li').filter({ hasText: name.trim() });
    await line.waitFor();
    expect(await line.textContent()).toContain('Cán bộ Sở Nội vụ');
    await page.screenshot({ path: join(SCREENS, 'pins-1440.png') });
    await line.first().getByRole('button').click();
    await page.locator('dialog').getByRole('button', { name: 'Bỏ chỉ định' }).click();
    await line.waitFor({ state: 'detached' });
    await page.getByText('Số liệu đã thay đổi sau lần chạy này').waitFor({ state: 'detached' });
  });

  it('that comes too late is told who was faster', async () => {
    await openFirst('outcome=surplus');
    await panel().getByText('Chỉ định bằng tay').click();
    await panel().getByLabel('Lý do chỉ định').fill('Đã có đơn xin nghỉ');
    await choose('Chỉ định', 'Cho thôi việc');
    const { version, pins } = (await (
      await page.request.get(`${program.url}/api/scenarios/${draft.id}/pins`)
    ).json()) as { version: number; pins: { id: number }[] };
    const { csrfToken } = (await (await page.request.get(`${program.url}/api/session`)).json()) as {
      csrfToken: string;
    };
    const other = pins[0]!;
    const taken = await page.request.delete(
      `${program.url}/api/scenarios/${draft.id}/pins/${other.id}?version=${version}`,
      { headers: { 'x-csrf-token': csrfToken } },
    );
    expect(taken.status()).toBe(200);
    await panel().getByRole('button', { name: 'Chỉ định', exact: true }).click();
    await panel()
      .getByText(/vừa bỏ một chỉ định lúc/)
      .waitFor();
  });
});

describe('on a phone', () => {
  it('panels and lists stay within the screen', async () => {
    const phone = await visit(browser, program.url, { width: 390, watch });
    const small = phone.page;
    await small.goto(`${program.url}/placement?run=${runId}&outcome=surplus`);
    await small.locator('.pin-list summary').click();
    await small.locator('.pins > li').first().waitFor();
    expect(await isWide(small)).toBe(false);
    await small.locator('.proposals tbody tr button').first().click();
    const sheet = small.locator('dialog.panel');
    await sheet.getByText('Chỉ định bằng tay').click();
    await sheet.getByLabel('Lý do chỉ định').waitFor();
    await small.screenshot({ path: join(SCREENS, 'pin-390.png') });
    expect(await isWide(small)).toBe(false);
  });

  it('complains of nothing but the refusals that were meant, and asks nobody else', () => {
    // Too late (409), and a question about a run whose pins have changed (422).
    const meant = watch.complaints.filter((text) => !/ 4(09|22) /.test(text));
    expect({ ...watch, complaints: meant }).toEqual({
      complaints: [],
      elsewhere: [],
      unprotected: [],
    });
  });
});
