// npm run -s bo-tri -- …: the terminal program. Builds what is missing in silence: stdout belongs to the program.
import './lib/node-version.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { orFail } from './lib/fail.mjs';
import { prepare } from './lib/prepare.mjs';
import { ROOT } from './lib/run.mjs';

await orFail(() => prepare({ page: false }));

// glibc gives large buffers back to the system at once, as it does anyway until the first has been freed: 0.2 GB less.
const env = { MALLOC_MMAP_THRESHOLD_: '131072', ...process.env };
const cli = join(ROOT, 'dist', 'bundled', 'src', 'cli.js');
const program = spawn(process.execPath, [cli, ...process.argv.slice(2)], { stdio: 'inherit', env });
// Ctrl+C reaches the program by itself; this process only waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => signal === 'SIGINT' || program.kill(signal));
program.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
