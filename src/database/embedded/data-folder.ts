import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Conflict } from '../../shared/errors.js';

/** The major version of PostgreSQL that the embedded engine is built from; its data opens in no other. */
export const ENGINE_VERSION = 18;

/**
 * Refuses data of another PostgreSQL: the engine would end on them without a word that helps.
 *
 * @param dataDir folder of the engine's files; one that is not there is in order.
 * @throws Conflict `database.folder-version`.
 */
export async function mustBeOfEngine(dataDir: string): Promise<void> {
  const version = await folderVersion(dataDir);
  if (version === null || version === String(ENGINE_VERSION)) return;
  throw new Conflict(
    'database.folder-version',
    `Dữ liệu trong ${dataDir} thuộc PostgreSQL ${version}, còn chương trình này dùng PostgreSQL ${ENGINE_VERSION} nên không mở được. ` +
      'Không có gì bị thay đổi. Cách làm: dùng chương trình phiên bản cũ chạy "bo-tri backup make", ' +
      'rồi dùng chương trình này chạy "bo-tri upgrade --from <tệp> --identity <khóa>".',
    { folder: dirname(dataDir), version, engineVersion: ENGINE_VERSION },
  );
}

/** What the folder says of its PostgreSQL, such as `18`; null where there is no data. */
export async function folderVersion(dataDir: string): Promise<string | null> {
  try {
    return (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  } catch {
    return null;
  }
}

/** Makes a folder of data beside its place and moves it there when it is whole: a kill half-way leaves no half one. */
export async function buildFolder<T>(
  dataDir: string,
  fill: (unfinished: string) => Promise<T>,
): Promise<T> {
  const unfinished = `${dataDir}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    const filled = await fill(unfinished);
    await rename(unfinished, dataDir);
    return filled;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Puts the whole new folder `<dataDir>.upgraded` in the place of the data and keeps the old ones as `kept`. */
export async function swapFolder(dataDir: string, kept: string): Promise<void> {
  await rename(dataDir, kept);
  await finishSwap(dataDir);
}

/** Ends a swap that was killed between its two steps: else the next start would begin with an empty database. */
export async function finishSwap(dataDir: string): Promise<void> {
  const upgraded = upgradedFolder(dataDir);
  if (!existsSync(dataDir) && existsSync(upgraded)) await rename(upgraded, dataDir);
}

export function upgradedFolder(dataDir: string): string {
  return `${dataDir}.upgraded`;
}
