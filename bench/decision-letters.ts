import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Place } from './letters/place.js';
import { execute, hasServer } from './sheet/server-database.js';

/**
 * The letters of everybody in the demo, issued and read back: seconds and memory, on the embedded engine and on a server
 * (DATABASE_OWNER_URL, or this machine's; left out where none answers). `--smoke` takes one commune, on the server
 * where one answers.
 */
const SMOKE = process.argv.includes('--smoke');
const UNIT = SMOKE ? '03334' : '';
const AIM_SECONDS = 60;
const AIM_MB = 500;

interface Measured {
  readonly issued: number;
  readonly letters: number;
  readonly faults: number;
  readonly numbers: number;
  readonly issue: number;
  readonly check: number;
  readonly zip: number;
  readonly zipMb: number;
  readonly beforeMb: number;
  readonly issuedPeakMb: number;
  readonly peakMb: number;
}

function run<T>(name: string, args: readonly string[]): T {
  const script = fileURLToPath(new URL(`./letters/${name}.js`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function measure(place: Place): void {
  const { scenarioId } = run<{ scenarioId: number }>('load-one', place);
  const measured = run<Measured>('letters-one', [...place, String(scenarioId), UNIT]);
  const { issued, letters, faults, numbers, issue, check, zip } = measured;
  const seconds = issue + check;
  print(
    `${place[0].padEnd(9)} ${issued} letters: issue ${issue.toFixed(1)} s, read back ${check.toFixed(1)} s, together ${seconds.toFixed(1)} s (aim ${AIM_SECONDS}); one file of ${measured.zipMb.toFixed(1)} MB ${zip.toFixed(1)} s`,
  );
  print(
    `          memory before ${measured.beforeMb} MB, highest ${measured.issuedPeakMb} MB (aim ${AIM_MB}), with the file ${measured.peakMb} MB`,
  );
  if (issued === 0 || letters !== issued || faults > 0 || numbers !== issued)
    throw new Error(`${place[0]}: ${JSON.stringify({ issued, letters, faults, numbers })}`);
}

print(`Node ${process.version}, ${cpus().length} cores`);
const isServed = await hasServer();
if (!SMOKE || !isServed) {
  const folder = mkdtempSync(join(tmpdir(), 'bo-tri-bench-'));
  try {
    measure(['embedded', join(folder, 'data')]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
if (isServed) {
  const name = `bo_tri_bench_letters_${process.pid}`;
  await execute(`CREATE DATABASE ${name}`);
  try {
    measure(['server', name]);
  } finally {
    await execute(`DROP DATABASE ${name} WITH (FORCE)`);
  }
} else print('server    left out: none answers');
