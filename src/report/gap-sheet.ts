import type { FiguresResponse } from '../gap/gap.responses.js';
import type { CellInput, LeafColumn, RowSpec, SheetSpec } from '../sheet/sheet-spec.js';
import { figureCells } from './figure-columns.js';
import type { GapReport } from './gap-report.js';

const RULES = [
  'Dôi dư: người chưa có vị trí. Còn trống: vị trí chưa có người. Chưa đạt: có vị trí nhưng chưa đủ tiêu chuẩn hoặc đang vắng.',
  'Thiếu = còn trống + chưa đạt − người đủ tiêu chuẩn kiêm nhiệm, biệt phái đến; tính từng vị trí, không âm.',
  'Dôi dư ở lĩnh vực này không bù được thiếu ở lĩnh vực khác.',
];

export const NUMBER_COLUMN: LeafColumn = { label: 'TT', width: 6, align: 'center' };

/** A sheet of the gap: the words above and below are the same in all of them. */
export function gapSheet(
  { frame }: Pick<GapReport, 'frame'>,
  spec: Pick<SheetSpec, 'name' | 'columns' | 'rows' | 'frozenColumns'> & { title: string },
): SheetSpec {
  return {
    ...spec,
    ...frame,
    notice: [...(frame.notice ?? []), ...RULES],
    paper: 'A3',
  };
}

export function figureRow(
  lead: readonly CellInput[],
  figures: FiguresResponse,
  bold = false,
): RowSpec {
  return { kind: 'cells', cells: [...lead, ...figureCells(figures)], bold };
}

/** The name of a field of work; positions without one have words of their own. */
export function fieldName({ fieldNames }: GapReport, code: string | null): string {
  return code === null ? 'Không thuộc lĩnh vực riêng' : (fieldNames.get(code) ?? code);
}

/** Figures added up. */
export function added(cells: readonly FiguresResponse[]): FiguresResponse {
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
