import type { Command } from 'commander';
import type { Output } from '../output.js';
import type { PromoteOptions } from './roster-promote.js';

/** `bo-tri roster promote FILE…`: stages rosters, and writes them to the registry where nothing is wrong. */
export function addRosterPromote(
  command: Command,
  output: Output,
  finish: (code: number) => void,
): void {
  command
    .usage('<tệp...> [tùy chọn]')
    .description('Nhập danh sách .xlsx và ghi vào sổ nếu không có lỗi')
    .argument('<tệp...>', 'các tệp danh sách .xlsx')
    .requiredOption('--sender <đơn vị>', 'đơn vị gửi danh sách')
    .requiredOption('--as-of <ngày>', 'ngày của danh sách, ví dụ 2025-06-30')
    .option('--json', 'chỉ in một đối tượng JSON', false)
    .addHelpText(
      'after',
      '\nMã thoát: 0 đã ghi vào sổ, 1 danh sách còn lỗi nên chưa ghi gì, 2 gọi sai hoặc bị từ chối.',
    )
    .action(async (paths: string[], options: PromoteOptions) => {
      // Checking a roster does not wait for what opens a database to load.
      const { rosterPromote } = await import('./roster-promote.js');
      finish(await rosterPromote(paths, options, output));
    });
}
