import type { EntityManager } from 'typeorm';
import type { OwnerDatabase } from '../database/owner-database.js';
import { BadInput, Conflict } from '../shared/errors.js';
import { quoted, tablesOf } from './catalogue.js';
import type { Manifest } from './manifest.js';

/** @throws BadInput `backup.newer-program` naming the migrations that this program lacks. */
export function mustBeKnown(manifest: Manifest, known: readonly string[]): void {
  const unknown = manifest.migrations.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new BadInput(
    'backup.newer-program',
    `Bản sao lưu do chương trình mới hơn (${manifest.program}) tạo ra; chương trình này chưa có: ${unknown.join(', ')}. ` +
      'Hãy dùng đúng phiên bản đó hoặc mới hơn. Không có gì được ghi.',
    { unknown },
  );
}

/**
 * A server's database that may be migrated to where the backup stands.
 *
 * @throws Conflict `backup.target-not-empty`; `backup.target-migrated` when it has migrations that the backup lacks.
 */
export async function mustBeUsable(owner: OwnerDatabase, manifest: Manifest): Promise<void> {
  const done = await owner.doneMigrations();
  await owner.read(async (manager) => {
    if (done.length > 0) await mustBeEmpty(manager);
    else if ((await tablesOf(manager)).length > 0) throw notEmpty();
  });
  const later = done.filter((name) => !manifest.migrations.includes(name));
  if (later.length === 0) return;
  throw new Conflict(
    'backup.target-migrated',
    'Cơ sở dữ liệu đích có cấu trúc mới hơn bản sao lưu. Hãy tạo một cơ sở dữ liệu mới hoàn toàn trống rồi khôi phục vào đó.',
    { later },
  );
}

/** Rows of no province, such as the law that every start loads, do not count. @throws Conflict `backup.target-not-empty`. */
export async function mustBeEmpty(manager: EntityManager): Promise<void> {
  for (const { name, columns } of await tablesOf(manager)) {
    if (name !== 'provinces' && !columns.some((column) => column.name === 'province_code'))
      continue;
    const rows = await manager.query<object[]>(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
    if (rows.length > 0) throw notEmpty();
  }
}

function notEmpty(): Conflict {
  return new Conflict(
    'backup.target-not-empty',
    'Cơ sở dữ liệu đích đã có dữ liệu. Chỉ khôi phục vào nơi trống: hãy tạo một cơ sở dữ liệu mới. Không có gì bị thay đổi.',
  );
}
