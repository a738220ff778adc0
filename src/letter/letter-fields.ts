/** A merge field as the province types it in Word between braces, and what stands there afterwards. */
interface FieldMeaning {
  readonly vi: string;
  readonly en: string;
  /** As a sample shows it. */
  readonly sample: string;
}

/** Every field that a template may name. Names are without diacritics: they are typed by hand. */
export const LETTER_FIELDS = {
  co_quan_cap_tren: {
    vi: 'Cơ quan cấp trên của nơi ban hành',
    en: 'The body above the issuing one',
    sample: 'ỦY BAN NHÂN DÂN TỈNH MẪU',
  },
  co_quan: { vi: 'Cơ quan ban hành', en: 'The issuing body', sample: 'SỞ NỘI VỤ' },
  so_quyet_dinh: {
    vi: 'Số và ký hiệu quyết định',
    en: 'Number and symbol of the decision',
    sample: '01/QĐ-SNV',
  },
  noi_ban_hanh: { vi: 'Nơi ban hành', en: 'Place of issue', sample: 'Tỉnh Mẫu' },
  ngay: { vi: 'Ngày ban hành', en: 'Day of issue', sample: '05' },
  thang: { vi: 'Tháng ban hành', en: 'Month of issue', sample: '07' },
  nam: { vi: 'Năm ban hành', en: 'Year of issue', sample: '2025' },
  tham_quyen: {
    vi: 'Người có thẩm quyền quyết định',
    en: 'Who has the authority to decide',
    sample: 'GIÁM ĐỐC SỞ NỘI VỤ',
  },
  viec: {
    vi: 'Việc được quyết định, ví dụ "điều động và bố trí công tác"',
    en: 'What is decided, such as "transfer"',
    sample: 'điều động và bố trí công tác',
  },
  xung_ho: { vi: 'Ông, bà', en: 'Mr or Ms', sample: 'bà' },
  ho_ten: { vi: 'Họ và tên', en: 'Full name', sample: 'Lò Thị Mẫu' },
  ngay_sinh: {
    vi: 'Ngày sinh, như hồ sơ ghi',
    en: 'Day of birth, as the file has it',
    sample: '12/05/1985',
  },
  don_vi_cu: {
    vi: 'Đơn vị trước khi thực hiện',
    en: 'The unit before',
    sample: 'Ủy ban nhân dân xã Cũ',
  },
  vi_tri_cu: {
    vi: 'Vị trí, chức vụ trước khi thực hiện',
    en: 'The position before',
    sample: 'Công chức Văn phòng - thống kê',
  },
  don_vi_moi: { vi: 'Đơn vị nơi đến', en: 'The unit after', sample: 'Văn phòng, xã Mới' },
  vi_tri_moi: { vi: 'Vị trí, chức vụ nơi đến', en: 'The position after', sample: 'Chuyên viên' },
  tu_ngay: { vi: 'Thực hiện từ ngày', en: 'From the day', sample: '01/07/2025' },
  den_ngay: {
    vi: 'Ngày cuối cùng, nếu có thời hạn',
    en: 'The last day, where there is a term',
    sample: '31/12/2025',
  },
  ghi_chu: {
    vi: 'Điều cần nói thêm, ví dụ chưa có vị trí trống; có thể trống',
    en: 'A remark, such as that no seat is free; may be empty',
    sample: 'Bố trí chờ sắp xếp.',
  },
  do_mat: {
    vi: 'Độ mật của phương án; trống nếu không mật',
    en: 'The mark of secrecy of the plan; empty where there is none',
    sample: 'MẬT',
  },
  thay_the: {
    vi: 'Quyết định bị thay thế; trống nếu cấp lần đầu',
    en: 'The decision that is replaced; empty the first time',
    sample: 'Quyết định số 12/QĐ-SNV ngày 01/07/2025',
  },
  chuc_danh_ky: { vi: 'Chức danh người ký', en: "The signer's title", sample: 'GIÁM ĐỐC' },
  nguoi_ky: { vi: 'Người ký', en: 'The signer', sample: 'Nguyễn Văn Mẫu' },
} as const satisfies Readonly<Record<string, FieldMeaning>>;

export type LetterField = keyof typeof LETTER_FIELDS;

/** The list of legal bases: a section, one paragraph for each. */
export const BASES = 'can_cu';

/** What a paper without it would not be a decision about somebody. */
export const NEEDED_FIELDS: readonly LetterField[] = [
  'so_quyet_dinh',
  'ngay',
  'thang',
  'nam',
  'ho_ten',
];

/** The values that are put into one paper. */
export type LetterValues = Readonly<Record<LetterField, string>> & {
  readonly [BASES]: readonly string[];
};

const SAMPLE_BASES = ['Nghị quyết số 01/NQ-HĐND', 'Luật Cán bộ, công chức'];

/** Invented values, by which a template is tried before it is taken. */
export const SAMPLE_VALUES: LetterValues = {
  ...(Object.fromEntries(
    Object.entries(LETTER_FIELDS).map(([field, { sample }]) => [field, sample]),
  ) as Record<LetterField, string>),
  [BASES]: SAMPLE_BASES,
};

/** The same for somebody without anything that may be missing: sections for it vanish. */
export const BARE_VALUES: LetterValues = {
  ...SAMPLE_VALUES,
  ...{ co_quan_cap_tren: '', ngay_sinh: '', don_vi_cu: '', vi_tri_cu: '', den_ngay: '' },
  ...{ don_vi_moi: '', vi_tri_moi: '', ghi_chu: '', thay_the: '', nguoi_ky: '', do_mat: '' },
};
