import { BadInput, Conflict, NotFound, RuleBroken } from '../shared/errors.js';
import { STATE_NAMES, type ScenarioState } from '../scenario/scenario.js';
import type { NumberBlock } from './letter.js';

export function unknownLetter(id: number): NotFound {
  return new NotFound('letter.unknown', `Không có quyết định số thứ tự ${id}.`, { id });
}

export function unknownBlock(id: number): NotFound {
  return new NotFound('letter.unknown-block', `Không có dải số thứ tự ${id}.`, { id });
}

export function unknownTemplate(version: number): NotFound {
  return new NotFound('letter.unknown-template', `Không có mẫu phiên bản ${version}.`, { version });
}

export function notDecided(state: ScenarioState): RuleBroken {
  return new RuleBroken(
    'letter.plan-not-decided',
    `Phương án đang ở trạng thái "${STATE_NAMES[state]}"; chỉ lập quyết định cho phương án đã phê duyệt hoặc đã áp dụng.`,
    { state },
  );
}

export function movementNotDecided(id: number): RuleBroken {
  return new RuleBroken(
    'letter.movement-not-decided',
    `Việc điều chuyển số ${id} chưa được quyết định hoặc đã hoàn tác, nên không lập quyết định.`,
    { id },
  );
}

export function noPaperFor(kind: string): RuleBroken {
  return new RuleBroken(
    'letter.no-paper-for-kind',
    'Loại việc này chưa có mẫu quyết định: kết thúc biệt phái và trở lại công tác được soạn riêng.',
    { kind },
  );
}

export function usedUp({ symbol, year, first, last }: NumberBlock, missing: number): Conflict {
  return new Conflict(
    'letter.block-used-up',
    `Dải số ${first}–${last} của ${symbol} năm ${year} còn thiếu ${missing} số; chưa cấp số nào trong lượt này. Hãy mở dải tiếp theo rồi làm tiếp.`,
    { symbol, year, missing },
  );
}

export function otherYear({ year }: NumberBlock, issuedOn: string): BadInput {
  return new BadInput(
    'letter.other-year',
    `Dải số này của năm ${year}, không dùng cho quyết định ngày ${issuedOn.slice(0, 4)}.`,
    { year, issuedOn },
  );
}

export function numberInBlock(number: string): Conflict {
  return new Conflict(
    'letter.number-in-block',
    `Số ${number} nằm trong một dải số đã mở để cấp tự động, nên có thể trùng. Hãy kiểm tra số của quyết định.`,
    { number },
  );
}

export function sourceMissing(): BadInput {
  return new BadInput(
    'letter.source-missing',
    'Hãy chọn một phương án hoặc một việc điều chuyển để lập quyết định.',
  );
}

export function tooMany(most: number): BadInput {
  return new BadInput(
    'letter.too-many',
    `Một tệp nén chứa tối đa ${most} quyết định. Hãy lọc theo phương án hoặc tìm theo tên.`,
    { most },
  );
}
