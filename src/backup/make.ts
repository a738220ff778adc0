import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnerDatabase } from '../database/owner-database.js';
import type { Clock } from '../shared/clock.js';
import { Conflict } from '../shared/errors.js';
import { projectRoot } from '../shared/project-root.js';
import { archiveOf } from './archive.js';
import { dataFilesOf } from './data-files.js';
import type { Manifest } from './manifest.js';
import { type Place, type SavedFile, withPlace } from './place.js';
import { writeSealed } from './sealed-file.js';
import { packTar } from './tar.js';

export interface MakeOrder {
  /** The file to write; must not be there. */
  readonly path: string;
  /** Public keys, at least one. */
  readonly recipients: readonly string[];
}

export interface Made extends SavedFile {
  readonly manifest: Manifest;
}

/**
 * Writes everything that an installation knows into one encrypted file, as of one moment.
 *
 * @throws Conflict `database.folder-in-use`, `database.folder-missing`, `backup.file-exists`; BadInput `backup.recipient`.
 */
export function makeBackup(place: Place, order: MakeOrder, clock: Clock): Promise<Made> {
  return withPlace(place, (owner) => saveDatabase(owner, place.dataDir, order, clock));
}

/** The same over a database that is open already. */
export async function saveDatabase(
  owner: OwnerDatabase,
  dataDir: string,
  { path, recipients }: MakeOrder,
  clock: Clock,
): Promise<Made> {
  const migrations = await owner.doneMigrations();
  if (migrations.length === 0) throw nothingThere();
  // Before the rows: a witness may know less than the trail, never more.
  const files = await dataFilesOf(dataDir);
  const origin = { program: await programVersion(), migrations, madeAt: clock.now(), files };
  const told: { manifest?: Manifest } = {};
  const sha256 = await owner.read((manager) => {
    const entries = archiveOf(manager, origin, (manifest) => (told.manifest = manifest));
    return writeSealed(path, recipients, packTar(entries));
  });
  if (told.manifest === undefined) throw new Error('The archive ended without its manifest');
  return { path, sha256, manifest: told.manifest };
}

async function programVersion(): Promise<string> {
  const text = await readFile(join(projectRoot(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function nothingThere(): Conflict {
  return new Conflict(
    'backup.nothing-there',
    'Cơ sở dữ liệu này chưa có bảng nào của Bố Trí nên không có gì để sao lưu. Hãy kiểm tra DATABASE_OWNER_URL.',
  );
}
