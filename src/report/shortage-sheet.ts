import type { GapCell } from '../gap/gap.view.js';
import type { RowSpec, SheetSpec } from '../sheet/sheet-spec.js';
import { NUMBER } from './figure-columns.js';
import { fieldName, gapSheet, NUMBER_COLUMN } from './gap-sheet.js';
import type { GapReport } from './gap-report.js';

/** The shortage of each unit in each field of the government block that is short anywhere; one page to hang on a wall. */
export function shortageSheet(report: GapReport): SheetSpec {
  const cells = report.cells.filter((cell) => cell.block === 'government');
  const fields = fieldsInNeed(cells);
  const communes = report.summary.communes.map((each) => each.communeCode);
  const figure = { width: 11, kind: 'number', format: NUMBER } as const;
  return gapSheet(report, {
    name: 'Thiếu theo đơn vị, lĩnh vực',
    title: 'SỐ NGƯỜI ĐỦ TIÊU CHUẨN CÒN THIẾU, KHỐI CHÍNH QUYỀN, THEO ĐƠN VỊ VÀ LĨNH VỰC',
    columns: [
      NUMBER_COLUMN,
      { label: 'Đơn vị', width: 30 },
      ...fields.map((code) => ({ label: fieldName(report, code), ...figure })),
      { label: 'Cộng', ...figure },
    ],
    rows: [
      ...communes.map((code, index) => {
        const own = cells.filter((cell) => cell.communeCode === code);
        const name = report.communeNames.get(code) ?? code;
        return line([index + 1, name], own, fields);
      }),
      { ...line([null, 'Cộng'], cells, fields), bold: true },
    ],
    frozenColumns: 2,
  });
}

function line(
  lead: readonly (string | number | null)[],
  cells: readonly GapCell[],
  fields: readonly (string | null)[],
): Extract<RowSpec, { kind: 'cells' }> {
  const figures = fields.map((code) => shortageOf(cells.filter((cell) => cell.fieldCode === code)));
  return { kind: 'cells', cells: [...lead, ...figures, shortageOf(cells)] };
}

function shortageOf(cells: readonly GapCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.shortage, 0);
}

/** Those that are short of most people first. */
function fieldsInNeed(cells: readonly GapCell[]): (string | null)[] {
  const short = new Map<string | null, number>();
  for (const { fieldCode, shortage } of cells) {
    if (shortage > 0) short.set(fieldCode, (short.get(fieldCode) ?? 0) + shortage);
  }
  return [...short].sort(([, a], [, b]) => b - a).map(([code]) => code);
}
