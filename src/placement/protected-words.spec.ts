import { describe, expect, it } from '@jest/globals';
import { NO_GO_CASES } from '../rules/vocabulary.js';
import type { PersonFact, PinFact } from '../scenario/facts.js';
import { GIVEN_TITLE, LEAVING_ACCEPTED } from '../scenario/pins.plan.js';
import { place } from './place.js';
import { keyFor, protectedMessage, protectedReason, reasonFor } from './protected-words.js';
import { aPerson, facts, PARAMETERS, seats } from './spec-world.js';

const NUMBER = '011085000123';
const SECRETS =
  /kỷ luật|khởi tố|hiểm nghèo|cử đi học|thai|36 tháng|khó khăn|người đứng đầu|tự nguyện/i;

function reasonOf(person: Partial<PersonFact>, pin: string | null, kind: 'seat' | 'leave'): string {
  const place1 = { unitCode: 'A', positionCode: 'LAW' };
  const pins = (
    pin === null
      ? []
      : [{ personKey: NUMBER, kind, reason: pin, ...(kind === 'seat' ? place1 : {}) }]
  ) as PinFact[];
  const world = facts({
    people: [aPerson({ key: NUMBER, ...person })],
    seats: [seats(pin === null ? 'M' : 'A', 'LAW', 1)],
    pins,
    parameters: { ...PARAMETERS, 'no-go.cases': [...NO_GO_CASES] },
  });
  return place(world, { kind: 'best' }).proposals[0]?.reason ?? '';
}

describe('protectedReason', () => {
  it('tells of no case that stands against a move, whichever it is', () => {
    for (const each of NO_GO_CASES) {
      const condition = {
        case: each,
        startsOn: '2025-01-01',
        endsOn: null,
        liftedByRequest: false,
      };
      const reason = reasonOf({ conditions: [condition] }, null, 'seat');
      expect(reason).toMatch(SECRETS);
      expect(protectedReason(reason)).not.toMatch(SECRETS);
      expect(protectedReason(reason)).toContain('không được điều động: có điều kiện riêng');
    }
  });

  it('tells the same for every case', () => {
    const reasons = NO_GO_CASES.map((each) =>
      protectedReason(
        reasonOf(
          {
            conditions: [
              { case: each, startsOn: '2025-01-01', endsOn: null, liftedByRequest: false },
            ],
          },
          null,
          'seat',
        ),
      ),
    );
    expect(new Set(reasons).size).toBe(1);
  });

  it('leaves out what somebody typed as reason of a pin, and keeps the program’s own words', () => {
    const typed = protectedReason(reasonOf({}, 'Chăm con bệnh. Bố trí vào nơi gần nhà', 'seat'));
    expect(typed).toMatch(/^Được chỉ định\. Bố trí vào (vị trí bắt buộc )?Vị trí LAW/);
    expect(typed).not.toContain('bệnh');
    const own = reasonOf({}, `${GIVEN_TITLE}: Vị trí LAW`, 'seat');
    expect(protectedReason(own)).toBe(own);
  });

  it('leaves out what somebody typed as reason of leaving', () => {
    const typed = reasonOf({}, 'nghỉ vì bệnh hiểm nghèo. Đã duyệt', 'leave');
    expect(typed).toContain('bệnh');
    expect(protectedReason(typed)).toBe('Thôi làm việc theo quyết định.');
    const own = reasonOf({}, LEAVING_ACCEPTED, 'leave');
    expect(protectedReason(own)).toBe(own);
  });
});

describe('reasonFor, keyFor', () => {
  const reason = 'Thôi làm việc theo quyết định: bệnh.';

  it('give accounts the protected words and the operator all', () => {
    expect(reasonFor('leader', reason)).toBe('Thôi làm việc theo quyết định.');
    expect(reasonFor('officer', reason)).toBe('Thôi làm việc theo quyết định.');
    expect(reasonFor('operator', reason)).toBe(reason);
    expect(keyFor('manager', NUMBER)).toBe('•••••••••123');
    expect(keyFor('operator', NUMBER)).toBe(NUMBER);
    expect(keyFor('manager', '3/xa.xlsx/Danh sách/12')).toBe('3/xa.xlsx/Danh sách/12');
  });
});

describe('protectedMessage', () => {
  it('hides the case and the number in the words of a breach', () => {
    const breach = `Có chỉ định cho người ${NUMBER}. Đang điều trị bệnh hiểm nghèo (Điều 25).`;
    expect(protectedMessage(breach)).toBe(
      'Có chỉ định cho người •••••••••123. Có điều kiện riêng (được bảo vệ).',
    );
  });
});
