import { buildFolder, finishSwap } from '../database/embedded/data-folder.js';
import { type OwnerDatabase, withFreshData, withServer } from '../database/owner-database.js';
import { Conflict } from '../shared/errors.js';
import { chunksOf, type Contents, inspect } from './archive.js';
import { mustNotDiffer, writeMissing } from './data-files.js';
import { mustBeKnown, mustBeUsable } from './empty-target.js';
import { load } from './load.js';
import type { Manifest } from './manifest.js';
import { engineFolder, hasData, type Place, withLock } from './place.js';
import { fingerprint, readSealed } from './sealed-file.js';
import { unpackTar } from './tar.js';

export interface SealedBackup {
  readonly path: string;
  /** Secret keys; one of them must fit. */
  readonly identities: readonly string[];
}

/**
 * Puts a backup into an empty place. The file is read to its end and held against its manifest before anything is written.
 *
 * @throws BadInput `backup.wrong-key`, `backup.damaged`, `backup.not-a-backup`, `backup.newer-program`, `backup.rows-refused`;
 *   Conflict `backup.target-not-empty`, `backup.target-migrated`, `backup.data-file-differs`, `database.folder-in-use`.
 */
export async function restoreBackup(place: Place, backup: SealedBackup): Promise<Manifest> {
  const contents = await inspectFile(backup);
  if (place.databaseOwnerUrl === null) await restoreFolder(place.dataDir, backup, contents);
  else await restoreServer(place.databaseOwnerUrl, place.dataDir, backup, contents);
  return contents.manifest;
}

export interface Checked {
  readonly manifest: Manifest;
  /** Of the encrypted file, hex. */
  readonly sha256: string;
}

/** A rehearsal: all of a restore, into a database in memory that is thrown away. */
export async function checkBackup(backup: SealedBackup): Promise<Checked> {
  const { manifest } = await inspectFile(backup);
  await withFreshData(null, manifest.migrations, (owner) => fill(owner, backup, manifest));
  return { manifest, sha256: await fingerprint(backup.path) };
}

/** Reads the whole file. */
export function inspectFile({ path, identities }: SealedBackup): Promise<Contents> {
  return readSealed(path, identities, (plain) => inspect(unpackTar(plain)));
}

/** A database with exactly the backup's migrations, its rows, and then the migrations since. */
export async function fill(
  owner: OwnerDatabase,
  { path, identities }: SealedBackup,
  manifest: Manifest,
): Promise<void> {
  mustBeKnown(manifest, owner.knownMigrations());
  await owner.migrate(manifest.migrations);
  await readSealed(path, identities, (plain) =>
    owner.write((manager) => load(manager, manifest, chunksOf(unpackTar(plain)))),
  );
  await owner.migrate();
}

/** The database's folder appears last and whole. */
async function restoreFolder(
  dataDir: string,
  backup: SealedBackup,
  { manifest, files }: Contents,
): Promise<void> {
  await withLock(dataDir, async () => {
    await finishSwap(engineFolder(dataDir));
    if (hasData(dataDir)) throw folderNotEmpty(dataDir);
    await mustNotDiffer(dataDir, files);
    await buildFolder(engineFolder(dataDir), async (unfinished) => {
      await withFreshData(unfinished, manifest.migrations, (owner) =>
        fill(owner, backup, manifest),
      );
      await writeMissing(dataDir, files);
    });
  });
}

async function restoreServer(
  ownerUrl: string,
  dataDir: string,
  backup: SealedBackup,
  { manifest, files }: Contents,
): Promise<void> {
  await mustNotDiffer(dataDir, files);
  await withServer(ownerUrl, async (owner) => {
    mustBeKnown(manifest, owner.knownMigrations());
    await mustBeUsable(owner, manifest);
    await fill(owner, backup, manifest);
  });
  await writeMissing(dataDir, files);
}

function folderNotEmpty(dataDir: string): Conflict {
  return new Conflict(
    'backup.target-not-empty',
    `Thư mục ${dataDir} đã có dữ liệu. Chỉ khôi phục vào nơi trống: hãy đặt --into hoặc DATA_DIR sang thư mục mới. Không có gì bị thay đổi.`,
    { folder: dataDir },
  );
}
