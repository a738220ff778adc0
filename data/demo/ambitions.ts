import type { Employment } from './plan/employment.js';
import { leads } from './plan/titles.js';
import type { Geography } from './geography.js';
import type { Chance } from './random.js';

const COMMUNE_TITLES: Readonly<Record<string, readonly string[]>> = {
  government: ['Phó Chủ tịch UBND xã', 'Phó Chủ tịch HĐND xã', 'Ủy viên UBND xã'],
  party: ['Ủy viên Ban Thường vụ Đảng ủy xã', 'Phó Bí thư Đảng ủy xã'],
  front: ['Chủ tịch Ủy ban MTTQ xã', 'Phó Chủ tịch Ủy ban MTTQ xã'],
  military: ['Chỉ huy trưởng Ban CHQS cấp xã'],
};
const DISTRICT_TITLES: Readonly<Record<string, readonly string[]>> = {
  government: ['Trưởng phòng', 'Phó Trưởng phòng', 'Phó Chủ tịch UBND huyện'],
  party: ['Trưởng ban Đảng', 'Phó Trưởng ban Đảng'],
  front: ['Phó Chủ tịch Ủy ban MTTQ huyện'],
  'public-service': ['Giám đốc', 'Phó Giám đốc'],
};

const MILITARY_PLANNED = 0.85;
const LEADERS_PLANNED = 0.3;

/** The leading post a person is planned for; those stuck or in training are left out, so that their field stays theirs. */
export function plannedTitleOf(who: Employment, chance: Chance): string | null {
  const titles = (who.origin === 'commune' ? COMMUNE_TITLES : DISTRICT_TITLES)[who.block] ?? [];
  if (titles.length === 0) return null;
  if (who.planned && (who.block !== 'military' || chance.happens(MILITARY_PLANNED))) {
    return chance.pick(titles);
  }
  return leads(who.title) && chance.happens(LEADERS_PLANNED) ? chance.pick(titles) : null;
}

const ASKED = 0.25;
const EARLY = 'Nghỉ hưu trước tuổi (đã đăng ký)';
const OTHERWISE = 'Thôi việc (đã duyệt)';

export function leavingText(early: boolean): string {
  return early ? EARLY : OTHERWISE;
}

/** New communes a person may ask for: of the own district first, at times any. */
function communesFor(who: Employment, geography: Geography, chance: Chance): string[] {
  const near = geography.districts.find((one) => one.code === who.districtCode)?.newCodes ?? [];
  const all = [...geography.newCommunes.keys()];
  const count = chance.between(1, 3);
  const drawn = Array.from({ length: count }, () => chance.pick(chance.happens(0.75) ? near : all));
  return [...new Set(drawn)].map((code) => geography.newCommunes.get(code)?.name ?? '');
}

/** The wish in the words of the form; about one in four who remain has one. */
export function wishTextOf(who: Employment, geography: Geography, chance: Chance): string | null {
  if (!chance.happens(ASKED)) return null;
  if (who.role === 'given' || chance.happens(0.6)) return 'Ở lại đơn vị';
  const communes = communesFor(who, geography, chance);
  return `Chuyển công tác: ${communes.map((name, at) => `${at + 1}. ${name}`).join('; ')}`;
}
