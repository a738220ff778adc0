import { type Command, Option } from 'commander';
import { isDay } from '../shared/day.js';
import { BadInput } from '../shared/errors.js';
import { jobCommand } from './job.command.js';
import { demoSources, readSources } from './job-sources.js';
import type { Output } from './output.js';
import type { Finish } from './program.js';

interface RunOptions {
  readonly units: string[];
  readonly merge: string[];
  readonly positions: string[];
  readonly seats: string[];
  readonly roster: string[];
  readonly aliases?: string;
  readonly out: string;
  readonly province: string;
  readonly provinceName?: string;
  readonly effectiveOn: string;
  readonly rulesOn?: string;
  readonly legalBasis: string;
  readonly json: boolean;
}

/** `bo-tri demo`: the whole job on the shipped demo. */
export function addDemo(demo: Command, output: Output, finish: Finish): void {
  demo
    .requiredOption('--out <thư mục>', 'nơi ghi báo cáo')
    .option('--json', 'chỉ in một đối tượng JSON', false)
    .action(async ({ out, json }: { out: string; json: boolean }) => {
      const command = { sources: demoSources, provinceCode: '11', demo: true, out, json };
      finish(await jobCommand(command, output));
    });
}

/** `bo-tri run`: the whole job on anyone's files. */
export function addRun(run: Command, output: Output, finish: Finish): void {
  runOptions(run).action(async (options: RunOptions) => {
    finish(await runAnyones(options, output));
  });
}

function runOptions(command: Command): Command {
  return command
    .requiredOption('--units <tệp...>', 'hai tệp: đơn vị trước sắp xếp, đơn vị sau sắp xếp')
    .requiredOption('--merge <tệp...>', 'đơn vị cũ → đơn vị mới (xã; huyện có thể ở tệp riêng)')
    .requiredOption('--positions <tệp...>', 'danh mục vị trí, và vị trí cũ → mới')
    .requiredOption('--seats <tệp...>', 'chỉ tiêu theo đơn vị và vị trí, và định mức')
    .requiredOption('--roster <tệp...>', 'danh sách .xlsx, hoặc thư mục chứa chúng')
    .requiredOption('--out <thư mục>', 'nơi ghi báo cáo')
    .option('--aliases <tệp>', 'cách viết khác của tên đơn vị, chức danh')
    .addOption(new Option('--province <mã>', 'mã tỉnh, hai chữ số').default('11'))
    .option('--province-name <tên>', 'tên tỉnh in trên báo cáo')
    .option('--effective-on <ngày>', 'ngày sắp xếp có hiệu lực', '2025-07-01')
    .option('--rules-on <ngày>', 'ngày của quy định được áp dụng (mặc định: ngày hiệu lực)')
    .option('--legal-basis <văn bản>', 'căn cứ pháp lý', 'Phương án sắp xếp của tỉnh')
    .option('--json', 'chỉ in một đối tượng JSON', false);
}

function runAnyones(options: RunOptions, output: Output): Promise<number> {
  const { effectiveOn, rulesOn = effectiveOn, province, legalBasis } = options;
  mustBeDay('--effective-on', effectiveOn);
  mustBeDay('--rules-on', rulesOn);
  if (!/^\d{2}$/.test(province))
    throw new BadInput(
      'terminal.province',
      `--province "${province}": cần mã tỉnh hai chữ số, ví dụ 11.`,
    );
  const provinceName = options.provinceName ?? `Tỉnh mã ${province}`;
  const { aliases, ...paths } = options;
  const given = aliases === undefined ? paths : { ...paths, aliases: [aliases] };
  const sources = () => readSources(given, { effectiveOn, rulesOn, legalBasis, provinceName });
  return jobCommand(
    { sources, provinceCode: province, demo: false, out: options.out, json: options.json },
    output,
  );
}

function mustBeDay(option: string, text: string): void {
  if (isDay(text)) return;
  throw new BadInput(
    'terminal.day',
    `${option} "${text}": cần ngày dạng yyyy-mm-dd, ví dụ 2025-07-01.`,
  );
}
