import { BadInput } from '../shared/errors.js';

const SAVE_AS =
  'Hãy mở tệp bằng Excel hoặc LibreOffice, chọn "Lưu thành" (Save As) dạng .xlsx rồi gửi lại.';

/** The bytes are no .xlsx workbook at all: a text file, a picture, a document, another kind of spreadsheet. */
export function notAWorkbook(what: string): BadInput {
  return new BadInput(
    'sheet.not-a-workbook',
    `Tệp không phải là sổ tính Excel .xlsx (${what}). ${SAVE_AS}`,
  );
}

/** A workbook of Excel 97–2003. */
export function oldFormat(): BadInput {
  return new BadInput(
    'sheet.old-format',
    `Tệp thuộc định dạng cũ .xls (Excel 97–2003). ${SAVE_AS}`,
  );
}

export function encrypted(): BadInput {
  return new BadInput(
    'sheet.encrypted',
    'Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hóa bằng mật khẩu, xóa trống) rồi gửi lại.',
  );
}

/** @param what the measure in Vietnamese, e.g. "số dòng 300000, cho phép 200000" */
export function tooLarge(what: string): BadInput {
  return new BadInput(
    'sheet.too-large',
    `Tệp vượt giới hạn: ${what}. Hãy xóa các dòng, cột và sheet thừa hoặc chia tệp thành nhiều tệp nhỏ rồi gửi lại.`,
  );
}

/** The container is a zip, but what should be in it is missing, cut off or cannot be parsed. */
export function damaged(what: string): BadInput {
  return new BadInput('sheet.damaged', `Tệp .xlsx bị hỏng (${what}). ${SAVE_AS}`);
}

/** Content that a roster never needs and an attacker does: macros, document type definitions. */
export function forbiddenContent(what: string): BadInput {
  return new BadInput(
    'sheet.forbidden-content',
    `Tệp chứa nội dung không được phép (${what}). Hãy lưu lại dạng .xlsx không có macro rồi gửi lại.`,
  );
}
