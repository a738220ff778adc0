import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderLock, type LockOwner } from '../../src/database/embedded/folder-lock.js';
import { Conflict } from '../../src/shared/errors.js';
import { runToEnd } from '../support/program.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bo-tri-folder-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the embedded engine', () => {
  it('caches little, and writes whole pages to its log in a folder and not in memory', async () => {
    const { code, stdout } = await runToEnd(['test/support/engine-settings.mjs', folder]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      memory: { full_page_writes: 'off', shared_buffers: '32MB', synchronous_commit: 'on' },
      kept: { full_page_writes: 'on', shared_buffers: '32MB', synchronous_commit: 'on' },
    });
  });
});

describe('FolderLock', () => {
  it('refuses a folder whose owner answers, naming the folder and the process', async () => {
    const socket = createServer().listen(join(folder, '.s.PGSQL.5432'));
    await once(socket, 'listening');
    await lockedBy({ pid: process.pid, host: folder, port: 5432 });
    const refusal = await FolderLock.take(folder).catch((error: unknown) => error);
    socket.close();
    expect(refusal).toBeInstanceOf(Conflict);
    expect(refusal).toMatchObject({
      code: 'database.folder-in-use',
      details: { folder, pid: process.pid },
    });
    expect((refusal as Error).message).toContain(folder);
  });

  it('refuses a folder whose owner lives and is still starting', async () => {
    await lockedBy({ pid: process.ppid, host: '', port: 0 });
    await expect(FolderLock.take(folder)).rejects.toMatchObject({
      code: 'database.folder-in-use',
    });
  });

  it("takes over a dead owner's lock and removes its socket", async () => {
    const host = join(folder, 'socket');
    await mkdir(host);
    await lockedBy({ pid: await deadProcess(), host, port: 5432 });
    const lock = await FolderLock.take(folder);
    expect(existsSync(host)).toBe(false);
    expect(await owner()).toEqual({ pid: process.pid, host: '', port: 0 });
    await lock.release();
  });

  it("takes over when the owner's number now belongs to a program that does not answer", async () => {
    await lockedBy({ pid: process.ppid, host: join(folder, 'gone'), port: 5432 });
    const lock = await FolderLock.take(folder);
    expect((await owner()).pid).toBe(process.pid);
    await lock.release();
  });

  it('frees the folder when it is released', async () => {
    const lock = await FolderLock.take(folder);
    await lock.release();
    await (await FolderLock.take(folder)).release();
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });
});

describe('a data folder', () => {
  const running: ChildProcess[] = [];

  afterEach(() => running.forEach((program) => program.kill('SIGKILL')));

  /** Opens the folder in a program of its own and adds a province. */
  async function open(province: string): Promise<{ program: ChildProcess; answer: unknown }> {
    const script = fileURLToPath(new URL('../support/open-folder.mjs', import.meta.url));
    const program = spawn(process.execPath, [script, folder, province], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.push(program);
    const [line] = (await once(createInterface({ input: program.stdout }), 'line')) as [string];
    return { program, answer: JSON.parse(line) };
  }

  it('is refused while a program has it open, and opens with its rows after that was killed', async () => {
    const first = await open('11');
    expect(first.answer).toEqual({ provinces: ['11'] });
    const second = await open('12');
    expect(second.answer).toMatchObject({ code: 'database.folder-in-use' });
    first.program.kill('SIGKILL');
    await once(first.program, 'exit');
    const third = await open('14');
    expect(third.answer).toEqual({ provinces: ['11', '14'] });
  });
});

async function lockedBy(lock: LockOwner): Promise<void> {
  await writeFile(join(folder, 'lock.json'), JSON.stringify(lock));
}

async function owner(): Promise<LockOwner> {
  return JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8')) as LockOwner;
}

async function deadProcess(): Promise<number> {
  const program = spawn(process.execPath, ['-e', '0']);
  await once(program, 'exit');
  return program.pid!;
}
