import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a command in the project's folder with the terminal's own output. @returns its exit code. */
export function run(command, args, env = {}) {
  return finished(start(command, args, env, 'inherit')).then(({ code }) => code);
}

/** Runs a command in silence. @throws Error with all that it said, when it fails. */
export async function runQuietly(command, args, env = {}) {
  const child = start(command, args, env, ['ignore', 'pipe', 'pipe']);
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const { code } = await finished(child);
  if (code === 0) return;
  throw new Error(`${Buffer.concat(said)}\n${[command, ...args].join(' ')}: exit ${code}`);
}

/** The npm that runs us, else the one in the path. @returns the command and its arguments. */
export function npm(...args) {
  const script = process.env.npm_execpath;
  return script ? [process.execPath, [script, ...args]] : ['npm', args];
}

/** A program of node_modules, started by Node itself. */
export function bin(path, ...args) {
  return [process.execPath, [`node_modules/${path}`, ...args]];
}

function start(command, args, env, stdio) {
  return spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio,
    shell: process.platform === 'win32' && command === 'npm',
  });
}

function finished(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(String(error));
      resolve({ code: 127 });
    });
    child.once('close', (code) => resolve({ code: code ?? 1 }));
  });
}
