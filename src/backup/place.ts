import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FolderLock } from '../database/embedded/folder-lock.js';
import {
  folderMissing,
  type OwnerDatabase,
  withData,
  withServer,
} from '../database/owner-database.js';

/** Where an installation keeps its data. */
export interface Place {
  /** The embedded database, and in any case the files beside the database. */
  readonly dataDir: string;
  /** The owner's login on a server; null = the embedded engine. */
  readonly databaseOwnerUrl: string | null;
}

export interface SavedFile {
  readonly path: string;
  /** Of the encrypted file, hex. */
  readonly sha256: string;
}

/** Works on the data that are there, as their owner; nobody else has an embedded folder open meanwhile. */
export async function withPlace<T>(
  place: Place,
  work: (owner: OwnerDatabase) => Promise<T>,
): Promise<T> {
  if (place.databaseOwnerUrl !== null) return withServer(place.databaseOwnerUrl, work);
  if (!existsSync(place.dataDir)) throw folderMissing(place.dataDir);
  return withLock(place.dataDir, () => withData(engineFolder(place.dataDir), work));
}

/** @throws Conflict `database.folder-in-use`. */
export async function withLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = await FolderLock.take(dataDir);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

export function engineFolder(dataDir: string): string {
  return join(dataDir, 'postgres');
}

export function hasData(dataDir: string): boolean {
  return existsSync(engineFolder(dataDir));
}
