import { defineText } from '../../../lib/text/define-text.js';

export const filesText = defineText(
  {
    markedLead:
      'Tải tệp của chính đơn vị gửi về, ô cần sửa được tô màu kèm ghi chú. Sửa trong Excel, lưu rồi gửi lại ở đây: lần nhập này được tiếp tục.',
    file: 'Tệp',
    whatBack: 'Nhận lại',
    ownBack: 'Chính tệp đã gửi, thêm đánh dấu',
    copyBack: (why: string) => `Bản chép lại, không phải chính tệp đã gửi. ${why}`,
    takeMarked: 'Tải về có đánh dấu',
    takeMarkedOf: (name: string) => `Tải về có đánh dấu: ${name}`,
    noFiles: 'Lần nhập này không giữ tệp nào.',
    sendAgain: 'Gửi lại tệp đã sửa',
    sendAgainAbout:
      'Chọn tệp cùng tên hoặc tệp đã tải về ở trên. Những gì đã sửa trên trang này được giữ ở các ô mà tệp mới không đổi.',
    send: 'Gửi lại và kiểm tra',
    sending: 'Đang đọc và kiểm tra từng dòng…',
    refused: 'Không nhận được tệp',
    received: (rows: string, errors: string) => `Đã nhận tệp: ${rows} dòng, còn ${errors} lỗi.`,
    locked: 'Lần nhập đã đưa vào sổ nên không gửi lại tệp được. Muốn sửa, hoàn tác trước.',
  },
  {
    markedLead:
      "The sender's own workbook back, faulty cells coloured and noted. Mend it in Excel, save it and send it again here: this import goes on.",
    file: 'File',
    whatBack: 'You get',
    ownBack: 'The very file that was sent, with marks',
    copyBack: (why: string) => `A copy, not the very file that was sent. ${why}`,
    takeMarked: 'Download with marks',
    takeMarkedOf: (name: string) => `Download with marks: ${name}`,
    noFiles: 'No file of this import is kept.',
    sendAgain: 'Send a mended file',
    sendAgainAbout:
      'Choose the file of the same name or the one downloaded above. What was mended on this page stays in cells that the new file has not changed.',
    send: 'Send and check',
    sending: 'Reading and checking every row…',
    refused: 'The file was not accepted',
    received: (rows: string, errors: string) => `Taken: ${rows} rows, ${errors} errors are left.`,
    locked: 'The import is in the registry; no file can be sent again. Undo it first.',
  },
);
