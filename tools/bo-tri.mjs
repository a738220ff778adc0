// npm run -s bo-tri -- …: the terminal program. Builds what is missing in silence: stdout belongs to the program.
import './lib/node-version.mjs';
import { orFail } from './lib/fail.mjs';
import { prepare } from './lib/prepare.mjs';

await orFail(() => prepare({ page: false }));
await import('../dist/src/cli.js');
