import { normalised } from '../../shared/text.js';

export type UnitLevelWord = 'commune' | 'district' | 'province';

/** A unit as a text names it: "TT Mường Chà" is kind `thị trấn`, name `Mường Chà`. */
export interface UnitPhrase {
  readonly level: UnitLevelWord;
  /** The kind in full, lower case. */
  readonly kind: string;
  /** '' where the kind stands alone: "UBND xã". */
  readonly name: string;
  /** In the sender's own words. */
  readonly text: string;
  /** The kind was abbreviated; "TT" may mean a centre as well. */
  readonly isAbbreviated: boolean;
  /** A commune that was: "xã Nà Tấu (cũ)". */
  readonly isFormer: boolean;
}

/** What a text says of units: the phrases in order, and what stands before the first. */
export interface UnitWords {
  readonly phrases: readonly UnitPhrase[];
  readonly before: string;
}

const LEVELS: Readonly<Record<string, UnitLevelWord>> = {
  xã: 'commune',
  phường: 'commune',
  'thị trấn': 'commune',
  'đặc khu': 'commune',
  huyện: 'district',
  quận: 'district',
  'thị xã': 'district',
  'thành phố': 'district',
  tỉnh: 'province',
};

/** Bodies whose name holds the kind of their unit: "Huyện ủy Mường Nhé" is of the district Mường Nhé. */
const BODIES: Readonly<Record<string, string>> = {
  'huyện ủy': 'huyện',
  'huyện đoàn': 'huyện',
  'quận ủy': 'quận',
  'quận đoàn': 'quận',
  'thị ủy': 'thị xã',
  'thị đoàn': 'thị xã',
  'thành ủy': 'thành phố',
  'thành đoàn': 'thành phố',
  'tỉnh ủy': 'tỉnh',
  'tỉnh đoàn': 'tỉnh',
};

const ABBREVIATED: Readonly<Record<string, string>> = {
  tt: 'thị trấn',
  tx: 'thị xã',
  tp: 'thành phố',
  x: 'xã',
  p: 'phường',
  h: 'huyện',
  q: 'quận',
  t: 'tỉnh',
};

/** Kinds in full; "hợp tác xã", "cấp xã", "các phường" name no unit. */
const SOCIETY =
  '(?<=(?:cộng h[òo][aà]|văn h[óo][aá]|kinh tế|chính sách|bảo hiểm|thương binh)[ ,và–-]*)xã hội(?!\\p{L})';
const FULL = `(?!${SOCIETY})(?<!hợp tác |cấp |các |cụm )(?:(?:huyện|quận|thị|thành|tỉnh) (?:ủy|uỷ|đoàn)|thị trấn|thị xã|thành phố|đặc khu|phường|huyện|quận|tỉnh|xã)(?![\\p{L}])`;
const DOTTED = '(?:tt|tx|tp|[xphqt])\\.(?=\\s*[\\p{L}\\d])';
/** Without a dot only in capitals, at the beginning or after a separator: "TT Mường Chà", "Nà Tấu - H Điện Biên". */
const BARE =
  '(?<=(?:^|[,;(–-]|UBND|HĐND|MTTQ|[Đđ]ảng (?:ủy|uỷ|bộ))\\s*)(?:(?:TT|TX|TP|[XPHQ])(?=\\s+\\p{Lu}|\\d)|[PQ](?=\\s\\d))(?!\\s[^AEIOUYĂÂÊÔƠƯ\\P{Lu}]{3})';
const KIND = new RegExp(`(?<![\\p{L}\\d.])(?:${FULL}|${DOTTED})`, 'giu');
const BARE_KIND = new RegExp(BARE, 'gu');
const NAME_ENDS = /[,;:()[\]/]|\s[-–—]+\s|\s*[-–—]+\s*$/u;

/** The units that a text names, in its order. */
export function unitWords(typed: string): UnitWords {
  const text = normalised(typed);
  const starts = [...text.matchAll(KIND), ...text.matchAll(BARE_KIND)]
    .map((match) => ({ at: match.index, word: match[0] }))
    .sort((a, b) => a.at - b.at);
  const phrases = starts.flatMap(({ at, word }, index): UnitPhrase[] => {
    const rest = text.slice(at + word.length, starts[index + 1]?.at ?? text.length);
    const phrase = phraseOf(word, rest);
    return phrase === null ? [] : [phrase];
  });
  return { phrases, before: text.slice(0, starts[0]?.at ?? text.length).trim() };
}

function phraseOf(word: string, rest: string): UnitPhrase | null {
  const lower = word.toLowerCase().replace('uỷ', 'ủy');
  const short = ABBREVIATED[lower.replace('.', '')];
  const kind = short ?? BODIES[lower] ?? lower;
  const level = LEVELS[kind];
  if (level === undefined) return null;
  const name = nameIn(rest.replace(/^\s*:/u, '').split(NAME_ENDS)[0] ?? '');
  const text = `${word}${word.endsWith('.') ? '' : ' '}${name}`.trim();
  const isFormer = level === 'commune' && FORMER.test(rest);
  return {
    level,
    kind,
    name,
    text: normalised(text),
    isAbbreviated: short !== undefined,
    isFormer,
  };
}

/** "Nà Tấu (cũ)", "NÀ TẤU CŨ", "Nà Tấu (trước sắp xếp)"; no unit of the country is called "Cũ". */
const FORMER =
  /^[^,;:()/]*(?:\(\s*(?:[cC][ũŨ]|[tT]rước[^)]*|TRƯỚC[^)]*)\)|\s[cC][ũŨ](?!\p{L}|\s\p{Lu}))/u;

/** Words of a title that never belong to a name before them. */
const AFTER_NAME =
  'tính|đến|có|kèm|theo|trước|sau|thuộc|giai đoạn|hiện|tại|và|thực hiện|đề nghị|dự kiến|của|trong|được|để';
const DATED = '(?:năm|quý|tháng|ngày|đợt|nhiệm kỳ)\\s+[\\dIVX]';
/** "Nậm Có" and "Thân Thuộc" are names; only where all is in capitals such a word may end one. */
const ENDS_NAME = new RegExp(`\\s(?:${DATED}|(?:${AFTER_NAME})(?!\\p{L})).*$`, 'u');
const ENDS_CAPITALS = new RegExp(`\\s(?:${DATED}|(?:${AFTER_NAME})(?=\\s)).*$`, 'iu');

/** "Nà Tấu có mặt đến 30/6" → "Nà Tấu"; in a text without small letters only certain words end a name. */
function nameIn(rest: string): string {
  const ends = rest === rest.toUpperCase() ? ENDS_CAPITALS : ENDS_NAME;
  const name = normalised(rest.replace(ends, ''));
  if (!startsUpper(name)) return name;
  const words = name.split(' ');
  const small = words.findIndex((each) => !startsUpper(each) && /^\p{Ll}/u.test(each));
  return small < 0 ? name : words.slice(0, small).join(' ');
}

/** TCVN3 has no capital vowels with tones, so "Mường ảng" and "Pa ủ" are names; these words are none. */
const SMALL_VOWEL = /^(?!(?:ở|ủy|uỷ|ấp|ông|ứng|ưu|ấy|ít|ốm|ước)(?!\p{L}))[^\p{ASCII}đ]/iu;

const BODY =
  /^(?:khối|ubnd|hđnd|đảng|đảng ủy|đảng uỷ|uỷ ban|ủy ban|hội đồng|đảng bộ|nhân dân|ubmttq(?:vn)?|mttq|mặt trận tổ quốc|việt nam|và|văn phòng|vp|cơ quan|[&,\s-])*$/iu;

/** Whether a section row names a unit of the territory: "Xã Mường Phăng", "UBND xã Nà Tấu". */
export function namesUnit(text: string): boolean {
  const { phrases, before } = unitWords(text);
  return isNamed(phrases[0]) && phrases[0]?.isFormer !== true && BODY.test(before);
}

/**
 * The unit that a title or a sheet name speaks of, in its own words: its one commune, else its one district. A commune that was
 * keeps its mark, for only those who know the day can tell which it is.
 */
export function unitIn(text: string): string | null {
  const { phrases } = unitWords(text);
  const named = phrases.filter((each) => isNamed(each) && startsUpper(each.name));
  const communes = named.filter((each) => each.level === 'commune');
  const ofToday = communes.filter(({ isFormer }) => !isFormer);
  const districts = named.filter((each) => each.level === 'district');
  const [found, other] = [ofToday, communes, districts].find((each) => each.length > 0) ?? [];
  if (found === undefined || other !== undefined) return null;
  return found.isFormer ? `${found.text} (cũ)` : found.text;
}

function isNamed(phrase: UnitPhrase | undefined): boolean {
  return phrase !== undefined && phrase.name !== '' && phrase.level !== 'province';
}

function startsUpper(name: string): boolean {
  return /^[\p{Lu}\d]/u.test(name) || SMALL_VOWEL.test(name);
}

/** "P. Mường Thanh", "X. Nà Tấu": the letter is a kind, not the ordinal of a section; of "P. Nội vụ" it is neither. */
export function beginsWithShortKind(typed: string): boolean {
  const rest = SHORT_KIND.exec(normalised(typed))?.[1]?.split(NAME_ENDS)[0]?.trim() ?? '';
  const isName = rest !== '' && rest.split(' ').every(startsUpper);
  return isName && !OFFICE.test(rest);
}

/** "TT Tuần Giáo", "X. Nà Tấu": a unit that begins with a short kind; nobody is called so. */
export function isShortUnit(text: string): boolean {
  return beginsWithShortKind(text) || (/^T[TXP][.\s]/u.test(text) && namesUnit(text));
}

const SHORT_KIND = /^[XPHQ]\.\s*(\S.*)$/u;
const OFFICE =
  /^(?:khối|nhóm|cơ quan|văn phòng|phòng|ban|thanh tra|nội vụ|tài chính|tài nguyên|tư pháp|văn hóa|văn hoá|văn xã|giáo dục|y tế|kinh tế|nông nghiệp|nông lâm|lao động|dân tộc|dân vận|quản lý|hành chính|tổ chức|tuyên giáo|kiểm tra|kế toán|kế hoạch|đô thị|công thương|hạ tầng|cán bộ|công chức|viên chức|lãnh đạo|đoàn|hội|mặt trận|đảng|ubnd|hđnd)(?!\p{L})/iu;
