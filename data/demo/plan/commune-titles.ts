import type { Chance } from '../random.js';
import type { Slot } from './slot.js';
import {
  ANY_CIVIL_SERVANT,
  COMMUNE_LEADERS,
  communeWorkOf,
  FRONT_TITLE,
  LEADING_POSITIONS,
} from './titles.js';

const LAST = 9;

/** Who takes a leading title first: those placed by decision, then those for leading seats, then those who leave. */
export function precedence(slot: Slot): number {
  if (slot.role === 'given') return 0;
  if (slot.positionCode !== null && LEADING_POSITIONS.has(slot.positionCode)) return 1;
  return slot.role === 'leaver' ? 2 : slot.role === 'idle' ? 3 : LAST;
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

/** The title held by the fewest so far, so that no commune is without its five kinds of civil servant. */
function rarest(titles: readonly string[], held: readonly string[], chance: Chance): string {
  const countOf = (title: string): number => held.filter((one) => one === title).length;
  const order = chance.shuffled(titles).sort((a, b) => countOf(a) - countOf(b));
  return order[0] ?? chance.pick(titles);
}

function leadingTitles(slots: readonly Slot[], chance: Chance): Map<Slot, string> {
  const free: Record<string, string[]> = {
    government: [...COMMUNE_LEADERS.government].slice(0, chance.happens(0.6) ? 3 : 2),
    party: [...COMMUNE_LEADERS.party],
    front: [...COMMUNE_LEADERS.front],
    military: ['X-CHT'],
  };
  const titles = new Map<Slot, string>();
  for (const slot of slots.toSorted((a, b) => precedence(a) - precedence(b))) {
    if (slot.block === 'government' && precedence(slot) === LAST) continue;
    const own = free[slot.block] ?? [];
    const title = takeTitle(own, wantedBy(slot, own));
    if (title !== undefined) titles.set(slot, title);
  }
  return titles;
}

/** The old titles of the people of an old commune: who leads, then who does what, then those without a field. */
export function communeTitles(slots: readonly Slot[], chance: Chance): Map<Slot, string> {
  const titles = leadingTitles(slots, chance);
  const others = slots.filter((slot) => !titles.has(slot));
  const isOpen = (slot: Slot): boolean => slot.role === 'leaver' || slot.role === 'idle';
  for (const slot of [...others.filter((one) => !isOpen(one)), ...others.filter(isOpen)]) {
    const ways = slot.role === 'leaver' ? ANY_CIVIL_SERVANT : communeWorkOf(slot.positionCode);
    const held = [...titles.values()];
    titles.set(slot, isOpen(slot) ? rarest(ways, held, chance) : chance.pick(ways));
  }
  return titles;
}
