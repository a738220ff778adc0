import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataPath } from '../src/shared/project-root.js';
import { childJson } from './child.js';
import { median } from './median.js';
import { makeRoster } from './sheet/make-roster.js';
import { findOpenpyxl, openpyxlArguments } from './sheet/openpyxl.js';
import { execute, hasServer, makeTemplate } from './sheet/server-database.js';

/**
 * Rosters of 4,000 × 25 and 50,000 × 25 cells, right and with every row wrong: a bare pass of our own reader (zip and XML)
 * beside exceljs, SheetJS and openpyxl on the same file, then check and promotion: on a server's database (DATABASE_OWNER_URL,
 * else PostgreSQL on this machine; left out where none answers) and on an engine in memory. Each measurement in a process of
 * its own, all taking turns. `--smoke`: once, 400 rows. `--runs=3` instead of 5, `--rows=4000` one size. `--readers` or
 * `--promotion` only the one part; `--server` or `--embedded` only the one database.
 */
const SMOKE = process.argv.includes('--smoke');
const RUNS = SMOKE ? 1 : Number(/--runs=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 5);
const ROWS = Number(/--rows=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 0);
const SIZES = SMOKE ? [400] : ROWS > 0 ? [ROWS] : [4_000, 50_000];
const WITH_PROMOTION = !process.argv.includes('--readers');
const WITH_READERS = !process.argv.includes('--promotion');
const ONLY_SERVER = process.argv.includes('--server');
const ONLY_EMBEDDED = process.argv.includes('--embedded');
const READ_ONE = fileURLToPath(new URL('./sheet/read-one.js', import.meta.url));
const PROMOTE_ONE = fileURLToPath(new URL('./sheet/promote-one.js', import.meta.url));

interface Reading {
  readonly seconds: number;
  readonly processor: number;
  readonly rows: number;
  readonly cells: number;
  readonly peakMemoryMb: number;
}

interface Promotion {
  readonly check: number;
  readonly promote: number;
  readonly processor: number;
  readonly rows: number;
  readonly errors: number;
  readonly added: number;
  readonly beforeMb: number;
  readonly checkPeakMb: number;
  readonly peakMb: number;
}

const openpyxl = findOpenpyxl();

/** Readers by name, each as a run over a file. */
const READERS: Readonly<Record<string, (path: string) => Reading>> = {
  ...Object.fromEntries(
    ['ours', 'exceljs-stream', 'exceljs', 'sheetjs'].map((name) => [
      name,
      (path: string) => childJson<Reading>(process.execPath, [READ_ONE, name, path]),
    ]),
  ),
  ...(openpyxl && {
    openpyxl: (path: string) =>
      childJson<Reading>(openpyxl.python, openpyxlArguments(path, 'full')),
    'openpyxl-stream': (path: string) =>
      childJson<Reading>(openpyxl.python, openpyxlArguments(path, 'stream')),
  }),
};

/** All readers in turn, so that what else the machine does falls on each of them. */
function readings(path: string): ReadonlyMap<string, readonly Reading[]> {
  const all = new Map<string, Reading[]>(Object.keys(READERS).map((name) => [name, []]));
  for (let run = 0; run < RUNS; run++)
    for (const [name, read] of Object.entries(READERS)) all.get(name)?.push(read(path));
  return all;
}

function readingLines(all: ReadonlyMap<string, readonly Reading[]>): string[] {
  const ours = all.get('ours') ?? [];
  return [...all].map(([name, each]) => {
    const seconds = median(each.map((one) => one.seconds));
    const memory = median(each.map((one) => one.peakMemoryMb));
    const ratio = median(each.map((one, run) => (ours[run]?.seconds ?? NaN) / one.seconds));
    const cells = each[0]?.cells === ours[0]?.cells ? '' : `  ${each[0]?.cells} cells only`;
    return `${name.padEnd(16)} ${seconds.toFixed(2).padStart(6)} s ${String(memory).padStart(5)} MB   ours / it ${ratio.toFixed(2)}${cells}`;
  });
}

/** Where a promotion happens, and how its database is made and dropped. */
interface Engine {
  readonly label: string;
  promoted(path: string, what: 'promote' | 'check'): Promise<Promotion>;
}

const EMBEDDED: Engine = {
  label: 'embedded engine in the same process',
  promoted: (path, what) =>
    Promise.resolve(childJson<Promotion>(process.execPath, [PROMOTE_ONE, path, what])),
};

/** Each on a copy of the template, dropped afterwards. */
function onServerFrom(template: string): Engine {
  const copy = `${template}_copy`;
  return {
    label: 'a server beside it',
    async promoted(path, what) {
      await execute(`CREATE DATABASE ${copy} TEMPLATE ${template}`);
      try {
        return childJson<Promotion>(process.execPath, [PROMOTE_ONE, path, what, copy]);
      } finally {
        await execute(`DROP DATABASE ${copy}`);
      }
    },
  };
}

interface Paths {
  readonly right: string;
  readonly wrong: string;
}

interface Turn {
  readonly bare: Reading;
  readonly right: Promotion;
  readonly wrong: Promotion;
}

/** The bare pass, the right roster, promoted, and the wrong one, checked, in turn: each ratio is of neighbours in time. */
async function turnsOf(engine: Engine, { right, wrong }: Paths): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (let run = 0; run < RUNS; run++)
    turns.push({
      bare: childJson<Reading>(process.execPath, [READ_ONE, 'ours', right]),
      right: await engine.promoted(right, 'promote'),
      wrong: await engine.promoted(wrong, 'check'),
    });
  return turns;
}

function promotionLines(engine: Engine, turns: readonly Turn[]): string[] {
  const of = (pick: (turn: Turn) => number, digits = 2): string =>
    median(turns.map(pick)).toFixed(digits);
  const most = (pick: (turn: Turn) => number): number => Math.max(...turns.map(pick));
  const [first] = turns;
  const ratio = of(({ right, bare }) => (right.check + right.promote) / bare.seconds, 1);
  return [
    `database: ${engine.label}, load ${loadavg()[0]?.toFixed(1)}`,
    `bare pass        ${of(({ bare }) => bare.seconds)} s, ${of(({ bare }) => bare.processor)} s of processor`,
    `check            ${of(({ right }) => right.check)} s`,
    `promote          ${of(({ right }) => right.promote)} s   together ${ratio} × the bare pass`,
    `processor        ${of(({ right }) => right.processor)} s of the program   ${of(({ right, bare }) => right.processor / bare.processor, 1)} × the bare pass`,
    `check, all wrong ${of(({ wrong }) => wrong.check)} s   ${of(({ right, wrong }) => wrong.check / right.check)} × all right, ${of(({ right, wrong }) => wrong.check / (right.check + right.promote))} × all right promoted, ${first?.wrong.errors} errors`,
    `memory           ${of(({ right }) => right.beforeMb, 0)} MB before; at most ${most(({ right }) => right.checkPeakMb)} MB checking, ${most(({ right }) => right.peakMb)} MB promoting, ${most(({ wrong }) => wrong.peakMb)} MB all wrong`,
    ...turns.flatMap(({ right, bare }) =>
      right.errors === 0 && right.added === bare.rows - 1
        ? []
        : [`NOT RIGHT: ${right.errors} errors, ${right.added} people added of ${bare.rows - 1}`],
    ),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'bo-tri-sheet-'));
const units = readFileSync(dataPath('dien-bien', 'units_old.csv'));
process.stdout.write(
  `Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${RUNS} run(s), medians\n` +
    (openpyxl === null
      ? 'openpyxl: left out, no Python with it (apt-get install python3-openpyxl)\n'
      : `openpyxl ${openpyxl.version}\n`),
);
const template = `bo_tri_sheet_${process.pid}`;
const server = WITH_PROMOTION && !ONLY_EMBEDDED && (await hasServer());
if (server) await makeTemplate(template);
const engines = [...(server ? [onServerFrom(template)] : []), ...(ONLY_SERVER ? [] : [EMBEDDED])];
try {
  for (const rows of SIZES) await measured(rows);
} finally {
  if (server) await execute(`DROP DATABASE ${template}`);
  rmSync(folder, { recursive: true });
}

async function measured(rows: number): Promise<void> {
  const paths = { right: join(folder, `${rows}.xlsx`), wrong: join(folder, `${rows}-wrong.xlsx`) };
  await makeRoster(paths.right, { rows, wrong: false }, units);
  await makeRoster(paths.wrong, { rows, wrong: true }, units);
  if (WITH_READERS)
    for (const [name, path] of [
      ['right', paths.right],
      ['wrong', paths.wrong],
    ] as const)
      print(['', `${rows} × 25, all rows ${name}`, ...readingLines(readings(path))]);
  if (!WITH_PROMOTION) return;
  for (const engine of engines)
    print(['', `${rows} × 25`, ...promotionLines(engine, await turnsOf(engine, paths))]);
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
