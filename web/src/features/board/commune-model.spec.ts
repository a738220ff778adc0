import { describe, expect, it } from '@jest/globals';

import type { Cell, Pin, Position, Proposal, Unit } from '../../lib/api/shapes.js';
import { nearest } from './arrow-move.js';
import { communeBoard, freshPins, type CommuneFacts } from './commune-model.js';

const line = (staffId: number, over: Partial<Proposal> = {}): Proposal =>
  ({
    staffId,
    fullName: `N${staffId}`,
    outcome: 'seated',
    positionCode: 'P1',
    ...over,
  }) as Proposal;
const pin = (over: Partial<Pin>): Pin =>
  ({
    id: 9,
    fullName: 'N',
    kind: 'seat',
    setBy: 'A',
    setAt: '2026-01-02T00:00:00Z',
    ...over,
  }) as Pin;
const unit = (code: string, kind: string, parentCode: string): Unit =>
  ({ code, kind, parentCode, name: `tên ${code}` }) as Unit;
const cell = (positionCode: string, seats: number, communeCode = 'C'): Cell =>
  ({ communeCode, positionCode, seats, required: 0 }) as Cell;
const position = (code: string, divisionKind: string | null): Position =>
  ({ code, divisionKind, name: code }) as Position;

const FACTS: CommuneFacts = {
  commune: 'C',
  lines: [],
  cells: [cell('P2', 1), cell('P1', 2), cell('P1', 9, 'OTHER')],
  positions: [position('P1', 'office'), position('P2', null)],
  units: [unit('C', 'commune', 'X'), unit('C.VP', 'office', 'C'), unit('D.VP', 'office', 'D')],
  fresh: [],
};

const holdersOf = (facts: Partial<CommuneFacts>, code: string): number[] =>
  communeBoard({ ...FACTS, ...facts })
    .divisions.flatMap(({ seats }) => seats)
    .filter((seat) => seat.positionCode === code)
    .flatMap(({ holders }) => holders.map(({ staffId }) => staffId));

describe('communeBoard', () => {
  it('lays seats out by division in the order of the catalogue, vacant ones counted', () => {
    const { divisions } = communeBoard({ ...FACTS, lines: [line(1)] });
    expect(divisions.map(({ name, seats }) => [name, seats.map((each) => each.vacant)])).toEqual([
      ['tên C.VP', [1]],
      [undefined, [1]],
    ]);
  });

  it('puts the surplus on the bench and the leaving aside', () => {
    const lines = [line(1, { outcome: 'surplus' }), line(2, { outcome: 'leaving' }), line(3)];
    const { bench, going } = communeBoard({ ...FACTS, lines });
    expect([bench, going].map((cards) => cards.map(({ staffId }) => staffId))).toEqual([[1], [2]]);
    expect(holdersOf({ lines }, 'P1')).toEqual([3]);
  });

  it('moves people to where a fresh pin puts them: here, elsewhere, out, or in from outside', () => {
    const lines = [line(1), line(2), line(3)];
    const fresh = [
      pin({ staffId: 1, unitCode: 'C', positionCode: 'P2' }),
      pin({ staffId: 2, unitCode: 'D.VP', positionCode: 'P1' }),
      pin({ staffId: 3, kind: 'leave', unitCode: null, positionCode: null }),
      pin({ staffId: 4, unitCode: 'C.VP', positionCode: 'P1' }),
    ];
    expect(holdersOf({ lines, fresh }, 'P2')).toEqual([1]);
    expect(holdersOf({ lines, fresh }, 'P1')).toEqual([4]);
    const { going, arrivals } = communeBoard({ ...FACTS, lines, fresh });
    expect(going.map(({ staffId }) => staffId)).toEqual([2, 3]);
    expect(arrivals.map(({ staffId }) => staffId)).toEqual([4]);
  });

  it('leaves people where they are whom a pin keeps from a place', () => {
    const fresh = [pin({ staffId: 1, kind: 'forbid', unitCode: 'D', positionCode: null })];
    expect(holdersOf({ lines: [line(1)], fresh }, 'P1')).toEqual([1]);
  });
});

describe('freshPins', () => {
  it('are those set by hand after the run', () => {
    const pins = [
      pin({ id: 1, setBy: null }),
      pin({ id: 2 }),
      pin({ id: 3, setAt: '2026-01-01T00:00:00Z' }),
    ];
    expect(freshPins(pins, '2026-01-01T12:00:00Z').map(({ id }) => id)).toEqual([2]);
  });
});

describe('nearest', () => {
  const box = (left: number, top: number) => ({ left, top, right: left + 10, bottom: top + 10 });
  it('walks a column before it leaves it, and goes nowhere where nothing lies', () => {
    const boxes = [box(0, 40), box(20, 15), box(20, 0)];
    expect(nearest(box(0, 0), boxes, 'ArrowDown')).toBe(0);
    expect(nearest(box(0, 0), boxes, 'ArrowRight')).toBe(2);
    expect(nearest(box(0, 0), boxes, 'ArrowUp')).toBe(-1);
  });
});
