// npm test: everything, in the order of CI. `npm test -- --only store,e2e` runs some of it.
import './lib/node-version.mjs';
import { findChromium } from './lib/chromium.mjs';
import { orFail } from './lib/fail.mjs';
import { jest } from './lib/jest.mjs';
import { prepare } from './lib/prepare.mjs';
import { bin, run } from './lib/run.mjs';

const STEPS = {
  format: () => check(bin('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')),
  lint: () => check(bin('eslint/bin/eslint.js', '.', '--max-warnings=0')),
  types: () => check(types('tsconfig.json'), types('web/tsconfig.json')),
  pure: () => jest('pure'),
  store: () => jest('store'),
  e2e: () => jest('e2e'),
  program: () => jest('program'),
  browser,
};

/** Each of them keeps one core busy and disturbs none of the others. */
const TOGETHER = new Set(['format', 'lint', 'types']);

const chosen = readChosen(process.argv.slice(2));
await orFail(() => prepare({ say: console.log }));

const sum = { passed: 0, failed: 0 };
await Promise.all(chosen.filter((name) => TOGETHER.has(name)).map(runStep));
for (const name of chosen.filter((each) => !TOGETHER.has(each))) await runStep(name);
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;

async function runStep(name) {
  console.log(`\n── ${name}`);
  const begun = Date.now();
  const { passed, failed } = await STEPS[name]();
  sum.passed += passed;
  sum.failed += failed;
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`── ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
}

function readChosen(args) {
  const at = args.indexOf('--only');
  const names = at === -1 ? Object.keys(STEPS) : (args[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !(name in STEPS));
  if (unknown.length === 0) return names;
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(', ')}.`);
  process.exit(2);
}

function types(project) {
  return bin('typescript/bin/tsc', '--noEmit', '-p', project);
}

/** Commands that count as one test together. */
async function check(...commands) {
  let code = 0;
  for (const [command, args] of commands) code ||= await run(command, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function browser() {
  const chromium = await findChromium(process.env);
  if (chromium !== null) return jest('browser', { CHROMIUM: chromium });
  if (process.env.SKIP_BROWSER === '1') {
    console.log('SKIP_BROWSER=1: the browser tests were not run.');
    return { passed: 0, failed: 0 };
  }
  console.error(
    'No Chromium: install it (Debian: apt-get install chromium-headless-shell), give its path in CHROMIUM, or leave it out by SKIP_BROWSER=1.',
  );
  return { passed: 0, failed: 1 };
}
