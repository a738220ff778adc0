import type { Geography } from '../geography.js';
import type { Chance } from '../random.js';
import type { Slot } from './slot.js';

/** Old communes differ by about so many people. */
const LEAN = 4;

const CAPS: Readonly<Record<string, number>> = { party: 5, front: 5, military: 1 };

/** People of an old commune while they are being dealt out. */
export interface Desk {
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

/** Deals the slots of new communes to their old ones, then those who leave to all. */
export function dealToCommunes(
  slots: readonly Slot[],
  geography: Geography,
  chance: Chance,
): Desk[] {
  const desks = [...geography.oldCommunes.keys()].map((code) => ({
    code,
    slots: [],
    lean: LEAN * chance.next(),
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
