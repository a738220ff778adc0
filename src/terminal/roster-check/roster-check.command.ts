import { Option, type Command } from 'commander';
import { isDay } from '../../shared/day.js';
import { BadInput } from '../../shared/errors.js';
import type { Output } from '../output.js';
import { contextFromData } from './data-registry.js';
import { checkText } from './check-text.js';
import { checkFiles } from './roster-check.js';

const UNREAD = 1;

interface CheckOptions {
  readonly on: string;
  readonly province: string;
  readonly json: boolean;
}

/** `bo-tri roster check FILE…`: reads and checks rosters without a database and without writing anything. */
export function addRosterCheck(
  command: Command,
  output: Output,
  finish: (code: number) => void,
): void {
  command
    .usage('<tệp...> [tùy chọn]')
    .description('Đọc và kiểm tra danh sách .xlsx, không ghi gì và không cần cơ sở dữ liệu')
    .argument('<tệp...>', 'các tệp danh sách .xlsx')
    .option('--on <ngày>', 'ngày của danh sách: đơn vị và chức danh của ngày đó', '2025-06-30')
    .addOption(new Option('--province <mã>', 'mã tỉnh, hai chữ số').default('11'))
    .option('--json', 'chỉ in một đối tượng JSON', false)
    .addHelpText(
      'after',
      '\nMã thoát: 0 đã đọc mọi tệp (dù có lỗi trong danh sách), 1 có tệp không đọc được, 2 gọi sai.',
    )
    .action(async (paths: string[], options: CheckOptions) => {
      finish(await rosterCheck(paths, options, output));
    });
}

async function rosterCheck(
  paths: readonly string[],
  { on, province, json }: CheckOptions,
  output: Output,
): Promise<number> {
  if (!isDay(on))
    throw new BadInput('terminal.day', `--on "${on}": cần ngày dạng yyyy-mm-dd, ví dụ 2025-06-30.`);
  const { check, allRead } = await checkFiles(paths, () => contextFromData(province, on));
  output.out(json ? JSON.stringify(check) : checkText(check));
  return allRead ? 0 : UNREAD;
}
