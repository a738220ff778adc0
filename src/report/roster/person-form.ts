import type { FieldClass } from '../../access/fields/field-classes.js';
import { type FileValue, personFile, type Viewer } from '../../registry/person/person-file.js';
import type { PersonRecord } from '../../registry/person/person-record.js';
import { dayBefore, dayText } from '../../shared/day.js';
import type { RowSpec, SheetSpec } from '../../sheet/sheet-spec.js';
import { frameOf, type RosterFrame } from './roster-frame.js';

/** An item of the form: its number, its label, and the keys of the person's file that fill it. */
interface FormItem {
  readonly number: string;
  readonly label: string;
  readonly keys?: readonly string[];
}

const BLANK = '…………………………………………………………';
const BLANK_LINES = 3;

const item = (number: string, label: string, ...keys: string[]): FormItem => ({
  number,
  label,
  keys,
});

/**
 * The items of the form 2C-BNV/2008 before its tables. Items that the registry does not keep stay blank lines, to be filled
 * in by hand.
 *
 * @source Decision 02/2008/QĐ-BNV (recalled, DOMAIN 4.1)
 */
const ITEMS: readonly FormItem[] = [
  item('1', 'Họ và tên khai sinh', 'full_name'),
  item('2', 'Tên gọi khác'),
  item('3', 'Sinh ngày; giới tính', 'born_on', 'sex'),
  item('4', 'Nơi sinh'),
  item('5', 'Quê quán', 'home_text'),
  item('6', 'Dân tộc', 'ethnicity'),
  item('7', 'Tôn giáo', 'religion'),
  item('8', 'Nơi đăng ký hộ khẩu thường trú'),
  item('9', 'Nơi ở hiện nay', 'address_text'),
  item('10', 'Nghề nghiệp khi được tuyển dụng'),
  item('11', 'Ngày tuyển dụng; cơ quan tuyển dụng', 'recruited_on'),
  item('12', 'Chức vụ (chức danh) hiện tại', 'post'),
  item('13', 'Công việc chính được giao'),
  item('14', 'Ngạch công chức (viên chức)', 'rank_code'),
  item('', 'Bậc lương; hệ số; ngày hưởng', 'step', 'coefficient', 'step_on'),
  item('', 'Phụ cấp chức vụ; phụ cấp khác', 'position_allowance', 'over_grade_percent'),
  item('15.1', 'Trình độ giáo dục phổ thông', 'general_education'),
  item('15.2', 'Trình độ chuyên môn cao nhất', 'degree', 'major'),
  item('15.3', 'Lý luận chính trị', 'political_theory'),
  item('15.4', 'Quản lý nhà nước', 'state_management'),
  item('15.5', 'Ngoại ngữ', 'foreign_language', 'languages'),
  item('15.6', 'Tin học', 'informatics'),
  item('16', 'Ngày vào Đảng; ngày chính thức', 'party_probationary_on', 'party_official_on'),
  item('17', 'Ngày tham gia tổ chức chính trị - xã hội'),
  item('18', 'Ngày nhập ngũ; ngày xuất ngũ; quân hàm'),
  item('19', 'Danh hiệu được phong tặng cao nhất'),
  item('20', 'Sở trường công tác'),
  item('21', 'Khen thưởng'),
  item('22', 'Kỷ luật', 'condition:discipline'),
  item('23', 'Tình trạng sức khỏe; chiều cao; cân nặng; nhóm máu', 'condition:health'),
  item('24', 'Là thương binh hạng; là con gia đình chính sách'),
  item('25', 'Số định danh cá nhân (CCCD); ngày cấp', 'personal_number'),
  item('26', 'Số sổ bảo hiểm xã hội'),
];

const LAST_ITEMS: readonly FormItem[] = [
  item('29', 'Đặc điểm lịch sử bản thân'),
  item(
    '30',
    'Quan hệ gia đình: bản thân; bên vợ (hoặc chồng)',
    'condition:family',
    'spouse_personal_number',
  ),
  item('31', 'Diễn biến quá trình lương'),
  item('', 'Nhận xét, đánh giá của cơ quan quản lý và sử dụng'),
];

export interface PersonFormInput {
  readonly frame: RosterFrame;
  readonly record: PersonRecord;
  readonly viewer: Viewer;
  /** Protected classes that were opened with a purpose. */
  readonly opened: ReadonlySet<FieldClass>;
}

/** A person's file in the form 2C-BNV/2008. What the viewer may not see stays a blank line like what nobody wrote. */
export function personForm(input: PersonFormInput): SheetSpec {
  const texts = textsOf(input);
  const row = ({ number, label, keys = [] }: FormItem): RowSpec => {
    const known = keys.flatMap((key) => texts.get(key) ?? []);
    return { kind: 'cells', cells: [number, label, known.join('; ') || BLANK] };
  };
  return {
    name: 'Sơ yếu lý lịch',
    agency: frameOf(input.frame).agency ?? { name: '' },
    title: 'SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC',
    notice: [
      ...input.frame.notice,
      `Mẫu 2C-BNV/2008 (theo trí nhớ, cần đối chiếu với bản in). Số liệu đến ngày ${dayText(input.frame.on)}. Dòng chấm: chưa có trong hệ thống hoặc không mở.`,
    ],
    paper: 'A4',
    orientation: 'portrait',
    numbering: false,
    columns: [
      { label: 'Mục', width: 7, align: 'center' },
      { label: 'Nội dung', width: 40 },
      { label: 'Thông tin', width: 62 },
    ],
    rows: [
      ...ITEMS.map(row),
      {
        kind: 'section',
        text: '27. Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học',
      },
      ...trainingRows(texts),
      { kind: 'section', text: '28. Tóm tắt quá trình công tác' },
      ...historyRows(input.record),
      ...LAST_ITEMS.map(row),
    ],
    signature: {
      ...(frameOf(input.frame).signature?.placeAndDay === undefined
        ? {}
        : { placeAndDay: frameOf(input.frame).signature?.placeAndDay ?? '' }),
      signers: [{ title: 'NGƯỜI KHAI' }, { title: 'THỦ TRƯỞNG CƠ QUAN' }],
    },
  };
}

/** What stands in the form by key: values that the viewer sees, and those of the opened classes. */
function textsOf({ record, viewer, opened }: PersonFormInput): ReadonlyMap<string, string> {
  const values = (given: Viewer): FileValue[] =>
    personFile(record, given).flatMap(({ items }) => items);
  const whole = values({ ...viewer, role: 'operator' });
  const texts = new Map<string, string>();
  values(viewer).forEach((seen, at) => {
    const isOpened = opened.has(seen.class as FieldClass);
    const value = isOpened ? (whole[at]?.value ?? null) : seen.value;
    if (value !== null) texts.set(seen.key, value);
  });
  const name = texts.get('full_name');
  if (name !== undefined) texts.set('full_name', name.toLocaleUpperCase('vi'));
  const post = record.postings.find(({ kind, endsOn }) => kind === 'main' && endsOn === null);
  if (post !== undefined) texts.set('post', `${post.positionName}, ${post.unitName}`);
  return texts;
}

function trainingRows(texts: ReadonlyMap<string, string>): RowSpec[] {
  const parts = ['school', 'major', 'study_mode', 'degree'].flatMap((key) => texts.get(key) ?? []);
  const certificates = texts.get('certificates');
  const lines = [parts.join('; '), certificates ?? ''].filter((text) => text !== '');
  return [
    ...lines.map((text): RowSpec => ({ kind: 'cells', cells: ['', '', text] })),
    ...blankRows(Math.max(1, BLANK_LINES - lines.length)),
  ];
}

/** Oldest first, as the form has it. */
function historyRows({ postings }: PersonRecord): RowSpec[] {
  const rows = postings.toReversed().map((posting): RowSpec => {
    const until = posting.endsOn === null ? 'nay' : dayText(dayBefore(posting.endsOn));
    const span = `Từ ${dayText(posting.startsOn)} đến ${until}`;
    return { kind: 'cells', cells: ['', span, `${posting.positionName}, ${posting.unitName}`] };
  });
  return [...rows, ...blankRows(Math.max(1, BLANK_LINES - rows.length))];
}

function blankRows(count: number): RowSpec[] {
  return Array.from({ length: count }, () => ({ kind: 'cells', cells: ['', '', BLANK] }));
}
