import { BadInput } from '../shared/errors.js';

const SAVE_AS =
  'Hãy mở tệp bằng Excel hoặc LibreOffice, chọn "Lưu thành" (Save As) dạng .xlsx rồi gửi lại.';

/** A name or target out of a file that is not trusted, short enough for a message. */
export function shortened(text: string): string {
  const shown = text.replace(/\p{Cc}/gu, '?');
  return shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
}

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

/** Text divided by commas: opened by Excel without care it loses the zeros at the front of personal numbers. */
export function csv(): BadInput {
  return new BadInput(
    'sheet.csv',
    'Tệp là văn bản CSV, không phải sổ tính .xlsx. Trong Excel hãy dùng Dữ liệu → Từ văn bản/CSV, chọn kiểu Văn bản cho cột số định danh để không mất số 0 ở đầu, lưu thành .xlsx rồi gửi lại.',
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

/** A workbook with macros, whatever its ending. */
export function macros(): BadInput {
  return new BadInput(
    'sheet.macros',
    'Tệp chứa macro nên không được đọc. Hãy lưu lại dạng "Sổ làm việc Excel (.xlsx)", không chọn loại có macro (.xlsm), rồi gửi lại.',
  );
}

/** A document type definition: no writer of workbooks makes one. */
export function documentType(): BadInput {
  return new BadInput(
    'sheet.document-type',
    `Tệp chứa khai báo DTD mà Excel không bao giờ ghi, nên không được đọc. ${SAVE_AS}`,
  );
}

/** Another container or a program inside the workbook. */
export function nestedFile(path: string): BadInput {
  return new BadInput(
    'sheet.nested-file',
    `Tệp có tệp khác nhúng bên trong ("${path}"). Hãy xóa đối tượng nhúng, hoặc chép bảng sang một sổ mới, rồi gửi lại.`,
  );
}

/** A container that no writer of workbooks makes: entries that lead out of it, overlap, or are links. */
export function unsafeContainer(what: string): BadInput {
  return new BadInput(
    'sheet.unsafe-container',
    `Tệp nén bên trong tệp .xlsx được ghép bất thường (${what}) nên không được đọc. ${SAVE_AS}`,
  );
}

/** Values that come out of another file may be old, and nothing outside the file is ever opened. */
export function externalLink(target: string): BadInput {
  return new BadInput(
    'sheet.external-link',
    `Tệp lấy dữ liệu từ nơi khác (${target}); chương trình không mở nơi đó. Hãy vào Dữ liệu → Sửa nối kết → Ngắt nối kết (Data → Edit Links → Break Link), hoặc chép bảng sang một sổ mới bằng Dán giá trị, rồi gửi lại.`,
  );
}

/** The reading took more memory than a workbook may. */
export function outOfMemory(): BadInput {
  return new BadInput(
    'sheet.out-of-memory',
    'Đọc tệp cần quá nhiều bộ nhớ nên đã dừng. Hãy xóa các dòng, cột và sheet thừa hoặc chia tệp thành nhiều tệp nhỏ rồi gửi lại.',
  );
}

export function timedOut(seconds: number): BadInput {
  return new BadInput(
    'sheet.timed-out',
    `Đọc tệp quá ${seconds} giây nên đã dừng. Hãy xóa các dòng, cột và sheet thừa hoặc chia tệp thành nhiều tệp nhỏ rồi gửi lại.`,
  );
}
