import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';

import { SCREENS, startBrowser, startProgram, visit, type Program, type Watch } from './support.js';

const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
const OWN = 'Phường Mường Thanh';
let program: Program;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  program = await startProgram();
  browser = await startBrowser();
  ({ page } = await visit(browser, program.url, { width: 1440, watch, login: 'lanhdao' }));
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const part = (name: string): Locator => page.getByRole('region', { name });
const numberIn = async (text: Locator): Promise<number> =>
  Number((await text.innerText()).replace(/[^\d]/g, ''));

async function home(): Promise<void> {
  await page.goto(program.url);
  await page.getByRole('heading', { level: 1, name: OWN }).waitFor();
  await page.locator('details[open] .seat-list td').first().waitFor();
}

/** Sends the best plan to the units, as the province's officer does. */
async function submitPlan(): Promise<void> {
  const { page: officer, context } = await visit(browser, program.url, { width: 1440, watch });
  await officer.goto(`${program.url}/scenarios`);
  await officer.getByRole('button', { name: 'Trình phương án', exact: true }).click();
  await officer.getByText('Chờ trả lời').first().waitFor();
  await context.close();
}

describe("a leader's own commune", () => {
  it('is what opens first, with nothing to answer while no plan is on its way', async () => {
    await home();
    expect(page.url()).toBe(`${program.url}/commune`);
    expect(await part('Phương án đang xin ý kiến').innerText()).toContain('Không có phương án nào');
    expect(await page.locator('.tile-after').count()).toBe(0);
  });

  it('counts its people, and names each of them', async () => {
    const people = page.locator('.tile--people dd a').first();
    const shown = await numberIn(people);
    await page.getByText(`Đang có (${shown})`).waitFor();
    expect(await part('Người của đơn vị').locator('tbody tr').count()).toBe(20);
    await part('Người của đơn vị')
      .getByRole('button', { name: /^Mở hồ sơ của/ })
      .first()
      .click();
    await page.locator('dialog.panel').waitFor();
    await page.keyboard.press('Escape');
  });

  it.each(['shortage', 'surplus', 'vacant', 'misfit'])(
    'leads from %s to its seats',
    async (which) => {
      await home();
      const shown = await numberIn(page.locator(`.tile--${which} dd a`).first());
      await page.locator(`.tile--${which} dd a`).first().click();
      await page.locator('.board tbody td').first().waitFor();
      expect(page.url()).toContain(`show=${which}`);
      expect(shown).toBeGreaterThan(0);
      expect(await page.locator('.board tbody tr').count()).toBeGreaterThan(0);
    },
  );

  it('leads from a position to the people who hold it', async () => {
    await home();
    await page.locator('details[open] .seat-list td a').first().click();
    await page.locator('dialog .cell-words').waitFor();
  });

  it('says what is short, what is planned and who retires', async () => {
    await home();
    const short = await numberIn(page.locator('.tile--shortage dd a').first());
    const rows = part('Còn thiếu gì, đã có kế hoạch gì').locator('tbody tr');
    await rows.first().waitFor();
    const listed = await rows.locator('[data-label="Thiếu"] a').allInnerTexts();
    const counts = listed.map((each) => Number(/\d+$/.exec(each.trim())?.[0]));
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(short);
    await page.getByRole('heading', { name: 'Ai nghỉ, khi nào' }).waitFor();
  });

  it('asks for a specialist within the own commune only', async () => {
    await home();
    await part('Đề nghị cử chuyên môn và trả lời')
      .getByRole('button', { name: 'Đề nghị cử chuyên môn' })
      .click();
    const dialog = page.locator('dialog');
    await dialog.getByRole('combobox').first().click();
    const units = page.locator('.ant-select-item-option:visible');
    await units.first().waitFor();
    for (const unit of await units.allInnerTexts()) expect(unit).toContain(OWN);
    await page.keyboard.press('Tab');
    await page.getByRole('option', { name: OWN }).first().waitFor({ state: 'hidden' });
    await dialog.getByRole('combobox').nth(1).click();
    await page.locator('.ant-select-item-option:visible').first().click();
    await dialog.getByRole('textbox').last().fill('Chưa có người về công nghệ');
    await dialog.getByRole('button').last().click();
    await dialog.waitFor({ state: 'detached' });
    await part('Đề nghị cử chuyên môn và trả lời')
      .getByText('Chưa có người về công nghệ')
      .first()
      .waitFor();
  });
});

describe('a plan that the commune is asked about', () => {
  it('shows its figures beside the present ones, who comes and who goes', async () => {
    await submitPlan();
    await home();
    await page.locator('.tile-after').first().waitFor();
    const asked = part('Phương án đang xin ý kiến').locator('tr', { hasText: 'tiếp nhận' });
    const receives = await numberIn(asked.locator('[data-label="Số người"]'));
    const comes = page.getByText(/^Sẽ đến \(\d+\)$/);
    const listed = await numberIn(comes);
    await comes.click();
    const rows = part('Người của đơn vị').locator('tbody tr');
    await rows.locator('[data-label="Theo"]').first().waitFor();
    expect(await rows.count()).toBe(listed);
    // People whom the plan does not name to this account are counted, and said to be there.
    expect(listed).toBeLessThanOrEqual(receives);
    await part('Người của đơn vị')
      .getByText(/Còn \d+ người giữ chức danh/)
      .waitFor();
    await page.screenshot({ path: join(SCREENS, 'commune-1440.png'), fullPage: true });
    await page.getByText(/^Sẽ đi \(\d+\)$/).click();
    await page.waitForURL(/list=goes/);
  });

  it('is objected to with a reason, and agreed to, for the own commune', async () => {
    await home();
    const answers = part('Phương án đang xin ý kiến');
    await answers.getByRole('button', { name: 'Không đồng ý…' }).last().click();
    await page.locator('dialog').getByRole('textbox').last().fill('Xã đã có người giữ vị trí này');
    await page.locator('dialog').getByRole('button', { name: 'Gửi' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await answers.getByText('Xã đã có người giữ vị trí này').first().waitFor();
    await answers.getByRole('button', { name: 'Đồng ý', exact: true }).last().click();
    await answers.getByText('Đồng ý ·').first().waitFor();
  });

  it('fits a phone', async () => {
    const phone = await visit(browser, program.url, { width: 390, watch, login: 'lanhdao' });
    await phone.page.goto(`${program.url}/commune?list=comes`);
    await phone.page.locator('details[open] .seat-list td').first().waitFor();
    await phone.page.screenshot({ path: join(SCREENS, 'commune-390.png'), fullPage: true });
    const excess = await phone.page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    await phone.context.close();
    expect(excess).toBe(0);
  });

  it('complains of nothing and asks nobody else', () => {
    expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
  });
});

it('whoever has no commune of their own is told so', async () => {
  const { page: officer, context } = await visit(browser, program.url, { width: 1440, watch });
  await officer.goto(`${program.url}/commune`);
  await officer.getByText('không có đơn vị riêng').waitFor();
  await context.close();
});
