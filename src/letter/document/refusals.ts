import { AppError, BadInput } from '../../shared/errors.js';
import { shortened } from '../../sheet/refusals.js';

/** What the wall of the sheets says, in the words of somebody who sends a document. */
const WORDS: Readonly<Record<string, string>> = {
  'not-a-workbook': 'Tệp không phải là văn bản Word .docx.',
  'old-format': 'Tệp thuộc định dạng cũ .doc (Word 97–2003).',
  csv: 'Tệp là văn bản thường, không phải .docx.',
  encrypted: 'Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.',
  'too-large': 'Tệp mẫu quá lớn. Hãy bỏ hình ảnh lớn hoặc phần không cần rồi gửi lại.',
  damaged: 'Tệp .docx bị hỏng.',
  macros: 'Tệp chứa macro nên không được nhận. Hãy lưu lại dạng "Tài liệu Word (.docx)".',
  'document-type': 'Tệp chứa khai báo DTD mà Word không bao giờ ghi, nên không được nhận.',
  'nested-file': 'Tệp có tệp khác nhúng bên trong. Hãy xóa đối tượng nhúng rồi gửi lại.',
  'unsafe-container': 'Tệp nén bên trong tệp .docx được ghép bất thường nên không được nhận.',
  'external-link':
    'Tệp lấy nội dung hoặc mẫu từ nơi khác; chương trình không mở nơi đó. Hãy bỏ liên kết rồi gửi lại.',
};
const SAVE_AS =
  'Hãy mở bằng Word hoặc LibreOffice, chọn "Lưu thành" (Save As) dạng .docx rồi gửi lại.';

/** A refusal of the wall in the words of documents; anything else unchanged. */
export function asDocumentRefusal(error: unknown): unknown {
  if (!(error instanceof AppError) || !error.code.startsWith('sheet.')) return error;
  const what = error.code.slice('sheet.'.length);
  return new BadInput(`letter.${what}`, `${WORDS[what] ?? WORDS['damaged']} ${SAVE_AS}`);
}

export function noDocument(): BadInput {
  return new BadInput(
    'letter.not-a-document',
    `Tệp không phải là văn bản Word .docx (không có phần nội dung). ${SAVE_AS}`,
  );
}

export function unknownFields(fields: readonly string[]): BadInput {
  const shown = fields.slice(0, 20).map(shortened);
  return new BadInput(
    'letter.unknown-field',
    `Mẫu có trường không có trong danh mục: ${shown.join(', ')}. Hãy sửa theo danh mục trường trên trang rồi gửi lại.`,
    { fields: shown },
  );
}

export function missingFields(fields: readonly string[]): BadInput {
  return new BadInput(
    'letter.field-missing',
    `Mẫu thiếu trường bắt buộc: ${fields.map((field) => `{${field}}`).join(', ')}.`,
    { fields },
  );
}

/** Braces that do not close, sections that cross: what the library or our own check could not read. */
export function brokenTemplate(what: string): BadInput {
  return new BadInput(
    'letter.template-broken',
    `Mẫu có dấu ngoặc của trường chưa đúng: ${what}. Mỗi trường viết liền trong một cặp { }, mỗi phần {#…} kết thúc bằng {/…}.`,
  );
}

/** Fields of Word that fetch, or run, something when the paper is opened. */
export function activeField(what: string): BadInput {
  return new BadInput(
    'letter.active-field',
    `Mẫu có trường Word tự chạy hoặc lấy nội dung từ nơi khác (${shortened(what)}). Hãy xóa trường đó rồi gửi lại; số trang thì được giữ.`,
  );
}
