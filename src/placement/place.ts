import type { Block } from '../rules/vocabulary.js';
import type { ScenarioFacts } from '../scenario/facts.js';
import { benchBreaches } from './bench-breaches.js';
import type { PlacementBreach } from './breach.js';
import type { FlowSolution } from './flow/lexicographic.js';
import { asFlowSolution } from './flow/people/as-flow.js';
import { personProblem } from './flow/people/person-network.js';
import { solvePeople } from './flow/people/solve-people.js';
import { personCertificateViolations } from './person-certificate.js';
import { LEVELS, type LevelVector } from './placement.model.js';
import { openRequired, placementNetwork, type PlacementNetwork } from './placement-network.js';
import type { PlacementOptions } from './options.js';
import { pinsOf, type Pins } from './pins.js';
import { placedPeople, type Placed } from './proposals.js';
import { reasonsOf } from './reasons.js';
import type { PhaseListener } from './run-phases.js';
import { worldOf, type World } from './world.js';

/** Version of the model and engine; a stored run names it. A change of any result changes it. */
export const PLACEMENT_VERSION = '2';

/** Where one person goes, what it costs by each level, and why, in Vietnamese. */
export interface Proposal extends Placed {
  readonly reason: string;
}

export interface PlacementCounts {
  readonly people: number;
  readonly seated: number;
  readonly surplus: number;
  readonly leaving: number;
  readonly pinned: number;
  /** In a seat outside the successors of the old unit. */
  readonly moved: number;
}

/** A run. The same facts and options give the same result to the byte, whatever order the facts came in. */
export interface PlacementResult {
  readonly kind: PlacementOptions['kind'];
  readonly openBlocks: readonly Block[];
  readonly version: string;
  /** One a person, by key. */
  readonly proposals: readonly Proposal[];
  readonly levels: LevelVector;
  readonly counts: PlacementCounts;
  /** Errors and warnings, by pins or in the facts; with an error the run may not be applied. */
  readonly breaches: readonly PlacementBreach[];
  /** The certificate holds: no other placement under the same pins is better. */
  readonly proven: boolean;
  /** What the certificate did not accept; empty when proven. */
  readonly certificateViolations: readonly string[];
  /** Node potentials by level, for the proof of a stored run and for prices later. */
  readonly potentials: readonly Float64Array[];
  readonly pivots: number;
}

/** A run with the network it was solved on, for whoever asks prices of it. */
export interface SolvedPlacement {
  readonly world: World;
  readonly pins: Pins;
  readonly net: PlacementNetwork;
  readonly solution: FlowSolution;
  readonly result: PlacementResult;
}

/**
 * Places the people of a scenario.
 *
 * @throws BadInput when caps cross or a weight is no whole number; NotFound when a law parameter is missing.
 */
export function place(
  facts: ScenarioFacts,
  options: PlacementOptions,
  begins: PhaseListener = () => {},
): PlacementResult {
  return solvePlacement(facts, options, begins).result;
}

export function solvePlacement(
  facts: ScenarioFacts,
  options: PlacementOptions,
  begins: PhaseListener = () => {},
): SolvedPlacement {
  begins('network');
  const world = worldOf(facts, options);
  const pins = pinsOf(world);
  const net = placementNetwork(world, pins);
  begins('levels');
  const problem = personProblem(net.network, net.levels, net.free.length);
  const solved = solvePeople(problem);
  if (solved.status !== 'optimal') throw new Error(`placement is ${solved.status}`);
  const solution = asFlowSolution(problem.network, solved);
  begins('check');
  const placed = placedPeople(world, pins, net, solution.flow);
  const violations = personCertificateViolations(problem, solved);
  const reasons = reasonsOf(world, pins, placed);
  const result: PlacementResult = {
    kind: options.kind,
    openBlocks: options.openBlocks ?? [],
    version: PLACEMENT_VERSION,
    proposals: placed.map((each, index) => ({ ...each, reason: reasons[index] ?? '' })),
    levels: levelVector(world, pins, solution.objectives, placed),
    counts: countsOf(placed),
    breaches: [...world.cells.breaches, ...benchBreaches(world, placed), ...pins.breaches],
    proven: violations.length === 0,
    certificateViolations: violations,
    potentials: solution.potentials,
    pivots: solution.pivots,
  };
  return { world, pins, net, solution, result };
}

/** The engine's objectives with what it could not choose: pinned people, and required seats that nobody may fill. */
function levelVector(
  world: World,
  pins: Pins,
  objectives: readonly number[],
  placed: readonly Placed[],
): LevelVector {
  const [filled, ...others] = objectives;
  const openWeight = world.cells.all.reduce(
    (sum, cell) => sum + cell.weight * openRequired(cell, pins),
    0,
  );
  const given = placed.filter((each) => each.pinned).map(({ terms }) => terms);
  const total = (level: number, ofPins: (terms: Placed['terms']) => number): number =>
    (others[level - 1] ?? 0) + given.reduce((sum, terms) => sum + ofPins(terms), 0);
  return {
    requiredUnfilled: openWeight + (filled ?? 0),
    withoutSeat: total(1, (terms) => terms.seatless),
    fitCost: total(2, (terms) => terms.fitCost),
    wishCost: total(3, (terms) => terms.wishCost),
    distanceTenthsKm: total(4, (terms) => Math.round(terms.distanceKm * 10)),
    moved: total(5, (terms) => terms.moved),
  };
}

/** The levels as a list, in their order. */
export function levelList(levels: LevelVector): number[] {
  return LEVELS.map((level) => levels[level]);
}

function countsOf(placed: readonly Placed[]): PlacementCounts {
  const count = (is: (each: Placed) => boolean): number => placed.filter(is).length;
  return {
    people: placed.length,
    seated: count((each) => each.outcome === 'seated'),
    surplus: count((each) => each.outcome === 'surplus'),
    leaving: count((each) => each.outcome === 'leaving'),
    pinned: count((each) => each.pinned),
    moved: count((each) => each.terms.moved === 1),
  };
}
