import { BadInput } from '../shared/errors.js';

/** The file cannot be what was written. Nothing has been written from it. */
export function damaged(what: string): BadInput {
  return new BadInput(
    'backup.damaged',
    `Tệp sao lưu bị hỏng, bị cắt hoặc bị sửa: ${what}. Không có gì được ghi. Hãy dùng một bản sao lưu khác.`,
  );
}

export function wrongKey(path: string): BadInput {
  return new BadInput(
    'backup.wrong-key',
    `Khóa này không mở được tệp "${path}": tệp được mã hóa cho khóa khác, hoặc phần đầu tệp bị hỏng. Không có gì được ghi.`,
    { path },
  );
}

export function notABackup(path: string): BadInput {
  return new BadInput(
    'backup.not-a-backup',
    `Tệp "${path}" không phải là bản sao lưu của Bố Trí. Không có gì được ghi.`,
    { path },
  );
}

export function unreadable(path: string): BadInput {
  return new BadInput('backup.file-missing', `Không đọc được tệp "${path}".`, { path });
}
