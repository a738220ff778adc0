import type { Command } from 'commander';
import { readKeyFile, writeKeyFile } from '../backup/key-file.js';
import { makeBackup } from '../backup/make.js';
import type { Manifest } from '../backup/manifest.js';
import type { Place } from '../backup/place.js';
import { checkBackup, restoreBackup } from '../backup/restore.js';
import { SystemClock } from '../shared/clock.js';
import { ConfigurationError, readConfiguration } from '../shared/configuration.js';
import { BadInput } from '../shared/errors.js';
import type { Output } from './output.js';

/** Makes a command below the one given, with its settings. */
export type Child = (name: string) => Command;

/** `bo-tri backup key|make|restore|check`. */
export function addBackup(backup: Command, child: Child, output: Output): void {
  child('key')
    .description('Tạo khóa của cán bộ giữ khóa; in khóa công khai')
    .requiredOption('--out <tệp>', 'tệp khóa bí mật sẽ tạo')
    .action(async ({ out }: { out: string }) => output.out(await writeKeyFile(out)));
  child('make')
    .description('Ghi toàn bộ dữ liệu vào một tệp mã hóa; chỉ cần khóa công khai')
    .requiredOption('--to <khóa...>', 'khóa công khai age1… của người được mở')
    .requiredOption('--out <tệp>', 'tệp sao lưu sẽ tạo')
    .action(async ({ to, out }: { to: string[]; out: string }) => {
      const order = { path: out, recipients: to };
      const { manifest, sha256 } = await makeBackup(placeOf(), order, new SystemClock());
      output.out([summary(manifest), `Tệp: ${out}`, `SHA-256: ${sha256}`].join('\n'));
    });
  addRestore(
    child('restore')
      .usage('<tệp> [tùy chọn]')
      .argument('<tệp>')
      .description('Khôi phục bản sao lưu vào nơi trống'),
    output,
  );
  child('check')
    .usage('<tệp> [tùy chọn]')
    .argument('<tệp>')
    .requiredOption('--identity <tệp>', 'tệp khóa bí mật')
    .description('Khôi phục thử trong bộ nhớ rồi bỏ; không ghi gì')
    .action(async (path: string, { identity }: Sealed) => {
      const identities = await readKeyFile(identity);
      const { manifest, sha256 } = await checkBackup({ path, identities });
      output.out([summary(manifest), tableLines(manifest), `SHA-256: ${sha256}`].join('\n'));
      output.out('Bản sao lưu khôi phục được.');
    });
}

/** `bo-tri restore`, which `bo-tri backup restore` is too. */
export function addRestore(restore: Command, output: Output): void {
  restore
    .requiredOption('--identity <tệp>', 'tệp khóa bí mật')
    .option('--into <thư mục>', 'thư mục dữ liệu mới (mặc định: theo DATA_DIR hoặc DATABASE_URL)')
    .action(async (path: string, { identity, into }: Sealed & { into?: string }) => {
      const place = into === undefined ? placeOf() : { dataDir: into, databaseOwnerUrl: null };
      const identities = await readKeyFile(identity);
      output.out(summary(await restoreBackup(place, { path, identities })));
      output.out('Đã khôi phục xong; số dòng, nội dung và ràng buộc đều khớp.');
    });
}

interface Sealed {
  readonly identity: string;
}

/** Where the environment says that the data are. @throws BadInput `terminal.configuration`. */
export function placeOf(): Place {
  try {
    const { dataDir, databaseOwnerUrl } = readConfiguration(process.env);
    return { dataDir, databaseOwnerUrl };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new BadInput('terminal.configuration', error.message);
  }
}

/** When the backup was made, of what, and how much. */
export function summary({ madeAt, program, provinces, tables, files }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const at = new Date(madeAt).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
  return [
    `Bản sao lưu lúc ${at} (giờ Việt Nam), Bố Trí ${program}`,
    `Tỉnh: ${provinces.join(', ') || 'chưa có'}; ${tables.length} bảng, ${rows} dòng, ${files.length} tệp khóa và nhật ký`,
  ].join('\n');
}

function tableLines({ tables }: Manifest): string {
  const width = Math.max(...tables.map(({ name }) => name.length));
  return tables
    .map(({ name, rows }) => `  ${name.padEnd(width)} ${String(rows).padStart(9)}`)
    .join('\n');
}
