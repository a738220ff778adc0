import type { Employment } from './plan/employment.js';
import { leads } from './plan/titles.js';
import type { Geography } from './geography.js';
import type { Chance } from './random.js';

/** The next leading post of a title. */
const NEXT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^X-BT$/, ['Ủy viên Ban Chấp hành Đảng bộ huyện']],
  [/^X-(PBT|CT|CT-HDND)$/, ['Bí thư Đảng ủy xã']],
  [/^X-PCT$/, ['Chủ tịch UBND xã']],
  [/^X-PCT-HDND$/, ['Chủ tịch HĐND xã', 'Phó Bí thư Đảng ủy xã']],
  [/^X-MT$/, ['Phó Bí thư Đảng ủy xã']],
  [/^X-(DTN|PN|ND|CCB)$/, ['Chủ tịch Ủy ban MTTQ xã', 'Phó Chủ tịch HĐND xã']],
  [/^X-CHT$/, ['Chỉ huy trưởng Ban Chỉ huy quân sự xã']],
  [/^X-/, ['Phó Chủ tịch UBND xã', 'Phó Chủ tịch HĐND xã']],
  [/^H-(BT|PBT|CT|CT-HDND)$/, ['Ủy viên Ban Chấp hành Đảng bộ tỉnh']],
  [/^H-PCT(-HDND)?$/, ['Phó Bí thư, Chủ tịch UBND huyện']],
  [/^H-(BAN-TB|\w+-TP)$/, ['Phó Chủ tịch UBND huyện', 'Phó Chủ tịch HĐND huyện']],
  [/^H-(DANG-TB|UBKT-CN)$/, ['Phó Bí thư Huyện ủy']],
  [/^H-(DANG-PB|UBKT-PCN|TTCT-GD)$/, ['Trưởng Ban Xây dựng Đảng', 'Chủ nhiệm UBKT']],
  [/^H-(MT-PCT|PN|ND|CCB|DTN)/, ['Chủ tịch Ủy ban MTTQ huyện']],
  [/^H-(DANG|UBKT|TTCT)-/, ['Phó Trưởng Ban Xây dựng Đảng']],
  [/^H-MT-/, ['Phó Chủ tịch Ủy ban MTTQ huyện']],
  [/^H-SN-GD$/, ['Phó Trưởng phòng']],
  [/^H-SN-PGD$/, ['Giám đốc']],
  [/^H-SN-/, ['Phó Giám đốc']],
  [/-(PTP|PB)$/, ['Trưởng phòng']],
  [/^H-/, ['Phó Trưởng phòng']],
];

const MILITARY_PLANNED = 0.85;
const LEADERS_PLANNED = 0.3;

/** The leading post a person is planned for; those stuck or in training are left out, so that their field stays theirs. */
export function plannedTitleOf(who: Employment, chance: Chance): string | null {
  const share = who.planned ? 1 : leads(who.title) ? LEADERS_PLANNED : 0;
  if (!chance.happens(who.block === 'military' ? MILITARY_PLANNED : share)) return null;
  return chance.pick(
    NEXT.find(([pattern]) => pattern.test(who.title))?.[1] ?? ['Phó Trưởng phòng'],
  );
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
