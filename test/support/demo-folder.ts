import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'bo-tri-demo');
/** What the demo is made by, and of. */
const MADE_BY = ['dist/src', 'dist/migrations', 'dist/data', 'data'];
/** Another test file loads it: about 20 s, more on a busy machine. */
const LOADED_WITHIN_MS = 170_000;
const LOOK_EVERY_MS = 250;

/**
 * A copy of a data folder in which the demo was loaded, so that a program is up in seconds. It is loaded once for a build.
 *
 * @param load loads the demo into an empty folder and ends
 */
export async function demoFolder(load: (folder: string) => Promise<void>): Promise<string> {
  const kept = join(CACHE, await fingerprint());
  if (!(await exists(kept))) await keep(kept, load);
  const folder = await mkdtemp(join(tmpdir(), 'bo-tri-demo-'));
  await cp(kept, folder, { recursive: true });
  return folder;
}

/** The first who comes loads it, others wait for the folder to appear. */
async function keep(kept: string, load: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const lock = `${kept}.loading`;
  const first = await mkdir(lock).then(
    () => true,
    () => false,
  );
  if (!first) return appears(kept);
  try {
    const loading = join(lock, 'data');
    await load(loading);
    await forgetOthers(kept, lock);
    await rename(loading, kept);
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function appears(kept: string): Promise<void> {
  const until = Date.now() + LOADED_WITHIN_MS;
  while (Date.now() < until) {
    if (await exists(kept)) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`${kept} did not appear; if no other test loads it, remove ${kept}.loading`);
}

/** Folders of older builds. */
async function forgetOthers(...mine: readonly string[]): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const path = join(CACHE, name);
    if (!mine.includes(path)) await rm(path, { recursive: true, force: true });
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of MADE_BY)
    for (const path of await filesUnder(join(ROOT, folder))) {
      hash.update(path).update('\0');
      hash.update(await readFile(path));
    }
  return hash.digest('hex').slice(0, 16);
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
