import type { Command } from 'commander';
import { LETTER_KINDS } from '../letter/letter.js';
import type { Output } from './output.js';
import { type Finish, under } from './program.js';
import type {
  BlockOptions,
  CheckOptions,
  IssueOptions,
  TemplateOptions,
} from './letters/letters.js';

/** `bo-tri letters block|blocks|issue|check|template`; what opens a database is loaded only when it is called. */
export function addLetters(letters: Command, output: Output, finish: Finish): void {
  const command = under(letters);
  command('block')
    .description('Mở một dải số quyết định')
    .requiredOption('--year <năm>', 'năm của dải số')
    .requiredOption('--symbol <ký hiệu>', 'phần sau dấu gạch chéo, ví dụ QĐ-UBND')
    .requiredOption('--first <số>', 'số đầu')
    .requiredOption('--last <số>', 'số cuối')
    .requiredOption('--body <cơ quan>', 'cơ quan ban hành')
    .requiredOption('--place <nơi>', 'nơi ban hành, ví dụ Điện Biên')
    .requiredOption('--authority <chức danh>', 'dòng in hoa trên các căn cứ')
    .requiredOption('--signer-title <chức danh>', 'chức danh người ký')
    .option('--superior <cơ quan>', 'cơ quan cấp trên', '')
    .option('--signer-name <họ tên>', 'người ký', '')
    .action(async (options: BlockOptions) =>
      finish(await (await work()).openBlock(options, output)),
    );
  command('blocks')
    .description('Các dải số đã mở')
    .action(async () => finish(await (await work()).listBlocks(output)));
  command('issue')
    .description('Cấp số và lập quyết định; dữ liệu không đổi thì giữ nguyên văn bản')
    .option('--scenario <số>', 'phương án đã phê duyệt hoặc áp dụng')
    .option('--movement <số>', 'việc điều chuyển đã quyết định')
    .requiredOption('--block <số>', 'dải số')
    .option('--on <ngày>', 'ngày ban hành, ví dụ 2025-07-01; cần khi lập theo phương án')
    .option('--unit <mã>', 'chỉ người về đơn vị này')
    .option('--out <tệp.zip>', 'ghi các văn bản và danh mục vào tệp này')
    .option('--json', 'chỉ in một đối tượng JSON', false)
    .action(async (options: IssueOptions) => finish(await (await work()).issue(options, output)));
  command('check')
    .description('Đọc lại mọi quyết định và đối chiếu từng trường với dữ liệu')
    .option('--scenario <số>', 'chỉ của phương án này')
    .option('--movement <số>', 'chỉ của việc điều chuyển này')
    .option('--json', 'chỉ in một đối tượng JSON', false)
    .addHelpText('after', '\nMã thoát: 0 mọi trường khớp, 1 có điểm không khớp.')
    .action(async (options: CheckOptions) => finish(await (await work()).check(options, output)));
  command('template')
    .description('Tải mẫu đang dùng ra tệp, hoặc gửi mẫu mới')
    .requiredOption('--kind <loại>', LETTER_KINDS.join(', '))
    .option('--out <tệp.docx>', 'ghi mẫu đang dùng ra tệp này')
    .option('--put <tệp.docx>', 'gửi tệp này làm mẫu mới')
    .action(async (options: TemplateOptions) =>
      finish(await (await work()).template(options, output)),
    );
}

const work = () => import('./letters/letters.js');
