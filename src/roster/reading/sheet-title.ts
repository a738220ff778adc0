import type { Header } from './header.js';
import { filledTexts, type GridRow } from './sheet-grid.js';
import { unitWords } from './unit-words.js';

/** "Đơn vị: Nà Tấu" over a table. */
const NAMED = /^(?:tên )?đơn vị(?: công tác)?\s*:\s*(?=\p{L})/iu;
const TITLE = /danh sách|trích ngang|biểu|bảng|tổng hợp|thống kê|danh sach|trich ngang/iu;

/** What stands over a table. */
export interface TableTop {
  /** From the row that calls itself a list down, joined; null where none does. */
  readonly title: string | null;
  /** What stands behind "Đơn vị:"; null where nothing does. */
  readonly named: string | null;
  /** Offices at the top that name a unit: "UBND HUYỆN ĐIỆN BIÊN". */
  readonly agencies: readonly string[];
}

/** Around the name of a unit in the name of a sheet: "1. Nà Tấu", "DS xã Nà Tấu (2)". */
const BESIDE =
  /^(?:\d+\s*[.)_-]\s*)?(?:(?:ds|danh sách|dscb|cbcc|cb,?\s?cc|trích ngang)[\s_-]+)?|\s*\(\d+\)$/giu;

export function unitOfSheetName(name: string): string {
  return name.replace(BESIDE, '').trim() || name;
}

/** Whom a paper is sent to, and what it is based on: none of them heads the sheet. */
const ADDRESSEE = /^\(?(?:kính gửi|gửi|nơi (?:nhận|gửi)|căn cứ|kèm theo|theo)(?!\p{L})/iu;

/** @param above the rows over the header that belong to no table before */
export function tableTop(above: readonly GridRow[], header: Header): TableTop {
  const rows = above.filter(({ row }) => row < header.firstRow).map(filledTexts);
  const from = rows.findIndex((texts) => texts.some((text) => TITLE.test(text)));
  const lines = (from < 0 ? [] : rows.slice(from)).flatMap((texts) =>
    texts.length === 1 ? texts : texts.filter((text) => TITLE.test(text)),
  );
  const others = (from < 0 ? rows : rows.slice(0, from)).flat();
  const named = rows.flat().find((text) => NAMED.test(text));
  return {
    named: named?.replace(NAMED, '') ?? null,
    title: lines.length === 0 ? null : lines.join(', '),
    agencies: others
      .filter((text) => !ADDRESSEE.test(text))
      .filter((text) => unitWords(text).phrases.some(({ name }) => name !== '')),
  };
}
