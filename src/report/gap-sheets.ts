import type { FiguresResponse, NormedFiguresResponse } from '../gap/gap.responses.js';
import type { GapCell } from '../gap/gap.view.js';
import type { CellInput, ColumnSpec, LeafColumn, RowSpec, SheetSpec } from '../sheet/sheet-spec.js';
import { FIGURE_COLUMNS, figureCells, NUMBER, SIGNED } from './figure-columns.js';
import type { RunReport } from './report-data.js';
import { agencyOf, noticeOf, signatureOf } from './report-frame.js';
import { blockTitle } from './report-words.js';

const RULE =
  'Dôi dư: người chưa có vị trí. Còn trống: vị trí chưa có người. Chưa đạt: người có vị trí nhưng chưa đủ tiêu chuẩn hoặc đang vắng. ' +
  'Thiếu = còn trống + chưa đạt − người đủ tiêu chuẩn kiêm nhiệm, biệt phái đến (không âm, tính từng vị trí): dôi dư ở lĩnh vực này không bù được thiếu ở lĩnh vực khác.';

const NUMBER_COLUMN: LeafColumn = { label: 'TT', width: 6, align: 'center' };

const NORM_COLUMNS: readonly LeafColumn[] = [
  { label: 'Số người', width: 10, kind: 'number', format: NUMBER },
  { label: 'Định mức', width: 10, kind: 'number', format: NUMBER },
  { label: 'Vượt (+), thiếu (−) định mức', width: 12, kind: 'number', format: SIGNED },
];

/** Commune by position, shortage at a glance, by commune, by field, by block. */
export function gapSheets(report: RunReport): SheetSpec[] {
  return [cellSheet(report), communeSheet(report), fieldSheet(report), blockSheet(report)];
}

function sheet(
  report: RunReport,
  spec: Pick<SheetSpec, 'name' | 'columns' | 'rows' | 'frozenColumns'> & { title: string },
): SheetSpec {
  return {
    ...spec,
    agency: agencyOf(report),
    notice: [...noticeOf(report), RULE],
    paper: 'A3',
    signature: signatureOf(report),
  };
}

/** Rows without seats, people or cover are left out; each commune ends with its sum. */
function cellSheet(report: RunReport): SheetSpec {
  const columns: ColumnSpec[] = [
    NUMBER_COLUMN,
    { label: 'Vị trí việc làm', width: 46 },
    { label: 'Khối', width: 26 },
    { label: 'Lĩnh vực', width: 30 },
    ...FIGURE_COLUMNS,
  ];
  const rows: RowSpec[] = [];
  let number = 0;
  for (const [code, cells] of byCommune(report.cells)) {
    rows.push({ kind: 'section', text: report.communeNames.get(code) ?? code });
    for (const cell of cells) rows.push(row([++number, ...cellText(report, cell)], cell));
    rows.push(row([null, 'Cộng', null, null], added(cells), true));
  }
  rows.push(row([null, 'Toàn tỉnh', null, null], report.summary.total, true));
  return sheet(report, {
    name: 'Theo đơn vị và vị trí',
    title: 'THỪA, THIẾU NHÂN SỰ THEO ĐƠN VỊ VÀ VỊ TRÍ VIỆC LÀM',
    columns,
    rows,
    frozenColumns: 2,
  });
}

function cellText(report: RunReport, cell: GapCell): CellInput[] {
  const name = report.positions.get(cell.positionCode)?.name ?? cell.positionCode;
  return [name, blockTitle(cell.block), fieldName(report, cell.fieldCode)];
}

function fieldName({ fieldNames }: RunReport, code: string | null): string {
  return code === null ? 'Không thuộc lĩnh vực riêng' : (fieldNames.get(code) ?? code);
}

function communeSheet(report: RunReport): SheetSpec {
  const { communes, blocks } = report.summary;
  const government = blocks.find((each) => each.block === 'government');
  return sheet(report, {
    name: 'Theo đơn vị (chính quyền)',
    title: 'THỪA, THIẾU NHÂN SỰ KHỐI CHÍNH QUYỀN THEO ĐƠN VỊ',
    columns: [
      NUMBER_COLUMN,
      { label: 'Đơn vị', width: 34 },
      { label: 'So với định mức', columns: NORM_COLUMNS },
      ...FIGURE_COLUMNS,
    ],
    rows: [
      ...communes.map((each, index) =>
        row(
          [
            index + 1,
            report.communeNames.get(each.communeCode) ?? each.communeCode,
            ...normed(each),
          ],
          each,
        ),
      ),
      ...(government ? [row([null, 'Cộng', ...normed(government)], government, true)] : []),
    ],
    frozenColumns: 2,
  });
}

function fieldSheet(report: RunReport): SheetSpec {
  return sheet(report, {
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
        row([index + 1, fieldName(report, each.fieldCode), blockTitle(each.block)], each),
      ),
      row([null, 'Toàn tỉnh', null], report.summary.total, true),
    ],
    frozenColumns: 2,
  });
}

function blockSheet(report: RunReport): SheetSpec {
  return sheet(report, {
    name: 'Theo khối',
    title: 'THỪA, THIẾU NHÂN SỰ THEO KHỐI',
    columns: [
      NUMBER_COLUMN,
      { label: 'Khối', width: 34 },
      { label: 'So với định mức', columns: NORM_COLUMNS },
      ...FIGURE_COLUMNS,
    ],
    rows: [
      ...report.summary.blocks.map((each, index) =>
        row([index + 1, blockTitle(each.block), ...normed(each)], each),
      ),
      row([null, 'Toàn tỉnh', null, null, null], report.summary.total, true),
    ],
    frozenColumns: 2,
  });
}

function normed({ headcount, norm, overNorm }: NormedFiguresResponse): CellInput[] {
  return [headcount, norm, overNorm];
}

function row(lead: readonly CellInput[], figures: FiguresResponse, bold = false): RowSpec {
  return { kind: 'cells', cells: [...lead, ...figureCells(figures)], bold };
}

function byCommune(cells: readonly GapCell[]): Map<string, GapCell[]> {
  const communes = new Map<string, GapCell[]>();
  for (const cell of cells) {
    if (cell.seats + cell.people + cell.cover === 0) continue;
    const own = communes.get(cell.communeCode);
    if (own) own.push(cell);
    else communes.set(cell.communeCode, [cell]);
  }
  return communes;
}

function added(cells: readonly FiguresResponse[]): FiguresResponse {
  const sum = (key: keyof FiguresResponse): number =>
    cells.reduce((total, cell) => total + cell[key], 0);
  return {
    seats: sum('seats'),
    required: sum('required'),
    people: sum('people'),
    seated: sum('seated'),
    surplus: sum('surplus'),
    vacant: sum('vacant'),
    misfit: sum('misfit'),
    absent: sum('absent'),
    cover: sum('cover'),
    shortage: sum('shortage'),
  };
}
