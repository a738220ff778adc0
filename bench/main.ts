import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './median.js';

/**
 * The main job on the demo: seconds by stage and peak memory of `bo-tri demo`, and the reading of the same workbooks beside
 * exceljs in full. Each measurement runs in a process of its own; both readers take turns. `--smoke` runs each once.
 */
const RUNS = process.argv.includes('--smoke') ? 1 : 5;
const CLI = fileURLToPath(new URL('../../tools/bo-tri.mjs', import.meta.url));
const READING = fileURLToPath(new URL('./reading.js', import.meta.url));

interface Job {
  readonly seconds: Readonly<Record<string, number>>;
  readonly peakMemoryMb: number;
}

interface Reading {
  readonly seconds: number;
  readonly rows: number;
  readonly peakMemoryMb: number;
}

function run<T>(script: string, args: readonly string[]): T {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

function job(): Job {
  const folder = mkdtempSync(join(tmpdir(), 'bo-tri-bench-'));
  try {
    return run<Job>(CLI, ['demo', '--json', '--out', folder]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const jobs = Array.from({ length: RUNS }, job);
const readings = Array.from({ length: RUNS }, () => ({
  ours: run<Reading>(READING, ['ours']),
  exceljs: run<Reading>(READING, ['exceljs']),
}));

const lines = [
  `Node ${process.version}, ${cpus().length} cores, ${RUNS} run(s), medians`,
  '',
  'stage          seconds',
  ...Object.keys(jobs[0]?.seconds ?? {}).map(
    (stage) =>
      `${stage.padEnd(14)} ${median(jobs.map((each) => each.seconds[stage] ?? 0)).toFixed(2)}`,
  ),
  `peak memory    ${Math.max(...jobs.map((each) => each.peakMemoryMb))} MB (highest)`,
  '',
  'reading the demo workbooks, whole process',
  ...(['ours', 'exceljs'] as const).map((reader) => {
    const each = readings.map((pair) => pair[reader]);
    const seconds = median(each.map((one) => one.seconds));
    return `${reader.padEnd(14)} ${seconds.toFixed(2)} s, ${each[0]?.rows} rows, ${median(each.map((one) => one.peakMemoryMb))} MB`;
  }),
  `ours / exceljs ${median(readings.map((pair) => pair.ours.seconds / pair.exceljs.seconds)).toFixed(2)} (median of pairs)`,
];
process.stdout.write(`${lines.join('\n')}\n`);
