// npm run bench -- NAME …: runs bench/NAME.ts, built.
import './lib/node-version.mjs';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { orFail } from './lib/fail.mjs';
import { prepare } from './lib/prepare.mjs';
import { ROOT } from './lib/run.mjs';

await orFail(() => prepare({ page: process.argv[2] === 'page' }));

const folder = join(ROOT, 'dist', 'bench');
const [name = '', ...rest] = process.argv.slice(2);
const file = join(folder, `${name}.js`);
if (name === '' || !existsSync(file)) {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
  const known = names.filter((each) => each.endsWith('.js')).map((each) => each.slice(0, -3));
  console.error(`npm run bench -- NAME, where NAME is one of: ${known.sort().join(', ')}`);
  process.exit(2);
}
process.argv = [process.argv[0], file, ...rest];
await import(file);
