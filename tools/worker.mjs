// npm run worker: installs and builds what is missing, then works background jobs: same process, same signals.
import './lib/node-version.mjs';
import { orFail } from './lib/fail.mjs';
import { prepare } from './lib/prepare.mjs';

await orFail(() => prepare({ page: false, say: console.log }));
await import('../dist/bundled/src/worker.js');
