import type { PersonFact, ScenarioFacts } from '../../scenario/facts.js';
import { BadInput, NotFound } from '../../shared/errors.js';
import type { PlacementOptions } from '../options.js';
import { solvePlacement, type Proposal } from '../place.js';
import { placementNetwork, type PlacementNetwork } from '../placement-network.js';
import { pinsOf, type Pins } from '../pins.js';
import { worldOf, type World } from '../world.js';
import type { PriceState } from './price-state.js';
import { pricesOf } from './prices.js';

/** A line of a stored run, as prices and reasons need it. */
export type PricedProposal = Pick<
  Proposal,
  'personKey' | 'outcome' | 'unitCode' | 'positionCode' | 'movement' | 'terms' | 'reason'
>;

/** A stored run, ready for questions. */
export interface PricedRun {
  readonly world: World;
  readonly pins: Pins;
  readonly net: PlacementNetwork;
  readonly state: PriceState;
  /** In the order of `world.candidates`. */
  readonly proposals: readonly PricedProposal[];
  readonly potentials: readonly Float64Array[];
  readonly byStaffId: ReadonlyMap<number, number>;
  /** By personal key: index in `world.candidates`. */
  readonly byKey: ReadonlyMap<string, number>;
}

/** What is stored of a run, and what it was run on. */
export interface StoredRun {
  readonly facts: ScenarioFacts;
  readonly options: PlacementOptions;
  /** By personal key. */
  readonly proposals: readonly PricedProposal[];
  readonly potentials: readonly Float64Array[];
}

/**
 * Builds a stored run again from its frozen facts. Potentials of another drawing of the network prove nothing here; then
 * they are computed anew, and must prove the stored placement: any optimal potentials do, for any optimal placement.
 *
 * @throws BadInput `placement.run-outdated` where the placement is not the best by the rules of today.
 */
export function pricedRun(stored: StoredRun): PricedRun {
  const world = worldOf(stored.facts, stored.options);
  const pins = pinsOf(world);
  const net = placementNetwork(world, pins);
  const proposals = ordered(world, stored.proposals);
  const proven = provenBy({ world, pins, net, proposals }, stored);
  const byStaffId = new Map(world.candidates.map(({ person }, at) => [person.staffId, at]));
  const byKey = new Map(world.candidates.map(({ person }, at) => [person.key, at]));
  return { world, pins, net, proposals, byStaffId, byKey, ...proven };
}

type Drawn = Pick<PricedRun, 'world' | 'pins' | 'net' | 'proposals'>;

/** Prices of a placement: by the stored potentials, else by those of a solve. @throws BadInput `placement.run-outdated` */
export function provenBy(
  { world, pins, net, proposals }: Drawn,
  stored: Omit<StoredRun, 'proposals'>,
): Pick<PricedRun, 'state' | 'potentials'> {
  const given = { world, pins, net, placed: proposals };
  const fits =
    stored.potentials.length > 0 &&
    stored.potentials.every((level) => level.length === net.network.nodeCount);
  if (fits) {
    const state = triedPrices({ ...given, potentials: stored.potentials });
    if (state !== null) return { state, potentials: stored.potentials };
  }
  const { potentials } = solvePlacement(stored.facts, stored.options).solution;
  const state = triedPrices({ ...given, potentials });
  if (state !== null) return { state, potentials };
  throw new BadInput(
    'placement.run-outdated',
    'Lần chạy này không còn là phương án tốt nhất theo quy tắc hiện nay nên không tính được mức thay đổi. Hãy chạy lại bố trí.',
  );
}

function triedPrices(run: Parameters<typeof pricesOf>[0]): PriceState | null {
  try {
    return pricesOf(run);
  } catch {
    return null;
  }
}

function ordered(world: World, proposals: readonly PricedProposal[]): PricedProposal[] {
  const byKey = new Map(proposals.map((each) => [each.personKey, each]));
  return world.candidates.map(({ person }) => {
    const found = byKey.get(person.key);
    if (!found) throw new Error(`${person.key} has no proposal`);
    return found;
  });
}

/** @throws NotFound `placement.person-not-in-run` */
export function personOf(run: PricedRun, staffId: number): number {
  const found = run.byStaffId.get(staffId);
  if (found !== undefined) return found;
  throw new NotFound('placement.person-not-in-run', 'Người này không có trong lần chạy.', {
    staffId,
  });
}

/** The world of the same run with other facts. */
export function changedWorld(world: World, change: Partial<ScenarioFacts>): World {
  return worldOf({ ...world.facts, ...change }, world.options);
}

export function factOf(run: PricedRun, person: number): PersonFact {
  const found = run.world.candidates[person];
  if (!found) throw new Error(`no person ${person}`);
  return found.person;
}
