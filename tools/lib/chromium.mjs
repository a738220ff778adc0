import { accessSync, constants, existsSync } from 'node:fs';
import { runQuietly } from './run.mjs';

const KNOWN = [
  // Without windows, which nobody looks at here: a sixth less work than the whole browser.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const APT = '/usr/bin/apt-get';
const PACKAGE = 'chromium-headless-shell';

/** Where a Chromium is; installs Debian's where it may. null = none. */
export async function findChromium(env) {
  const found = [env.CHROMIUM, ...KNOWN].find((path) => path && isProgram(path));
  if (found) return found;
  if (env.SKIP_BROWSER === '1' || process.getuid?.() !== 0 || !existsSync(APT)) return null;
  console.log(`Installing ${PACKAGE} by apt-get …`);
  try {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await runQuietly(APT, ['update'], quiet);
    await runQuietly(APT, ['install', '-y', '--no-install-recommends', PACKAGE], quiet);
  } catch (error) {
    console.error(error.message);
  }
  return KNOWN.find(isProgram) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
