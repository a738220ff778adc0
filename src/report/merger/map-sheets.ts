import type { AssessedUnit } from '../../merger/map/assessed-map.plan.js';
import type { StandingMap } from '../../merger/map/map.service.js';
import type { UnitFact } from '../../scenario/facts.js';
import { dayText } from '../../shared/day.js';
import type { SheetSpec } from '../../sheet/sheet-spec.js';

const VERDICTS: Readonly<Record<AssessedUnit['verdict'], string>> = {
  met: 'Đạt',
  'not-met': 'Chưa đạt, cần giải trình',
  unknown: 'Chưa đủ số liệu',
  'not-examined': 'Không phải xét',
};
const REASONS: Readonly<Record<NonNullable<AssessedUnit['reason']>, string>> = {
  unmerged: 'không nhập với đơn vị khác',
  'many-parts': 'nhập từ nhiều đơn vị',
  island: 'hải đảo',
  'land-unknown': 'tỉnh chưa khai loại địa bàn',
};
const KINDS = { whole: 'Toàn bộ', part: 'Một phần', remainder: 'Phần còn lại' } as const;

/**
 * A merger map in the columns that are read back: by code, names beside them for the reader's eye; and each new commune
 * beside what the law asks.
 */
export function mapSheets(map: StandingMap, notice: readonly string[]): SheetSpec[] {
  const { name, effectiveOn, rulesOn } = map.scenario;
  const about = [
    `Phương án "${name}", có hiệu lực từ ngày ${dayText(effectiveOn)}. Áp dụng quy định tại ngày ${dayText(rulesOn)} (giả định).`,
    ...notice,
  ];
  return [linesSheet(map, about), criteriaSheet(map, about)];
}

function linesSheet({ facts, assessed }: StandingMap, notice: readonly string[]): SheetSpec {
  const old = named(facts.units.filter(({ isNew }) => !isNew));
  const created = named(facts.units.filter(({ isNew }) => isNew));
  return {
    ...{ name: 'Sáp nhập', title: 'BẢN ĐỒ SÁP NHẬP ĐƠN VỊ HÀNH CHÍNH CẤP XÃ', paper: 'A4', notice },
    numbering: false,
    columns: [
      { label: 'Mã đơn vị cũ', width: 12 },
      { label: 'Tên đơn vị cũ', width: 26 },
      { label: 'Mã đơn vị mới', width: 12 },
      { label: 'Tên đơn vị mới', width: 26 },
      { label: 'Tỷ lệ dân số', width: 12, align: 'right' },
      { label: 'Cách nhập', width: 16 },
      { label: 'Đơn vị kế thừa chính', width: 14, align: 'center' },
    ],
    rows: assessed.rows.map(({ oldCode, newCode, share, kind, main }) => ({
      kind: 'cells',
      cells: [
        ...[oldCode, old.get(oldCode) ?? '', newCode, created.get(newCode) ?? ''],
        ...[share, KINDS[kind], main ? 'x' : null],
      ],
    })),
  };
}

function criteriaSheet({ facts, assessed }: StandingMap, notice: readonly string[]): SheetSpec {
  const created = named(facts.units.filter(({ isNew }) => isNew));
  return {
    ...{ name: 'Tiêu chuẩn', title: 'DIỆN TÍCH, DÂN SỐ CỦA ĐƠN VỊ MỚI SO VỚI TIÊU CHUẨN' },
    ...{ paper: 'A4', notice },
    columns: [
      { label: 'Mã đơn vị mới', width: 12 },
      { label: 'Tên đơn vị mới', width: 26 },
      { label: 'Số đơn vị cũ', width: 9, align: 'right' },
      { label: 'Người theo sang', width: 10, align: 'right' },
      { label: 'Diện tích (km²)', width: 11, align: 'right' },
      { label: 'Diện tích cần có (km²)', width: 11, align: 'right' },
      { label: 'Dân số', width: 11, align: 'right' },
      { label: 'Dân số cần có', width: 11, align: 'right' },
      { label: 'Kết luận', width: 40 },
    ],
    rows: assessed.units.map((unit) => ({
      kind: 'cells',
      cells: [
        ...[unit.code, created.get(unit.code) ?? '', unit.parts, unit.people],
        ...[unit.areaKm2, unit.needsAreaKm2, unit.population, unit.needsPopulation],
        verdictOf(unit),
      ],
    })),
  };
}

function verdictOf({ verdict, reason }: AssessedUnit): string {
  return reason === null ? VERDICTS[verdict] : `${VERDICTS[verdict]}: ${REASONS[reason]}`;
}

function named(units: readonly UnitFact[]): Map<string, string> {
  return new Map(units.map(({ code, name }) => [code, name]));
}
