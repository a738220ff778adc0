import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

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

beforeAll(async () => {
  program = await startProgram();
  browser = await startBrowser();
  visited = await visit(browser, program.url, { width: 1440, watch });
  ({ page } = visited);
  await page.goto(`${program.url}/placement`);
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const desk = () => page.locator('.run-desk');
const runsOf = async (): Promise<number> => {
  const answer = await page.request.get(`${program.url}/api/scenarios`);
  const scenarios = (await answer.json()) as { runs: unknown[] }[];
  return scenarios.flatMap(({ runs }) => runs).length;
};

const CAMPAIGN = 'Rà soát trước khi sắp xếp';

interface Told {
  readonly id: number;
  readonly items: readonly { readonly unitCode: string; readonly people: number }[];
}

async function campaignWithOneSignature(): Promise<Told> {
  const at = `${program.url}/api/roster-campaigns`;
  const session = await page.request.get(`${program.url}/api/session`);
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const headers = { 'x-csrf-token': csrfToken };
  const asked = await page.request.post(at, {
    headers,
    data: { name: CAMPAIGN, asOf: '2025-06-30', dueOn: '2025-07-05' },
  });
  const told = (await asked.json()) as Told;
  const { unitCode } = told.items.find(({ people }) => people > 0)!;
  const signed = await page.request.post(`${at}/${told.id}/signatures`, {
    headers,
    data: { unitCode },
  });
  if (!signed.ok()) throw new Error(await signed.text());
  return told;
}

describe('the page', () => {
  it('starts a run, shows how far it is, and then its result', async () => {
    const before = await runsOf();
    await desk().getByRole('button', { name: 'Chạy', exact: true }).click();
    await desk().getByRole('progressbar').waitFor();
    await page.screenshot({ path: join(SCREENS, 'run-1440.png') });
    await desk().locator('.ant-alert-success').waitFor({ timeout: 120_000 });
    await page.waitForURL(/[?&]run=\d+/);
    await page.locator('.proposals tbody tr').first().waitFor();
    expect(await runsOf()).toBe(before + 1);
    await desk().getByRole('button', { name: 'Đóng' }).click();
    await desk().getByRole('button', { name: 'Chạy', exact: true }).waitFor();
  });

  it('cancels a run, and nothing is stored', async () => {
    const before = await runsOf();
    await desk().getByRole('button', { name: 'Chạy', exact: true }).click();
    await desk().getByRole('button', { name: 'Hủy lần chạy' }).click();
    await desk().locator('.ant-alert-info').waitFor({ timeout: 30_000 });
    expect(await runsOf()).toBe(before);
  });

  it('runs over the units that have signed, and lists those it holds with the reason', async () => {
    const { items } = await campaignWithOneSignature();
    await page.reload();
    await desk().getByLabel('Chỉ đơn vị đã ký danh sách trong đợt').click();
    await page.locator('.ant-select-item-option', { hasText: CAMPAIGN }).click();
    await desk().getByText('ở lại đơn vị kế thừa chính').waitFor();
    await page.screenshot({ path: join(SCREENS, 'run-signed-1440.png') });
    await desk().getByRole('button', { name: 'Chạy', exact: true }).click();
    await desk().locator('.ant-alert-success').waitFor({ timeout: 120_000 });
    const held = page.locator('.run-held');
    await held.locator('summary').click();
    const withPeople = items.filter(({ people }) => people > 0);
    expect(await held.locator('li').count()).toBe(withPeople.length - 1);
    expect(await held.locator('li').first().textContent()).toMatch(/\(\d+ người\): .*(ký|gửi)/);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await held.scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(SCREENS, `run-held-${width}.png`) });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
  });

  it('offers no run to a leader', async () => {
    const leader = await visit(browser, program.url, { width: 390, watch, login: 'lanhdao' });
    await leader.page.goto(`${program.url}/placement`);
    await leader.page.locator('h1').waitFor();
    await leader.page.waitForLoadState('networkidle');
    expect(await leader.page.locator('.run-desk').count()).toBe(0);
  });

  it('complains of nothing and asks nobody else', () => {
    expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
  });
});
