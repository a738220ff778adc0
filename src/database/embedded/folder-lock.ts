import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Conflict } from '../../shared/errors.js';

/** Who has the data folder open. `host` is the folder of the engine's socket, '' while it is starting. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  readonly port: number;
}

/**
 * A file that says who has the folder open: a second engine on the same folder would lose rows without a word.
 * A lock whose owner is dead is removed together with its socket.
 */
export class FolderLock {
  private constructor(private readonly file: string) {}

  /** @throws Conflict `database.folder-in-use` naming the folder and the process. */
  static async take(folder: string): Promise<FolderLock> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const lock = new FolderLock(join(folder, 'lock.json'));
    if (await lock.write('', 0, 'wx')) return lock;
    const owner = await lock.owner();
    if (owner !== null && (await isAlive(owner))) throw folderInUse(folder, owner);
    if (owner?.host) await rm(owner.host, { recursive: true, force: true });
    await rm(lock.file, { force: true });
    if (await lock.write('', 0, 'wx')) return lock;
    throw folderInUse(folder, await lock.owner());
  }

  /** Tells others where the engine listens. */
  async announce(host: string, port: number): Promise<void> {
    await this.write(host, port, 'w');
  }

  async release(): Promise<void> {
    await rm(this.file, { force: true });
  }

  private async write(host: string, port: number, flag: 'w' | 'wx'): Promise<boolean> {
    const owner: LockOwner = { pid: process.pid, host, port };
    try {
      await writeFile(this.file, JSON.stringify(owner), { flag, mode: 0o600 });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  private async owner(): Promise<LockOwner | null> {
    try {
      return JSON.parse(await readFile(this.file, 'utf8')) as LockOwner;
    } catch {
      return null;
    }
  }
}

/** Alive = the process runs and, once it has announced a socket, answers on it (process numbers are used again). */
async function isAlive(owner: LockOwner): Promise<boolean> {
  if (!(await isRunning(owner.pid))) return false;
  return owner.host === '' ? owner.pid !== process.pid : answers(owner);
}

/** A killed process that nobody has waited for still has its number: Linux tells it by the state Z. */
async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) Z /.test(stat);
}

function answers(owner: LockOwner): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(owner.host, `.s.PGSQL.${owner.port}`));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function folderInUse(folder: string, owner: LockOwner | null): Conflict {
  return new Conflict(
    'database.folder-in-use',
    `Thư mục dữ liệu ${folder} đang được một chương trình khác mở (tiến trình ${owner?.pid ?? '?'}). ` +
      'Hãy tắt chương trình đó, hoặc đặt DATA_DIR sang thư mục khác.',
    { folder, pid: owner?.pid ?? null },
  );
}
