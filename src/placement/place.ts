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
import { levelsOfPlaced } from './placed-levels.js';
import { openRequired, placementNetwork, type PlacementNetwork } from './placement-network.js';
import type { PlacementOptions } from './options.js';
import { pinsOf, type Pins } from './pins.js';
import { placedPeople, type Placed } from './proposals.js';
import { reasonsOf } from './reasons.js';
import type { PhaseListener } from './run-phases.js';
import { firstComeFlow } from './seniority.js';
import {
  filledByJoint,
  jointHolders,
  jointReason,
  jointSeatsOf,
  type JointSeat,
} from './side/joint-posts.js';
import { solveSide, type SideMeans } from './side/place-side.js';
import { asksNothing, NO_SIDE_OPTIONS } from './side/side-options.js';
import { worldOf, type World } from './world.js';

/** Version of the model and engine; a stored run names it. A change of any result changes it. */
export const PLACEMENT_VERSION = '6';

/** Where one person goes, what it costs by each level, and why, in Vietnamese. */
export interface Proposal extends Placed {
  /** The second seat of a joint post; null = none. */
  readonly joint: JointSeat | null;
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
  /** `optimal`: nothing is better. `bounded`: at most `gap` is. `by-rule`: placed by a rule that optimises nothing. */
  readonly status: 'optimal' | 'bounded' | 'by-rule';
  readonly bound: LevelVector | { readonly blended: number } | null;
  readonly gap: number | null;
  readonly gapPeople: number | null;
  /** The time ran out before the search did. */
  readonly cutShort: boolean;
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

/** @param means for conditions beyond the levels; where they are asked for it must be there. */
export function solvePlacement(
  facts: ScenarioFacts,
  options: PlacementOptions,
  begins: PhaseListener = () => {},
  means: SideMeans | null = null,
): SolvedPlacement {
  begins('network');
  const world = worldOf(facts, options);
  const pins = pinsOf(world);
  const net = placementNetwork(world, pins);
  begins('levels');
  const drawn = { world, pins, net };
  const found = options.kind === 'seniority' ? foundByRule(drawn) : foundBest(drawn, means);
  begins('check');
  const { solution, violations, ...how } = found;
  const placed = placedPeople(world, pins, net, solution.flow);
  const seats = jointSeatsOf(world, (options.side ?? NO_SIDE_OPTIONS).joint);
  const held = jointHolders(world, placed, seats);
  const counted =
    how.status === 'by-rule'
      ? levelsOfPlaced(world, placed)
      : levelVector(world, pins, solution.objectives, placed);
  const requiredUnfilled = counted.requiredUnfilled - filledByJoint(world, placed, held);
  const levels = { ...counted, requiredUnfilled };
  const result: PlacementResult = {
    kind: options.kind,
    ...how,
    bound: how.status === 'optimal' ? levels : how.bound,
    openBlocks: options.openBlocks ?? [],
    version: PLACEMENT_VERSION,
    proposals: told(drawn, placed, held),
    levels,
    counts: countsOf(placed),
    breaches: [...world.cells.breaches, ...benchBreaches(world, placed), ...pins.breaches],
    proven: how.status === 'optimal' && violations.length === 0,
    certificateViolations: violations,
    potentials: solution.potentials,
    pivots: solution.pivots,
  };
  return { world, pins, net, solution, result };
}

type Drawn = Pick<SolvedPlacement, 'world' | 'pins' | 'net'>;

interface Found extends Pick<
  PlacementResult,
  'status' | 'bound' | 'gap' | 'gapPeople' | 'cutShort'
> {
  readonly solution: FlowSolution;
  readonly violations: readonly string[];
}

const EXACT = { status: 'optimal', bound: null, gap: 0, gapPeople: 0, cutShort: false } as const;

function foundByRule({ world, pins, net }: Drawn): Found {
  const flow = firstComeFlow(world, pins, net);
  const solution = { status: 'optimal', flow, objectives: [], potentials: [], pivots: 0 } as const;
  const how = { status: 'by-rule', bound: null, gap: null, gapPeople: null } as const;
  return { ...how, cutShort: false, solution, violations: [] };
}

function foundBest(drawn: Drawn, means: SideMeans | null): Found {
  const { net, world } = drawn;
  const problem = personProblem(net.network, net.levels, net.free.length);
  const solved = solvePeople(problem);
  if (solved.status !== 'optimal') throw new Error(`placement is ${solved.status}`);
  const best = asFlowSolution(problem.network, solved);
  const violations = personCertificateViolations(problem, solved);
  const side = world.options.side ?? NO_SIDE_OPTIONS;
  if (asksNothing(side)) return { ...EXACT, solution: best, violations };
  if (means === null) throw new Error('conditions beyond the levels need a solver');
  const found = solveSide(drawn, best, side, means);
  const all = [...violations, ...found.violations];
  if (found.bound === null) return { ...EXACT, solution: best, violations: all };
  const { flow, objectives, gap, gapInPeople, cutShort } = found;
  return {
    status: 'bounded',
    bound: { blended: found.bound },
    gap,
    gapPeople: gapInPeople,
    cutShort,
    solution: { ...best, flow, objectives: [...objectives], potentials: [] },
    violations: all,
  };
}

function told(
  { world, pins }: Drawn,
  placed: readonly Placed[],
  held: ReadonlyMap<string, JointSeat>,
): Proposal[] {
  const reasons = reasonsOf(world, pins, placed);
  return placed.map((each, index) => {
    const joint = held.get(each.personKey) ?? null;
    const also = joint === null ? [] : [jointReason(world, joint)];
    return { ...each, joint, reason: [reasons[index] ?? '', ...also].join(' ') };
  });
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
