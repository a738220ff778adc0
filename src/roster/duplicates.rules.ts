import type { Issue } from '../shared/issue.js';
import { maskedNumber } from '../shared/masking.js';
import { spelling } from './reading/spelling.js';
import type { RosterRecord } from './record.js';
import type { ColumnOf } from './resolve.plan.js';

type Row = Pick<
  RosterRecord,
  'file' | 'sheet' | 'row' | 'personalNumber' | 'fullName' | 'bornOn' | 'unitText'
>;

/**
 * A person stands once in a batch. The same number twice is an error at both rows; the same name, full birth date and unit
 * is only a question, at rows without a number: in this province many people share a name.
 *
 * @source product decision, docs/decisions/0006-identity.md
 */
export function personsMustStandOnce(rows: readonly Row[], columnOf: ColumnOf = () => ''): Issue[] {
  const byNumber = grouped(rows, (row) => row.personalNumber);
  const spelt = onceEach(spelling);
  const byName = grouped(rows, (row) =>
    row.bornOn?.length === 'yyyy-mm-dd'.length
      ? [spelt(row.fullName), row.bornOn, spelt(row.unitText ?? '')].join('|')
      : null,
  );
  return [
    ...repeated(byNumber).flatMap(([number, group]) =>
      group.map((row) =>
        issueAt(
          row,
          columnOf(row, 'personalNumber'),
          'roster.person-twice',
          'error',
          `Số định danh ${maskedNumber(number)} có ở nhiều dòng: ${places(group, row)}. Mỗi người chỉ được có một dòng.`,
        ),
      ),
    ),
    ...repeated(byName).flatMap(([, group]) =>
      group
        .filter(hasNoNumber)
        .map((row) =>
          issueAt(
            row,
            columnOf(row, 'fullName'),
            'roster.maybe-same-person',
            'warning',
            `Cùng họ tên, ngày sinh và đơn vị với ${places(group, row)}, mà dòng này chưa có số định danh. Có phải cùng một người? Hãy ghi số định danh hoặc bỏ một dòng.`,
          ),
        ),
    ),
  ];
}

/** Names and units come again and again. */
function onceEach(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? work(text);
    known.set(text, found);
    return found;
  };
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

const MOST_PLACES = 5;

function places(group: readonly Row[], self: Row): string {
  const shown = group.slice(0, MOST_PLACES + 1).filter((row) => row !== self);
  const more = group.length - 1 - shown.length;
  const named = shown.map((row) => `${row.file}, sheet "${row.sheet}", dòng ${row.row}`);
  return [...named, ...(more > 0 ? [`và ${more} dòng nữa`] : [])].join('; ');
}

function hasNoNumber(row: Row): boolean {
  return row.personalNumber === null;
}

function issueAt(
  { file, sheet, row }: Row,
  column: string,
  code: string,
  severity: Issue['severity'],
  message: string,
): Issue {
  return { file, sheet, row, column, code, severity, message };
}
