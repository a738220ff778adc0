import type { Finding } from '../rules/finding.js';
import { BadInput, Conflict, NotFound, RuleBroken } from '../shared/errors.js';
import type { MovementState } from './movement.js';

export function unknownPerson(id: number): NotFound {
  return new NotFound('registry.unknown-person', `Không có người số ${id}.`, { id });
}

export function unknownMovement(id: number): NotFound {
  return new NotFound('movement.unknown', `Không có việc điều chuyển số ${id}.`, { id });
}

export function unknownPlace(what: 'unitCode' | 'positionCode', code: string): BadInput {
  const thing = what === 'unitCode' ? 'đơn vị' : 'vị trí việc làm';
  return new BadInput(
    'movement.unknown-place',
    `Không có ${thing} mã "${code}" vào ngày thực hiện.`,
    { [what]: code },
  );
}

export function placeMissing(): BadInput {
  return new BadInput('movement.place-missing', 'Hãy chọn đơn vị và vị trí việc làm nơi đến.');
}

export function notIn(states: readonly MovementState[], state: MovementState): Conflict {
  return new Conflict(
    'movement.other-state',
    'Việc điều chuyển này không còn ở bước đó nữa. Hãy tải lại rồi làm tiếp.',
    { state, needs: states },
  );
}

export function ruleBroken(findings: readonly Finding[]): RuleBroken {
  return new RuleBroken(
    'movement.rule-broken',
    `Chưa quyết định được: ${findings.map(({ message }) => message).join(' ')}`,
    { findings },
  );
}

export function standsOn(later: readonly string[]): Conflict {
  const what =
    later.length === 0
      ? 'vị trí công tác hoặc hồ sơ đã được sửa sau đó'
      : `đã có quyết định sau đó về người này (${later.join(', ')})`;
  return new Conflict('movement.stands-on', `Không thể hoàn tác: ${what}.`, { later });
}
