import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = new URL('../../', import.meta.url);
const CACHE = new URL('node_modules/.cache/bo-tri-test/', ROOT);
const ROLES = { application: 'bo_tri_app', owner: 'postgres' };

/** An embedded engine for each loan, begun from one migrated template. Needs a build: worker threads start only from it. */
export class EmbeddedDatabases {
  static async prepare() {
    const built = (path) => import(new URL(`dist/src/database/${path}`, ROOT).href);
    const { EmbeddedEngine } = await built('embedded/embedded-engine.js');
    const { migratedTemplate } = await built('open-database.js');
    return new EmbeddedDatabases(EmbeddedEngine, await cached(migratedTemplate));
  }

  constructor(engines, template) {
    this.engines = engines;
    this.template = template;
    this.spare = null;
  }

  async lend(role) {
    const engine = role === 'application' ? await this.takeSpare() : await this.start(role);
    const { host, port, database } = engine;
    return {
      connection: { host, port, database, username: ROLES[role] },
      giveBack: () => engine.close(),
    };
  }

  async close() {
    await this.spare?.then((engine) => engine.close());
  }

  /** Most test files want the application's database: the next one starts while this one is in use. */
  takeSpare() {
    const next = () => this.start('application');
    const taken = this.spare ?? next();
    // Before anything is awaited: two files that ask at once must never get the same engine.
    this.spare = taken.then(next, next);
    return taken;
  }

  start(role) {
    return this.engines.start({ dataDir: null, username: ROLES[role], template: this.template });
  }
}

/** The template of these migrations and this engine, kept between runs of the tests. */
async function cached(make) {
  const file = new URL(`template-${await fingerprint()}.tar`, CACHE);
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const template = await make();
  await rm(CACHE, { recursive: true, force: true });
  await mkdir(CACHE, { recursive: true });
  const unfinished = new URL(`${file.href}.${process.pid}`);
  await writeFile(unfinished, template);
  await rename(unfinished, file);
  return template;
}

async function fingerprint() {
  const hash = createHash('sha256');
  const folder = new URL('dist/migrations/', ROOT);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
  for (const file of [
    ...names.map((name) => new URL(name, folder)),
    new URL(join('node_modules', '@electric-sql', 'pglite', 'package.json'), ROOT),
  ]) {
    hash.update(file.href.slice(ROOT.href.length)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}
