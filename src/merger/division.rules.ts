import type { DivisionKind, UnitKind } from '../rules/vocabulary.js';

/** The part after the dot in the code of a division: `03127.VP` is the Office of unit 03127. */
const SUFFIXES: Readonly<Record<DivisionKind, string>> = {
  office: 'VP',
  economic: 'KT',
  'culture-society': 'VX',
  'service-centre': 'HC',
  'military-command': 'QS',
  party: 'DU',
  front: 'MT',
  'public-service': 'SN',
};

const NAMES: Readonly<Record<DivisionKind, string>> = {
  office: 'Văn phòng HĐND và UBND',
  economic: 'Phòng Kinh tế',
  'culture-society': 'Phòng Văn hóa - Xã hội',
  'service-centre': 'Trung tâm Phục vụ hành chính công',
  'military-command': 'Ban Chỉ huy Quân sự',
  party: 'Cơ quan Đảng ủy',
  front: 'Ủy ban Mặt trận Tổ quốc Việt Nam',
  'public-service': 'Đơn vị sự nghiệp công lập',
};

const WARD_ECONOMIC = 'Phòng Kinh tế, Hạ tầng và Đô thị';

/**
 * A division's code is the code of its unit, a dot and the suffix of its kind.
 *
 * @source product decision; codes of the statistics office have no level below the commune.
 */
export function divisionCode(unitCode: string, kind: DivisionKind): string {
  return `${unitCode}.${SUFFIXES[kind]}`;
}

/**
 * What a division is called; the economic division of a ward has a longer name than that of a commune.
 *
 * @source Decree 150/2025/NĐ-CP, art. 15, in force from 2025-06-16 (the three divisions); Decree 118/2025/NĐ-CP (the Centre)
 */
export function divisionName(unitKind: UnitKind, kind: DivisionKind): string {
  return kind === 'economic' && unitKind === 'ward' ? WARD_ECONOMIC : NAMES[kind];
}
