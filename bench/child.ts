import { spawnSync } from 'node:child_process';

/** Runs a program in a process of its own. @returns the JSON that it prints */
export function childJson<T>(command: string, args: readonly string[]): T {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
