import type { Block } from '../../../src/rules/vocabulary.js';
import type { Geography, NewCommune } from '../geography.js';
import { readTable } from '../tables.js';
import { LEAVING, REMAINING } from './figures.js';
import { sum, type Role, type Slot } from './slot.js';

type StaffBlock = 'party' | 'front' | 'military';

/** Positions in the order in which a commune's people of an origin take them; the last is repeated. */
const ORDER: Readonly<
  Record<StaffBlock, { district: readonly string[]; commune: readonly string[] }>
> = {
  party: {
    district: ['D1', 'D14', 'D6', 'D11', 'D12', 'D7'],
    commune: ['D2', 'D3', 'D4', 'D9', 'D5', 'D13', 'D9', 'D10'],
  },
  front: { district: ['F6'], commune: ['F1', 'F2', 'F3', 'F5', 'F4', 'F6'] },
  military: { district: ['L7'], commune: ['L7', 'L8'] },
};
const GIVEN = ['D1', 'D2', 'D3', 'F1'];

/** Splits a whole number by weights: largest remainders, ties by order. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const all = sum(weights);
  const exact = weights.map((weight) => (total * weight) / all);
  const shares = exact.map(Math.floor);
  const order = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order.slice(0, total - sum(shares))) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}

function roleOf(positionCode: string): Role {
  return GIVEN.includes(positionCode) ? 'given' : 'staff';
}

function planOrigin(
  block: StaffBlock,
  origin: 'district' | 'commune',
  communes: readonly NewCommune[],
): Slot[] {
  const weights = communes.map((one) => (origin === 'commune' ? one.oldCodes.length : 1));
  const order = ORDER[block][origin];
  return apportion(REMAINING[block][origin], weights).flatMap((count, at) =>
    Array.from({ length: count }, (_, index): Slot => {
      const positionCode = order[Math.min(index, order.length - 1)] ?? null;
      const communeCode = communes[at]?.code ?? null;
      return { role: roleOf(positionCode ?? ''), block, origin, communeCode, positionCode };
    }),
  );
}

/** Party, Front and military people who remain: by the seats of each commune, not calibrated. */
export function planOtherBlocks(geography: Geography): Slot[] {
  const communes = [...geography.newCommunes.values()];
  return (['party', 'front', 'military'] as const).flatMap((block) => [
    ...planOrigin(block, 'district', communes),
    ...planOrigin(block, 'commune', communes),
  ]);
}

/** Public-service people: one for each seat of the units that follow. */
export function planPublicService(): Slot[] {
  return readTable('dien-bien/establishments.csv')
    .filter((row) => row['position_code']?.startsWith('SN') === true)
    .flatMap((row) =>
      Array.from({ length: Number(row['seats']) }, (): Slot => ({
        role: 'staff',
        block: 'public-service',
        origin: 'public-service',
        communeCode: (row['unit_code'] ?? '').slice(0, 5),
        positionCode: row['position_code'] ?? null,
      })),
    );
}

/** Those who leave on the eve, by block and origin; their old unit is found later. */
export function planLeavers(): Slot[] {
  const blocks = Object.keys(LEAVING) as Exclude<Block, 'public-service'>[];
  return blocks.flatMap((block) =>
    (['district', 'commune'] as const).flatMap((origin) =>
      Array.from({ length: LEAVING[block][origin] }, (): Slot => ({
        role: 'leaver',
        block,
        origin,
        communeCode: null,
        positionCode: null,
      })),
    ),
  );
}
