import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../../shared/project-root.js';
import { MIGRATIONS } from '../migrations-folder.js';

/** A migrated, empty database kept as a file: it saves the seconds that making one takes. Losing it costs only those. */
export async function cachedTemplate(): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(await cacheFile()));
  } catch {
    return null;
  }
}

/**
 * The same for a database that is to have these migrations.
 *
 * @param migrations names; the caller refuses those that this program does not know.
 * @returns null too where the program has more of them.
 */
export async function templateWith(
  migrations: readonly string[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  return migrations.length === (await migrationFiles()).length ? cachedTemplate() : null;
}

/** Keeps a template; where nothing can be written the next start makes its own. */
export async function keepTemplate(bytes: Uint8Array): Promise<void> {
  try {
    const file = await cacheFile();
    const unfinished = `${file}.${process.pid}`;
    await mkdir(cacheFolder(), { recursive: true });
    await writeFile(unfinished, bytes);
    await rename(unfinished, file);
  } catch {
    return;
  }
}

function cacheFolder(): string {
  return join(projectRoot(), 'node_modules', '.cache', 'bo-tri');
}

/** Named after what the template depends on: the migrations and the engine's version. */
async function cacheFile(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await migrationFiles())
    hash.update(name).update(await readFile(join(MIGRATIONS, name)));
  const engine = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  hash.update(await readFile(join(engine, '..', '..', 'package.json')));
  return join(cacheFolder(), `template-${hash.digest('hex').slice(0, 16)}.tar.gz`);
}

async function migrationFiles(): Promise<string[]> {
  return (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.js')).sort();
}
