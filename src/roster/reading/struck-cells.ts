import type { Issue } from '../../shared/issue.js';
import type { Header } from './header.js';
import type { GridRow } from './sheet-grid.js';

/** What somebody drew a line through was perhaps meant to go: it is read like the rest, and the reader is told. */
export function struckCells(
  place: { readonly file: string; readonly sheet: string },
  { row, cells, texts }: GridRow,
  { columns }: Header,
): readonly Issue[] {
  const struck = columns.filter(
    ({ column, field }) =>
      field !== null && cells[column]?.struck === true && (texts[column] ?? '') !== '',
  );
  const name = struck.find(({ field }) => field === 'fullName');
  const [first] = name === undefined ? struck : [name];
  if (first === undefined) return [];
  const message =
    name === undefined
      ? `Ô ở cột ${struck.map(({ letters }) => letters).join(', ')} bị gạch ngang nhưng vẫn được đọc. Nếu giá trị đã bỏ, hãy xóa nó.`
      : 'Họ và tên bị gạch ngang, nhưng người này vẫn được đọc. Nếu người này không còn trong danh sách, hãy xóa dòng.';
  return [
    {
      ...{ ...place, row, column: first.letters, code: 'roster.cell-struck', message },
      severity: 'warning',
    },
  ];
}
