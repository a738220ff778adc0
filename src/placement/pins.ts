import type { ForbidPin, PinFact } from '../scenario/facts.js';
import { placementBreach, type PlacementBreach } from './breach.js';
import { isWithin, type Candidate } from './candidates.js';
import { cellKey } from './cells.js';
import type { PinnedSeat, SeatPin } from './pinned-seat.js';
import { seatPinBreaches } from './pin-breaches.js';
import { capBreaches, seatBreaches, type Use } from './pin-counts.rules.js';
import { capsOver } from './pools.js';
import type { World } from './world.js';

export interface Pins {
  /** By personal key. */
  readonly seated: ReadonlyMap<string, PinnedSeat>;
  /** By personal key, the reason given. */
  readonly leaving: ReadonlyMap<string, string>;
  /** By cell: people pinned there. */
  readonly inCell: Int32Array;
  /** By cell: those of them who are qualified. */
  readonly qualifiedInCell: Int32Array;
  /** By code of the cap. */
  readonly inPool: ReadonlyMap<string, number>;
  readonly breaches: readonly PlacementBreach[];
}

/**
 * What is given by hand, and every breach of it. A pin into a unit or a position that does not exist cannot hold: its breach
 * is an error, so the run may not be applied, and in the run the person is placed like anybody else.
 */
export function pinsOf(world: World): Pins {
  const breaches: PlacementBreach[] = [];
  const leaving = new Map<string, string>();
  const seated = new Map<string, PinnedSeat>();
  const people = new Map(world.candidates.map((who) => [who.person.key, who]));
  const met = new Set<string>();
  for (const pin of world.facts.pins) {
    const who = people.get(pin.personKey);
    if (!who) breaches.push(unknownPerson(pin));
    else if (pin.kind === 'forbid') continue;
    else if (met.has(pin.personKey)) breaches.push(twice(pin, who));
    else if (pin.kind === 'leave') leaving.set(pin.personKey, pin.reason);
    else placePin(world, who, pin, seated, breaches);
    met.add(pin.personKey);
  }
  const use = useOf(world, [...seated.values()]);
  breaches.push(...seatBreaches(world, use), ...capBreaches(world, use));
  return { seated, leaving, ...use, breaches };
}

function placePin(
  world: World,
  who: Candidate,
  pin: SeatPin,
  seated: Map<string, PinnedSeat>,
  breaches: PlacementBreach[],
): void {
  const position = world.positions.get(pin.positionCode);
  if (!world.territory.unitAfter(pin.unitCode)) breaches.push(unknownUnit(pin, who));
  else if (!position) breaches.push(unknownPosition(pin, who));
  else {
    const cell = world.cells.byKey.get(cellKey(pin.unitCode, pin.positionCode)) ?? null;
    const inside = isWithin(pin.unitCode, who.successors, world.territory);
    const pinned = { who, pin, position, cell, inside };
    seated.set(pin.personKey, pinned);
    breaches.push(...seatPinBreaches(world, pinned));
  }
}

function useOf(world: World, seated: readonly PinnedSeat[]): Use {
  const inCell = new Int32Array(world.cells.all.length);
  const qualifiedInCell = new Int32Array(world.cells.all.length);
  const inPool = new Map<string, number>();
  for (const { who, cell, position } of seated) {
    for (const { code } of capsOver(world.pools, position.code)) {
      inPool.set(code, (inPool.get(code) ?? 0) + 1);
    }
    if (!cell) continue;
    inCell[cell.index] = (inCell[cell.index] ?? 0) + 1;
    if (!world.suitability.isQualified(who.person, position)) continue;
    qualifiedInCell[cell.index] = (qualifiedInCell[cell.index] ?? 0) + 1;
  }
  return { inCell, qualifiedInCell, inPool };
}

function unknownPerson({ personKey }: PinFact): PlacementBreach {
  return placementBreach(
    'placement.pin-unknown-person',
    'error',
    { personKey },
    `Có chỉ định cho người ${personKey} nhưng người này không có trong danh sách. Bỏ chỉ định hoặc sửa số định danh.`,
  );
}

function twice(pin: Exclude<PinFact, ForbidPin>, who: Candidate): PlacementBreach {
  return placementBreach(
    'placement.pin-twice',
    'error',
    pin,
    `${who.person.fullName} có hơn một chỉ định. Chỉ giữ lại một.`,
  );
}

function unknownUnit(pin: SeatPin, who: Candidate): PlacementBreach {
  return placementBreach(
    'placement.pin-unknown-unit',
    'error',
    pin,
    `${who.person.fullName} được chỉ định vào đơn vị ${pin.unitCode}, đơn vị này không có hoặc đã kết thúc vào ngày sắp xếp. Chọn đơn vị khác.`,
  );
}

function unknownPosition(pin: SeatPin, who: Candidate): PlacementBreach {
  return placementBreach(
    'placement.pin-unknown-position',
    'error',
    pin,
    `${who.person.fullName} được chỉ định vào vị trí ${pin.positionCode}, vị trí này không có hiệu lực vào ngày sắp xếp. Chọn vị trí khác.`,
  );
}
