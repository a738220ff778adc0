import { rolldown } from 'rolldown';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/** Scripts that a process begins with. */
const ENTRIES = ['main', 'worker', 'cli'];
/** Where the scripts lie: as deep as `dist/src`, so that what is found beside the program is found from here too. */
const FOLDER = 'dist/bundled/src';
/** Packages of many small files, which take long to load one by one; all others are loaded from where they are installed. */
const BUNDLED = /^(@nestjs\/(common|core|platform-express|swagger|mapped-types)|es-toolkit)(\/|$)/;

/** Joins what was built into few files, since two thirds of a start were the loading of 1,900 modules. */
export async function bundle() {
  const build = await rolldown({
    cwd: ROOT,
    platform: 'node',
    input: Object.fromEntries(ENTRIES.map((name) => [name, join('dist', 'src', `${name}.js`)])),
    external: (id) => !/^[./]/.test(id) && !BUNDLED.test(id),
    logLevel: 'warn',
  });
  try {
    // Names of classes are those of tables, of schemas and of messages.
    await build.write({
      dir: FOLDER,
      format: 'esm',
      keepNames: true,
      sourcemap: true,
      cleanDir: true,
    });
  } finally {
    await build.close();
  }
}
