import { dayText } from '../shared/day.js';
import type { CellInput, ColumnSpec, WorkbookSpec } from '../sheet/sheet-spec.js';
import type { AuditFilter } from './audit.queries.js';
import type { AuditEntryResponse } from './audit.responses.js';
import { AUDIT_KIND_NAMES, ROLE_NAMES, vietnamTime } from './audit-words.js';

/** What the workbook says of itself; who took it and what for stands in its stamp. */
export interface AuditExtract {
  readonly at: string;
  readonly filter: AuditFilter;
}

const COLUMNS: readonly ColumnSpec[] = [
  { label: 'Mục', width: 8, align: 'center' },
  { label: 'Thời điểm (giờ Việt Nam)', width: 19 },
  { label: 'Người', width: 16 },
  { label: 'Vai trò', width: 16 },
  { label: 'Từ đâu', width: 16 },
  { label: 'Loại', width: 14 },
  { label: 'Việc', width: 24 },
  { label: 'Đối tượng', width: 20 },
  { label: 'Lý do', width: 28 },
  { label: 'Trước', width: 32 },
  { label: 'Sau', width: 32 },
  { label: 'Chi tiết', width: 32 },
  { label: 'Đã niêm phong', width: 9, align: 'center' },
];

/** Entries of the trail as a workbook. */
export function auditWorkbook(
  items: readonly AuditEntryResponse[],
  { at, filter }: AuditExtract,
): WorkbookSpec {
  return {
    createdAt: at,
    sheets: [
      {
        name: 'Nhật ký',
        title: 'NHẬT KÝ HỆ THỐNG',
        notice: [
          `Điều kiện lọc: ${filterWords(filter)}. Số mục: ${items.length}.`,
          'Giá trị của trường nhạy cảm được thay bằng mã băm có khóa (hmac:…).',
        ],
        columns: COLUMNS,
        rows: items.map((each) => ({ kind: 'cells', cells: cellsOf(each) })),
        paper: 'A3',
        frozenColumns: 2,
      },
    ],
  };
}

function cellsOf(entry: AuditEntryResponse): CellInput[] {
  return [
    entry.id,
    vietnamTime(entry.at),
    entry.actor,
    ROLE_NAMES[entry.role] ?? entry.role,
    entry.from,
    AUDIT_KIND_NAMES[entry.kind],
    entry.action,
    entry.subject,
    entry.why,
    ...[entry.before, entry.after, entry.details].map(fieldsText),
    entry.sealed,
  ];
}

/** A line a field. */
function fieldsText(fields: Record<string, unknown> | null): string | null {
  if (fields === null) return null;
  const lines = Object.entries(fields).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return lines.length === 0 ? null : lines.join('\n');
}

function filterWords({ from, to, actor, action, subject, kind }: AuditFilter): string {
  const words = [
    from && `từ ngày ${dayText(from)}`,
    to && `đến ngày ${dayText(to)}`,
    actor && `người ${actor}`,
    action && `việc ${action}`,
    subject && `đối tượng ${subject}`,
    kind && `loại ${AUDIT_KIND_NAMES[kind].toLowerCase()}`,
  ].filter(Boolean);
  return words.length === 0 ? 'không' : words.join(', ');
}
