import {
  type Block,
  type Degree,
  type DivisionKind,
  type Evidence,
  type PositionGroup,
  type UnitKind,
} from '../rules/vocabulary.js';
import { folded } from '../shared/text.js';

/** The words that people write in a cell for a word of ours; the first is what we write ourselves. */
export type Words<T extends string> = Readonly<Record<T, readonly string[]>>;

export const BLOCK_WORDS: Words<Block> = {
  government: ['Chính quyền', 'Khối chính quyền', 'UBND'],
  party: ['Đảng', 'Khối Đảng'],
  front: ['Mặt trận, đoàn thể', 'Mặt trận', 'Khối Mặt trận và đoàn thể', 'Đoàn thể'],
  military: ['Quân sự', 'Khối quân sự'],
  'public-service': ['Sự nghiệp', 'Khối sự nghiệp công lập', 'Sự nghiệp công lập'],
};

export const DIVISION_WORDS: Words<DivisionKind> = {
  office: ['Văn phòng', 'Văn phòng HĐND và UBND'],
  economic: ['Phòng Kinh tế', 'Kinh tế', 'Phòng Kinh tế, Hạ tầng và Đô thị'],
  'culture-society': ['Phòng Văn hóa - Xã hội', 'Văn hóa - Xã hội', 'Văn hóa xã hội'],
  'service-centre': ['Trung tâm Phục vụ hành chính công', 'Trung tâm hành chính công'],
  'military-command': ['Ban Chỉ huy Quân sự', 'Quân sự'],
  party: ['Cơ quan Đảng ủy', 'Đảng ủy', 'Đảng'],
  front: ['Ủy ban Mặt trận Tổ quốc', 'Ủy ban Mặt trận Tổ quốc Việt Nam', 'Mặt trận'],
  'public-service': ['Đơn vị sự nghiệp', 'Đơn vị sự nghiệp công lập', 'Sự nghiệp'],
};

export const UNIT_KIND_WORDS: Words<UnitKind> = {
  province: ['Tỉnh'],
  department: ['Sở', 'Sở, ngành'],
  city: ['Thành phố'],
  town: ['Thị xã'],
  'urban-district': ['Quận'],
  'rural-district': ['Huyện'],
  commune: ['Xã'],
  ward: ['Phường'],
  township: ['Thị trấn'],
  'special-zone': ['Đặc khu'],
  ...DIVISION_WORDS,
};

export const GROUP_WORDS: Words<PositionGroup> = {
  leader: ['Lãnh đạo, quản lý', 'Lãnh đạo', 'Quản lý'],
  professional: ['Chuyên môn, nghiệp vụ', 'Chuyên môn', 'Nghiệp vụ', 'Nghiệp vụ chuyên ngành'],
  support: ['Hỗ trợ, phục vụ', 'Hỗ trợ', 'Phục vụ'],
};

export const DEGREE_WORDS: Words<Degree> = {
  primary: ['Sơ cấp'],
  intermediate: ['Trung cấp'],
  college: ['Cao đẳng'],
  university: ['Đại học', 'Cử nhân', 'Kỹ sư'],
  master: ['Thạc sĩ'],
  doctorate: ['Tiến sĩ'],
};

export const EVIDENCE_WORDS: Words<Evidence> = {
  found: ['Đã thấy văn bản'],
  recalled: ['Theo trí nhớ'],
  derived: ['Suy ra'],
  confirmed: ['Đã xác nhận'],
};

/** How an old unit passes to a new one. */
export type SuccessionKind = 'whole' | 'part' | 'remainder';
export const SUCCESSION_WORDS: Words<SuccessionKind> = {
  whole: ['Toàn bộ', 'Nguyên trạng', 'unchanged', 'renamed'],
  part: ['Một phần'],
  remainder: ['Phần còn lại'],
};

/** Our word for what a cell says: ours itself, or one of its words, whatever their case and diacritics; null = none. */
export function meantBy<T extends string>(text: string, words: Words<T>): T | null {
  const said = plain(text);
  const keys = Object.keys(words) as T[];
  return (
    keys.find((key) => plain(key) === said) ??
    keys.find((key) => words[key].some((word) => plain(word) === said)) ??
    null
  );
}

/** What we write for a word of ours. */
export function written<T extends string>(key: T, words: Words<T>): string {
  return words[key][0] ?? key;
}

/** What a reader may choose from. */
export function choicesIn<T extends string>(words: Words<T>): string[] {
  return (Object.keys(words) as T[]).map((key) => written(key, words));
}

function plain(text: string): string {
  return folded(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
