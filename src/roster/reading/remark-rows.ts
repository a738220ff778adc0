import type { Issue } from '../../shared/issue.js';
import { labelOfFurther } from './fields.js';
import type { Header } from './header.js';
import type { GridRow } from './sheet-grid.js';
import { isBlockText, isSignedText, isTotalsText } from './row-words.js';
import { namesUnit } from './unit-words.js';

/** What rows of nothing but a remark in brackets say of the person above them. */
export interface Remarks {
  /** By the label of the column that each stands in. */
  readonly kept: Readonly<Record<string, string>>;
  readonly rows: readonly number[];
}

/**
 * "(nghỉ thai sản từ 01/5/2025)" alone in the row right below a person: a remark on that person, and nobody. Brackets around
 * a unit, a block, totals or a signature are none.
 *
 * @param from the place in the body of the first row below the person
 */
export function remarksBelow(
  body: readonly GridRow[],
  { row: person }: GridRow,
  from: number,
  { columns }: Header,
): Remarks {
  const kept: [string, string][] = [];
  const rows: number[] = [];
  for (let row = body[from]; row !== undefined; row = body[from + rows.length]) {
    const before = body[from + rows.length - 1]?.row ?? person;
    const column = row.row === before + 1 ? remarkIn(row) : null;
    if (column === null) break;
    const label = columns.find((each) => each.column === column)?.label ?? '';
    kept.push([labelOfFurther(row.row - person + 1, label), row.texts[column] ?? '']);
    rows.push(row.row);
  }
  return { kept: Object.fromEntries(kept), rows };
}

/** The column of the remark; null = the row is none. */
function remarkIn({ texts }: GridRow): number | null {
  const filled = [...texts.keys()].filter((at) => (texts[at] ?? '') !== '');
  const [column] = filled;
  if (column === undefined || filled.length > 1) return null;
  const said = /^\(([^()]*\p{L}[^()]*)\)[.;]?$/u.exec(texts[column] ?? '')?.[1]?.trim() ?? '';
  const isOther = [namesUnit, isBlockText, isTotalsText, isSignedText].some((is) => is(said));
  return said === '' || isOther || SIGNED.test(said) ? null : column;
}

const SIGNED = /^(?:đã )?(?:ký|chữ ký)(?!\p{L})|^(?:danh sách|ấn định)(?!\p{L})/iu;

export function remarkNote(
  place: { readonly file: string; readonly sheet: string },
  row: number,
  person: number,
): Issue {
  return {
    ...{ ...place, row, column: '', code: 'roster.row-remark', severity: 'note' },
    message: `Dòng này chỉ có ghi chú trong ngoặc, được giữ lại cùng người ở dòng ${person}. Nếu là tên một nhóm, hãy bỏ dấu ngoặc.`,
  };
}
