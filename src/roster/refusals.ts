import { Conflict, NotFound } from '../shared/errors.js';

export function noBatch(id: number): NotFound {
  return new NotFound('roster.no-batch', `Không có lần nhập danh sách số ${id}.`, { id });
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
