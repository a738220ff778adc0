import type { Clearing, Vacancy } from '../../decision/pool/pool.plan.js';
import type { RefusalCode } from '../../decision/pool/pool.js';
import type { Offers, PoolSummary } from '../../decision/pool/pool.service.js';
import { instantText } from '../../shared/instant.js';
import type { SheetSpec } from '../../sheet/sheet-spec.js';
import { fitTitle } from '../report-words.js';

const CLEARINGS: Readonly<Record<Clearing, string>> = {
  open: 'Còn người phải xét',
  cleared: 'Đã xét hết',
  nobody: 'Không ai đủ tiêu chuẩn',
};

const REFUSALS: Readonly<Record<RefusalCode, string>> = {
  'person-declines': 'Người đó không nhận',
  'unit-declines': 'Đơn vị không nhận',
  'too-far': 'Quá xa',
  health: 'Sức khỏe',
  'needs-training': 'Cần đào tạo trước',
  'kept-for-another': 'Dành cho người khác trong danh sách',
  other: 'Lý do khác',
};

/** How many of the pool keep each class of post, and since when its register is fixed. */
export function classSheet({ classes }: PoolSummary, notice: readonly string[]): SheetSpec {
  return {
    ...{ name: 'Dôi dư theo vị trí', title: 'NGƯỜI DÔI DƯ THEO VỊ TRÍ', notice, paper: 'A4' },
    columns: [
      { label: 'Mã vị trí', width: 14 },
      { label: 'Vị trí', width: 48 },
      { label: 'Số người', width: 10, align: 'right' },
      { label: 'Danh sách chốt lúc', width: 18, align: 'center' },
    ],
    rows: classes.map(({ positionCode, positionName, people, locked }) => ({
      kind: 'cells',
      cells: [positionCode, positionName, people, locked && instantText(locked.lockedAt)],
    })),
    frozenColumns: 2,
  };
}

/** A line for each of the pool whom a vacancy is offered to, in the order of offer; one without anybody has a line too. */
export function vacancySheet({ names, vacancies }: Offers, notice: readonly string[]): SheetSpec {
  const nameOf = (code: string) => names.communeOf(code)?.name ?? code;
  const placeOf = ({ communeCode, positionCode, vacant, clearing }: Vacancy) => [
    nameOf(communeCode),
    names.newPlace(null, positionCode).positionName ?? positionCode,
    vacant,
    CLEARINGS[clearing],
  ];
  return {
    ...{ name: 'Chỗ trống', title: 'CHỖ TRỐNG VÀ NGƯỜI DÔI DƯ ĐƯỢC XÉT', notice, paper: 'A3' },
    columns: [
      { label: 'Xã, phường', width: 24 },
      { label: 'Vị trí', width: 40 },
      { label: 'Số trống', width: 9, align: 'right' },
      { label: 'Tình trạng', width: 22 },
      { label: 'Thứ tự', width: 8, align: 'center' },
      { label: 'Người được xét', width: 26 },
      { label: 'Nơi dôi dư', width: 24 },
      { label: 'Mức phù hợp', width: 18 },
      { label: 'Không bố trí vì', width: 32 },
    ],
    rows: vacancies.flatMap((vacancy) => {
      const lines = vacancy.candidates.map(({ line: { person, rank }, notMovable, refusal }) => [
        ...[rank, person.fullName, nameOf(person.communeCode), fitTitle(person.fit)],
        notMovable ? 'Chưa được điều động' : refusal && REFUSALS[refusal.code],
      ]);
      return (lines.length === 0 ? [[]] : lines).map((cells) => ({
        kind: 'cells' as const,
        cells: [...placeOf(vacancy), ...cells],
      }));
    }),
    frozenColumns: 2,
  };
}
