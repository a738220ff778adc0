import type { Geography } from '../geography.js';
import type { Chance } from '../random.js';
import type { Slot } from './slot.js';
import {
  COMMUNE_LEADERS,
  communeWorkOf,
  districtWaysOf,
  FRONT_TITLE,
  LEADING_POSITIONS,
  leads,
  limitOf,
} from './titles.js';

/** A slot with its place in the old order: the unit and the title held on the eve. */
export interface Employment extends Slot {
  readonly districtCode: string;
  /** Code of the old commune or district. */
  readonly unitCode: string;
  readonly title: string;
  /** Named for a leading post ("quy hoạch") where the seat leads and the old title does not. */
  readonly planned: boolean;
}

const CAPS: Readonly<Record<string, number>> = { party: 5, front: 5, military: 1 };

/** People of an old commune while they are being dealt out. */
interface Desk {
  readonly code: string;
  readonly slots: Slot[];
  readonly lean: number;
}

function countOf(desk: Desk, block: string): number {
  return desk.slots.filter((slot) => slot.block === block).length;
}

/** The desk with the fewest of the block, then the fewest at all, that may take one more. */
function nextDesk(desks: readonly Desk[], slot: Slot): Desk {
  const cap = CAPS[slot.block] ?? Number.POSITIVE_INFINITY;
  const weigh = (desk: Desk): number =>
    slot.role === 'leaver'
      ? desk.slots.length +
        desk.lean +
        (slot.block === 'government' ? 0 : 9 * countOf(desk, slot.block))
      : 100 * countOf(desk, slot.block) + desk.slots.length + desk.lean;
  const [best] = desks
    .filter((desk) => countOf(desk, slot.block) < cap)
    .sort((a, b) => weigh(a) - weigh(b));
  if (best === undefined) throw new RangeError(`No old commune takes one more of ${slot.block}`);
  return best;
}

function dealToCommunes(slots: readonly Slot[], geography: Geography, chance: Chance): Desk[] {
  const desks = [...geography.oldCommunes.keys()].map((code) => ({
    code,
    slots: [],
    lean: 2 * chance.next(),
  }));
  const staying = slots.filter((slot) => slot.role !== 'leaver');
  for (const slot of staying) {
    const own = geography.newCommunes.get(slot.communeCode ?? '')?.oldCodes ?? [];
    const near = desks.filter((desk) => own.includes(desk.code));
    nextDesk(near, slot).slots.push(slot);
  }
  const order = ['military', 'party', 'front', 'government'];
  const leaving = slots.filter((slot) => slot.role === 'leaver');
  for (const block of order) {
    for (const slot of leaving.filter((one) => one.block === block))
      nextDesk(desks, slot).slots.push(slot);
  }
  return desks;
}

/** Who takes a leading title first: those placed by decision, then those for leading seats, then those who leave. */
function precedence(slot: Slot): number {
  if (slot.role === 'given') return 0;
  if (slot.positionCode !== null && LEADING_POSITIONS.has(slot.positionCode)) return 1;
  return slot.role === 'leaver' ? 2 : slot.role === 'idle' ? 3 : 9;
}

/** What people in their fifties lead in the Front; the Youth Union is not for them. */
const FRONT_OF_LEAVERS = ['X-CCB', 'X-ND', 'X-PN', 'X-MT'];

function wantedBy(slot: Slot, free: readonly string[]): string | undefined {
  if (slot.block !== 'front') return undefined;
  if (slot.role === 'leaver') return FRONT_OF_LEAVERS.find((title) => free.includes(title));
  return FRONT_TITLE[slot.positionCode ?? ''];
}

function takeTitle(titles: string[], wanted: string | undefined): string | undefined {
  const at = wanted === undefined ? 0 : titles.indexOf(wanted);
  return titles.splice(Math.max(0, at), 1)[0];
}

function titlesOfDesk(desk: Desk, chance: Chance): (readonly [Slot, string])[] {
  const free: Record<string, string[]> = {
    government: [...COMMUNE_LEADERS.government].slice(0, chance.happens(0.6) ? 3 : 2),
    party: [...COMMUNE_LEADERS.party],
    front: [...COMMUNE_LEADERS.front],
    military: ['X-CHT'],
  };
  return desk.slots
    .toSorted((a, b) => precedence(a) - precedence(b))
    .map((slot) => {
      const mayLead = slot.block !== 'government' || precedence(slot) < 9;
      const own = free[slot.block] ?? [];
      const led = mayLead ? takeTitle(own, wantedBy(slot, own)) : undefined;
      return [slot, led ?? chance.pick(communeWorkOf(slot.positionCode))] as const;
    });
}

function needsPlan(slot: Slot, title: string): boolean {
  return LEADING_POSITIONS.has(slot.positionCode ?? '') && !leads(title);
}

function employInCommunes(
  slots: readonly Slot[],
  geography: Geography,
  chance: Chance,
): Employment[] {
  return dealToCommunes(slots, geography, chance).flatMap((desk) =>
    titlesOfDesk(desk, chance).map(([slot, title]) => ({
      ...slot,
      title,
      unitCode: desk.code,
      districtCode: geography.oldCommunes.get(desk.code)?.districtCode ?? '',
      planned: needsPlan(slot, title),
    })),
  );
}

/** The district of a slot: by its share of the old communes of the new one, else by its size. */
function districtFor(slot: Slot, geography: Geography, chance: Chance): string {
  const own = geography.newCommunes.get(slot.communeCode ?? '')?.oldCodes ?? [];
  return chance.weighted(
    geography.districts.map((district) => [
      district.code,
      slot.communeCode === null
        ? district.oldCodes.length + 4
        : district.oldCodes.filter((code) => own.includes(code)).length,
    ]),
  );
}

class TitleBook {
  private readonly held = new Map<string, number>();

  constructor(private readonly chance: Chance) {}

  take(districtCode: string, slot: Slot): string {
    const ways = districtWaysOf(slot.block, slot.positionCode);
    const order = slot.positionCode === null ? this.chance.shuffled(ways) : ways;
    const title = order.find((one) => (this.held.get(districtCode + one) ?? 0) < limitOf(one));
    if (title === undefined)
      throw new RangeError(`No title left for ${slot.positionCode ?? slot.block}`);
    const among = limitOf(title) === Number.POSITIVE_INFINITY ? this.alike(order) : [title];
    const chosen = this.chance.pick(among);
    this.held.set(districtCode + chosen, (this.held.get(districtCode + chosen) ?? 0) + 1);
    return chosen;
  }

  private alike(order: readonly string[]): string[] {
    return order.filter((one) => limitOf(one) === Number.POSITIVE_INFINITY);
  }
}

function employInDistricts(
  slots: readonly Slot[],
  geography: Geography,
  chance: Chance,
): Employment[] {
  const book = new TitleBook(chance);
  const order = slots.toSorted((a, b) => precedence(a) - precedence(b));
  return order.map((slot) => {
    const districtCode = districtFor(slot, geography, chance);
    const title = book.take(districtCode, slot);
    return {
      ...slot,
      districtCode,
      unitCode: districtCode,
      title,
      planned: needsPlan(slot, title),
    };
  });
}

/** Gives every slot its old unit and title. */
export function employ(slots: readonly Slot[], geography: Geography, chance: Chance): Employment[] {
  return [
    ...employInDistricts(
      slots.filter((slot) => slot.origin !== 'commune'),
      geography,
      chance,
    ),
    ...employInCommunes(
      slots.filter((slot) => slot.origin === 'commune'),
      geography,
      chance,
    ),
  ];
}
