import type { Command } from 'commander';
import { type Output, STANDARD_OUTPUT } from './output.js';
import { type Finish, runProgram, under } from './program.js';

/** A command of `bo-tri`: what the help of all says of it, and the rest, which is loaded only when it is called. */
interface Entry {
  readonly description: string;
  readonly usage?: string;
  readonly argument?: string;
  add(command: Command, output: Output, finish: Finish): Promise<void>;
}

const GROUP = '<lệnh>';

const COMMANDS: Readonly<Record<string, Entry>> = {
  demo: {
    description: 'Toàn bộ công việc trên đơn vị thật của Điện Biên và danh sách minh họa',
    add: async (...rest) => (await import('./run.command.js')).addDemo(...rest),
  },
  run: {
    description:
      'Toàn bộ công việc trên tệp của bạn; cột như các tệp trong data/ và data/dien-bien/',
    add: async (...rest) => (await import('./run.command.js')).addRun(...rest),
  },
  'person-data': {
    description: 'Mọi dữ liệu đang lưu về một người, để trả lời chính người đó',
    add: async (...rest) =>
      (await import('./person-data/person-data.command.js')).addPersonData(...rest),
  },
  flow: {
    description: 'Giải bài toán luồng chi phí nhỏ nhất trong tệp DIMACS (p min)',
    usage: '<tệp.min>',
    argument: '<tệp.min>',
    add: async (...rest) => (await import('./flow.command.js')).addFlow(...rest),
  },
  backup: {
    description: 'Sao lưu có mã hóa, và khôi phục',
    usage: GROUP,
    add: async (backup, output) =>
      (await import('./backup.command.js')).addBackup(backup, under(backup), output),
  },
  restore: {
    description: 'Khôi phục bản sao lưu vào nơi trống',
    usage: '<tệp> [tùy chọn]',
    argument: '<tệp>',
    add: async (restore, output) =>
      (await import('./backup.command.js')).addRestore(restore, output),
  },
  upgrade: {
    description:
      'Chuyển thư mục dữ liệu sang thư mục mới của chương trình này; thư mục cũ được giữ',
    add: async (upgrade, output) =>
      (await import('./upgrade.command.js')).addUpgrade(upgrade, output),
  },
  account: {
    description: 'Tài khoản và phạm vi, khi chương trình đang tắt hoặc dùng máy chủ',
    usage: GROUP,
    add: async (account, output) =>
      (await import('./account.command.js')).addAccount(account, under(account), output),
  },
  audit: {
    description: 'Kiểm tra nhật ký, in mốc trong ngày để ký trên giấy',
    usage: GROUP,
    add: async (audit, output, finish) =>
      (await import('./audit.command.js')).addAudit(audit, under(audit), { output, finish }),
  },
  letters: {
    description: 'Quyết định của từng người: dải số, mẫu, lập, đọc lại và đối chiếu',
    usage: GROUP,
    add: async (...rest) => (await import('./letters.command.js')).addLetters(...rest),
  },
  roster: {
    description: 'Danh sách cán bộ: kiểm tra, nhập vào sổ',
    usage: GROUP,
    add: async (...rest) => (await import('./roster.command.js')).addRoster(...rest),
  },
};

/** `bo-tri …` @returns the exit code: 0 done, 1 a bug, 2 refused or wrongly called, 3 infeasible, 4 unbounded. */
export async function runTerminal(
  argv: readonly string[],
  output: Output = STANDARD_OUTPUT,
): Promise<number> {
  return runProgram(argv, output, (program, finish) =>
    addCommands(program, { argv, output, finish }),
  );
}

interface Called {
  readonly argv: readonly string[];
  readonly output: Output;
  readonly finish: Finish;
}

async function addCommands(program: Command, { argv, output, finish }: Called): Promise<void> {
  const named = argv[2] === 'help' ? argv[3] : argv[2];
  for (const [name, entry] of Object.entries(COMMANDS)) {
    const command = under(program)(name).description(entry.description);
    if (entry.usage !== undefined) command.usage(entry.usage);
    if (entry.argument !== undefined) command.argument(entry.argument);
    if (name === named) await entry.add(command, output, finish);
  }
}
