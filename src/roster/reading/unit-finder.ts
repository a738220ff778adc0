import { normalised } from '../../shared/text.js';
import { Matcher, MOST_SUGGESTIONS, type Match, type Matches } from './match.js';
import { spelling } from './spelling.js';
import { unitWords, type UnitPhrase } from './unit-words.js';

/** A unit in force on the roster's day. */
export interface KnownUnit {
  readonly code: string;
  /** With its kind: "Xã Nà Tấu". */
  readonly name: string;
  /** Code of the district of a commune; null = none. */
  readonly parentCode: string | null;
  /** Other spellings of the name, with its kind or without. */
  readonly aliases: readonly string[];
}

interface Found {
  readonly unit: KnownUnit;
  readonly spelling: string;
  readonly kind: 'exact' | 'alias';
}

const KIND = /^(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+/iu;
/** "Văn phòng HĐND và UBND", "Đảng ủy": bodies that every unit has, so the unit is told by what surrounds the row. */
const BODY =
  /^(?:(?:(?:cơ quan|cq|khối|ban|phòng|văn phòng|vp|trung tâm|tt|bộ phận|tổ|ủy ban|uỷ ban|hội|đoàn|hội đồng|ubnd|hđnd|đảng ủy|đảng uỷ|đảng bộ|đảng|huyện ủy|huyện uỷ|thị ủy|thành ủy|thanh tra|mttq(?:vn)?|ubmttq(?:vn)?|mặt trận|công an|quân sự|bch|bchqs|chi bộ)(?!\p{L}))|[&,/\s-])/iu;
/** Whether a text names a body that every unit has, and no unit. */
export function isBodyText(text: string): boolean {
  const words = normalised(text);
  return BODY.test(words) && unitWords(words).phrases.every((each) => each.name === '');
}

/** Places that lie in a commune and are no part of its authority. */
const ELSEWHERE = /^(?:trường|trạm|bệnh viện|công ty|doanh nghiệp|chi nhánh)(?!\p{L})/iu;

/** Finds the units that texts mean: by code, name or known spelling; by nothing else. */
export class UnitFinder {
  private readonly byName = new Map<string, Found[]>();
  private readonly byCode: ReadonlyMap<string, KnownUnit>;
  private readonly suggested: Matcher;
  private readonly answers = new Map<string, Matches>();
  /** Since there are no districts what is called former is another unit, though one of today may have its name. */
  private readonly areFormerGone: boolean;

  /**
   * @param provinceName what the units lie in; a text that names another province means none of them.
   * @param formerNames what they lay in before, which texts may still name.
   */
  constructor(
    units: readonly KnownUnit[],
    private readonly provinceName: string | null = null,
    private readonly formerNames: readonly string[] = [],
  ) {
    this.areFormerGone = !units.some(isDistrict);
    this.byCode = new Map(units.map((unit) => [unit.code, unit]));
    for (const unit of units) this.add(unit);
    this.suggested = new Matcher(
      units.map((unit) => ({
        code: unit.code,
        spellings: [this.fullName(unit), unit.name, ...unit.aliases],
      })),
    );
  }

  /**
   * The unit of a row. Two units of one name are told apart by the district in the text, else in what surrounds the row;
   * where neither tells, the reader is asked.
   *
   * @param text the row's own words; null = it has none.
   * @param around what stands over the row, the nearest first: section rows, title, name of the sheet.
   * @param hints what tells units of one name apart, and names none by itself.
   */
  find(
    text: string | null,
    around: readonly string[] = [],
    hints: readonly string[] = [],
  ): Matches {
    const key = [text ?? '', ...around, '', ...hints].join('\n');
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const found = text === null ? this.around(around, hints) : this.inText(text, around, hints);
    this.answers.set(key, found);
    return found;
  }

  private inText(text: string, around: readonly string[], hints: readonly string[]): Matches {
    const words = normalised(text);
    const named = this.named(words, [...around, ...hints]);
    if (named !== null) return this.answerOf(named, words);
    if (isBodyText(words)) {
      const outer = this.around(around, hints);
      if (outer.answer !== null) return outer;
    }
    return this.question(words);
  }

  /** What was not found by the rules above is never an answer, however near it comes. */
  private question(text: string): Matches {
    const { answer, suggestions, unasked } = this.suggested.match(text);
    const named = unitWords(text).phrases.flatMap((each) => this.ofPhrase(each));
    const coded = this.byCode.get(LOST_ZERO.test(text) ? `0${text}` : '');
    if (coded !== undefined) named.push({ unit: coded, spelling: coded.code, kind: 'exact' });
    const best = [...named.map((each) => this.matchOf(each)), ...(answer ? [answer] : suggestions)];
    const distinct = best.filter(
      (each, at) => best.findIndex(({ code }) => code === each.code) === at,
    );
    return {
      answer: null,
      suggestions: distinct
        .slice(0, MOST_SUGGESTIONS)
        .map((each) => ({ ...each, kind: 'suggested' })),
      ...(unasked && { unasked }),
    };
  }

  /** The nearest commune that is named around the row, else the nearest district. */
  private around(around: readonly string[], hints: readonly string[]): Matches {
    const named = around.flatMap((text, index) => {
      const found = this.named(normalised(text), [...around.slice(index + 1), ...hints], true);
      return found === null || found.length === 0 ? [] : [{ text, found }];
    });
    const isCommune = ({ found }: { found: readonly Found[] }): boolean =>
      found.some(({ unit }) => !isDistrict(unit));
    const nearest = named.find(isCommune) ?? named[0];
    return nearest === undefined ? NOTHING : this.answerOf(nearest.found, nearest.text);
  }

  /** The units that a text names; empty = it names one that is not there, null = it names none. */
  private named(text: string, around: readonly string[], isTitle = false): readonly Found[] | null {
    const coded = this.byCode.get(CODE.exec(text)?.[1] ?? '');
    if (coded !== undefined) return this.coded(coded, text);
    const whole = this.narrowed(this.lookUp(text), [], around);
    if (whole.length > 0) return whole;
    const { phrases, before } = unitWords(text);
    if (ELSEWHERE.test(before) || phrases.some((each) => this.isElsewhere(each))) return [];
    if (this.areFormerGone && phrases.some(({ isFormer }) => isFormer)) return [];
    const known = phrases.filter((each) => this.counts(each));
    const [commune, other] = known.filter((each) => each.level === 'commune');
    const districts = known.filter((each) => each.level === 'district');
    if (other !== undefined) return [];
    if (commune !== undefined)
      return this.inCommune(commune, { before, districts, around, isTitle });
    return this.withoutKind(text, { before, districts, around, isTitle });
  }

  /** A division of the commune where the text names one that is known, else the commune. */
  private inCommune(commune: UnitPhrase, { before, districts, around }: Words): readonly Found[] {
    const found = this.narrowed(this.ofPhrase(commune), districts, around);
    const inside = this.lookUp(before.replace(SEPARATED, '')).filter(({ unit }) =>
      this.liesIn(unit, found),
    );
    return inside.length > 0 ? inside : found;
  }

  /** "Nà Tấu, huyện Điện Biên", "UBND Nà Tấu", "Nà Tấu - Điện Biên", "Phòng Nội vụ huyện Điện Biên". */
  private withoutKind(
    text: string,
    { before, districts, around, isTitle }: Words,
  ): readonly Found[] | null {
    const name = before.replace(SEPARATED, '').replace(LEADING_BODY, '');
    const bare = name === '' ? [] : this.narrowed(this.lookUp(name), districts, around);
    if (bare.length > 0) return bare;
    const [district] = districts;
    if (district !== undefined)
      return isTitle || before === '' || BODY.test(before) ? this.ofPhrase(district) : [];
    const [first = ''] = text.split(/[,(]|\s[-–]\s/);
    const rest = text.slice(first.length).replace(/^[\s,(–-]+|[\s)]+$/g, '');
    if (rest === '') return null;
    const outer = this.lookUp(rest);
    const cut = this.lookUp(first).filter(({ unit }) => this.liesIn(unit, outer));
    return cut.length > 0 ? cut : null;
  }

  private isElsewhere({ level, name }: UnitPhrase): boolean {
    if (level !== 'province' || name === '' || this.provinceName === null) return false;
    return [this.provinceName, ...this.formerNames].every(
      (own) => nameKey(name) !== nameKey(own.replace(KIND, '')),
    );
  }

  /** "TT" may mean a centre, so an abbreviated kind counts only before a name that is known. */
  private counts(phrase: UnitPhrase): boolean {
    if (phrase.name === '' || phrase.level === 'province') return false;
    return !phrase.isAbbreviated || this.ofPhrase(phrase).length > 0;
  }

  /** A code beside a name must be the code of that name. */
  private coded(unit: KnownUnit, text: string): readonly Found[] {
    const rest = normalised(
      text
        .replace(CODE, '')
        .replace(/[()]/g, ' ')
        .replace(/^[\s:-]+|[\s:-]+$/g, ''),
    );
    if (rest === '' || /^(mã|mã đơn vị)$/iu.test(rest))
      return [{ unit, spelling: unit.code, kind: 'exact' }];
    return this.narrowed(this.lookUp(rest), [], []).filter((each) => each.unit === unit);
  }

  private narrowed(
    found: readonly Found[],
    districts: readonly UnitPhrase[],
    around: readonly string[],
  ): readonly Found[] {
    const [district] = districts;
    if (district !== undefined)
      return found.filter(({ unit }) => this.liesIn(unit, this.ofPhrase(district)));
    if (found.length < 2) return found;
    for (const text of around) {
      const outer = unitWords(text).phrases.filter((each) => each.name !== '');
      const inside = found.filter(({ unit }) =>
        outer.some((each) => this.liesIn(unit, this.ofPhrase(each))),
      );
      if (inside.length > 0) return inside;
    }
    return found;
  }

  private liesIn(unit: KnownUnit, districts: readonly Found[]): boolean {
    return districts.some((each) => each.unit.code === unit.parentCode);
  }

  private ofPhrase({ kind, name }: UnitPhrase): readonly Found[] {
    return this.lookUp(`${kind} ${name}`);
  }

  private lookUp(name: string): readonly Found[] {
    return this.byName.get(nameKey(name)) ?? [];
  }

  private add(unit: KnownUnit): void {
    const kind = KIND.exec(unit.name)?.[0] ?? '';
    const put = (text: string, match: Found['kind']): void => {
      const key = nameKey(text);
      const known = this.byName.get(key) ?? [];
      if (known.some((each) => each.unit === unit)) return;
      this.byName.set(key, [...known, { unit, spelling: text, kind: match }]);
    };
    put(unit.name, 'exact');
    put(unit.name.replace(KIND, ''), 'alias');
    for (const alias of unit.aliases) {
      put(alias, 'alias');
      if (!KIND.test(alias)) put(`${kind}${alias}`, 'alias');
    }
  }

  private fullName(unit: KnownUnit): string {
    const parent = unit.parentCode === null ? undefined : this.byCode.get(unit.parentCode);
    return parent === undefined ? unit.name : `${unit.name}, ${parent.name}`;
  }

  private answerOf(found: readonly Found[], text: string): Matches {
    const [first, second] = found;
    if (first === undefined) return this.question(text);
    if (second === undefined) return { answer: this.matchOf(first), suggestions: [] };
    return {
      answer: null,
      suggestions: found.slice(0, MOST_SUGGESTIONS).map((each) => this.matchOf(each)),
    };
  }

  private matchOf({ unit, kind }: Found): Match {
    return { code: unit.code, spelling: this.fullName(unit), kind, distance: 0 };
  }
}

const NOTHING: Matches = { answer: null, suggestions: [] };
/** Five digits anywhere; three, of a district, only alone: a title may say "100 người". */
const CODE = /(?<![\d.])(\d{5}|^\d{3}$)(?![\d.])/;
/** A code of five digits that a spreadsheet took for a figure. */
const LOST_ZERO = /^\d{4}$/;
const DISTRICT_KIND = /^(huyện|quận|thị xã|thành phố)\s/iu;
const LEADING_BODY =
  /^(?:(?:ubnd|hđnd|đảng ủy|đảng uỷ|đảng bộ|đu|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|văn phòng|ubmttq|mttq|công an)[\s&,-]+)+/iu;

interface Words {
  readonly before: string;
  readonly districts: readonly UnitPhrase[];
  readonly around: readonly string[];
  /** The text stands over rows: whatever precedes the unit in it, the unit is meant. */
  readonly isTitle: boolean;
}

function isDistrict(unit: KnownUnit): boolean {
  return DISTRICT_KIND.test(unit.name);
}
const SEPARATED = /[\s,;(–-]+$/u;

/** Numbers in names are compared as numbers: "Phường 01" is "Phường 1". */
function nameKey(name: string): string {
  return spelling(name).replace(/(?<!\d)0+(?=\d)/g, '');
}
