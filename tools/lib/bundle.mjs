import { rolldown } from 'rolldown';
import { basename, extname, join } from 'node:path';
import { ROOT } from './run.mjs';

/** Scripts that a process of the product begins with. */
export const PRODUCT = ['main', 'worker', 'cli'].map((name) => join('dist', 'src', `${name}.js`));
/** Packages of many small files, which take long to load one by one; all others are loaded from where they are installed. */
const BUNDLED = /^(@nestjs\/(common|core|platform-express|swagger|mapped-types)|es-toolkit)(\/|$)/;

/**
 * Joins scripts and what was built into few files, since two thirds of a start were the loading of 1,900 modules.
 *
 * @param into name of a folder that lies as deep as `dist/src`, so that what is found beside the program is found from
 *   there too.
 */
export async function bundle(scripts, into) {
  const build = await rolldown({
    cwd: ROOT,
    platform: 'node',
    input: Object.fromEntries(scripts.map((path) => [basename(path, extname(path)), path])),
    external: (id) => !/^[./]/.test(id) && !BUNDLED.test(id),
    logLevel: 'warn',
  });
  try {
    // Names of classes are those of tables, of schemas and of messages.
    await build.write({
      dir: join('dist', 'bundled', into),
      format: 'esm',
      keepNames: true,
      sourcemap: true,
      cleanDir: true,
    });
  } finally {
    await build.close();
  }
}
