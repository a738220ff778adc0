import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { copyOfKept, copyOfKeptIn } from './kept-folder.js';
import { dropDatabase } from './drop-database.js';
import { askRaw } from './raw-http.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The first start loads the demo: about 15 s, four times that on a busy machine. */
const READY_WITHIN_MS = 170_000;
const ASK_EVERY_MS = 100;

export type Environment = Readonly<Record<string, string>>;

/** The built program, serving. */
export interface Program {
  /** Without a slash at the end. */
  readonly url: string;
  /** Process number. */
  readonly pid: number;
  /** How another process finds the same database. */
  readonly env: Environment;
  /** All that it has printed so far. */
  output(): string;
  /** Ends it and removes its database. */
  stop(): Promise<void>;
}

/** What a program printed, and how it ended. */
export interface Ended {
  /** null = killed by a signal. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Starts the built program on a free port with a database of its own: a folder, or, where DATABASE_URL is set, a database
 * made for it on that server. The demo of Điện Biên is loaded unless `DEMO` says otherwise.
 *
 * @throws Error with what it printed, when it ends or is not ready in time.
 */
export async function startProgram(env: Environment = {}): Promise<Program> {
  return startAt(await freshPlace(), env);
}

/** As `startProgram` with the demo, which is copied where it can be. For tests that are not about the first start. */
export async function startDemo(env: Environment = {}): Promise<Program> {
  return startAt(await demoPlace(), env);
}

/** A program whose place goes with it. */
export async function startAt(place: Place, env: Environment): Promise<Program> {
  try {
    const program = await startOn({ DEMO: '1', ...place.env, ...env });
    const stop = (): Promise<void> => program.stop().then(() => place.remove());
    return { ...program, env: place.env, stop };
  } catch (error) {
    await place.remove();
    throw error;
  }
}

/** A program that is started again and again on one folder. The folder stays. */
export function startInFolder(folder: string, env: Environment = {}): Promise<Program> {
  return startOn({ ...EMBEDDED, DATA_DIR: folder, ...env });
}

/** A program over a database that stays. */
export async function startOn(env: Environment): Promise<Program> {
  const running = run(['dist/bundled/src/main.js'], env);
  const stop = (): Promise<void> => end(running.child, 'SIGTERM');
  try {
    const url = await ready(running);
    return { url, pid: running.child.pid!, env, output: running.output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A process that works jobs and serves nobody, over a server's database. */
export async function startWorker(env: Environment): Promise<Omit<Program, 'url'>> {
  const { child, output } = run(['dist/bundled/src/worker.js'], env);
  const stop = (): Promise<void> => end(child, 'SIGTERM');
  const until = Date.now() + READY_WITHIN_MS;
  while (!output().includes('Đang chạy các việc nền')) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`the worker is not ready (${child.exitCode}): ${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  return { pid: child.pid!, env, output, stop };
}

/** Runs a script of the project to its end. */
export async function runToEnd(args: readonly string[], env: Environment = {}): Promise<Ended> {
  const { child, stdout, stderr } = run(args, env);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: stdout(), stderr: stderr() };
}

interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** Neither server: the folder decides. */
const EMBEDDED: Environment = { DATABASE_URL: '', DATABASE_OWNER_URL: '' };

/** A test asks faster than people do. */
const PATIENT: Environment = {
  SIGN_IN_FAILURES_PER_MINUTE: '100000',
  REQUESTS_PER_MINUTE: '100000',
  HEAVY_PER_MINUTE: '100000',
};

function run(args: readonly string[], env: Environment): Running {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', HOST: '127.0.0.1', PORT: '0', ...PATIENT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Record<'all' | 'out' | 'err', string> = { all: '', out: '', err: '' };
  const hear = (from: 'out' | 'err') => (text: string) => {
    said[from] += text;
    said.all += text;
  };
  child.stdout.setEncoding('utf8').on('data', hear('out'));
  child.stderr.setEncoding('utf8').on('data', hear('err'));
  return {
    child,
    output: () => said.all,
    stdout: () => said.out,
    stderr: () => said.err,
  };
}

/** It prints its address once it listens. */
async function ready({ child, output }: Running): Promise<string> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the program ended (${child.exitCode}): ${output()}`);
    const port = /(?:http:\/\/localhost:|Cổng đang nghe: )(\d+)/.exec(output())?.[1];
    const url = `http://127.0.0.1:${port}`;
    if (port !== undefined && (await answers(port))) return url;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw new Error(`the program is not ready after ${READY_WITHIN_MS} ms: ${output()}`);
}

async function answers(port: string): Promise<boolean> {
  const ask = (tls: boolean) => askRaw(Number(port), '/api/health', { tls }).catch(() => null);
  return ((await ask(false)) ?? (await ask(true)))?.status === 200;
}

/** @param signal SIGKILL = without a chance to close anything. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'close');
  child.kill(signal);
  await gone;
}

/** An empty database, and how a program is told of it. */
export interface Place {
  readonly env: Environment;
  remove(): Promise<void>;
}

/** A folder, or, where DATABASE_URL is set, a database on that server. */
export function freshPlace(): Promise<Place> {
  return process.env['DATABASE_URL'] ? onServer() : inFolder();
}

/** With the demo in it. */
export function demoPlace(): Promise<Place> {
  return keptPlace('demo', async ({ env }) => {
    const first = await startOn({ DEMO: '1', ...env });
    await first.stop();
  });
}

/** A copy of a place that is filled once: for a build where it is a folder, for a run of the tests where it is on a server. */
export async function keptPlace(
  name: string,
  fill: (place: Pick<Place, 'env'>) => Promise<void>,
): Promise<Place> {
  const databases = process.env['BO_TRI_TEST_DATABASES'];
  if (!process.env['DATABASE_URL'] || databases === undefined) {
    const folder = (at: string) => fill({ env: { ...EMBEDDED, DATA_DIR: at } });
    return placeOf(await copyOfKept(name, folder));
  }
  const { owner, template } = server();
  const kept = `${template}_${name}`;
  const folder = await copyOfKeptIn(dirname(databases), name, async (at) => {
    await execute(owner, `CREATE DATABASE ${kept} TEMPLATE ${template}`);
    await fill({ env: onServerAs(kept, at) });
  });
  return onServer(kept, folder);
}

async function inFolder(): Promise<Place> {
  return placeOf(await mkdtemp(join(tmpdir(), 'bo-tri-e2e-')));
}

function placeOf(folder: string): Place {
  return {
    env: { ...EMBEDDED, DATA_DIR: folder },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

let databases = 0;

/** What the run of the tests has on its server. */
function server(): { readonly owner: string; readonly template: string } {
  return {
    owner: process.env['DATABASE_OWNER_URL'] ?? '',
    template: process.env['BO_TRI_TEST_TEMPLATE'] ?? 'template0',
  };
}

function onServerAs(name: string, folder: string): Environment {
  return {
    DATA_DIR: folder,
    DATABASE_URL: withDatabase(process.env['DATABASE_URL'] ?? '', name),
    DATABASE_OWNER_URL: withDatabase(server().owner, name),
  };
}

async function onServer(template = 'template0', copied?: string): Promise<Place> {
  const { owner } = server();
  const name = `bo_tri_e2e_${process.pid}_${++databases}`;
  await copyOfDatabase(owner, name, template);
  const folder = copied ?? (await mkdtemp(join(tmpdir(), 'bo-tri-e2e-')));
  return {
    env: onServerAs(name, folder),
    remove: async () => {
      await dropDatabase(owner, name);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const OBJECT_IN_USE = '55006';

/** A template that is copied at the same time refuses, and is free again soon. */
async function copyOfDatabase(owner: string, name: string, template: string): Promise<void> {
  for (;;) {
    try {
      return await execute(owner, `CREATE DATABASE ${name} TEMPLATE ${template}`);
    } catch (error) {
      if ((error as { code?: string }).code !== OBJECT_IN_USE) throw error;
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
