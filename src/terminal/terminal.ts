import { type Command, Option } from 'commander';
import { isDay } from '../shared/day.js';
import { BadInput } from '../shared/errors.js';
import { addAccount } from './account.command.js';
import { addAudit } from './audit.command.js';
import { addBackup, addRestore } from './backup.command.js';
import { flowCommand } from './flow.command.js';
import { jobCommand } from './job.command.js';
import { demoSources, readSources } from './job-sources.js';
import { type Output, STANDARD_OUTPUT } from './output.js';
import { type PersonDataCommand, personDataCommand } from './person-data/person-data.command.js';
import { type Finish, runProgram, under } from './program.js';
import { addRoster } from './roster-check/run-roster-check.js';
import { addRosterPromote } from './roster-promote/roster-promote.command.js';
import { addUpgrade } from './upgrade.command.js';

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

/** `bo-tri …` @returns the exit code: 0 done, 1 a bug, 2 refused or wrongly called, 3 infeasible, 4 unbounded. */
export async function runTerminal(
  argv: readonly string[],
  output: Output = STANDARD_OUTPUT,
): Promise<number> {
  return runProgram(argv, output, (program, finish) => addCommands(program, output, finish));
}

function addCommands(program: Command, output: Output, finish: Finish): void {
  const child = under(program);
  child('demo')
    .description('Toàn bộ công việc trên đơn vị thật của Điện Biên và danh sách minh họa')
    .requiredOption('--out <thư mục>', 'nơi ghi báo cáo')
    .option('--json', 'chỉ in một đối tượng JSON', false)
    .action(async ({ out, json }: { out: string; json: boolean }) => {
      const command = { sources: demoSources, provinceCode: '11', demo: true, out, json };
      finish(await jobCommand(command, output));
    });
  runOptions(child('run')).action(async (options: RunOptions) => {
    finish(await runAnyones(options, output));
  });
  child('person-data')
    .description('Mọi dữ liệu đang lưu về một người, để trả lời chính người đó')
    .requiredOption('--number <số định danh>', 'đủ 12 chữ số')
    .requiredOption('--out <tệp.xlsx>', 'nơi ghi bảng Excel')
    .option('--json', 'chỉ in một đối tượng JSON', false)
    .action(async (options: PersonDataCommand) => {
      finish(await personDataCommand(options, output));
    });
  child('flow')
    .usage('<tệp.min>')
    .description('Giải bài toán luồng chi phí nhỏ nhất trong tệp DIMACS (p min)')
    .argument('<tệp.min>')
    .action(async (path: string) => {
      finish(await flowCommand(path, output));
    });
  const backup = child('backup');
  addBackup(backup, under(backup), output);
  addRestore(child('restore'), output);
  addUpgrade(child('upgrade'), output);
  const account = child('account');
  addAccount(account, under(account), output);
  const audit = child('audit');
  addAudit(audit, under(audit), { output, finish });
  const roster = addRoster(program, output, finish);
  addRosterPromote(under(roster)('promote'), output, finish);
}

function runOptions(command: Command): Command {
  return command
    .description(
      'Toàn bộ công việc trên tệp của bạn; cột như các tệp trong data/ và data/dien-bien/',
    )
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
