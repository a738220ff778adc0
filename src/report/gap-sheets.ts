import type { NormedFiguresResponse } from '../gap/gap.responses.js';
import type { GapCell } from '../gap/gap.view.js';
import { BLOCKS, POSITION_GROUPS } from '../rules/vocabulary.js';
import type { CellInput, ColumnSpec, LeafColumn, RowSpec, SheetSpec } from '../sheet/sheet-spec.js';
import { added, fieldName, figureRow, gapSheet, NUMBER_COLUMN } from './gap-sheet.js';
import { shortageSheet } from './shortage-sheet.js';
import { FIGURE_COLUMNS, NUMBER, SIGNED } from './figure-columns.js';
import type { GapReport } from './gap-report.js';
import { blockTitle } from './report-words.js';

export const NORM_COLUMNS: readonly LeafColumn[] = [
  { key: 'headcount', label: 'Số người', width: 10, kind: 'number', format: NUMBER },
  { key: 'norm', label: 'Định mức', width: 10, kind: 'number', format: NUMBER },
  { key: 'overNorm', label: 'Vượt (+), dưới (−)', width: 12, kind: 'number', format: SIGNED },
];

/** By unit and position, then the same by unit, by field and by block, and the shortage of each unit and field at a glance. */
export function gapSheets(report: GapReport): SheetSpec[] {
  return [
    cellSheet(report),
    communeSheet(report),
    fieldSheet(report),
    blockSheet(report),
    shortageSheet(report),
  ];
}

/** Rows without seats, people or cover are left out; each commune ends with its sum, several with that of all. */
export function cellSheet(report: GapReport): SheetSpec {
  const columns: ColumnSpec[] = [
    NUMBER_COLUMN,
    { label: 'Vị trí việc làm', width: 46 },
    { label: 'Khối', width: 26 },
    { label: 'Lĩnh vực', width: 30 },
    ...FIGURE_COLUMNS,
  ];
  const rows: RowSpec[] = [];
  let number = 0;
  const communes = byCommune(report);
  for (const [code, cells] of communes) {
    rows.push({ kind: 'section', text: report.communeNames.get(code) ?? code });
    for (const cell of cells) rows.push(figureRow([++number, ...cellText(report, cell)], cell));
    rows.push(figureRow([null, 'Cộng', null, null], added(cells), true));
  }
  const all = added(report.cells);
  if (communes.size > 1) rows.push(figureRow([null, 'Tổng cộng', null, null], all, true));
  return gapSheet(report, {
    name: 'Theo đơn vị và vị trí',
    title: 'THỪA, THIẾU NHÂN SỰ THEO ĐƠN VỊ VÀ VỊ TRÍ VIỆC LÀM',
    columns,
    rows,
    frozenColumns: 2,
  });
}

function cellText(report: GapReport, cell: GapCell): CellInput[] {
  const name = report.positions.get(cell.positionCode)?.name ?? cell.positionCode;
  return [name, blockTitle(cell.block), fieldName(report, cell.fieldCode)];
}

function communeSheet(report: GapReport): SheetSpec {
  const { communes, blocks } = report.summary;
  const government = blocks.find((each) => each.block === 'government');
  return gapSheet(report, {
    name: 'Theo đơn vị (chính quyền)',
    title: 'THỪA, THIẾU NHÂN SỰ KHỐI CHÍNH QUYỀN THEO ĐƠN VỊ',
    columns: [
      NUMBER_COLUMN,
      { label: 'Đơn vị', width: 34 },
      { label: 'Người so với định mức', columns: NORM_COLUMNS },
      ...FIGURE_COLUMNS,
    ],
    rows: [
      ...communes.map((each, index) =>
        figureRow(
          [
            index + 1,
            report.communeNames.get(each.communeCode) ?? each.communeCode,
            ...normed(each),
          ],
          each,
        ),
      ),
      ...(government ? [figureRow([null, 'Cộng', ...normed(government)], government, true)] : []),
    ],
    frozenColumns: 2,
  });
}

function fieldSheet(report: GapReport): SheetSpec {
  return gapSheet(report, {
    name: 'Theo lĩnh vực',
    title: 'THỪA, THIẾU NHÂN SỰ THEO LĨNH VỰC',
    columns: [
      NUMBER_COLUMN,
      { label: 'Lĩnh vực', width: 38 },
      { label: 'Khối', width: 28 },
      ...FIGURE_COLUMNS,
    ],
    rows: [
      ...report.summary.fields.map((each, index) =>
        figureRow([index + 1, fieldName(report, each.fieldCode), blockTitle(each.block)], each),
      ),
      figureRow([null, 'Tổng cộng', null], report.summary.total, true),
    ],
    frozenColumns: 2,
  });
}

function blockSheet(report: GapReport): SheetSpec {
  return gapSheet(report, {
    name: 'Theo khối',
    title: 'THỪA, THIẾU NHÂN SỰ THEO KHỐI',
    columns: [
      NUMBER_COLUMN,
      { label: 'Khối', width: 34 },
      { label: 'Người so với định mức', columns: NORM_COLUMNS },
      ...FIGURE_COLUMNS,
    ],
    rows: [
      ...report.summary.blocks.map((each, index) =>
        figureRow([index + 1, blockTitle(each.block), ...normed(each)], each),
      ),
      figureRow([null, 'Tổng cộng', null, null, null], report.summary.total, true),
    ],
    frozenColumns: 2,
  });
}

function normed({ headcount, norm, overNorm }: NormedFiguresResponse): CellInput[] {
  return [headcount, norm, overNorm];
}

/** Blocks in their order, leaders first, then by code: O2 before O10. */
function byCommune({ cells, positions }: GapReport): Map<string, GapCell[]> {
  const communes = new Map<string, GapCell[]>();
  for (const cell of cells) {
    if (cell.seats + cell.people + cell.cover === 0) continue;
    const own = communes.get(cell.communeCode);
    if (own) own.push(cell);
    else communes.set(cell.communeCode, [cell]);
  }
  const rank = ({ positionCode }: GapCell): number => {
    const position = positions.get(positionCode);
    if (!position) return UNKNOWN_LAST;
    return 10 * BLOCKS.indexOf(position.block) + POSITION_GROUPS.indexOf(position.group);
  };
  for (const own of communes.values())
    own.sort((a, b) => rank(a) - rank(b) || BY_NUMBER.compare(a.positionCode, b.positionCode));
  return communes;
}

const UNKNOWN_LAST = 1000;
const BY_NUMBER = new Intl.Collator('en', { numeric: true });
