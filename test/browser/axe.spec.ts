import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { Client } from '../e2e/client.js';
import { startBrowser, startProgram, visit, type Program, type Watch } from './support.js';

interface View {
  readonly path: string;
  /** What is there when it is drawn. */
  readonly drawn: string;
  readonly login?: string | null;
  /** Looked at on a phone too: it is drawn otherwise there. */
  readonly narrow?: true;
  /** What is done before it is looked at. */
  readonly first?: (page: Page) => Promise<void>;
}

const PICK_UP = (page: Page): Promise<void> => page.locator('.card-button').first().click();

const OPEN_PERSON = async (page: Page): Promise<void> => {
  await page.locator('.proposals .link-button').first().click();
  await page.getByText('Chi tiết tính toán').click();
  await page.locator('dialog .figures dt').first().waitFor();
};

/** What the menu of a commune's leader leads to. */
const LEADER_PATHS = [
  ['/commune?list=comes', '.seat-list td'],
  ['/gap', '.board tbody td'],
  ['/map', '.map path'],
  ['/merger', '.units li'],
  ['/placement', '.proposals tbody tr'],
  ['/scenarios', '.card table tbody td'],
  ['/movements', '.part-tabs button'],
  ['/forecast', 'table'],
  ['/law', 'table'],
  ['/letters', 'h1'],
  ['/downloads', '.download'],
] as const;

const VIEWS: readonly View[] = [
  { path: '/', drawn: '.demo button', login: null },
  { path: '/', drawn: '.flow-chart path', narrow: true },
  { path: '/gap', drawn: '.board tbody td', narrow: true },
  { path: '/gap?by=field&block=all', drawn: '.board tbody td' },
  { path: '/gap?block=all&cell=03127~C4', drawn: 'dialog .cell-words' },
  { path: '/map', drawn: '.map path' },
  { path: '/placement', drawn: '.proposals tbody tr', narrow: true },
  { path: '/placement?page=2', drawn: '.proposals tbody tr', first: OPEN_PERSON, narrow: true },
  { path: '/board?commune=03127', drawn: '.desk[data-ready] .card-button' },
  {
    path: '/board?commune=03203',
    drawn: '.desk[data-ready] .card-button',
    first: PICK_UP,
    narrow: true,
  },
  { path: '/board', drawn: '.desk .card-button', login: 'lanhdao' },
  { path: '/merger', drawn: '.units li' },
  { path: '/merger?part=people&list=decide', drawn: '.list.stack tbody tr', narrow: true },
  { path: '/scenarios', drawn: '.card table tbody td', narrow: true },
  { path: '/scenarios?part=states', drawn: 'table.stack tbody tr', narrow: true },
  { path: '/letters', drawn: '.card h2', narrow: true },
  { path: '/merger/map', drawn: '.new-unit .verdict', narrow: true },
  { path: '/forecast', drawn: 'table' },
  { path: '/forecast?of=surplus&day=2031-01-01', drawn: 'dialog .person', narrow: true },
  { path: '/forecast?kind=retirement&by=2032-01-01', drawn: '.register-head', narrow: true },
  { path: '/movements', drawn: 'h1' },
  { path: '/imports', drawn: '.drop' },
  { path: '/imports?units=all&people=all', drawn: 'dialog .person', narrow: true },
  { path: '/imports/1', drawn: '.counts dd' },
  { path: '/downloads', drawn: '.download' },
  { path: '/law', drawn: 'table', narrow: true },
  { path: '/law/limits', drawn: 'h1' },
  { path: '/law/limits?counted=rank-share&rank=01.003', drawn: 'dialog li.person' },
  { path: '/law/payouts', drawn: 'h1' },
  { path: '/law/wishes', drawn: '.card table td' },
  { path: '/law/wishes?part=people', drawn: '.list.stack tbody tr', narrow: true },
  { path: '/law/treatment', drawn: '.card table td', narrow: true },
  { path: '/law/treatment?by=old-unit', drawn: '.card table td' },
  { path: '/law/drafts/1', drawn: '.law tbody tr', narrow: true },
  { path: '/pool', drawn: '.card h2', narrow: true },
  { path: '/commune', drawn: '.seat-list td', login: 'lanhdao', narrow: true },
  ...LEADER_PATHS.map(([path, drawn]) => ({ path, drawn, login: 'lanhdao' })),
  { path: '/audit', drawn: '.trail tbody tr', login: 'kiemtoan' },
  { path: '/accounts', drawn: '.accounts tbody tr', login: 'quantri' },
  { path: '/map', drawn: '.no-permission', login: 'quantri' },
];

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const watch: Watch = { complaints: [], elsewhere: [], unprotected: [] };
let program: Program;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  program = await startProgram();
  await draftLaw();
  await openCampaign();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** A page for each account and width: a fresh one would fetch and compile the same code for every view. */
const pages = new Map<string, Page>();

async function pageOf(login: string | null, width: number): Promise<Page> {
  const kept = pages.get(`${login} ${width}`);
  const { page } =
    kept === undefined
      ? await visit(browser, program.url, { width, watch, login })
      : { page: kept };
  pages.set(`${login} ${width}`, page);
  await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
  return page;
}

/** The first draft of the law, with a change in it: there is none until somebody makes one. */
async function draftLaw(): Promise<void> {
  const officer = new Client(program.url);
  const { body } = await officer.ask<{ id: number; version: number }>('POST', '/api/law/drafts', {
    name: 'Dự thảo để xem',
  });
  const row = { key: 'surplus.deadline', value: '2031-01-01', startsOn: '2027-01-01' };
  const path = `/api/law/drafts/${body.id}/rows`;
  const { status } = await officer.ask('PUT', path, {
    ...{ ...row, version: body.version, sourceDocument: 'Dự thảo nghị định', evidence: 'found' },
  });
  expect([body.id, status]).toEqual([1, 200]);
}

/** Units are asked for their rosters. */
async function openCampaign(): Promise<void> {
  const { status } = await new Client(program.url).ask('POST', '/api/roster-campaigns', {
    ...{ name: 'Rà soát', asOf: '2025-07-01', dueOn: '2025-12-31' },
  });
  expect(status).toBe(200);
}

/** What is serious or worse, each with the elements it is about. */
async function seriousIn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<Violation[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** Names of fields and codes that stand where their words should. */
const KEYS = `[...document.querySelectorAll('main, main *, dialog *')]
  .filter((each) => !each.closest('code'))
  .flatMap((each) => [...each.childNodes].filter((node) => node.nodeType === 3))
  .map((node) => node.textContent.trim())
  .filter((text) => /^[a-z]+([A-Z][a-z]+|-[a-z]+)+$/.test(text))`;

/** A tablet, 1280 px at 200 % zoom, and the narrowest page that must need no scrolling to the side: WCAG 1.4.4 and 1.4.10. */
const ZOOMED = [768, 640, 320] as const;

/**
 * How far the page goes beyond its side, what is cut off at the side of its box and cannot be scrolled to, and words that
 * are broken to a few letters a line.
 */
const BEYOND = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const isCut = (each) => {
    const { overflowX, textOverflow, visibility } = getComputedStyle(each);
    if (!['hidden', 'clip'].includes(overflowX) || textOverflow === 'ellipsis') return false;
    if (visibility === 'hidden' || each.clientWidth < 2) return false;
    return each.scrollWidth > each.clientWidth + 1;
  };
  const isBeyondDrawing = (each) => {
    const [text, drawing] = [each, each.ownerSVGElement].map((of) => of.getBoundingClientRect());
    return text.width > 0 && (text.left < drawing.left - 1 || text.right > drawing.right + 1);
  };
  const isSqueezed = (each) => {
    const said = [...each.childNodes].find((node) => node.nodeType === 3 && node.length > 15);
    if (!said || !each.checkVisibility() || each.closest('.stack thead')) return false;
    if (getComputedStyle(each).writingMode !== 'horizontal-tb') return false;
    const range = document.createRange();
    range.selectNodeContents(said);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    return lines > 3 && said.textContent.trim().length / lines < 4;
  };
  const cut = [
    ...[...document.querySelectorAll('main *')].filter(isSqueezed),
    ...[...document.querySelectorAll('body *')].filter(isCut),
    ...[...document.querySelectorAll('.flow-chart text')].filter(isBeyondDrawing),
  ];
  return [
    ...(scrollWidth > clientWidth ? [\`the page is \${scrollWidth} px wide\`] : []),
    ...cut.map((each) => each.outerHTML.slice(0, 160)),
  ];
})()`;

const NOTHING = Object.fromEntries(ZOOMED.map((width) => [width, []]));

async function beyondIn(page: Page): Promise<Record<number, string[]>> {
  const found: Record<number, string[]> = {};
  for (const width of ZOOMED) {
    await page.setViewportSize({ width, height: 450 });
    // Two frames: what asks for the width is drawn anew with the second.
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    );
    found[width] = await page.evaluate<string[]>(BEYOND);
  }
  return found;
}

const CASES = [1440, 390].flatMap((width) =>
  VIEWS.filter(({ narrow }) => width === 1440 || narrow).map((view) => ({
    login: 'canbo',
    ...view,
    width,
  })),
);

it.each(CASES)(
  '$path for $login at $width px has nothing serious for axe, and can be zoomed',
  async (view) => {
    const { path, drawn, login, width, first } = view;
    const page = await pageOf(login, width);
    await page.goto(program.url + path);
    await page.locator(drawn).first().waitFor({ state: 'attached', timeout: 60_000 });
    await first?.(page);
    expect(await seriousIn(page)).toEqual([]);
    expect(await page.evaluate<string[]>(KEYS)).toEqual([]);
    if (width === 1440) expect(await beyondIn(page)).toEqual(NOTHING);
  },
);

it('is asked about every view that has an address', async () => {
  const routes = new URL('../../web/src/app/views.tsx', import.meta.url);
  const paths = [...(await readFile(routes, 'utf8')).matchAll(/path="(\/[^"]*)"/g)].map(
    ([, path]) => path!.replace(/:id$/, '1'),
  );
  const known = new Set(VIEWS.map(({ path }) => path.replace(/\?.*/, '')));
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !known.has(path))).toEqual([]);
});

it('axe and the zoom would find something where there is something', async () => {
  const { page, context } = await visit(browser, program.url, { width: 390, watch, login: null });
  await page.goto(program.url);
  await page.locator('.demo button').first().waitFor();
  await page.evaluate(
    `document.querySelector('main, #root').append(document.createElement('button'))`,
  );
  expect((await seriousIn(page)).join()).toContain('button-name');
  await page.evaluate(`document.querySelector('main').append('fitCost')`);
  expect(await page.evaluate<string[]>(KEYS)).toEqual(['fitCost']);
  // The policy of the page lets no style through that stands in its text.
  await page.evaluate(`(() => {
    const wide = document.body.appendChild(document.createElement('div'));
    Object.assign(wide.style, { minWidth: '400px', height: '9px' });
    const cut = document.body.appendChild(document.createElement('div'));
    cut.className = 'cut';
    Object.assign(cut.style, { width: '9px', overflow: 'hidden' });
    cut.append('MMMMMMMMMMMM');
    const squeezed = document.querySelector('main').appendChild(document.createElement('p'));
    squeezed.className = 'squeezed';
    Object.assign(squeezed.style, { width: '9px', overflowWrap: 'anywhere' });
    squeezed.append('MMMMMMMMMMMMMMMMMMMM');
  })()`);
  const { 320: beyond } = await beyondIn(page);
  expect(beyond?.join()).toMatch(/the page is \d+ px wide.*class="squeezed".*class="cut"/);
  await context.close();
});
