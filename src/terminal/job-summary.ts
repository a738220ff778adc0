import type { PeopleToDecide } from '../merger/carry.plan.js';
import type { RunFigures, RunSummary } from './job-figures.js';

/** The one object of `--json`. Figures without a name of their own are the government block's. */
export interface JobSummary {
  readonly people: number;
  readonly leaving: number;
  readonly communesBefore: number;
  readonly districtsBefore: number;
  readonly unitsAfter: number;
  readonly baseline: RunSummary;
  /** First come by seniority. */
  readonly seniority: RunSummary & { readonly levels: Readonly<Record<string, number>> };
  readonly placement: RunSummary & {
    readonly levels: Readonly<Record<string, number>>;
    readonly proven: boolean;
  };
  readonly seconds: Readonly<Record<string, number>>;
  readonly peakMemoryMb: number;
  /** People of units that go to several: where they go is assumed until somebody decides. */
  readonly peopleToDecide: readonly PeopleToDecide[];
  /** Wishes and proposed places of the roster that name nothing in the plan. */
  readonly unreadWords: number;
  readonly files: readonly string[];
}

const LINES: readonly (readonly [keyof RunFigures, string])[] = [
  ['overNorm', 'Vượt biên chế (người)'],
  ['surplus', 'Dôi dư, chưa có chỗ (người)'],
  ['vacant', 'Chỗ còn trống'],
  ['misfit', 'Chưa đúng tiêu chuẩn vị trí'],
  ['shortage', 'Thiếu người đúng chuyên môn'],
  ['moved', 'Chuyển ra ngoài đơn vị kế thừa'],
];

/** The summary for a person: as it was, by seniority and at best, side by side. */
export function summaryText(summary: JobSummary, folder: string): string {
  const { baseline, seniority, placement } = summary;
  const sides = [baseline, seniority, placement];
  const heads = ['nguyên trạng', 'thâm niên', 'tối ưu'];
  const row = (label: string, cells: readonly unknown[]): string =>
    `  ${label.padEnd(36)}${cells.map((cell) => String(cell).padStart(14)).join('')}`;
  const table = (figures: readonly RunFigures[]): string[] =>
    LINES.map(([key, label]) =>
      row(
        label,
        figures.map((each) => each[key]),
      ),
    );
  return [
    '',
    `${summary.people} người, ${summary.leaving} người nghỉ; ${summary.communesBefore} xã và ${summary.districtsBefore} huyện thành ${summary.unitsAfter} xã, phường.`,
    '',
    row('Khối chính quyền', heads),
    ...table(sides),
    '',
    row('Tất cả các khối', heads),
    ...table(sides.map((each) => each.allBlocks)),
    '',
    placement.proven
      ? 'Phương án bố trí đã được chứng minh là tốt nhất (hai bộ kiểm tra độc lập).'
      : 'Phương án bố trí CHƯA được chứng minh là tốt nhất.',
    ...toDecide(summary.peopleToDecide),
    ...(summary.unreadWords === 0
      ? []
      : [
          `${summary.unreadWords} ghi chú nguyện vọng, dự kiến bố trí không khớp đơn vị nào; không dùng để bố trí.`,
        ]),
    `Tổng thời gian ${summary.seconds['total']} s, bộ nhớ cao nhất ${summary.peakMemoryMb} MB.`,
    `Báo cáo: ${summary.files.length} tệp trong ${folder}`,
  ].join('\n');
}

function toDecide(rows: readonly PeopleToDecide[]): string[] {
  const people = rows.reduce((sum, row) => sum + row.headcount, 0);
  if (people === 0) return [];
  const codes = rows.map((row) => row.unitCode).join(', ');
  return [
    `${people} người của ${rows.length} đơn vị được chia cho nhiều xã mới (${codes}): đang tạm tính theo đơn vị kế thừa chính, cần cấp có thẩm quyền quyết định.`,
  ];
}
