import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOSTILE_FILES } from '../test/support/hostile-files.js';
import { childJson } from './child.js';

/**
 * Every hostile file of the tests, read as an upload is read: seconds with the start of the thread, and peak memory of a
 * process of its own. `--smoke` reads every thirtieth. Ends with 1 where a file is beyond the limits or not as the tests say.
 */
const EACH = process.argv.includes('--smoke') ? 30 : 1;
const MOST_SECONDS = 2;
const MOST_MB = 300;
const SHOWN = 12;
const ONE = fileURLToPath(new URL('./sheet/hostile-one.js', import.meta.url));

interface Outcome {
  readonly seconds: number;
  readonly said: string;
  readonly peakMemoryMb: number;
}

const folder = mkdtempSync(join(tmpdir(), 'bo-tri-hostile-'));
const outcomes = HOSTILE_FILES.flatMap((file, index) => {
  if (index % EACH !== 0) return [];
  const path = join(folder, `${index}.xlsx`);
  writeFileSync(path, file.make());
  const outcome = childJson<Outcome>(process.execPath, [ONE, String(index), path]);
  rmSync(path);
  return [{ ...outcome, name: file.name, wanted: file.refused?.code ?? 'read' }];
});
rmSync(folder, { recursive: true });

const wrong = outcomes.filter(({ said, wanted }) => said !== wanted);
const slow = outcomes.filter(({ seconds }) => seconds >= MOST_SECONDS);
const large = outcomes.filter(({ peakMemoryMb }) => peakMemoryMb >= MOST_MB);
const hardest = [...outcomes].sort((a, b) => b.seconds - a.seconds).slice(0, SHOWN);
const most = (pick: (outcome: Outcome) => number): number => Math.max(...outcomes.map(pick));
const lines = [
  `Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${outcomes.length} files`,
  `longest ${most((each) => each.seconds).toFixed(2)} s, largest ${most((each) => each.peakMemoryMb)} MB`,
  ...hardest.map(
    ({ name, seconds, peakMemoryMb, said }) =>
      `${seconds.toFixed(2).padStart(5)} s ${String(peakMemoryMb).padStart(4)} MB  ${said.padEnd(24)} ${name}`,
  ),
  ...wrong.map(({ name, said, wanted }) => `not as the tests say: ${name}: ${said}, not ${wanted}`),
  ...slow.map(
    ({ name, seconds }) => `longer than ${MOST_SECONDS} s: ${name}: ${seconds.toFixed(2)} s`,
  ),
  ...large.map(({ name, peakMemoryMb }) => `over ${MOST_MB} MB: ${name}: ${peakMemoryMb} MB`),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (wrong.length > 0) process.exitCode = 1;
