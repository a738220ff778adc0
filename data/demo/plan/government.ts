import type { Geography, NewCommune } from '../geography.js';
import type { Chance } from '../random.js';
import { apportion } from './blocks.js';
import { shortOf, type Cell, type Cells } from './cells.js';
import { IDLE, REMAINING, SHORTAGES } from './figures.js';
import { sum, type Role, type Slot } from './slot.js';

/** Wards that the offices of a city and a town stood in: many of their people stay. */
const SEATS_OF_TOWNS = ['03127', '03151'];

function districtWeight(commune: NewCommune): number {
  if (SEATS_OF_TOWNS.includes(commune.code)) return 10;
  return commune.oldCodes.length === 2 ? 9 : commune.oldCodes.length === 3 ? 5.3 : 2;
}

/** District people who fill seats in each new commune: the fewer old communes it has, the more it needs. */
function districtShares(geography: Geography, chance: Chance): Map<string, number> {
  const communes = [...geography.newCommunes.values()];
  const weights = communes.map((commune) => districtWeight(commune) * (0.75 + chance.next() / 2));
  const shares = apportion(REMAINING.government.district, weights);
  return new Map(communes.map(({ code }, at) => [code, shares[at] ?? 0]));
}

const GIVEN = ['CT-HDND-PCT', 'BAN-PT', 'UBND-PCT'];

/** Seats that district people are most lifelike in. */
const LED_FROM_DISTRICT = ['L1', 'L3-KT', 'L3-VX', 'UBND-PCT', 'BAN-PT', 'L5'];
const DONE_BY_DISTRICT = ['O6', 'E2', 'C1', 'O1', 'E1', 'L2', 'L4-KT', 'L4-VX', 'C2', 'O10'];

function slot(
  role: Role,
  origin: 'district' | 'commune',
  cell: Pick<Cell, 'communeCode'>,
  positionCode: string | null,
): Slot {
  return { role, block: 'government', origin, communeCode: cell.communeCode, positionCode };
}

/** Old communes of one new commune differ from the mean by up to half of this. */
const UNEVEN = 3;

/** Head-count that remains in each new commune from its own old communes, before surplus is dealt out. */
interface Room {
  readonly communeCode: string;
  left: number;
}

function roomsOf(
  geography: Geography,
  cells: Cells,
  trainees: readonly Slot[],
  shares: ReadonlyMap<string, number>,
  chance: Chance,
): Map<string, Room> {
  const perOld = REMAINING.government.commune / geography.oldCommunes.size;
  return new Map(
    [...geography.newCommunes.values()].map(({ code, oldCodes }) => {
      const filled = sum(
        [...cells.values()].filter((c) => c.communeCode === code).map((c) => c.filled),
      );
      const trained = trainees.filter((one) => one.communeCode === code).length;
      const held = filled + trained - (shares.get(code) ?? 0);
      const uneven = UNEVEN * (chance.next() - 0.5) * oldCodes.length;
      return [code, { communeCode: code, left: perOld * oldCodes.length - held + uneven }];
    }),
  );
}

/** The communes with most room get the next one, with some chance in it. */
function roomiest(rooms: readonly Room[], chance: Chance): Room {
  const [first] = rooms
    .map((room) => ({ room, score: room.left + 4 * chance.next() }))
    .sort((a, b) => b.score - a.score);
  if (first === undefined) throw new RangeError('No commune has the field full');
  first.room.left -= 1;
  return first.room;
}

function planTrainees(cells: Cells, chance: Chance): Slot[] {
  return SHORTAGES.flatMap(({ positionCode, trainees }) => {
    const short = [...cells.values()].filter(
      (c) => c.positionCode === positionCode && shortOf(c) > 0,
    );
    return chance
      .shuffled(short)
      .slice(0, trainees)
      .map((cell) => slot('trainee', 'commune', cell, positionCode));
  });
}

function planStuck(cells: Cells, rooms: ReadonlyMap<string, Room>, chance: Chance): Slot[] {
  return SHORTAGES.flatMap(({ positionCode, stuck }) => {
    const full = [...cells.values()].filter(
      (c) => c.positionCode === positionCode && shortOf(c) === 0,
    );
    const open = full
      .map((cell) => rooms.get(cell.communeCode))
      .filter((room) => room !== undefined);
    const most = Math.ceil(stuck / open.length) + 1;
    const dealt = new Map<Room, number>();
    return Array.from({ length: stuck }, () => {
      const room = roomiest(
        open.filter((one) => (dealt.get(one) ?? 0) < most),
        chance,
      );
      dealt.set(room, (dealt.get(room) ?? 0) + 1);
      return slot('stuck', 'commune', room, positionCode);
    });
  });
}

function planIdle(rooms: ReadonlyMap<string, Room>, chance: Chance): Slot[] {
  return Array.from({ length: IDLE }, () =>
    slot('idle', 'commune', roomiest([...rooms.values()], chance), null),
  );
}

/** Seats that nobody from the district may fill, lest they leave them to a person who is stuck behind. */
const NOT_FROM_DISTRICT = 9;

/** The seats of a commune that people of the district fill. */
function districtSeats(
  seats: readonly string[],
  share: number,
  blocked: ReadonlySet<string>,
  chance: Chance,
): Set<number> {
  const rankOf = (code: string): number => {
    if (blocked.has(code)) return NOT_FROM_DISTRICT;
    if (LED_FROM_DISTRICT.includes(code)) return 0;
    return DONE_BY_DISTRICT.includes(code) ? 0.6 : 0.5;
  };
  const order = seats
    .map((code, at) => ({ at, score: rankOf(code) + chance.next() }))
    .sort((a, b) => a.score - b.score);
  return new Set(order.slice(0, share).map(({ at }) => at));
}

function planHolders(
  geography: Geography,
  cells: Cells,
  stuck: readonly Slot[],
  shares: ReadonlyMap<string, number>,
  chance: Chance,
): Slot[] {
  return [...geography.newCommunes.keys()].flatMap((code) => {
    const seats = [...cells.values()]
      .filter((cell) => cell.communeCode === code)
      .flatMap((cell) => Array.from({ length: cell.filled }, () => cell.positionCode));
    const blocked = new Set(
      stuck.filter((one) => one.communeCode === code).map((one) => one.positionCode ?? ''),
    );
    const fromDistrict = districtSeats(seats, shares.get(code) ?? 0, blocked, chance);
    return seats.map((positionCode, at) =>
      slot(
        GIVEN.includes(positionCode) ? 'given' : 'holder',
        fromDistrict.has(at) ? 'district' : 'commune',
        { communeCode: code },
        positionCode,
      ),
    );
  });
}

/** Everyone of the government block who remains: seats first, then those who find none. */
export function planGovernment(geography: Geography, cells: Cells, chance: Chance): Slot[] {
  const trainees = planTrainees(cells, chance);
  const shares = districtShares(geography, chance);
  const rooms = roomsOf(geography, cells, trainees, shares, chance);
  const stuck = planStuck(cells, rooms, chance);
  return [
    ...planHolders(geography, cells, stuck, shares, chance),
    ...trainees,
    ...stuck,
    ...planIdle(rooms, chance),
  ];
}
