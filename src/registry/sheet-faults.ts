import type { Issue } from '../shared/issue.js';

/** "danh-muc.xlsx, sheet \"Xã\", dòng 4, cột C: …": the first error in words, without what it does not name; '' for none. */
export function firstFault(issues: readonly Issue[]): string {
  const first = issues.find((issue) => issue.severity === 'error');
  if (first === undefined) return '';
  const { file, sheet, row, column, message } = first;
  const place = [
    file,
    sheet && `sheet "${sheet}"`,
    row > 0 && `dòng ${row}`,
    column && `cột ${column}`,
  ];
  return `${place.filter(Boolean).join(', ')}: ${message}`;
}
