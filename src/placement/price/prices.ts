import type { SolvedPlacement } from '../place.js';
import { placesOf } from './placed-places.js';
import { priceGraphOf } from './price-graph.js';
import { priceStateOf, useOf, type PriceState } from './price-state.js';
import { proofViolations } from './proof.js';
import { startPotentials } from './start-potentials.js';

/** What prices need of a run: its world, where it puts people, and what proves it. */
export interface ProvenRun extends Pick<SolvedPlacement, 'world' | 'pins' | 'net'> {
  readonly placed: readonly Pick<
    SolvedPlacement['result']['proposals'][number],
    'outcome' | 'unitCode' | 'positionCode'
  >[];
  /** By level, by node of `net`. */
  readonly potentials: readonly Float64Array[];
}

/**
 * The state in which prices of a run are asked.
 *
 * @throws Error when the potentials do not prove the placement: no price of it could be trusted.
 */
export function pricesOf({ world, pins, net, placed, potentials }: ProvenRun): PriceState {
  const graph = priceGraphOf(world, pins, net);
  const use = useOf(graph, placesOf(graph, placed));
  const state = priceStateOf(graph, use, startPotentials(graph, net, potentials, use));
  const faults = proofViolations(state);
  if (faults.length > 0) throw new Error(`The run is not proven: ${faults.join('; ')}`);
  return state;
}
