import type { Issue, Severity } from '../../shared/issue.js';
import { columnLetters } from '../../sheet/cell-reference.js';
import type { Sheet } from '../../sheet/workbook.js';
import type { RowPlace } from '../record.js';
import type { SkippedTableRows } from './table-spec.js';
import type { TableColumn, TableHeader } from './table-header.js';

function ofSheet(
  file: string,
  sheet: string,
  severity: Severity,
  [code, message]: [string, string],
): Issue {
  return { file, sheet, row: 0, column: '', code, severity, message };
}

/** One error for each column that the table lacks; several names = any one of them. */
export function columnsAreMissing(
  { file, sheet, row }: RowPlace,
  labels: readonly (readonly string[])[],
): Issue[] {
  return labels.map((names) => ({
    ...{ file, sheet, row, column: '', code: 'roster.column-missing', severity: 'error' as const },
    message: `Sheet "${sheet}" thiếu cột ${names.map((name) => `"${name}"`).join(' hoặc ')}. Hãy thêm cột này vào tiêu đề bảng (dòng ${row}).`,
  }));
}

export function tableIsMissing(file: string, kinds: readonly string[]): Issue {
  const names = kinds.join(' hoặc ');
  return ofSheet(file, '', 'error', [
    'roster.no-header',
    `Không tìm thấy bảng ${names} trong tệp "${file}". Hãy dùng tệp mẫu, hoặc ghi dòng tiêu đề với tên các cột như tệp mẫu.`,
  ]);
}

/** What stands under labels that we do not know stays with the batch. */
export function unknownColumns(
  file: string,
  sheet: string,
  columns: readonly TableColumn<string>[],
): Issue[] {
  const labels = columns.filter(
    ({ field, label, letters }) => field === null && label !== `Cột ${letters}`,
  );
  if (labels.length === 0) return [];
  const names = labels.map(({ label }) => `"${label}"`).join(', ');
  return [
    ofSheet(file, sheet, 'note', [
      'roster.columns-unknown',
      `Các cột sau không có trong mẫu, được giữ trong lần nhập mà không ghi vào sổ: ${names}.`,
    ]),
  ];
}

/** What people wrote beside cells goes nowhere, and may say anything, so no message tells it; of headers it explains columns. */
export function commentsInCells(
  file: string,
  { name, comments = [] }: Sheet,
  { row: first, lastRow: last }: Pick<TableHeader<string>, 'row' | 'lastRow'>,
): Issue[] {
  return comments
    .filter(({ row }) => row < first || row > last)
    .map(({ row, column }) => ({
      ...{ file, sheet: name, row, column: columnLetters(column) },
      ...{ code: 'roster.cell-comment', severity: 'note' as const },
      message: 'Ô có ghi chú; ghi chú không được ghi vào sổ. Hãy xem trong tệp đã gửi.',
    }));
}

export function isHidden(file: string, { name, state, rows }: Sheet): Issue[] {
  const hidden = rows.filter((each) => each.hidden).map(({ row }) => row);
  return [
    ...(state === 'visible'
      ? []
      : [
          ofSheet(file, name, 'note', [
            'roster.hidden-sheet',
            `Sheet "${name}" đang ẩn nhưng vẫn được đọc.`,
          ]),
        ]),
    ...(hidden.length === 0
      ? []
      : [
          ofSheet(file, name, 'note', [
            'roster.hidden-rows',
            `Các dòng ẩn vẫn được đọc: ${hidden.join(', ')}.`,
          ]),
        ]),
  ];
}

export function rowsWereSkipped(
  file: string,
  sheet: string,
  { before, after }: { readonly before: SkippedTableRows; readonly after: SkippedTableRows },
): Issue[] {
  const [totals, footer] = [after.totals - before.totals, after.footer - before.footer];
  if (totals + footer === 0) return [];
  return [
    ofSheet(file, sheet, 'note', [
      'roster.rows-skipped',
      `Không đọc ${totals} dòng cộng và ${footer} dòng chữ ký, ghi chú dưới bảng.`,
    ]),
  ];
}
