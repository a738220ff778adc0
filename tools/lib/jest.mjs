import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, run } from './run.mjs';

const OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

/** Runs a project of jest.config.js. @returns how many tests passed and failed. */
export async function jest(project, env = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'bo-tri-jest-'));
  const report = join(folder, 'report.json');
  const [command, args] = bin(
    'jest/bin/jest.js',
    ...['--selectProjects', project, '--json', `--outputFile=${report}`],
    `--maxWorkers=${WORKERS + (WAITING.has(project) ? 1 : 0)}`,
  );
  try {
    const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} ${OPTIONS}`.trim();
    const code = await run(command, args, { NODE_OPTIONS: nodeOptions, ...env });
    return countOf(JSON.parse(await readFile(report, 'utf8')), code);
  } catch (error) {
    console.error(`Jest gave no report: ${error.message}`);
    return { passed: 0, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Specs side by side: two also on two cores, where one of them often waits for an engine, a program or a page. */
const WORKERS = Math.max(2, availableParallelism() - 1);
/** Their specs wait for programs that start for a third of the time: one more of them at once. Pages keep the cores busy. */
const WAITING = new Set(['e2e', 'program']);

/** A file that could not even start counts as one failure; so does a run that fails and names no test. */
function countOf(report, code) {
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
  };
}
