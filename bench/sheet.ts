import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataPath } from '../src/shared/project-root.js';
import { childJson } from './child.js';
import { median } from './median.js';
import { makeRoster } from './sheet/make-roster.js';
import { findOpenpyxl, openpyxlArguments } from './sheet/openpyxl.js';

/**
 * Rosters of 4,000 × 25 and 50,000 × 25 cells, right and with every row wrong: a bare pass of our own reader (zip and XML)
 * beside exceljs, SheetJS and openpyxl on the same file, then check and promotion on an engine in memory. Each measurement
 * in a process of its own, all taking turns. `--smoke`: once, 400 rows. `--runs=3` instead of 5. `--readers` leaves
 * out check and promotion.
 */
const SMOKE = process.argv.includes('--smoke');
const RUNS = SMOKE ? 1 : Number(/--runs=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 5);
const SIZES = SMOKE ? [400] : [4_000, 50_000];
const WITH_PROMOTION = !process.argv.includes('--readers');
const READ_ONE = fileURLToPath(new URL('./sheet/read-one.js', import.meta.url));
const PROMOTE_ONE = fileURLToPath(new URL('./sheet/promote-one.js', import.meta.url));

interface Reading {
  readonly seconds: number;
  readonly rows: number;
  readonly cells: number;
  readonly peakMemoryMb: number;
}

interface Promotion {
  readonly check: number;
  readonly promote: number;
  readonly rows: number;
  readonly errors: number;
  readonly beforeMb: number;
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

/** The right roster, promoted, and the wrong one, checked, in turn. */
function promotionLines(right: string, wrong: string, bare: readonly Reading[]): string[] {
  const both = Array.from({ length: RUNS }, () => ({
    right: childJson<Promotion>(process.execPath, [PROMOTE_ONE, right, 'promote']),
    wrong: childJson<Promotion>(process.execPath, [PROMOTE_ONE, wrong]),
  }));
  const of = (pick: (pair: (typeof both)[number]) => number): number => median(both.map(pick));
  const pass = median(bare.map(({ seconds }) => seconds));
  const whole = of(({ right: each }) => each.check + each.promote);
  return [
    `check            ${of(({ right: each }) => each.check)
      .toFixed(2)
      .padStart(6)} s`,
    `promote          ${of(({ right: each }) => each.promote)
      .toFixed(2)
      .padStart(6)} s   together ${(whole / pass).toFixed(1)} × the bare pass`,
    `check, all wrong ${of(({ wrong: each }) => each.check)
      .toFixed(2)
      .padStart(
        6,
      )} s   ${of(({ right: a, wrong: b }) => b.check / a.check).toFixed(2)} × all right, ${both[0]?.wrong.errors} errors`,
    `memory           ${of(({ right: each }) => each.beforeMb)} MB with the province loaded, at most ${Math.max(...both.map(({ right: each }) => each.peakMb))} MB right, ${Math.max(...both.map(({ wrong: each }) => each.peakMb))} MB wrong (with the database)`,
    ...(both[0]?.right.errors === 0 ? [] : [`NOT RIGHT: ${both[0]?.right.errors} errors`]),
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
for (const rows of SIZES) {
  const paths = { right: join(folder, `${rows}.xlsx`), wrong: join(folder, `${rows}-wrong.xlsx`) };
  await makeRoster(paths.right, { rows, wrong: false }, units);
  await makeRoster(paths.wrong, { rows, wrong: true }, units);
  const right = readings(paths.right);
  const lines = [
    ...['', `${rows} × 25, all rows right`, ...readingLines(right)],
    ...['', `${rows} × 25, all rows wrong`, ...readingLines(readings(paths.wrong))],
    ...(WITH_PROMOTION
      ? ['', ...promotionLines(paths.right, paths.wrong, right.get('ours') ?? [])]
      : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
rmSync(folder, { recursive: true });
