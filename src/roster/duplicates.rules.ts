import type { Issue } from '../shared/issue.js';
import { maskedNumber } from '../shared/masking.js';
import { normalised } from '../shared/text.js';
import type { RosterRecord } from './record.js';

type Row = Pick<
  RosterRecord,
  'file' | 'sheet' | 'row' | 'personalNumber' | 'fullName' | 'bornOn' | 'unitText'
>;

/**
 * A person stands once in a batch. The same number twice is an error at both rows; the same name, full birth date and unit
 * without numbers is only a question: in this province many people share a name.
 *
 * @source product decision, docs/decisions/0006-identity.md
 */
export function personsMustStandOnce(rows: readonly Row[]): Issue[] {
  const byNumber = grouped(rows, (row) => row.personalNumber);
  const byName = grouped(rows, (row) =>
    row.personalNumber === null && row.bornOn?.length === 'yyyy-mm-dd'.length
      ? [normalised(row.fullName).toLowerCase(), row.bornOn, row.unitText].join('|')
      : null,
  );
  return [
    ...repeated(byNumber).flatMap(([number, group]) =>
      group.map((row) =>
        issueAt(
          row,
          'roster.person-twice',
          'error',
          `Số định danh ${maskedNumber(number)} có ở nhiều dòng: ${places(group, row)}. Mỗi người chỉ được có một dòng.`,
        ),
      ),
    ),
    ...repeated(byName).flatMap(([, group]) =>
      group.map((row) =>
        issueAt(
          row,
          'roster.maybe-same-person',
          'warning',
          `Cùng họ tên, ngày sinh và đơn vị với ${places(group, row)}, đều chưa có số định danh. Có phải cùng một người?`,
        ),
      ),
    ),
  ];
}

function grouped(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function repeated(groups: Map<string, Row[]>): [string, Row[]][] {
  return [...groups].filter(([, group]) => group.length > 1);
}

function places(group: readonly Row[], self: Row): string {
  return group
    .filter((row) => row !== self)
    .map((row) => `${row.file}, sheet "${row.sheet}", dòng ${row.row}`)
    .join('; ');
}

function issueAt(row: Row, code: string, severity: Issue['severity'], message: string): Issue {
  return { file: row.file, sheet: row.sheet, row: row.row, column: '', code, severity, message };
}
