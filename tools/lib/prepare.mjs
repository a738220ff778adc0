import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bin, npm, ROOT, runQuietly } from './run.mjs';

const LOCK = 'package-lock.json';
/** npm writes it at the end of an installation. */
const INSTALLED = 'node_modules/.package-lock.json';
const INSTALL_STAMP = 'node_modules/.cache/bo-tri/installed';

const API = {
  sources: ['src', 'migrations', 'bench', 'data/demo'],
  settings: ['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', LOCK],
  kinds: /(?<!\.spec)\.(ts|json)$/,
  name: 'dist',
  product: 'dist/bundled/src/main.js',
  stamp: 'dist/.stamps/api',
};
const PAGE = {
  sources: ['web'],
  settings: [LOCK],
  kinds: /\.\w+$/,
  name: 'web/dist',
  product: 'web/dist/index.html',
  stamp: 'dist/.stamps/page',
};

/** Installs and builds what is missing or older than its source. `say` is told of each step that takes long. */
export async function prepare({ api = true, page = true, say = () => {} } = {}) {
  await install(say);
  await Promise.all([
    api ? build(API, buildApi, say) : null,
    page ? build(PAGE, buildPage, say) : null,
  ]);
}

async function install(say) {
  const wanted = hashOf([LOCK]);
  if (isInstalled(wanted)) return;
  say('Cài các gói theo package-lock.json (installing packages) …');
  await runQuietly(...npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'));
  await stamp(INSTALL_STAMP, wanted);
}

function isInstalled(wanted) {
  if (!existsSync(join(ROOT, INSTALLED))) return false;
  if (readStamp(INSTALL_STAMP) === wanted) return true;
  const time = (path) => statSync(join(ROOT, path)).mtimeMs;
  return time(INSTALLED) >= time(LOCK);
}

async function build(target, work, say) {
  const wanted = hashOf([
    ...target.settings,
    ...target.sources.flatMap((at) => filesUnder(at, target.kinds)),
  ]);
  if (existsSync(join(ROOT, target.product)) && readStamp(target.stamp) === wanted) return;
  say(`Dựng ${target.name} (building) …`);
  await work();
  await stamp(target.stamp, wanted);
}

async function buildApi() {
  await runQuietly(...bin('@nestjs/cli/bin/nest.js', 'build'));
  for (const source of API.sources) removeOrphans(source);
  // In a process of its own: the program that starts next in this one would keep the bundler's memory.
  await runQuietly(process.execPath, ['tools/bundle.mjs']);
}

function buildPage() {
  return runQuietly(...npm('run', 'build', '-w', 'web'));
}

/** What was built from a source that is gone: an old migration would still run. */
function removeOrphans(folder) {
  for (const path of filesUnder(join('dist', folder), /\.js$/)) {
    const source = path.slice('dist/'.length).replace(/\.js$/, '.ts');
    if (!existsSync(join(ROOT, source))) rmSync(join(ROOT, path));
  }
}

/** Files by name, sorted, without what was installed or built. */
function filesUnder(folder, kinds) {
  const top = join(ROOT, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return kinds.test(entry.name) ? [path] : [];
      return ['node_modules', 'dist'].includes(entry.name) ? [] : filesUnder(path, kinds);
    });
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
}

function readStamp(path) {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return null;
  }
}

async function stamp(path, text) {
  await mkdir(dirname(join(ROOT, path)), { recursive: true });
  await writeFile(join(ROOT, path), text);
}
