import { SingleBar } from 'cli-progress';
import { ConfigurationError } from '../shared/configuration.js';
import { AppError } from '../shared/errors.js';
import { grouped } from '../shared/grouped.js';
import type { Issue } from '../shared/issue.js';
import { logText } from '../shared/log-text.js';
import { withoutNumbers } from '../shared/masking.js';
import type { StageWatcher } from './stages.js';

/** At most so many different issues are printed; the rest is counted. */
const MOST_ISSUES = 50;

/** Where the terminal's words go; tests collect them. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  readonly isTerminal: boolean;
}

export const STANDARD_OUTPUT: Output = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  isTerminal: process.stderr.isTTY === true,
};

const STAGE_NAMES: Readonly<Record<string, string>> = {
  database: 'Mở cơ sở dữ liệu',
  prepare: 'Nạp đơn vị, vị trí, quy định',
  read: 'Đọc và kiểm tra danh sách',
  promote: 'Ghi danh sách vào sổ',
  merge: 'Lập phương án sáp nhập',
  baseline: 'Bố trí theo nguyên trạng',
  place: 'Tìm phương án bố trí tốt nhất',
  seniority: 'Bố trí theo thâm niên để so sánh',
  apply: 'Áp dụng sáp nhập',
  report: 'Lập báo cáo',
};

/** A progress bar on a terminal, a line a stage elsewhere; always on standard error. */
export function stageWatcher(output: Output): StageWatcher {
  const bars = new Map<string, SingleBar>();
  const barOf = (name: string, all: number): SingleBar => {
    const known = bars.get(name);
    if (known) return known;
    const words = (STAGE_NAMES[name] ?? name).padEnd(32);
    const bar = new SingleBar({ format: `${words} {bar} {value}/{total}`, hideCursor: true });
    bars.set(name, bar);
    bar.start(all, 0);
    return bar;
  };
  return {
    progress(name, done, all) {
      if (output.isTerminal) barOf(name, all).update(done);
    },
    ended(name, seconds) {
      bars.get(name)?.stop();
      bars.delete(name);
      output.err(`${(STAGE_NAMES[name] ?? name).padEnd(32)} ${seconds.toFixed(2)} s`);
    },
  };
}

/** A refusal in words, with the issues or breaches it carries. */
export function explain(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  if (!(error instanceof AppError)) {
    return `Lỗi của chương trình: ${logText(error)}`;
  }
  const lines = [error.message];
  const { issues, breaches } = error.details as {
    issues?: Issue[];
    breaches?: { message: string }[];
  };
  lines.push(...issueLines(issues ?? [], '.'));
  for (const breach of breaches?.slice(0, MOST_ISSUES) ?? []) lines.push(`  - ${breach.message}`);
  const more = (breaches?.length ?? 0) - MOST_ISSUES;
  if (more > 0) lines.push(`  … và ${more} điểm nữa.`);
  return `${withoutNumbers(lines.join('\n'))}\n(${error.code})`;
}

/**
 * One line for each thing that is wrong: the same words about many places are said once, with the first place.
 *
 * @param end after the count of what is left out
 */
export function issueLines(issues: readonly Issue[], end: string): string[] {
  const groups = [...grouped(issues, ({ message }) => message).values()];
  const lines = groups.slice(0, MOST_ISSUES).map((group) => {
    const [first] = group as [Issue, ...Issue[]];
    const more = group.length > 1 ? ` (và ${group.length - 1} chỗ nữa)` : '';
    return `  - ${placeOf(first)}${more}: ${first.message}`;
  });
  const left = groups.slice(MOST_ISSUES).reduce((sum, group) => sum + group.length, 0);
  return left === 0 ? lines : [...lines, `  … và ${left} điểm nữa${end}`];
}

/** Where an issue stands, in words. */
export function placeOf({ file, sheet, row, column }: Issue): string {
  const place = [
    file,
    sheet && `sheet "${sheet}"`,
    row > 0 && `dòng ${row}`,
    column && `cột ${column}`,
  ];
  return place.filter(Boolean).join(', ');
}
