import { Conflict, NotFound } from '../shared/errors.js';

export function noBatch(id: number): NotFound {
  return new NotFound('roster.no-batch', `Không có lần nhập danh sách số ${id}.`, { id });
}

/** Nothing can be read against a province without units. */
export function noProvince(): Conflict {
  return new Conflict(
    'roster.no-province',
    'Tỉnh chưa có đơn vị và danh mục vị trí, nên chưa đọc được tệp nào. Hãy nạp đơn vị trước, trên trang Tổng quan.',
  );
}

export function alreadyPromoted(id: number): Conflict {
  return new Conflict(
    'roster.already-promoted',
    `Lần nhập số ${id} đã được ghi vào sổ; không ghi lại lần nữa.`,
    { id },
  );
}

/** Somebody else has changed the batch in the meantime. */
export function batchMoved(id: number): Conflict {
  return new Conflict(
    'roster.batch-moved',
    `Lần nhập số ${id} vừa được người khác sửa. Hãy tải lại rồi làm tiếp.`,
    { id },
  );
}
