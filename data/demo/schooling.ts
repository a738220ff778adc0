import type { Degree } from '../../src/rules/vocabulary.js';
import type { Day } from '../../src/shared/day.js';
import type { Chance } from './random.js';

/** How rosters write the degrees. */
const DEGREE_TEXTS: Readonly<Record<Degree, string>> = {
  primary: 'Sơ cấp',
  intermediate: 'Trung cấp',
  college: 'Cao đẳng',
  university: 'Đại học',
  master: 'Thạc sĩ',
  doctorate: 'Tiến sĩ',
};

export function degreeTextOf(degree: Degree, chance: Chance): string {
  if (degree === 'university' && chance.happens(0.06)) return 'ĐH';
  return DEGREE_TEXTS[degree];
}

const SCHOOLS: Readonly<Record<string, readonly string[]>> = {
  it: ['Trường ĐH Công nghệ thông tin và Truyền thông Thái Nguyên', 'Trường Đại học Tây Bắc'],
  law: ['Trường Đại học Luật Hà Nội', 'Học viện Hành chính Quốc gia', 'Viện Đại học Mở Hà Nội'],
  health: ['Trường Đại học Y Dược Thái Nguyên', 'Trường Đại học Y tế công cộng'],
  education: ['Trường Đại học Tây Bắc', 'Trường Đại học Sư phạm Thái Nguyên'],
  land: ['Trường Đại học Nông Lâm Thái Nguyên', 'Trường ĐH Tài nguyên và Môi trường Hà Nội'],
  agriculture: ['Trường Đại học Nông Lâm Thái Nguyên', 'Học viện Nông nghiệp Việt Nam'],
  construction: ['Trường Đại học Xây dựng Hà Nội', 'Trường Đại học Kiến trúc Hà Nội'],
  transport: ['Trường Đại học Giao thông vận tải', 'Trường ĐH Công nghệ Giao thông vận tải'],
  trade: ['Trường Đại học Thương mại', 'Trường Đại học Công nghiệp Hà Nội'],
  finance: ['Học viện Tài chính', 'Trường ĐH Kinh tế và Quản trị kinh doanh Thái Nguyên'],
  culture: ['Trường Đại học Văn hóa Hà Nội', 'Trường Đại học Tây Bắc'],
};
const ANY_SCHOOL = [
  'Trường Đại học Tây Bắc',
  'Học viện Hành chính Quốc gia',
  'Trường Đại học Thái Nguyên',
] as const;

/** Groups of majors by a word of their code, so that the catalogue may name them as it likes. */
const SCHOOL_OF_WORD: readonly (readonly [RegExp, string])[] = [
  [/^it|informa|electron/, 'it'],
  [/law|justice|inspect/, 'law'],
  [/health|medic|pharm/, 'health'],
  [/pedag|educat/, 'education'],
  [/land|survey|environ|geolog/, 'land'],
  [/agri|forest|irrig|veter|rural/, 'agriculture'],
  [/construct|civil|archi|urban/, 'construction'],
  [/transport/, 'transport'],
  [/commerce|trade|industr/, 'trade'],
  [/financ|account|econom|invest|statist|business/, 'finance'],
  [/cultur|sport|touris|journal|commun/, 'culture'],
];

export function schoolOf(majorGroup: string, degree: Degree, chance: Chance): string {
  if (degree === 'college') return 'Trường Cao đẳng Kinh tế - Kỹ thuật Điện Biên';
  if (degree === 'intermediate') return 'Trường Trung cấp Kinh tế - Kỹ thuật Điện Biên';
  const kind = SCHOOL_OF_WORD.find(([word]) => word.test(majorGroup))?.[1];
  return chance.pick((kind === undefined ? undefined : SCHOOLS[kind]) ?? ANY_SCHOOL);
}

export function studyModeOf(recruitedOn: Day, chance: Chance): string {
  const older = recruitedOn < '2010';
  return chance.weighted([
    ['Chính quy', older ? 35 : 68],
    ['Vừa làm vừa học', older ? 45 : 22],
    ['Tại chức', older ? 15 : 2],
    ['Từ xa', 5],
  ]);
}

export function politicalTheoryOf(leads: boolean, chance: Chance): string {
  return leads
    ? chance.weighted([
        ['Cao cấp', 45],
        ['Trung cấp', 55],
      ])
    : chance.weighted([
        ['Trung cấp', 48],
        ['Sơ cấp', 40],
        ['', 12],
      ]);
}

export function stateManagementOf(rank: string, chance: Chance): string {
  if (rank === '01.002') return 'Chuyên viên chính';
  return chance.weighted([
    ['Chuyên viên', 70],
    ['Cán sự', 12],
    ['', 18],
  ]);
}

export function foreignLanguageOf(majorGroup: string, chance: Chance): string {
  if (/language|international/.test(majorGroup)) return 'Đại học';
  return chance.weighted([
    ['Tiếng Anh B', 38],
    ['Tiếng Anh A2', 24],
    ['Tiếng Anh B1', 14],
    ['Tiếng Lào A2', 2],
    ['', 22],
  ]);
}

export function informaticsOf(majorGroup: string, chance: Chance): string {
  if (/^it|informa/.test(majorGroup)) return 'Đại học';
  return chance.weighted([
    ['Ứng dụng CNTT cơ bản', 55],
    ['Tin học B', 25],
    ['Tin học A', 8],
    ['', 12],
  ]);
}
