import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'bo-tri-kept');
/** What a folder is filled by, and of. */
const MADE_BY = ['dist/src', 'dist/migrations', 'dist/data', 'data'];
/** Another test file fills it: about 20 s, more on a busy machine. */
const FILLED_WITHIN_MS = 170_000;
const LOOK_EVERY_MS = 250;

/**
 * A copy of a data folder that was filled once for a build, so that a program is up in seconds.
 *
 * @param fill fills an empty folder and ends
 */
export async function copyOfKept(
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const kept = await keptFor(name);
  return copyOf(
    kept,
    () => fill(`${kept}.filling/data`),
    () => forgetOthers(name, kept),
  );
}

/** As `copyOfKept`, of a folder that goes with `above`. */
export function copyOfKeptIn(
  above: string,
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const kept = join(above, name);
  return copyOf(
    kept,
    () => fill(`${kept}.filling/data`),
    () => Promise.resolve(),
  );
}

async function copyOf(
  kept: string,
  fill: () => Promise<void>,
  tidy: () => Promise<void>,
): Promise<string> {
  if (!(await exists(kept))) await keep(kept, fill, tidy);
  const folder = await mkdtemp(join(tmpdir(), 'bo-tri-kept-'));
  await cp(kept, folder, { recursive: true });
  return folder;
}

/** The first who comes fills it, others wait for the folder to appear. */
async function keep(
  kept: string,
  fill: () => Promise<void>,
  tidy: () => Promise<void>,
): Promise<void> {
  const lock = `${kept}.filling`;
  await mkdir(dirname(lock), { recursive: true });
  const first = await mkdir(lock).then(
    () => true,
    () => false,
  );
  if (!first) return appears(kept);
  try {
    await fill();
    await tidy();
    await rename(join(lock, 'data'), kept);
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function appears(kept: string): Promise<void> {
  const until = Date.now() + FILLED_WITHIN_MS;
  while (Date.now() < until) {
    if (await exists(kept)) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`${kept} did not appear; if no other test fills it, remove ${kept}.filling`);
}

/** Folders of that name of older builds. */
async function forgetOthers(name: string, kept: string): Promise<void> {
  const others = (await readdir(CACHE)).filter(
    (each) => each.startsWith(`${name}-`) && !join(CACHE, each).startsWith(kept),
  );
  for (const each of others) await rm(join(CACHE, each), { recursive: true, force: true });
}

async function keptFor(name: string): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of MADE_BY)
    for (const path of await filesUnder(join(ROOT, folder))) {
      hash.update(path).update('\0');
      hash.update(await readFile(path));
    }
  return join(CACHE, `${name}-${hash.digest('hex').slice(0, 16)}`);
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
