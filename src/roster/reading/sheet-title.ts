import type { Header } from './header.js';
import { filledTexts, type GridRow } from './sheet-grid.js';
import { unitWords } from './unit-words.js';

const TITLE = /danh sách|trích ngang|biểu|bảng|tổng hợp|thống kê|danh sach|trich ngang/iu;

/** What stands over a table. */
export interface TableTop {
  /** From the row that calls itself a list down, joined; null where none does. */
  readonly title: string | null;
  /** Offices at the top that name a unit: "UBND HUYỆN ĐIỆN BIÊN". */
  readonly agencies: readonly string[];
}

/** @param above the rows over the header that belong to no table before */
export function tableTop(above: readonly GridRow[], header: Header): TableTop {
  const rows = above.filter(({ row }) => row < header.firstRow).map(filledTexts);
  const from = rows.findIndex((texts) => texts.some((text) => TITLE.test(text)));
  const lines = (from < 0 ? [] : rows.slice(from)).flatMap((texts) =>
    texts.length === 1 ? texts : texts.filter((text) => TITLE.test(text)),
  );
  const others = (from < 0 ? rows : rows.slice(0, from)).flat();
  return {
    title: lines.length === 0 ? null : lines.join(', '),
    agencies: others.filter((text) => unitWords(text).phrases.some(({ name }) => name !== '')),
  };
}
