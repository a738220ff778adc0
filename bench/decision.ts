import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childJson } from './child.js';
import type { Place } from './letters/place.js';
import { execute, hasServer } from './sheet/server-database.js';

/**
 * Applying the plan of the demo (3,567 people), taking it back, and comparing its two plans: seconds, medians, on the embedded
 * engine and on a server (DATABASE_OWNER_URL, or this machine's; left out where none answers). `--smoke` does each once
 * after the warm-up.
 */
const ROUNDS = process.argv.includes('--smoke') ? 1 : 5;
const AIM_COMPARE = 0.3;
const AIM_APPLY = 5;

interface Measured {
  readonly people: number;
  readonly apply: number;
  readonly takeBack: number;
  readonly compare: number;
}

function run<T>(script: string, args: readonly string[]): T {
  return childJson<T>(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args]);
}

function measure(place: Place): void {
  const { scenarioId } = run<{ scenarioId: number }>('./letters/load-one.js', place);
  const { people, apply, takeBack, compare } = run<Measured>('./decision/decision-one.js', [
    ...place,
    ...[String(scenarioId), String(ROUNDS)],
  ]);
  const told = [
    `apply ${people} people ${apply.toFixed(2)} s (aim ${AIM_APPLY})`,
    `take back ${takeBack.toFixed(2)} s`,
    `compare two plans ${compare.toFixed(3)} s (aim ${AIM_COMPARE})`,
  ];
  process.stdout.write(`${place[0].padEnd(9)} ${told.join(', ')}\n`);
}

process.stdout.write(`Node ${process.version}, ${cpus().length} cores, ${ROUNDS} round(s)\n`);
const folder = mkdtempSync(join(tmpdir(), 'bo-tri-bench-'));
try {
  measure(['embedded', join(folder, 'data')]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (await hasServer()) {
  const name = `bo_tri_bench_decision_${process.pid}`;
  await execute(`CREATE DATABASE ${name}`);
  try {
    measure(['server', name]);
  } finally {
    await execute(`DROP DATABASE ${name} WITH (FORCE)`);
  }
} else process.stdout.write('server    left out: none answers\n');
