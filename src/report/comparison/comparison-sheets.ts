import type { ComparedRunResponse } from '../../comparison/comparison.responses.js';
import type { CellInput, ColumnSpec, RowSpec, SheetSpec } from '../../sheet/sheet-spec.js';
import { limitNameOf, limitSubjectOf, VERDICTS } from '../limits/limits-sheets.js';
import { blockTitle } from '../report-words.js';
import { type ComparisonBook, headOf } from './comparison-book.js';
import { comparedPeopleSheets } from './people-sheets.js';

export function comparisonSheets(book: ComparisonBook): SheetSpec[] {
  return [
    figuresSheet(book),
    limitsSheet(book),
    ...comparedPeopleSheets(book),
    couplesSheet(book),
    housingSheet(book),
  ];
}

interface Figure {
  readonly label: string;
  readonly of: (run: ComparedRunResponse) => CellInput;
}

const LEVELS: readonly Figure[] = [
  {
    label: '1. Chỗ bắt buộc chưa có người đạt chuẩn (có trọng số)',
    of: ({ run }) => run.levels.requiredUnfilled,
  },
  { label: '2. Người chưa có vị trí', of: ({ run }) => run.levels.withoutSeat },
  { label: '3. Mức chưa đúng chuyên môn', of: ({ run }) => run.levels.fit },
  { label: '4. Nguyện vọng chưa đáp ứng', of: ({ run }) => run.levels.wishes },
  { label: '5. Tổng quãng đường chim bay (km)', of: ({ run }) => run.levels.distanceKm },
  { label: '6. Người ra ngoài đơn vị kế thừa', of: ({ run }) => run.levels.moved },
];

const PEOPLE: readonly Figure[] = [
  { label: 'Tổng số người', of: ({ lines }) => lines.people },
  { label: 'Có vị trí', of: ({ lines }) => lines.seated },
  { label: 'Dôi dư', of: ({ lines }) => lines.surplus },
  { label: 'Nghỉ hưu, thôi việc', of: ({ lines }) => lines.leaving },
  { label: 'Điều động', of: ({ lines }) => lines.moved },
  { label: 'Quãng đường trung vị (km)', of: ({ lines }) => lines.medianKm },
  { label: 'Quãng đường xa nhất (km)', of: ({ lines }) => lines.longestKm },
  { label: 'Mốc coi là xa nhà (km)', of: ({ farKm }) => farKm },
  { label: 'Người xa nhà', of: ({ lines }) => lines.farWays },
  { label: 'Cặp vợ chồng xa nhau', of: ({ couplesApart }) => couplesApart },
  { label: 'Hộ cần chỗ ở', of: ({ households }) => households },
];

const GAP: readonly (readonly [string, keyof ComparedRunResponse['gap']['total']])[] = [
  ['Chỉ tiêu vị trí', 'seats'],
  ['Thừa', 'surplus'],
  ['Trống', 'vacant'],
  ['Không đạt chuẩn hoặc vắng', 'misfit'],
  ['Thiếu người đạt chuẩn', 'shortage'],
];

function figuresSheet({
  comparison: { runs, differences, sameFacts },
  notice,
}: ComparisonBook): SheetSpec {
  const blocks = [...new Set(runs.flatMap(({ gap }) => gap.blocks.map(({ block }) => block)))];
  const gap: Figure[] = GAP.map(([label, key]) => ({ label, of: (run) => run.gap.total[key] }));
  const norms: Figure[] = blocks.map((block) => ({
    label: `Vượt biên chế: ${blockTitle(block)}`,
    of: (run) => run.gap.blocks.find((each) => each.block === block)?.overNorm ?? null,
  }));
  const basis: Figure[] = [
    { label: 'Có hiệu lực từ', of: ({ effectiveOn }) => dayCell(effectiveOn) },
    { label: 'Quy định tại ngày', of: ({ rulesOn }) => dayCell(rulesOn) },
    { label: 'Mã số liệu', of: ({ factsHash }) => factsHash.slice(0, 12) },
  ];
  return {
    ...{ name: 'Số liệu', title: 'SO SÁNH CÁC PHƯƠNG ÁN BỐ TRÍ', paper: 'A3', frozenColumns: 1 },
    notice: [
      ...notice,
      sameFacts
        ? 'Các lần chạy dùng cùng một bộ số liệu đã khóa.'
        : 'Các lần chạy dùng những bộ số liệu khác nhau.',
      `${differences} người không ở cùng một chỗ trong mọi lần chạy.`,
    ],
    columns: [
      { label: 'Chỉ số', width: 46 },
      ...runs.map((run): ColumnSpec => ({ label: headOf(run), width: 24, align: 'right' })),
    ],
    rows: [
      ...section('Cơ sở', basis, runs),
      ...section('Các mức ưu tiên, theo thứ tự', LEVELS, runs),
      ...section('Con người', PEOPLE, runs),
      ...section('Thừa, thiếu', [...gap, ...norms], runs),
    ],
  };
}

function dayCell(day: string): string {
  return day.split('-').reverse().join('/');
}

function section(
  text: string,
  figures: readonly Figure[],
  runs: readonly ComparedRunResponse[],
): RowSpec[] {
  return [
    { kind: 'section', text },
    ...figures.map(({ label, of }): RowSpec => ({
      kind: 'cells',
      cells: [label, ...runs.map(of)],
    })),
  ];
}

function limitsSheet({ comparison: { runs }, notice }: ComparisonBook): SheetSpec {
  const keys = new Map(
    runs.flatMap(({ limits }) =>
      limits.map(({ code, subject }) => [`${code}|${subject ?? ''}`, { code, subject }] as const),
    ),
  );
  return {
    ...{ name: 'Giới hạn', title: 'CÁC GIỚI HẠN CỦA PHÁP LUẬT', paper: 'A3', frozenColumns: 2 },
    notice,
    columns: [
      { label: 'Giới hạn', width: 48 },
      { label: 'Phần', width: 18 },
      ...runs.map((run): ColumnSpec => ({
        label: headOf(run),
        columns: [
          { label: 'Hiện có', width: 10, align: 'right' },
          { label: 'Được phép', width: 10, align: 'right' },
          { label: 'Kết luận', width: 20 },
        ],
      })),
    ],
    rows: [
      ...[...keys.values()].map(({ code, subject }): RowSpec => ({
        kind: 'cells',
        cells: [
          limitNameOf(code),
          limitSubjectOf(subject),
          ...runs.flatMap(({ limits }): CellInput[] => {
            const own = limits.find((each) => each.code === code && each.subject === subject);
            return own ? [own.computed, own.allowed, VERDICTS[own.verdict]] : [null, null, null];
          }),
        ],
      })),
      {
        kind: 'cells',
        cells: [
          'Số dòng vượt, tính từng đơn vị',
          null,
          ...runs.flatMap(({ unitsOver }): CellInput[] => [unitsOver, null, null]),
        ],
      },
    ],
  };
}

function couplesSheet({ comparison: { runs }, needs, notice }: ComparisonBook): SheetSpec {
  return {
    ...{ name: 'Vợ chồng xa nhau', title: 'CÁC CẶP VỢ CHỒNG LÀM VIỆC XA NHAU', paper: 'A3' },
    ...{ notice, frozenColumns: 3 },
    columns: [
      { label: 'TT', width: 5, align: 'center' },
      { label: 'Người thứ nhất', width: 24 },
      { label: 'Người thứ hai', width: 24 },
      ...runs.map((run): ColumnSpec => ({
        label: headOf(run),
        columns: [
          { label: 'Nơi làm việc của hai người', width: 36 },
          { label: 'Cách nhau (km)', width: 10, align: 'right', format: '#,##0.0' },
        ],
      })),
    ],
    rows: needs.couples.map(({ names, ways }, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, names[0] ?? '', names[1] ?? ''],
        ...runs.flatMap(({ run }): CellInput[] => {
          const way = ways.find(({ runId }) => runId === run.id);
          return way
            ? [way.communes.map((name) => name || 'nghỉ').join(' – '), way.km]
            : [null, null];
        }),
      ],
    })),
  };
}

function housingSheet({ comparison: { runs }, needs, notice }: ComparisonBook): SheetSpec {
  return {
    ...{ name: 'Nhà ở', title: 'NHU CẦU CHỖ Ở CỦA NGƯỜI XA NHÀ', paper: 'A3', frozenColumns: 2 },
    notice: [...notice, 'Hai vợ chồng cùng xa nhà, cùng về một xã tính là một hộ.'],
    columns: [
      { label: 'TT', width: 5, align: 'center' },
      { label: 'Xã, phường', width: 28 },
      ...runs.map((run): ColumnSpec => ({
        label: headOf(run),
        columns: [
          { label: 'Người xa nhà', width: 10, align: 'right' },
          { label: 'Hộ', width: 8, align: 'right' },
        ],
      })),
    ],
    rows: needs.housing.map(({ communeName, counts }, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, communeName],
        ...runs.flatMap(({ run }): CellInput[] => {
          const own = counts.find(({ runId }) => runId === run.id);
          return [own?.people ?? 0, own?.households ?? 0];
        }),
      ],
    })),
  };
}
