import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  buildFolder,
  ENGINE_VERSION,
  finishSwap,
  folderVersion,
  swapFolder,
  upgradedFolder,
} from '../database/embedded/data-folder.js';
import { withData, withFreshData } from '../database/owner-database.js';
import type { Clock } from '../shared/clock.js';
import { Conflict } from '../shared/errors.js';
import { newKey } from './key-file.js';
import { saveDatabase } from './make.js';
import type { Manifest } from './manifest.js';
import { engineFolder, hasData, withLock } from './place.js';
import { fill, inspectFile, type SealedBackup } from './restore.js';

export interface Upgraded {
  readonly manifest: Manifest;
  /** The folder that now holds the data as they were. */
  readonly kept: string;
}

/**
 * Loads the data of an embedded folder into a fresh one by dump and load; the old one stays beside it.
 *
 * @param backup made by the old program, where this one's engine cannot open the folder; null = the folder itself is read.
 * @throws Conflict `upgrade.no-folder`, `upgrade.not-needed`, `database.folder-version`; see `restoreBackup` for the file's.
 */
export async function upgradeFolder(
  dataDir: string,
  backup: SealedBackup | null,
  clock: Clock,
): Promise<Upgraded> {
  return withLock(dataDir, async () => {
    await finishSwap(engineFolder(dataDir));
    if (!hasData(dataDir)) throw noFolder(dataDir);
    if (backup === null) return upgradeInPlace(dataDir, clock);
    if ((await folderVersion(engineFolder(dataDir))) === String(ENGINE_VERSION)) throw notNeeded();
    return loadBeside(dataDir, backup, clock);
  });
}

/** Between the two the rows lie in a file whose key nobody has but this process. */
async function upgradeInPlace(dataDir: string, clock: Clock): Promise<Upgraded> {
  const { identity, recipient } = await newKey();
  const path = join(dataDir, 'upgrade.age');
  await rm(path, { force: true });
  try {
    await withData(engineFolder(dataDir), (owner) =>
      saveDatabase(owner, dataDir, { path, recipients: [recipient] }, clock),
    );
    return await loadBeside(dataDir, { path, identities: [identity] }, clock);
  } finally {
    await rm(path, { force: true });
  }
}

/** Files beside the database stay as they are: they are newer than any backup. */
async function loadBeside(dataDir: string, backup: SealedBackup, clock: Clock): Promise<Upgraded> {
  const { manifest } = await inspectFile(backup);
  const fresh = upgradedFolder(engineFolder(dataDir));
  await rm(fresh, { recursive: true, force: true });
  await buildFolder(fresh, (unfinished) =>
    withFreshData(unfinished, manifest.migrations, (owner) => fill(owner, backup, manifest)),
  );
  const kept = keptName(engineFolder(dataDir), clock);
  await swapFolder(engineFolder(dataDir), kept);
  return { manifest, kept };
}

function keptName(folder: string, clock: Clock): string {
  const name = `${folder}.before-upgrade-${clock.today()}`;
  for (let number = 2; ; number++) {
    const candidate = number === 2 && !existsSync(name) ? name : `${name}-${number}`;
    if (!existsSync(candidate)) return candidate;
  }
}

function noFolder(dataDir: string): Conflict {
  return new Conflict(
    'upgrade.no-folder',
    `Không có dữ liệu trong ${dataDir}. Để đưa bản sao lưu vào nơi trống hãy dùng "bo-tri backup restore".`,
    { folder: dataDir },
  );
}

function notNeeded(): Conflict {
  return new Conflict(
    'upgrade.not-needed',
    'Chương trình này đọc được thư mục dữ liệu, nên --from sẽ bỏ mất những gì ghi sau bản sao lưu. Hãy chạy "bo-tri upgrade" không kèm --from.',
  );
}
