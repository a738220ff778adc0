import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const READY_WITHIN_MS = 120_000;
const ASK_EVERY_MS = 250;

export const SCREENS = join(import.meta.dirname, 'screens');

/** A running program: one that answers at BASE_URL, else the built one with the demo in a folder of its own. */
export interface Program {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export async function startProgram(): Promise<Program> {
  const given = process.env['BASE_URL'];
  if (given !== undefined) return { url: given.replace(/\/$/, ''), stop: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'bt-page-'));
  const port = await freePort();
  const program = spawn(process.execPath, ['dist/src/main.js'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await ended(program);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(url, program);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function untilReady(url: string, program: ChildProcess): Promise<void> {
  const said: string[] = [];
  program.stdout?.on('data', (chunk) => said.push(String(chunk)));
  program.stderr?.on('data', (chunk) => said.push(String(chunk)));
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    if (program.exitCode !== null) throw new Error(`the program ended: ${said.join('')}`);
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw new Error(`the program is not ready after ${READY_WITHIN_MS} ms: ${said.join('')}`);
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return;
  const end = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGTERM');
  await end;
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
  if (login !== null) await signIn(context, url, { login, password: DEMO_PASSWORD });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      watch.complaints.push(message.text());
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
