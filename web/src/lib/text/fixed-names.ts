type NamePair = readonly [vi: string, en: string];

/** What divisions of a commune are called on the day of a merger. */
const DIVISIONS: readonly NamePair[] = [
  ['Văn phòng HĐND và UBND', 'Office of Council and Committee'],
  ['Phòng Kinh tế', 'Economic Division'],
  ['Phòng Kinh tế, Hạ tầng và Đô thị', 'Economic, Infrastructure and Urban Division'],
  ['Phòng Văn hóa - Xã hội', 'Culture and Society Division'],
  ['Trung tâm Phục vụ hành chính công', 'Public Administrative Service Centre'],
  ['Ban Chỉ huy Quân sự', 'Military Command'],
  ['Cơ quan Đảng ủy', 'Party bodies'],
  ['Ủy ban Mặt trận Tổ quốc Việt Nam', 'Front Committee'],
  ['Đơn vị sự nghiệp công lập', 'Public service units'],
];

const RANKS: readonly NamePair[] = [
  ['Chuyên viên cao cấp', 'Senior specialist'],
  ['Chuyên viên chính', 'Principal specialist'],
  ['Chuyên viên', 'Specialist'],
  ['Cán sự', 'Technician'],
  ['Nhân viên', 'Clerk'],
  ['Văn thư viên chính', 'Principal archivist'],
  ['Văn thư viên', 'Archivist'],
  ['Văn thư viên trung cấp', 'Intermediate archivist'],
  ['Kế toán viên cao cấp', 'Senior accountant'],
  ['Kế toán viên chính', 'Principal accountant'],
  ['Kế toán viên', 'Accountant'],
  ['Kế toán viên trung cấp', 'Intermediate accountant'],
  ['Thanh tra viên cao cấp', 'Senior inspector'],
  ['Thanh tra viên chính', 'Principal inspector'],
  ['Thanh tra viên', 'Inspector'],
  ...teacherRanks('mầm non', 'Pre-school teacher'),
  ...teacherRanks('tiểu học', 'Primary school teacher'),
  ...teacherRanks('trung học cơ sở', 'Lower secondary school teacher'),
  ...teacherRanks('trung học phổ thông', 'Upper secondary school teacher'),
];

function teacherRanks(vi: string, en: string): NamePair[] {
  return ['I', 'II', 'III'].map((grade) => [
    `Giáo viên ${vi} hạng ${grade}`,
    `${en}, grade ${grade}`,
  ]);
}

/** Names that no list of the province holds in English. */
export const FIXED_NAMES: readonly NamePair[] = [...DIVISIONS, ...RANKS];
