import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Conflict } from '../shared/errors.js';
import { damaged } from './refusals.js';

/** Folders of the data folder that a database is not whole without. */
const FOLDERS = ['keys', 'audit'];
/** Nothing that could lead out of the data folder, and short enough for the archive. */
const SAFE = /^(keys|audit)(\/[A-Za-z0-9_-][A-Za-z0-9._-]*){1,4}$/;

/** A file beside the database. */
export interface DataFile {
  /** Under the data folder, with `/`: `keys/audit.key`. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** The files beside the database, by path. @throws Error when one has a name that no restore would take. */
export async function dataFilesOf(dataDir: string): Promise<DataFile[]> {
  const files: DataFile[] = [];
  for (const folder of FOLDERS) {
    if (!existsSync(join(dataDir, folder))) continue;
    const entries = await readdir(join(dataDir, folder), { withFileTypes: true, recursive: true });
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const name = relative(dataDir, path).replaceAll(sep, '/');
      if (!SAFE.test(name)) throw new Error(`A backup does not take a file named ${name}`);
      files.push({ path: name, bytes: await readFile(path) });
    }
  }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** @throws BadInput `backup.damaged` for a path that leads elsewhere. */
export function mustBeSafe(path: string): void {
  if (!SAFE.test(path)) throw damaged('có tên tệp không được phép');
}

/** @throws Conflict `backup.data-file-differs` when one is there already with other content. */
export async function mustNotDiffer(dataDir: string, files: readonly DataFile[]): Promise<void> {
  for (const { path, bytes } of files) {
    const there = await readFile(join(dataDir, path)).catch(() => null);
    if (there === null || there.equals(bytes)) continue;
    throw new Conflict(
      'backup.data-file-differs',
      `Trong ${dataDir} đã có ${path} với nội dung khác bản sao lưu. Không ghi đè. Hãy chuyển tệp đó đi nơi khác rồi chạy lại.`,
      { path },
    );
  }
}

/** Writes those that are not there, mode 0600. */
export async function writeMissing(dataDir: string, files: readonly DataFile[]): Promise<void> {
  for (const { path, bytes } of files) {
    const place = join(dataDir, path);
    if (existsSync(place)) continue;
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await writeFile(place, bytes, { mode: 0o600, flag: 'wx', flush: true });
  }
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
