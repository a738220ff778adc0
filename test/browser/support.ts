import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startDemo } from '../support/program.js';

export const SCREENS = join(import.meta.dirname, 'screens');

/** A running program: one that answers at BASE_URL, else the built one with a copy of the demo. */
export interface Program {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export async function startProgram(): Promise<Program> {
  const given = process.env['BASE_URL'];
  if (given !== undefined) return { url: given.replace(/\/$/, ''), stop: async () => {} };
  return startDemo();
}

export async function startBrowser(): Promise<Browser> {
  await mkdir(SCREENS, { recursive: true });
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
}

/** What a page must not do: complain, ask elsewhere, or come without its content policy. */
export interface Watch {
  readonly complaints: string[];
  readonly elsewhere: string[];
  readonly unprotected: string[];
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** The password of every account of the demo; it stands on the sign-in page. */
export const DEMO_PASSWORD = 'ban-do-minh-hoa-2025';

interface VisitOptions {
  readonly width: number;
  readonly watch: Watch;
  /** An account of the demo; null = nobody has signed in. */
  readonly login?: string | null;
}

/** What the page is waited for: other specs keep the cores busy. */
const PATIENCE_MS = 60_000;

/** Opens a page whose doings are noted in `watch`; without more said as the demo's officer. */
export async function visit(
  browser: Browser,
  url: string,
  { width, watch, login = 'canbo' }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (login !== null) await signIn(context, url, { login, password: DEMO_PASSWORD });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      watch.complaints.push(`${message.text()} ${message.location().url}`.trim());
    }
  });
  page.on('pageerror', (error) => watch.complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) watch.elsewhere.push(request.url());
  });
  page.on('response', (response) => {
    const isPage = response.headers()['content-type']?.startsWith('text/html');
    const policy = response.headers()['content-security-policy'] ?? '';
    if (isPage && !isStrict(policy)) watch.unprotected.push(`${response.url()}: ${policy}`);
  });
  return { context, page };
}

/** Signs in as the page does, without its form. */
async function signIn(
  context: BrowserContext,
  url: string,
  data: { readonly login: string; readonly password: string },
): Promise<void> {
  const answer = await context.request.post(`${url}/api/session`, { data });
  if (!answer.ok()) throw new Error(`${data.login}: ${answer.status()} ${await answer.text()}`);
}

function isStrict(policy: string): boolean {
  return policy.includes("default-src 'self'") && !policy.includes('unsafe-inline');
}

/** Without diacritics, as someone types in a hurry. */
export function typedInHaste(name: string): string {
  return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}
