import type { Register } from '../../decision/pool/pool.service.js';
import { RANKING_CRITERIA, type RankingCriterion } from '../../rules/ranking.rules.js';
import type { SheetSpec } from '../../sheet/sheet-spec.js';

const CRITERIA: Readonly<Record<RankingCriterion, string>> = {
  ratings: 'Điểm xếp loại các năm gần nhất',
  discipline: 'Không bị xem xét kỷ luật',
  fit: 'Phù hợp chuyên môn',
  degree: 'Trình độ',
  seniority: 'Số tháng công tác',
};

const MOST = 31;

/** The ranking register of a class of post, with what decided between one and the next. */
export function registerSheet(
  { positionName, hash, names, lines }: Register,
  notice: readonly string[],
): SheetSpec {
  return {
    name: positionName.replace(/[\\/*?:[\]]/g, ' ').slice(0, MOST),
    title: `THỨ TỰ NGƯỜI DÔI DƯ GIỮ VỊ TRÍ ${positionName.toLocaleUpperCase('vi')}`,
    notice: [
      ...notice,
      `Mã kiểm tra của danh sách: ${hash}.`,
      'Xếp theo tiêu chí thứ nhất, bằng nhau thì theo tiêu chí tiếp theo; bằng nhau ở mọi tiêu chí thì đồng hạng.',
    ],
    paper: 'A4',
    columns: [
      { label: 'Thứ tự', width: 8, align: 'center' },
      { label: 'Họ và tên', width: 24 },
      { label: 'Nơi dôi dư', width: 24 },
      ...RANKING_CRITERIA.map((each) => ({
        ...{ label: CRITERIA[each], width: 14, align: 'right' as const },
      })),
      { label: 'Xếp sau người trước vì', width: 24 },
    ],
    rows: lines.map(({ person, rank, tied, partedBy, values }) => ({
      kind: 'cells',
      cells: [
        ...[rank, person.fullName],
        names.communeOf(person.communeCode)?.name ?? person.communeCode,
        ...RANKING_CRITERIA.map((each) => values[each]),
        partedBy === null ? (tied ? 'Đồng hạng' : '') : CRITERIA[partedBy],
      ],
    })),
    frozenColumns: 2,
  };
}
