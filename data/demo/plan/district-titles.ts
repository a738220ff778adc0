import type { Geography } from '../geography.js';
import type { Chance } from '../random.js';
import type { Slot } from './slot.js';
import { districtWaysOf, limitOf } from './titles.js';

/** The district of a slot: by its share of the old communes of the new one, else by its size. */
export function districtFor(slot: Slot, geography: Geography, chance: Chance): string {
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

/** Hands out the old titles of districts, each no oftener than it exists. */
export class TitleBook {
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
