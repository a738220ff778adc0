/**
 * Places under side constraints: prices for the bound, a repair for the hard rows, small programmes for the rest.
 *
 * Where the optimum of the levels breaks nothing, it is the answer: nothing that keeps the rows can be better. Otherwise the
 * levels are blended (`blend.ts`) and the answer carries its bound. The same facts give the same placement: rounds are
 * counted, and the clock only ends what would take too long; then the result says so.
 */
import type { FlowSolution } from '../flow/lexicographic.js';
import { exactObjective } from '../flow/range.js';
import { RuleBroken } from '../../shared/errors.js';
import type { Pins } from '../pins.js';
import type { PlacementNetwork } from '../placement-network.js';
import { LEVELS } from '../placement.model.js';
import type { World } from '../world.js';
import { boundViolations } from './bound-proof.js';
import { flowViolations } from './flow-check.js';
import { improved } from './neighbourhood-search.js';
import { priceRows } from './prices.js';
import { repaired } from './repair.js';
import { keptRow, startsWithin } from './least-change.js';
import type { SideOptions } from './side-options.js';
import { type SideProblem, type SideRow, valueOf } from './side-problem.js';
import { sidePlacement } from './side-rows.js';
import type { SmallSolver } from './small-solver.js';

export interface SideSolution {
  /** By arc of the network. */
  readonly flow: Float64Array;
  /** One a level. */
  readonly objectives: readonly number[];
  /** Blended cost below which nothing is that keeps the rows; null = the optimum of the levels breaks none. */
  readonly bound: number | null;
  /** Blended cost of the placement, with penalties, less the bound; 0 = nothing that keeps the rows is better. */
  readonly gap: number;
  /** The gap, counted in people without a seat. */
  readonly gapInPeople: number;
  /** What the checkers did not accept; empty = sound. */
  readonly violations: readonly string[];
  /** The time ran out before the rounds did; another run may find another placement. */
  readonly cutShort: boolean;
}

export interface SideMeans {
  readonly solver: SmallSolver;
  readonly isLate: () => boolean;
}

const PRICE_ROUNDS = 150;
const PATIENCE = 30;
const SEARCH_ROUNDS = 120;
const SECONDS_EACH = 10;
/** Small neighbourhoods close most of the gap, wide ones the rest (measured, bench/RESULTS.md). */
const SIZES = [
  { near: 1, part: 0.05 },
  { near: 2, part: 0.1 },
  { near: 4, part: 0.1 },
];

export function solveSide(
  place: { readonly world: World; readonly pins: Pins; readonly net: PlacementNetwork },
  best: FlowSolution,
  side: SideOptions,
  { solver, isLate }: SideMeans,
): SideSolution {
  const { problem, blend } = sidePlacement(place.world, place.pins, place.net, side);
  const inPeople = blend.weights[LEVELS.indexOf('withoutSeat')] ?? 1;
  const asIs = valueOf(problem, best.flow);
  if (asIs.hardBroken === 0 && asIs.penalties === 0) return unbroken(best);
  const limits = {
    rounds: PRICE_ROUNDS,
    patience: PATIENCE,
    progress: 1,
    firstStep: inPeople,
    isLate,
  };
  const kept = keptRow(problem);
  const starts = kept === undefined ? null : startsWithin(problem, kept);
  if (kept !== undefined && starts !== null) mustBeEnough(side, kept, starts.least);
  const isAlone = kept !== undefined && problem.rows.length === 1;
  const priced = isAlone && starts !== null ? starts.priced : priceRows(problem, limits);
  const start =
    starts === null ? repaired(problem, priced.seenPrices) : cheapest(problem, starts.starts);
  const found = improved(problem, priced, start, {
    solver,
    limits: { rounds: SEARCH_ROUNDS, secondsEach: SECONDS_EACH, isLate },
    sizes: SIZES.map(({ near, part }) => ({ near, threshold: part * inPeople })),
  });
  const gap = found.total - priced.bound;
  return {
    flow: found.flow,
    objectives: place.net.levels.map((costs) => exactObjective(costs, found.flow)),
    bound: priced.bound,
    gap,
    gapInPeople: gap / inPeople,
    violations: [...flowViolations(problem, found.flow), ...boundViolations(problem, priced)],
    cutShort: gap > 0 && isLate(),
  };
}

/** @throws RuleBroken `placement.keep-too-few`: even the placement that changes least changes more. */
function mustBeEnough({ keep }: SideOptions, row: SideRow, least: number): void {
  if (least <= row.most) return;
  const most = keep?.most ?? 0;
  const needed = most + (least - row.most);
  throw new RuleBroken(
    'placement.keep-too-few',
    `Chỉ định, chỉ tiêu hoặc danh sách đã đổi nên ít nhất ${needed} người phải đổi chỗ so với phương án đã công bố; mức đề ra là ${most} người. Hãy nâng mức hoặc bớt chỉ định.`,
    { most, needed },
  );
}

/** @throws RuleBroken `placement.keep-and-conditions` where none keeps the other hard conditions too. */
function cheapest(problem: SideProblem, starts: readonly Float64Array[]): Float64Array {
  const valued = starts.map((flow) => ({ flow, total: valueOf(problem, flow).total }));
  const best = valued.sort((a, b) => a.total - b.total)[0];
  if (best) return best.flow;
  throw new RuleBroken(
    'placement.keep-and-conditions',
    'Chưa tìm được phương án vừa giữ mức thay đổi vừa giữ các điều kiện khác (vợ chồng, tỷ lệ điều động). Hãy nâng mức thay đổi hoặc bỏ bớt điều kiện.',
  );
}

function unbroken({ flow, objectives }: FlowSolution): SideSolution {
  return { flow, objectives, bound: null, gap: 0, gapInPeople: 0, violations: [], cutShort: false };
}
