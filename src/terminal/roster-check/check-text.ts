import type { Issue, Severity } from '../../shared/issue.js';
import { issueLines } from '../output.js';
import type { RosterCheck } from './roster-check.js';

const TITLES: Readonly<Record<Severity, string>> = {
  error: 'Lỗi, phải sửa trước khi ghi vào sổ',
  warning: 'Cảnh báo, cần xem lại',
  note: 'Ghi chú',
};

/** The check in words: what was read, then everything that is wrong, the worst first. */
export function checkText({ rows, people, sheets, issues }: RosterCheck): string {
  const count = (severity: Severity): number =>
    issues.filter((issue) => issue.severity === severity).length;
  return [
    ...sheets.map((sheet) => `${sheet.file}, sheet "${sheet.sheet}": ${sheet.people} người.`),
    `Đã đọc ${rows} dòng, ${people} người: ${count('error')} lỗi, ${count('warning')} cảnh báo, ${count('note')} ghi chú.`,
    ...(['error', 'warning', 'note'] as const).flatMap((severity) =>
      listOf(
        severity,
        issues.filter((issue) => issue.severity === severity),
      ),
    ),
  ].join('\n');
}

function listOf(severity: Severity, issues: readonly Issue[]): readonly string[] {
  if (issues.length === 0) return [];
  return [
    '',
    `${TITLES[severity]} (${issues.length}):`,
    ...issueLines(issues, '; dùng --json để lấy tất cả.'),
  ];
}
