// npm start: installs and builds what is missing, then is the application itself: same process, same signals.
import './lib/node-version.mjs';
import { orFail } from './lib/fail.mjs';
import { prepare } from './lib/prepare.mjs';

await orFail(() => prepare({ say: console.log }));
await import('../dist/bundled/src/main.js');
