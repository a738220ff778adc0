import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { SMALL_PROVINCE } from './demo-sources.js';
import { runToEnd, type Place } from './program.js';

const NAME = 'promote-until-killed';

let bundled: Promise<string> | undefined;

/** The script and the program in few files: it is started some forty times, and would load for half of that time. */
function script(): Promise<string> {
  bundled ??= bundle(`until-killed-${process.env['JEST_WORKER_ID'] ?? '1'}`);
  return bundled;
}

async function bundle(folder: string): Promise<string> {
  const { code, stderr } = await runToEnd(['tools/bundle.mjs', `test/support/${NAME}.mjs`, folder]);
  if (code !== 0) throw new Error(stderr);
  return `dist/bundled/${folder}/${NAME}.js`;
}

/** Numbers from 0 to 1 that are the same in every run. */
export function* randoms(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

/** What the script said of itself, the last word of each. */
export interface Said {
  readonly found?: Readonly<Record<string, unknown>>;
  readonly states?: readonly unknown[];
  readonly begins?: boolean;
  readonly took?: number;
  readonly id?: number;
}

/** Runs the script; `afterMs` after the promotion began it is killed. @returns what it said before. */
export async function runUntilKilled(
  place: Place,
  args: readonly string[],
  afterMs: number | null = null,
): Promise<Said> {
  const child = spawn(process.execPath, [await script(), ...args], {
    env: { ...process.env, NODE_OPTIONS: '', PROVINCE: SMALL_PROVINCE, ...place.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  let wrong = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (wrong += text));
  const said: Said[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(JSON.parse(line) as Said);
    if (afterMs !== null && said.at(-1)?.begins === true)
      setTimeout(() => child.kill('SIGKILL'), afterMs);
  }
  const [code, signal] = await ended;
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`${args.join(' ')}: ${wrong}`);
  return Object.assign({}, ...said) as Said;
}
