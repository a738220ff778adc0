import { describe, expect, it } from '@jest/globals';
import type { PersonFact, ScenarioFacts } from '../scenario/facts.js';
import { place } from './place.js';
import { aPerson, facts, seats } from './spec-world.js';

function reason(person: Partial<PersonFact>, given: Partial<ScenarioFacts>): string {
  const world = facts({ people: [aPerson({ key: '1', ...person })], ...given });
  const result = place(world, { kind: 'best', majorGroupNames: { law: 'Luật' } });
  return result.proposals[0]?.reason ?? '';
}

describe('reasons', () => {
  it('tell the seat, the fit, the succession and the way', () => {
    expect(reason({}, { seats: [seats('A', 'LAW', 1, 1)] })).toBe(
      'Bố trí vào vị trí bắt buộc Vị trí LAW, Xã N (trọng số ưu tiên 4). Đúng chuyên môn: đại học, ngành Luật. ' +
        'Theo Xã A sang đơn vị kế thừa theo nghị quyết, không phải điều động. ' +
        'Cách đơn vị cũ 0,0 km đường chim bay.',
    );
  });

  it('tell a transfer with its article, the wish and the km', () => {
    const wish = { kind: 'move' as const, communeCodes: ['Q', 'M'] };
    const text = reason({ wish }, { seats: [seats('M', 'LAW', 1)] });
    expect(text).toContain('Nghị định 170/2025/NĐ-CP, Điều 25');
    expect(text).toContain('Đúng nguyện vọng 2.');
    expect(text).toContain('55,6 km');
  });

  it('tell an appointment, and a wish that is not met', () => {
    const wish = { kind: 'move' as const, communeCodes: ['M'] };
    const text = reason({ group: 'leader', wish }, { seats: [seats('A', 'HEAD', 1)] });
    expect(text).toContain('kèm quyết định bổ nhiệm');
    expect(text).toContain('Không thuộc các xã đã đăng ký.');
    expect(text).toContain('vị trí không yêu cầu ngành riêng');
  });

  it('tell a neighbouring field and training that is still needed', () => {
    const seat = { seats: [seats('A', 'LAW', 1)] };
    expect(reason({ majorGroup: 'administration' }, seat)).toContain('Chuyên môn gần');
    expect(reason({ degree: 'college' }, seat)).toContain(
      'Cần đào tạo thêm: trình độ thấp hơn yêu cầu',
    );
  });

  it('tell a person without a seat what stands against each free one', () => {
    const conditions = [
      { case: 'discipline' as const, startsOn: '2025-01-01', endsOn: null, liftedByRequest: false },
    ];
    const text = reason(
      { conditions },
      { seats: [seats('M', 'LAW', 2), seats('A', 'IT', 1), seats('A', 'PARTY', 3)] },
    );
    expect(text).toContain('Dôi dư tại Xã N.');
    expect(text).toContain('Đơn vị kế thừa không có vị trí nào phù hợp');
    expect(text).toContain('Toàn tỉnh còn 6 chỉ tiêu trống nhưng không nhận được');
    expect(text).toContain('3 chỉ tiêu: vị trí thuộc khối Đảng, khác khối');
    expect(text).toContain('2 chỉ tiêu: không được điều động: Đang trong thời gian xem xét');
    expect(text).toContain('1 chỉ tiêu: khác ngành');
  });

  it('tell which suitable positions of the own commune are full', () => {
    const people = ['1', '2'].map((key) => aPerson({ key }));
    const world = facts({ people, seats: [seats('A', 'LAW', 1)] });
    const result = place(world, { kind: 'best' });
    const surplus = result.proposals.find((each) => each.outcome === 'surplus');
    expect(surplus?.reason).toContain('không còn chỗ: Vị trí LAW.');
    expect(surplus?.reason).toContain('Toàn tỉnh không còn chỉ tiêu trống.');
  });

  it('tell a leaver that somebody must accept it', () => {
    const wish = { kind: 'retire-early' as const, communeCodes: [] };
    expect(reason({ wish }, {})).toContain('nghỉ hưu trước tuổi');
  });

  it('say that the distance is not known instead of 0 km', () => {
    const without = (isNew: boolean) =>
      facts().units.map((unit) => (unit.isNew === isNew ? { ...unit, point: null } : unit));
    for (const units of [without(true), without(false)]) {
      const text = reason({}, { units, seats: [seats('A', 'LAW', 1)] });
      expect(text).toContain('Chưa tính được khoảng cách');
      expect(text).not.toContain(' km ');
    }
  });
});
