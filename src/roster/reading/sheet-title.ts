import type { Header } from './header.js';
import { filledTexts, type SheetGrid } from './sheet-grid.js';

const TITLE = /danh sách|trích ngang|biểu|bảng|tổng hợp|thống kê/iu;

/** The title above the header: rows of one text, from the one that calls itself a list down; null where there is none. */
export function titleOf(grid: SheetGrid, header: Header): string | null {
  const texts = grid.rows
    .filter((row) => row.row < header.firstRow)
    .map(filledTexts)
    .flatMap((texts) => (texts.length === 1 ? texts : []));
  const from = texts.findIndex((text) => TITLE.test(text));
  return from < 0 ? null : texts.slice(from).join(', ');
}
