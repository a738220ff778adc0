import { namesUnit } from './unit-words.js';

/** "I", "II.", "A", "1.2", "a)": the ordinal of a section, not of a person. */
export const ORDINAL_OF_SECTION = /^([IVXLC]+|[A-Z]|[a-z]\)|\d{1,2}(\.\d+)+)[.)]?$/;

const TOTALS =
  /^(tổng cộng|tổng số|tổng hợp(?=\s*:)|tổng|cộng|cộng dồn)\s*($|[:(.,\d]|(số|cộng|toàn|khối|mục|phần|trang|mang|[IVX]+|[A-H]|xã|phường|huyện|thị (xã|trấn)|đơn vị|cơ quan|phòng|chung|các|nhóm|theo|danh|biên|là|có)\s)/iu;
const PLAIN_TOTALS = /^(tong cong|tong so|cong)\s*($|[:(.,\d])/i;
const SHORT_TOTALS =
  /^(t\.\s?cộng|tc|mang sang)\s*($|[:(\d])|^toàn (xã|huyện|phường|tỉnh)\s*(có|:|\d)/iu;
const LIST_TOTALS =
  /^\(?(danh sách (này |trên )?(có|gồm)|ấn định danh sách|(số tiền )?(viết |ghi )?bằng chữ(?=\s*[:)]))(?!\p{L})/iu;

/** "Tổng cộng: 25 người", "Cộng khối Đảng", "(Danh sách này có 25 người)". */
export function isTotalsText(typed: string): boolean {
  const text = typed.replace(/^[\s*=>+–-]+/u, '');
  const words = `${text} `;
  return (
    TOTALS.test(text) ||
    TOTALS.test(words) ||
    PLAIN_TOTALS.test(text) ||
    LIST_TOTALS.test(text) ||
    SHORT_TOTALS.test(text)
  );
}

const COUNT =
  /^(?:[-–+*•]\s*)?(?:(?:trong đó|\p{L}[^:\d]{0,40}):\s*(?:(?:nam|nữ)\s*:?\s*)?\d{1,4}|\d{1,4}\s+(?:nữ|nam|người|đồng chí|đ\/?c)(?=\s*(?:$|[,;.:(])))(?!\d)(?![./-]\d)/iu;

/** "Nữ: 01", "2 nữ", "Trong đó: 01 nữ; 02 đảng viên"; "Xã Nà Tấu: 12 người" is a section. */
export function isCountText(text: string): boolean {
  return COUNT.test(text) && !isSectionText(withoutBullet(text));
}

/** "2 người", "05 đ/c": how many, in a cell of its own. */
export function isHeadCount(text: string): boolean {
  return /^\d{1,4}\s*(?:người|đồng chí|đ\/?c)$/iu.test(text);
}

const SIGNED =
  /^(người lập|lập biểu|người tổng hợp|cán bộ lập|người kiểm tra|nơi nhận|xác nhận của|t[muql]\.|t\/\s?[muql](?!\p{L})|kt\.|kt\/|\(?(đã )?ký|\(chữ ký|ghi chú\s*:|lưu ý\s*:|.{0,40},? ngày (\d{1,2}[/.-]\d|.{1,10} tháng )|ngày[\s.…_]*tháng[\s.…_]*năm)/iu;
const SIGNER =
  /^(thủ trưởng|giám đốc|chủ tịch|phó chủ tịch|bí thư|phó bí thư|trưởng phòng|chánh văn phòng|kế toán|người (ký|duyệt|kiểm tra)|cán bộ tổng hợp|xác nhận)(?!\p{L})/iu;
const TITLE = /^(danh sách|biểu|bảng|phụ lục|mẫu|\(?kèm theo|\(?tính đến|\(?số liệu)(?!\p{L})/iu;
const MOTTO = /cộng hòa xã hội|cộng hoà xã hội|độc lập\s*-|đảng cộng sản việt nam/iu;

/** Words that stand below a table and never begin a person's row. */
export function isSignedText(text: string): boolean {
  return SIGNED.test(text) || MOTTO.test(text);
}

/** Words that may be a signature or a title, where no date and no number of a person stands beside them. */
export function isFooterText(text: string): boolean {
  return SIGNER.test(text) || TITLE.test(text);
}

/** "Tuần Giáo, 30/6/2025". */
const PLACE_AND_DAY = /^[^\d,]{2,40},\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\.?$/u;

const NOTES = /^(?:ghi chú|chú thích|lưu ý|giải thích)(?!\p{L})/iu;

/** "- Cột 5: ghi đầy đủ", "(*) Nghỉ thai sản", "Ghi chú": a remark under the table, where nothing stands beside it. */
export function isNoteText(text: string): boolean {
  if (NOTES.test(withoutBullet(text))) return true;
  if (isSectionText(withoutBullet(text))) return false;
  if (PLACE_AND_DAY.test(text)) return true;
  return /^(?:[-–+•]\s*\S|\(?\*|ghi chú\s*:?$|giải thích|cột \(?\d)/iu.test(text);
}

/** "- Xã Nà Tấu" → "Xã Nà Tấu". */
export function withoutBullet(text: string): string {
  return text.replace(/^(?:[-–+•*]+|=+>)\s*/u, '');
}

/** "(Chữ in hoa) | (ngày/tháng/năm)": under the labels, how to fill in the columns. */
export function isHints(texts: readonly string[]): boolean {
  return texts.length > 1 && texts.every((text) => /^\(.*\)$/u.test(text));
}

const PAGE = /^[-–\s]*(?:trang|tờ)(?: số)?\s*:?\s*\d{1,3}(?:\s*\/\s*\d{1,3})?[-–.\s]*$/iu;

/** "Trang 2", "- Trang 2/5 -": the number of a printed page, where nothing else stands. */
export function isPageNumber(texts: readonly string[]): boolean {
  return texts.length === 1 && PAGE.test(texts[0] ?? '');
}

const VACANT =
  /^\(?(?:khuyết|còn khuyết|vị trí khuyết|trống|còn trống|vị trí trống|chưa bố trí|chưa có người|thiếu|còn thiếu)(?:\s+\d+)?(?:\s+(?:người|biên chế|vị trí))?\)?[.…]*$/iu;

/** What stands for the name where a seat has nobody. */
export function isVacantText(text: string): boolean {
  return VACANT.test(text);
}

/** Titles, mottos and offices over a table. */
export function isTopText(text: string): boolean {
  return TITLE.test(text) || MOTTO.test(text) || /trích ngang/iu.test(text);
}

const SECTION_WORDS =
  'khối|cụm|xã|phường|thị trấn|thôn|xóm|ấp|khóm|khu phố|bản|buôn|làng|cấp xã|cấp thôn|huyện|thị xã|thành phố|ubnd|hđnd|đảng|đảng ủy|văn phòng|phòng|ban|thanh tra|bch|sự nghiệp|người hđ(?:kct)?|hạt kiểm lâm|chi cục|viện kiểm sát|tòa án|toà án|kho bạc|bảo hiểm xã hội|liên đoàn|trung tâm|mttq|ubmttq|mặt trận|ủy ban|uỷ ban|hội|đoàn|công an|quân sự|cơ quan|đơn vị|trường|trạm|lãnh đạo|cán bộ|công chức|viên chức|người hoạt động|bộ phận|chuyên môn|thường trực|tổ|đội|chi bộ|các|nhóm|diện|nghỉ|đang|biệt phái|biên chế|hợp đồng|hưu trí|danh sách';
const SECTION_TEXT = new RegExp(
  `^(([IVXLC]+|[A-Z]|\\d{1,3}|[a-z])\\s*[.):/-]\\s*)?(${SECTION_WORDS})(?![\\p{L}])`,
  'iu',
);
const MIDDLE_NAME =
  /^\p{Lu}\S*\s+(văn(?! (hóa|hoá|phòng|thư))|thị(?! (xã|trấn))|a|hữu|đức|xuân|thế)\s+\S+/iu;

/** "Đoàn Văn Em", "Ban Thị Phòng": a family name that is also a word of sections. */
export function looksLikeName(text: string): boolean {
  return MIDDLE_NAME.test(text) && !namesUnit(text);
}

/** "Khối Đảng", "Nhóm hợp đồng": words that only sections begin with. */
export function isBlockText(text: string): boolean {
  return /^(?:khối|nhóm|diện)\s+\S/iu.test(text) && !looksLikeName(text);
}

/** "TTBDCT": capitals without a vowel. */
const SHORT_OFFICE = /^[BCDĐGHKLMNPQRSTVX]{4,}(?:\s|$)/u;

/** "I. Khối Đảng", "Xã Nà Tấu", "Phòng Nội vụ", "Lãnh đạo". */
export function isSectionText(text: string): boolean {
  const isTold = SECTION_TEXT.test(text) || SHORT_OFFICE.test(text) || /\p{L}:$/u.test(text);
  return isTold && !looksLikeName(text);
}
