import type { Fit } from '../../rules/vocabulary.js';
import type { PositionFact } from '../../scenario/facts.js';
import type { Candidate } from '../candidates.js';
import type { Cell } from '../cells.js';
import type { World } from '../world.js';
import { cheapestFillers, type Offer } from './cheapest-fillers.js';
import { costOf, movesOf } from './answer.js';
import { answerView, named, placeView, type AnswerView, type PlaceView } from './described.js';
import { sumOf } from './place-costs.js';
import { qualifiedNode, seatLink, seatNode } from './price-graph.js';
import { placeIn } from './price-state.js';
import type { PricedRun } from './priced-run.js';
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
 * Who could fill a seat, what each would really change, and why nobody does. Two searches find the cheapest: one of those who
 * would come as qualified, one of the others.
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
  const { state } = run;
  const ask = { cell: cell.index, most };
  const qualified = cheapestFillers(state, { ...ask, root: qualifiedNode(cell.index) });
  const trainees = cheapestFillers(state, { ...ask, root: seatNode(cell.index) });
  const { here, barred } = insideAndBarred(run, cell, qualified.open);
  const counts = { here, open: qualified.open.size, barred, trainees: trainees.open.size };
  return {
    place: named(run.world, 'seated', cell.unitCode, positionCode),
    seats: cell.seats,
    required: cell.required,
    seated: state.linkFlow[seatLink(cell.index)]!,
    qualified: qualified.first.map((each) => told(run, cell, each)),
    qualifiedCount: qualified.open.size,
    trainees: trainees.first.map((each) => told(run, cell, each)),
    traineeCount: trainees.open.size,
    here,
    barred,
    verdict: verdictOf(cell, counts),
  };
}

function told(run: PricedRun, cell: Cell, { person, arc, steps }: Offer): Filler {
  const { world, state } = run;
  const who = world.candidates[person]!;
  const { fit, failed } = world.suitability.fit(who.person, cell.position);
  const from = placeIn(state, person);
  const now = state.current[person]!;
  const own = state.graph.arcCosts.map((costs) => costs[arc]! - costs[now]!);
  const change = sumOf(own, costOf(state, steps));
  const move = { person, from, to: cell.index };
  return {
    staffId: who.person.staffId,
    fullName: who.person.fullName,
    from: placeView(run, who, from),
    fit,
    failedTests: failed,
    ...answerView(run, { change, moves: [move, ...movesOf(state, steps)] }),
  };
}

/** Qualified people who sit here, and those whom a rule, a pin or full pins keep away. */
function insideAndBarred(
  run: PricedRun,
  cell: Cell,
  open: ReadonlySet<number>,
): { readonly here: number; readonly barred: readonly BarredPeople[] } {
  const { world, state } = run;
  const barred = new Map<string, { code: string; reason: string; people: number }>();
  let here = 0;
  for (const person of qualifiedFor(world, cell.position)) {
    if (open.has(person)) continue;
    if (placeIn(state, person) === cell.index) {
      here++;
      continue;
    }
    const why = whyKeptAway(run, cell, world.candidates[person]!, person);
    const key = `${why.code}|${why.reason}`;
    const group = barred.get(key) ?? { ...why, people: 0 };
    group.people++;
    barred.set(key, group);
  }
  return { here, barred: [...barred.values()].sort((a, b) => b.people - a.people) };
}

const qualifiedIn = new WeakMap<World, Map<string, readonly number[]>>();

/** Everybody who suits a position, wherever they are: sought once for all its cells. */
function qualifiedFor(world: World, position: PositionFact): readonly number[] {
  const known = qualifiedIn.get(world) ?? new Map<string, readonly number[]>();
  qualifiedIn.set(world, known);
  let people = known.get(position.code);
  if (!people) {
    people = world.candidates.flatMap(({ person }, at) =>
      world.suitability.isQualified(person, position) ? [at] : [],
    );
    known.set(position.code, people);
  }
  return people;
}

function whyKeptAway(run: PricedRun, cell: Cell, who: Candidate, person: number): Obstacle {
  if (run.state.fixed[person] === 1) {
    return { code: 'pinned', reason: 'đã được chỉ định nơi khác hoặc đã được chấp thuận nghỉ' };
  }
  return obstacleOf(run, who, cell) ?? fullByPins(run, cell);
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
