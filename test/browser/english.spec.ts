import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { startBrowser, startProgram, visit, type Program, type Watch } from './support.js';

const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
/** Where the sentences are. */
const TABLE = /\/assets\/table-[^/]*\.js$/;
const asked: string[] = [];
let program: Program;
let browser: Browser;
let page: Page;
let person: string;

beforeAll(async () => {
  program = await startProgram();
  browser = await startBrowser();
  ({ page } = await visit(browser, program.url, { width: 1440, watch }));
  page.on('request', (request) => asked.push(request.url()));
  person = await surplusPerson();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** The address of somebody without a seat: what is said of them is the longest. */
async function surplusPerson(): Promise<string> {
  const at = `${program.url}/api`;
  const scenarios = (await (await page.request.get(`${at}/scenarios`)).json()) as {
    readonly runs: readonly { readonly id: number }[];
  }[];
  const run = scenarios.flatMap(({ runs }) => runs)[0]!.id;
  const { items } = (await (
    await page.request.get(`${at}/runs/${run}/proposals?outcome=surplus&limit=1`)
  ).json()) as { readonly items: readonly { readonly staffId: number }[] };
  return `/placement?run=${run}&outcome=surplus&person=${items[0]!.staffId}`;
}

const speak = (language: 'vi' | 'en') =>
  page.evaluate(`localStorage.setItem('bo-tri.language', '${language}')`);

/** Words of positions and divisions in Vietnamese. */
const NAMES = /Phòng |Văn phòng|Ủy ban|Chuyên viên|Trưởng phòng|Chủ tịch|Cơ quan/;

describe('sentences of the API', () => {
  it('stand as they are in the Vietnamese page, which fetches no other', async () => {
    await page.goto(program.url + person);
    await page.getByText(/^Dôi dư tại /).waitFor();
    expect(asked.filter((url) => TABLE.test(url))).toEqual([]);
  });

  it('are English in the English page: a reason, with what stands against each seat', async () => {
    await speak('en');
    await page.goto(program.url + person);
    const reason = page.locator('dialog.panel');
    await reason.getByText(/^Surplus in /).waitFor();
    const said = await reason.innerText();
    expect(said).toMatch(/vacant seats, none of them open: \d+ of the seats: /);
    expect(said).not.toMatch(/Dôi dư|chỉ tiêu|khác ngành|khác khối|đường chim bay/);
    expect(asked.some((url) => TABLE.test(url))).toBe(true);
  });

  it('are English where a person has it far, one line for each plan', async () => {
    await page.goto(`${program.url}/scenarios?part=people&list=far`);
    await page
      .getByText(/From home [\d.]+ km in a straight line/)
      .first()
      .waitFor();
    expect(await page.locator('main table').innerText()).not.toMatch(/Bố trí vào|Cách nhà/);
  });

  it.each([
    ['/movements?tab=proposals', 'main td'],
    ['/pool', 'main .card table'],
    ['/merger?part=people&list=decide', 'main td'],
    ['/law/limits', 'main td'],
    ['/forecast', 'main td'],
    ['/scenarios?part=states', 'main table.stack td'],
    ['/board?commune=03127', '.desk[data-ready] .divisions'],
  ])('name positions and divisions in English: %s', async (path, drawn) => {
    await page.goto(program.url + path);
    await speak('en');
    await page.reload();
    await page
      .locator(drawn)
      .getByText(/division|specialist|chair|secretary|officer/i)
      .first()
      .waitFor();
    // Names come after the figures, and only where the page is English.
    await page.waitForFunction(`!${String(NAMES)}.test(document.querySelector('main').innerText)`);
    expect(await page.locator('main').innerText()).not.toMatch(NAMES);
  });

  it('are English where something is refused', async () => {
    const [noise, complaints] = [watch.complaints.length, watch.complaints];
    await page.goto(`${program.url}/imports/999999`);
    await page.getByText('There is no import 999999.').first().waitFor();
    complaints.splice(noise);
  });

  it('complain of nothing and ask nobody else', () => {
    expect(watch).toEqual({ complaints: [], elsewhere: [], unprotected: [] });
  });
});
