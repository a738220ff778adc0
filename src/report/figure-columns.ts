import type { FiguresResponse } from '../gap/gap.responses.js';
import type { ColumnSpec, LeafColumn } from '../sheet/sheet-spec.js';

/** Whole numbers; nothing is shown as a dash, and stays a number. */
export const NUMBER = '#,##0_);-#,##0_);"–"_)';
export const SIGNED = '+#,##0_);-#,##0_);0_)';

function figure(key: keyof FiguresResponse, label: string, width = 9): LeafColumn {
  return { key, label, width, kind: 'number', format: NUMBER };
}

/** The ten figures of a cell, as `figureCells` gives them. */
export const FIGURE_COLUMNS: readonly ColumnSpec[] = [
  {
    label: 'Biên chế vị trí',
    columns: [figure('seats', 'Chỉ tiêu'), figure('required', 'Trong đó bắt buộc')],
  },
  {
    label: 'Người',
    columns: [
      figure('people', 'Hiện có'),
      figure('seated', 'Có vị trí'),
      figure('surplus', 'Dôi dư'),
    ],
  },
  {
    label: 'Vị trí chưa có người đủ tiêu chuẩn',
    columns: [
      figure('vacant', 'Còn trống'),
      figure('misfit', 'Chưa đạt'),
      figure('absent', 'Trong đó vắng'),
      figure('cover', 'Kiêm nhiệm, biệt phái', 13),
      figure('shortage', 'Thiếu'),
    ],
  },
];

export function figureCells(figures: FiguresResponse): number[] {
  const { seats, required, people, seated, surplus } = figures;
  const { vacant, misfit, absent, cover, shortage } = figures;
  return [seats, required, people, seated, surplus, vacant, misfit, absent, cover, shortage];
}
