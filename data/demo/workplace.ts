import type { Employment } from './plan/employment.js';
import { inSentence, type Geography } from './geography.js';
import type { Chance } from './random.js';
import { readTable } from './tables.js';

export interface Workplace {
  readonly unitText: string;
  readonly sectionText: string;
  readonly positionText: string;
}

const SERVICE_UNITS: Readonly<Record<string, readonly [section: string, short: string]>> = {
  'H-SN-NN': ['Trung tâm Dịch vụ nông nghiệp', 'Trung tâm DVNN'],
  'H-SN-VH': ['Trung tâm Văn hóa - Truyền thanh - Truyền hình', 'Trung tâm VH-TT-TH'],
  'H-SN-DA': ['Ban Quản lý dự án và phát triển quỹ đất', 'Ban QLDA và PTQĐ'],
  'H-SN-DN': ['Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên', 'Trung tâm GDNN-GDTX'],
};
const KINDS = Object.keys(SERVICE_UNITS);

/** The ward of the city's and of the town's offices: not told by the data, assumed. */
const SEATS: Readonly<Record<string, string>> = { '094': '03127', '095': '03151' };

const SECTIONS = {
  party: 'Khối Đảng',
  government: 'Khối Nhà nước',
  front: 'Khối Mặt trận Tổ quốc và đoàn thể',
  military: 'Quân sự',
} as const;

const OFFICIAL_TITLE = 0.45;
const OTHER_SPELLING = 0.2;

/** Aliases that name a kind of unit which the person's own is not. */
function isOfKind(alias: string, unitName: string): boolean {
  const kinds: readonly (readonly [RegExp, RegExp])[] = [
    [/\bxã\b/i, /^(Xã|Thị [Xx]ã) /],
    [/phường/i, /^Phường /],
    [/thị trấn/i, /^Thị trấn /],
    [/ huyện|Huyện/, /^Huyện /],
    [/thành phố|Thành ủy|Thành đoàn/, /^Thành phố /],
    [/thị xã|Thị ủy|Thị đoàn/, /^Thị [Xx]ã /],
  ];
  return kinds.every(([word, name]) => !word.test(alias) || name.test(unitName));
}

/** How the rosters write units and titles. */
export class WorkplaceTexts {
  private readonly titles = new Map(
    readTable('positions.csv').map((row) => [row['code'] ?? '', row['name_vi'] ?? '']),
  );
  private readonly aliases = new Map<string, string[]>();
  private readonly seats = readTable('dien-bien/units_new.csv');
  private readonly headed = new Map<string, number>();

  constructor(private readonly geography: Geography) {
    for (const row of readTable('aliases.csv')) {
      if (row['kind'] !== 'position') continue;
      const code = row['target_code'] ?? '';
      this.aliases.set(code, [...(this.aliases.get(code) ?? []), row['spelling'] ?? '']);
    }
  }

  newTitleOf(code: string): string {
    return this.titles.get(code) ?? code;
  }

  /** The old commune in which the district had its offices, as the seats of the new communes tell. */
  seatOf(districtCode: string): string {
    const district = this.geography.districts.find((one) => one.code === districtCode);
    const name = inSentence(district?.name ?? '');
    const seat = this.seats.find((row) => row['seat']?.endsWith(name) === true)?.['seat_old_code'];
    return SEATS[districtCode] ?? seat ?? district?.oldCodes[0] ?? '';
  }

  of(who: Employment, chance: Chance): Workplace {
    const unitName = this.unitNameOf(who, chance);
    const service = this.serviceOf(who, chance);
    return {
      unitText: unitName,
      sectionText: service?.[0] ?? (who.origin === 'commune' ? unitName : this.blockText(who)),
      positionText: this.titleText(who, unitName, service?.[1], chance),
    };
  }

  private blockText(who: Employment): string {
    return who.block === 'public-service' ? '' : SECTIONS[who.block];
  }

  private unitNameOf(who: Employment, chance: Chance): string {
    const commune = this.geography.oldCommunes.get(who.unitCode);
    if (commune === undefined) {
      return this.geography.districts.find((one) => one.code === who.unitCode)?.name ?? '';
    }
    return commune.otherName !== null && chance.happens(OTHER_SPELLING)
      ? commune.otherName
      : commune.name;
  }

  private serviceOf(who: Employment, chance: Chance): readonly [string, string] | undefined {
    if (who.block !== 'public-service') return undefined;
    return SERVICE_UNITS[who.title] ?? SERVICE_UNITS[this.nextHeaded(who, chance)];
  }

  /** Heads and deputies are dealt over the units of a district in turn; others work in any. */
  private nextHeaded(who: Employment, chance: Chance): string {
    if (!/GD$/.test(who.title)) return chance.pick(KINDS);
    const key = who.districtCode + who.title;
    const turn = this.headed.get(key) ?? 0;
    this.headed.set(key, turn + 1);
    return KINDS[turn % KINDS.length] ?? chance.pick(KINDS);
  }

  private titleText(
    who: Employment,
    unitName: string,
    service: string | undefined,
    chance: Chance,
  ): string {
    const known = (this.aliases.get(who.title) ?? []).filter((alias) => isOfKind(alias, unitName));
    const fitting =
      service === undefined ? known : known.filter((alias) => alias.endsWith(service));
    const official = this.titles.get(who.title) ?? who.title;
    if (fitting.length === 0) return official;
    const mustName = service !== undefined || /^(Thành phố|Thị) /.test(unitName);
    return !mustName && chance.happens(OFFICIAL_TITLE) ? official : chance.pick(fitting);
  }
}
