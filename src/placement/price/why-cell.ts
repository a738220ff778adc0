import { isQualified } from '../../rules/fit.rules.js';
import type { Fit } from '../../rules/vocabulary.js';
import type { Candidate } from '../candidates.js';
import type { Cell } from '../cells.js';
import type { Answer } from './answer.js';
import { costOf, movesOf } from './answer.js';
import { answerView, named, placeView, type AnswerView, type PlaceView } from './described.js';
import { compareVectors } from './packing.js';
import { sumOf } from './place-costs.js';
import { qualifiedNode, seatLink, seatNode } from './price-graph.js';
import { nodeOf, placeIn, type PriceState } from './price-state.js';
import type { PricedRun } from './priced-run.js';
import { distancesFrom, pathAt, type Distances, type Step } from './search.js';
import { fullByPins, obstacleOf, type Obstacle } from './why-person.js';
import { withCell } from './with-cell.js';

/** Somebody who could take a seat, and what it would really change. */
export interface Filler extends AnswerView {
  readonly staffId: number;
  readonly fullName: string;
  readonly from: PlaceView;
  readonly fit: Fit;
  readonly failedTests: readonly string[];
}

/** Qualified people whom a rule keeps away. */
export interface BarredPeople {
  readonly code: string;
  readonly reason: string;
  readonly people: number;
}

export interface WhyCell {
  readonly place: PlaceView;
  readonly seats: number;
  readonly required: number;
  readonly seated: number;
  /** Qualified people whom no rule keeps away; those whom it costs least first. */
  readonly qualified: readonly Filler[];
  readonly qualifiedCount: number;
  /** People who would suit after training. */
  readonly trainees: readonly Filler[];
  readonly traineeCount: number;
  /** Qualified people of the province who sit here already. */
  readonly here: number;
  readonly barred: readonly BarredPeople[];
  readonly verdict: string;
}

/**
 * Who could fill a seat, what each would really change, and why nobody does. Two searches price everybody: one for those who
 * would come as qualified, one for the others.
 *
 * @param most how many people of each kind are told.
 * @throws BadInput `placement.unknown-place`
 */
export function whyCell(
  asked: PricedRun,
  unitCode: string,
  positionCode: string,
  most: number,
): WhyCell {
  const { run, cell } = withCell(asked, unitCode, positionCode);
  const fillers = new Fillers(run, cell);
  const qualified = fillers.sorted((fit) => isQualified(fit));
  const trainees = fillers.sorted((fit) => !isQualified(fit));
  const { here, barred } = fillers;
  const counts = { here, open: qualified.length, barred, trainees: trainees.length };
  return {
    place: named(run.world, 'seated', cell.unitCode, positionCode),
    seats: cell.seats,
    required: cell.required,
    seated: run.state.linkFlow[seatLink(cell.index)]!,
    qualified: qualified.slice(0, most).map((each) => fillers.told(each)),
    qualifiedCount: qualified.length,
    trainees: trainees.slice(0, most).map((each) => fillers.told(each)),
    traineeCount: trainees.length,
    here,
    barred,
    verdict: verdictOf(cell, counts),
  };
}

interface Priced {
  readonly person: number;
  readonly fit: Fit;
  readonly change: readonly number[];
  readonly steps: readonly Step[];
}

class Fillers {
  readonly barred: BarredPeople[] = [];
  here = 0;
  private readonly priced: Priced[] = [];

  constructor(
    private readonly run: PricedRun,
    private readonly cell: Cell,
  ) {
    const { state } = run;
    const chains = {
      qualified: new Chains(state, qualifiedNode(cell.index)),
      other: new Chains(state, seatNode(cell.index)),
    };
    const barred = new Map<string, { code: string; reason: string; people: number }>();
    run.world.candidates.forEach((who, person) => {
      const { fit } = run.world.suitability.fit(who.person, cell.position);
      if (placeIn(state, person) === cell.index) {
        if (isQualified(fit)) this.here++;
      } else
        this.judge(who, person, fit, isQualified(fit) ? chains.qualified : chains.other, barred);
    });
    this.barred.push(...[...barred.values()].sort((a, b) => b.people - a.people));
  }

  sorted(takes: (fit: Fit) => boolean): Priced[] {
    return this.priced
      .filter(({ fit }) => takes(fit))
      .sort((a, b) => compareVectors(a.change, b.change) || a.person - b.person);
  }

  told(each: Priced): Filler {
    const { world, state } = this.run;
    const who = world.candidates[each.person]!;
    const { fit, failed } = world.suitability.fit(who.person, this.cell.position);
    return {
      staffId: who.person.staffId,
      fullName: who.person.fullName,
      from: placeView(this.run, who, placeIn(state, each.person)),
      fit,
      failedTests: failed,
      ...answerView(this.run, this.answerOf(each)),
    };
  }

  private answerOf({ person, change, steps }: Priced): Answer {
    const { state } = this.run;
    const move = { person, from: placeIn(state, person), to: this.cell.index };
    return { change, moves: [move, ...movesOf(state, steps)] };
  }

  private judge(
    who: Candidate,
    person: number,
    fit: Fit,
    chains: Chains,
    barred: Map<string, { code: string; reason: string; people: number }>,
  ): void {
    const { state } = this.run;
    const arc = arcInto(state, person, this.cell.index);
    const steps = arc === null ? null : chains.to(nodeOf(state, person));
    if (arc !== null && steps !== null && state.fixed[person] === 0) {
      const now = state.current[person]!;
      const own = state.graph.arcCosts.map((costs) => costs[arc]! - costs[now]!);
      const change = sumOf(own, chains.cost(nodeOf(state, person)));
      this.priced.push({ person, fit, steps, change });
    } else if (isQualified(fit)) {
      const why = this.obstacle(who, person);
      const key = `${why.code}|${why.reason}`;
      const group = barred.get(key) ?? { ...why, people: 0 };
      group.people++;
      barred.set(key, group);
    }
  }

  private obstacle(who: Candidate, person: number): Obstacle {
    if (this.run.state.fixed[person] === 1) {
      return { code: 'pinned', reason: 'đã được chỉ định nơi khác hoặc đã được chấp thuận nghỉ' };
    }
    return obstacleOf(this.run, who, this.cell) ?? fullByPins(this.run, this.cell);
  }
}

/** Chains from one place to wherever somebody leaves, each put together once. */
class Chains {
  private readonly distances: Distances;
  private readonly known = new Map<number, readonly Step[] | null>();

  constructor(
    private readonly state: PriceState,
    root: number,
  ) {
    this.distances = distancesFrom(state, root);
  }

  to(node: number): readonly Step[] | null {
    const known = this.known.get(node);
    if (known !== undefined) return known;
    const steps = this.stepsTo(node);
    this.known.set(node, steps);
    return steps;
  }

  cost(node: number): readonly number[] {
    return costOf(this.state, this.to(node) ?? []);
  }

  private stepsTo(node: number): Step[] | null {
    const steps = pathAt(this.state, this.distances, node);
    return steps === null ? null : steps.reverse();
  }
}

function arcInto({ graph }: PriceState, person: number, cell: number): number | null {
  for (let arc = graph.firstArc[person]!; arc < graph.firstArc[person + 1]!; arc++) {
    if (graph.arcPlace[arc] === cell) return arc;
  }
  return null;
}

interface Counts {
  readonly here: number;
  readonly open: number;
  readonly barred: readonly BarredPeople[];
  readonly trainees: number;
}

function verdictOf(cell: Cell, { here, open, barred, trainees }: Counts): string {
  if (cell.position.given) {
    return 'Chức danh bầu cử hoặc do cấp ủy quản lý: chỉ bố trí theo chỉ định.';
  }
  if (cell.seats === 0) return 'Đơn vị này không được giao chỉ tiêu của vị trí.';
  const away = barred.reduce((sum, { people }) => sum + people, 0);
  const training =
    trainees === 0 ? 'Không có ai đạt sau đào tạo.' : `${trainees} người đạt sau đào tạo.`;
  if (open > 0) return `${open} người đủ tiêu chuẩn có thể nhận, mỗi người với mức thay đổi riêng.`;
  if (here + away === 0) return `Toàn tỉnh không có ai đủ tiêu chuẩn. ${training}`;
  if (away === 0) return `Người đủ tiêu chuẩn của cả tỉnh đều đã ở vị trí này. ${training}`;
  return `${away} người đủ tiêu chuẩn nhưng quy định không cho nhận vị trí này. ${training}`;
}
