import type { Issue } from '../../shared/issue.js';
import { isPlaceName } from './place-names.js';
import type { RowColumns } from './row-kind.js';
import type { GridRow } from './sheet-grid.js';
import { saysOneThing } from './uncounted-rows.js';

/**
 * Whether a row says nothing but the bare name of a commune or a district ("Mường Thanh") where people are named: the unit of
 * those below it, and nobody. Whether there is such a unit in the province on the day is asked later, of everybody below.
 */
export function isPlaceRow(row: GridRow, columns: RowColumns): boolean {
  return (
    saysOneThing(row, columns) && isPlaceName(columns.name.map((at) => row.texts[at]).join(''))
  );
}

/** The names of some wards are those of people. */
const FAMILY_NAME =
  /^(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|ngô|lý|đinh|trương|lương|mai|tô|cao|hà|lò|quàng|giàng|vàng|cà|tòng)\s/iu;

export function placeRowNote(
  place: { readonly file: string; readonly sheet: string },
  row: number,
  text: string,
): Issue {
  return {
    ...{ ...place, row, column: '', code: 'roster.row-unit' },
    severity: FAMILY_NAME.test(text) ? 'warning' : 'note',
    message: `Dòng này chỉ ghi "${text}", trùng tên một đơn vị hành chính, nên được hiểu là đơn vị của những người bên dưới. Nếu là tên một người, hãy ghi thêm ngày sinh và chức vụ của người đó.`,
  };
}
