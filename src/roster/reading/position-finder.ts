import { byCodePoint, normalised } from '../../shared/text.js';
import { Matcher, MOST_SUGGESTIONS, type Candidate, type Match, type Matches } from './match.js';
import { spelling } from './spelling.js';
import { unitWords } from './unit-words.js';

/** Several posts of one person in one cell: "Phó Bí thư, Chủ tịch UBND", "Bí thư kiêm Chủ tịch HĐND". */
const BETWEEN_POSTS = /\s*[,;/\n]\s*|\s+(?:kiêm|kiêm nhiệm)\s+|\s+-\s+(?=\p{Lu})/iu;

/** Finds the positions that titles mean: as the catalogue writes them, or by a known spelling. */
export class PositionFinder {
  private readonly matcher: Matcher;
  /** The same without spaces and dashes: "BT ĐU" and "BTĐU", "TP HT" and "TP-HT" are one abbreviation. */
  private readonly compact: Matcher;
  /** The same by the fields that a title names, in whatever order: "ĐC-XD-NN&MT" and "Địa chính - nông nghiệp - xây dựng và môi trường". */
  private readonly byFields: Matcher;
  /** The same title beside the same divisions occurs in hundreds of rows. */
  private readonly answers = new Map<string, Matches>();

  constructor(positions: readonly Candidate[]) {
    this.matcher = new Matcher(positions);
    this.compact = new Matcher(
      positions.map(({ code, spellings }) => ({ code, spellings: spellings.map(compacted) })),
    );
    this.byFields = new Matcher(
      positions.map(({ code, spellings }) => ({ code, spellings: spellings.flatMap(fieldsKey) })),
    );
  }

  /**
   * The position of a title; null where the row gives none. A title is taken with the kind of its unit first ("Chủ tịch UBND"
   * of a district is "Chủ tịch UBND huyện"), then as it stands, without the name of its unit ("Chủ tịch UBND xã Nà Tấu"), and
   * with the division that stands beside it or above ("Chuyên viên", Phòng Nội vụ). Several posts in one cell are a question,
   * with a suggestion for each.
   *
   * @param unitName the unit that was found for the row; null = none.
   */
  find(
    title: string | null,
    divisions: readonly (string | null)[] = [],
    unitName: string | null = null,
  ): Matches | null {
    if (title === null || title === '') return null;
    const key = [title, unitKind(unitName) ?? '', ...divisions.map((each) => each ?? '')].join(
      '\n\n',
    );
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const found = this.matches(normalised(title), divisions, unitName);
    this.answers.set(key, found);
    return found;
  }

  private matches(
    text: string,
    divisions: readonly (string | null)[],
    unitName: string | null,
  ): Matches {
    const answer = this.answer(text, divisions, unitName);
    if (answer !== null) return { answer, suggestions: [] };
    const several = this.several(text, divisions, unitName);
    if (several.length > 0)
      return { answer: null, suggestions: several.slice(0, MOST_SUGGESTIONS) };
    const found = this.matcher.match(text);
    const spelledOut = spelledOutTitle(text);
    return found.suggestions.length > 0 || spelledOut === null
      ? found
      : asQuestion(this.matcher.match(spelledOut));
  }

  private answer(
    text: string,
    divisions: readonly (string | null)[],
    unitName: string | null,
  ): Match | null {
    for (const spelt of spellingsOf(text, divisions, unitName)) {
      const answer =
        this.matcher.equal(spelt) ?? this.compact.equal(compacted(spelt)) ?? this.ofFields(spelt);
      if (answer !== null) return answer;
    }
    return null;
  }

  private ofFields(title: string): Match | null {
    const [key] = fieldsKey(title);
    return key === undefined ? null : this.byFields.equal(key);
  }

  /** What the single posts of a cell mean. */
  private several(
    text: string,
    divisions: readonly (string | null)[],
    unitName: string | null,
  ): readonly Match[] {
    const parts = text.split(BETWEEN_POSTS);
    const found = (parts.length > 1 ? parts : []).flatMap((part) => {
      const answer = this.answer(part, divisions, unitName);
      return answer === null ? [] : [{ ...answer, kind: 'suggested' as const }];
    });
    return found.filter((each, at) => found.findIndex(({ code }) => code === each.code) === at);
  }
}

function asQuestion({ answer, suggestions }: Matches): Matches {
  const first = answer === null ? [] : [{ ...answer, kind: 'suggested' as const }];
  return { answer: null, suggestions: [...first, ...suggestions].slice(0, MOST_SUGGESTIONS) };
}

function compacted(text: string): string {
  return text.replace(/[\s.&–-]+/gu, '');
}

/** Titles that are written by their first letters, where a field or a body follows. */
const LEADING: Readonly<Record<string, string>> = {
  tp: 'Trưởng phòng',
  ptp: 'Phó Trưởng phòng',
  cvp: 'Chánh Văn phòng',
  pcvp: 'Phó Chánh Văn phòng',
  gđ: 'Giám đốc',
  pgđ: 'Phó Giám đốc',
  tb: 'Trưởng Ban',
  ptb: 'Phó Trưởng Ban',
  cn: 'Chủ nhiệm',
  pcn: 'Phó Chủ nhiệm',
  cv: 'Chuyên viên về',
  cvv: 'Chuyên viên về',
};
const BODIES: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})VH\s*[-–&]\s*XH(?!\p{L})/giu, 'Văn hóa - Xã hội'],
  [/(?<!\p{L})TT\s?(?:PV)?HCC(?!\p{L})/giu, 'Trung tâm Phục vụ hành chính công'],
  [/(?<!\p{L})UBKT(?!\p{L})/giu, 'Ủy ban Kiểm tra'],
  [/(?<!\p{L})XD(?=\s+Đảng)/giu, 'Xây dựng'],
  [/(?<!\p{L})CNTT(?!\p{L})/giu, 'công nghệ thông tin'],
];

/** "PTP VH-XH" → "Phó Trưởng phòng Văn hóa - Xã hội"; null where nothing is abbreviated so. */
function spelledOutTitle(text: string): string | null {
  const [, deputy = '', short = '', rest = ''] =
    /^(phó\s|p\.\s?)?(\p{L}{2,4})\.?(?:\s+(.*))?$/iu.exec(text) ?? [];
  const title = LEADING[short.toLowerCase()];
  const whole = title === undefined ? text : `${deputy && 'Phó '}${title} ${rest}`;
  const spelt = normalised(BODIES.reduce((said, [body, name]) => said.replace(body, name), whole));
  return spelt === text ? null : spelt;
}

/** "CB VP-TK" is said of the same post as "CC VP-TK" and "VP-TK". */
const STAFF = /^(?:cbcc|cb|cc|cán bộ|công chức)[\s.:–-]+(?=\S)/iu;
const BETWEEN_FIELDS = /\s*[-–,/&]\s*|\s+và\s+/iu;
const FIELDS: Readonly<Record<string, string>> = {
  đc: 'địa chính',
  xd: 'xây dựng',
  nn: 'nông nghiệp',
  mt: 'môi trường',
  đt: 'đô thị',
  vp: 'văn phòng',
  tk: 'thống kê',
  tc: 'tài chính',
  kt: 'kế toán',
  tp: 'tư pháp',
  ht: 'hộ tịch',
  vh: 'văn hóa',
  xh: 'xã hội',
};

const WORDS: Readonly<Record<string, string>> = {
  bt: 'bí thư',
  pbt: 'phó bí thư',
  ct: 'chủ tịch',
  pct: 'phó chủ tịch',
  đu: 'đảng ủy',
};

/** The fields of a title in one order; nothing where it names no two. */
function fieldsKey(title: string): readonly string[] {
  const fields = title
    .replace(STAFF, '')
    .split(BETWEEN_FIELDS)
    .map((field) => spelling(field))
    .map((field) => FIELDS[field] ?? field.replace(/\p{L}+/gu, (word) => WORDS[word] ?? word));
  return fields.length < 2 ? [] : [fields.sort(byCodePoint).join('-')];
}

function withoutStaff(text: string): readonly string[] {
  const rest = text.replace(STAFF, '');
  return rest === text ? [] : [rest, `Công chức ${rest}`];
}

/** "CV Phòng NN&MT" is said of the same post as "CV NN&MT". */
function withoutRoom(text: string): readonly string[] {
  const rest = text.replace(/^(cv|chuyên viên)\s+phòng\s+(?=\p{L})/iu, '$1 ');
  return rest === text ? [] : [rest];
}

function spellingsOf(
  text: string,
  divisions: readonly (string | null)[],
  unitName: string | null,
): readonly string[] {
  const plain = [text, withoutDots(text)].filter((each, at, all) => all.indexOf(each) === at);
  const levels = levelsOf(unitKind(unitName));
  const spelledOut = spelledOutTitle(text);
  return [
    ...plain,
    ...withoutStaff(text),
    ...withoutRoom(text),
    ...(spelledOut === null ? [] : [spelledOut]),
  ].flatMap((title) => [
    ...levels.before.map((level) => `${title} ${level}`),
    title,
    ...levels.after.map((level) => `${title} ${level}`),
    ...withoutUnit(title),
    ...withDivision(title, divisions),
  ]);
}

function unitKind(unitName: string | null): string | undefined {
  return UNIT_KIND.exec(unitName ?? '')?.[1]?.toLowerCase();
}

const UNIT_KIND = /^(huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu)\s/iu;
const COMMUNES = ['xã', 'phường', 'thị trấn', 'đặc khu'];

/** What a title may leave out: "CT UBND" of a town is that of a district, "Kế toán" of a commune "Kế toán xã". */
function levelsOf(kind: string | undefined): {
  readonly before: readonly string[];
  readonly after: readonly string[];
} {
  if (kind === undefined) return { before: [], after: [] };
  if (COMMUNES.includes(kind)) return { before: [], after: ['xã'] };
  return { before: [kind, 'huyện', 'cấp huyện'], after: [] };
}

/** "P.CT UBND" → "Phó CT UBND", "CT.UBND" → "CT UBND"; the dots of "Th.S" do no harm here. */
function withoutDots(text: string): string {
  return normalised(
    text
      .replace(/C\.\s*tịch/giu, 'Chủ tịch')
      .replace(/(?<!\p{L})P\.\s*/gu, 'Phó ')
      .replace(/\./g, ' ')
      .replace(/\s(?:VN|Việt Nam)(?!\p{L})/giu, ''),
  );
}

/** "Chủ tịch UBND xã Nà Tấu" → "Chủ tịch UBND xã", "Chủ tịch UBND". */
function withoutUnit(text: string): readonly string[] {
  const { phrases, before } = unitWords(text);
  const [first] = phrases;
  if (first === undefined || before === '') return [];
  return [`${before} ${first.kind}`, before];
}

const DIVISION = /^(phòng|văn phòng|vp|ban|trung tâm|ủy ban|thanh tra|hội|đoàn)\s/iu;
const SHORT_TITLES: Readonly<Record<string, string>> = {
  tp: 'Trưởng phòng',
  ptp: 'Phó Trưởng phòng',
  'phó phòng': 'Phó Trưởng phòng',
  cvp: 'Chánh Văn phòng',
  pcvp: 'Phó Chánh Văn phòng',
  cv: 'Chuyên viên',
};

function withDivision(text: string, divisions: readonly (string | null)[]): readonly string[] {
  return divisions.flatMap((division) => {
    const { before } = unitWords(division ?? '');
    const noun = DIVISION.exec(`${before} `)?.[1];
    if (noun === undefined) return [];
    const title = SHORT_TITLES[spelling(text)] ?? text;
    // "Trưởng phòng" of "Phòng Nội vụ" is "Trưởng phòng Nội vụ"
    const isSaid = spelling(title).endsWith(` ${spelling(noun)}`);
    return [`${title} ${isSaid ? before.slice(noun.length).trim() : before}`];
  });
}
