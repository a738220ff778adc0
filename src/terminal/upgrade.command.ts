import type { Command } from 'commander';
import { readKeyFile } from '../backup/key-file.js';
import { upgradeFolder } from '../backup/upgrade.js';
import { SystemClock } from '../shared/clock.js';
import { BadInput, Conflict } from '../shared/errors.js';
import { placeOf, summary } from './backup.command.js';
import type { Output } from './output.js';

interface UpgradeOptions {
  readonly from?: string;
  readonly identity?: string;
}

/** `bo-tri upgrade`. */
export function addUpgrade(upgrade: Command, output: Output): void {
  upgrade
    .option('--from <tệp>', 'bản sao lưu do chương trình cũ tạo, khi thư mục thuộc PostgreSQL khác')
    .option('--identity <tệp>', 'tệp khóa bí mật của bản sao lưu')
    .action(async (options: UpgradeOptions) => {
      const { dataDir, databaseOwnerUrl } = placeOf();
      if (databaseOwnerUrl !== null) throw onServer();
      const backup = await backupOf(options);
      const { manifest, kept } = await upgradeFolder(dataDir, backup, new SystemClock());
      output.out([summary(manifest), `Dữ liệu cũ được giữ tại: ${kept}`].join('\n'));
    });
}

async function backupOf({
  from,
  identity,
}: UpgradeOptions): Promise<Parameters<typeof upgradeFolder>[1]> {
  if (from === undefined && identity === undefined) return null;
  if (from === undefined || identity === undefined)
    throw new BadInput('upgrade.options', 'Cần cả hai tùy chọn --from và --identity.');
  return { path: from, identities: await readKeyFile(identity) };
}

function onServer(): Conflict {
  return new Conflict(
    'upgrade.on-server',
    'Lệnh này chỉ dành cho thư mục dữ liệu. Trên máy chủ PostgreSQL hãy nâng cấp bằng công cụ của PostgreSQL, hoặc "bo-tri backup".',
  );
}
