import type { Language } from './language.js';

interface Words {
  readonly name: string;
  readonly meaning: string;
}

/** A term of the glossary in both languages, and where it comes from; null = no law has the word, it is ours. */
export interface TermText extends Readonly<Record<Language, Words>> {
  readonly source: string | null;
}

const R76 = 'Nghị quyết 76/2025/UBTVQH15';
const D170 = 'Nghị định 170/2025/NĐ-CP';
const D150 = 'Nghị định 150/2025/NĐ-CP';
const LETTER9 = 'Công văn 09/CV-BCĐ';

const term = (
  source: string | null,
  vi: readonly [name: string, meaning: string],
  en: readonly [name: string, meaning: string],
): TermText => ({
  source,
  vi: { name: vi[0], meaning: vi[1] },
  en: { name: en[0], meaning: en[1] },
});

/** The one table that every explanation of a term on the page comes from; docs/glossary.md says the same. */
export const TERMS = {
  surplus: term(
    null,
    ['Dôi dư', 'Người không có chỗ trong số chỉ tiêu của vị trí mình đang giữ.'],
    ['Surplus', 'People without a seat of the position they hold.'],
  ),
  shortage: term(
    null,
    [
      'Thiếu',
      'Chỉ tiêu còn trống cộng người không phù hợp, trừ người biệt phái đến và kiêm nhiệm đủ tiêu chuẩn. Thừa ở lĩnh vực này không bù cho thiếu ở lĩnh vực khác.',
    ],
    [
      'Shortage',
      'Vacant seats and misfits, less qualified people seconded in or holding two posts. A surplus of one field never cancels a shortage of another.',
    ],
  ),
  misfit: term(
    null,
    ['Chưa đạt tiêu chuẩn', 'Có chỗ nhưng chưa đủ tiêu chuẩn của vị trí, hoặc đang vắng mặt.'],
    ['Misfit', 'Seated without the qualification that the position asks, or absent.'],
  ),
  norm: term(
    LETTER9,
    ['Biên chế được giao', 'Số người được phép của một khối trong một đơn vị.'],
    ['Norm', 'How many people a block of a unit may have.'],
  ),
  overNorm: term(
    LETTER9,
    ['Vượt biên chế', 'Số người hiện có trừ biên chế được giao của khối.'],
    ['Over the norm', 'People less the norm of the block.'],
  ),
  seat: term(
    null,
    ['Chỉ tiêu', 'Một chỗ của một vị trí việc làm trong một đơn vị.'],
    ['Seat', 'One place of a position in a unit.'],
  ),
  succession: term(
    R76,
    [
      'Theo đơn vị kế thừa',
      'Đi theo đơn vị cũ sang đơn vị mới theo nghị quyết sắp xếp; không phải là điều động.',
    ],
    [
      'By succession',
      'Following the old unit into the new one by resolution; that is no transfer.',
    ],
  ),
  transfer: term(
    D170,
    ['Điều động', 'Chuyển sang làm việc lâu dài ở cơ quan, đơn vị khác.'],
    ['Transfer', 'Moved for good to another office or unit.'],
  ),
  secondment: term(
    D170,
    [
      'Biệt phái',
      'Cử đến làm việc ở nơi khác có thời hạn; vẫn thuộc biên chế của nơi cử đi. Phải nghe ý kiến trước.',
    ],
    [
      'Secondment',
      'Sent elsewhere for a time, while still counted where they come from. They are heard first.',
    ],
  ),
  noGo: term(
    D170,
    [
      'Trường hợp không điều động, biệt phái',
      'Bảy trường hợp chưa được chuyển đi, như đang bị xem xét kỷ luật, bệnh hiểm nghèo, thai sản, nuôi con nhỏ.',
    ],
    [
      'No-go case',
      'One of seven cases in which somebody may not be moved, such as discipline, grave illness or maternity.',
    ],
  ),
  fit: term(
    null,
    [
      'Mức độ phù hợp',
      'Đúng chuyên môn, chuyên môn gần, cần đào tạo thêm, hoặc trái chuyên môn so với tiêu chuẩn của vị trí.',
    ],
    ['Fit', 'Exact, related, after training or out of field, beside what the position asks.'],
  ),
  pin: term(
    null,
    ['Chỉ định', 'Một chỗ, hoặc việc nghỉ, do cán bộ ấn định trước khi chạy bố trí.'],
    ['Pin', 'A place, or leaving, that an officer sets before the run.'],
  ),
  baseline: term(
    null,
    ['Nguyên trạng', 'Lần chạy trong đó mọi người chỉ ở các đơn vị kế thừa đơn vị cũ của mình.'],
    ['Baseline', 'The run in which everybody stays within the successors of the own unit.'],
  ),
  agreement: term(
    null,
    [
      'Ý kiến của đơn vị',
      'Đơn vị nơi đi và nơi đến thống nhất, hoặc không thống nhất kèm lý do, với phương án đã trình.',
    ],
    [
      'Agreement',
      'The units people leave and join agree to a submitted plan, or object with a reason.',
    ],
  ),
  approval: term(
    null,
    [
      'Phê duyệt',
      'Do người khác với người trình thực hiện; từ đó số liệu, quy định và kết quả được khóa.',
    ],
    ['Approval', 'By another than who submitted; facts, law and result are fixed from then on.'],
  ),
  application: term(
    null,
    ['Áp dụng', 'Ghi phương án đã phê duyệt vào sổ: đơn vị, chỉ tiêu và vị trí của từng người.'],
    ['Application', 'Writes the approved plan into the registry: units, seats and postings.'],
  ),
  assumption: term(
    null,
    [
      'Giả định',
      'Tham số chưa được tỉnh xác nhận theo văn bản gốc; mọi số liệu dựa vào nó là tạm tính.',
    ],
    [
      'Assumption',
      'A parameter that the province has not confirmed; all figures on it are provisional.',
    ],
  ),
  parameter: term(
    null,
    ['Tham số', 'Một con số hay danh sách của quy định, có văn bản và ngày hiệu lực.'],
    ['Parameter', 'A figure or list of the law, with its document and the days it is in force.'],
  ),
  grace: term(
    null,
    [
      'Thời gian quá độ',
      'Thời hạn được phép vượt mức tối đa sau sắp xếp, trước khi phải về đúng mức.',
    ],
    ['Grace', 'How long a limit may be passed after the merger before it must be met.'],
  ),
  division: term(
    D150,
    ['Phòng chuyên môn', 'Văn phòng, các phòng và trung tâm thuộc Ủy ban nhân dân cấp xã.'],
    ['Division', 'The offices and the centre under a commune’s People’s Committee.'],
  ),
  criteria: term(
    R76,
    ['Tiêu chuẩn diện tích, dân số', 'Mức mà đơn vị hình thành sau sắp xếp phải đạt.'],
    ['Criteria', 'Area and population that a merged unit must reach.'],
  ),
} as const satisfies Record<string, TermText>;

export type TermKey = keyof typeof TERMS;
export const TERM_KEYS = Object.keys(TERMS) as TermKey[];
