import type { Candidate } from '../candidates.js';
import type { Cell } from '../cells.js';
import { cellObstacle, positionObstacle } from '../placement.model.js';
import { capsOver } from '../pools.js';
import type { Terms } from '../proposals.js';
import { unitName } from '../words.js';
import { answerView, cellView, placeView, type AnswerView, type PlaceView } from './described.js';
import { askInto } from './of-person.js';
import { openAsks } from './of-places.js';
import { compareVectors } from './packing.js';
import { personOf, type PricedRun } from './priced-run.js';
import { seatLink } from './price-graph.js';
import { asksOf } from './what-if.js';
import { unknownPlace } from './unknown-place.js';

/** Another place that the law and the rules leave open, with what it would really change. */
export interface Alternative extends AnswerView {
  readonly place: PlaceView;
}

/** Places that one rule closes to the person. */
export interface ClosedPlaces {
  readonly code: string;
  readonly reason: string;
  readonly places: readonly PlaceView[];
}

export interface WhyPerson {
  readonly place: PlaceView;
  readonly terms: Terms;
  readonly reason: string;
  readonly pinned: boolean;
  /** The next best places first. */
  readonly alternatives: readonly Alternative[];
  /** How many places are open beside the present one. */
  readonly open: number;
  /** By the first rule that closes them, most places first. */
  readonly closed: readonly ClosedPlaces[];
}

export interface WhyAsked {
  readonly staffId: number;
  /** How many alternatives are told. */
  readonly most: number;
  /** Only places in this new commune; null = everywhere. */
  readonly commune: string | null;
}

/** The first rule that closes a place, in words. */
export interface Obstacle {
  readonly code: string;
  readonly reason: string;
}

/**
 * Why a person is where they are, what the next best places would really change, and what closes all others. One search
 * prices every place.
 *
 * @throws NotFound `placement.person-not-in-run`
 */
export function whyPerson(run: PricedRun, { staffId, most, commune }: WhyAsked): WhyPerson {
  const person = personOf(run, staffId);
  const who = run.world.candidates[person]!;
  const here = run.state.graph.arcPlace[run.state.current[person]!]!;
  const told = (cell: Cell | undefined): boolean => commune === null || cell?.root.code === commune;
  const asks = asksOf(run, person).filter(
    ({ place }) => place !== here && told(run.world.cells.all[place]),
  );
  const open = openAsks(run.state, person, asks).sort(
    (a, b) => compareVectors(a.change, b.change) || a.ask.place - b.ask.place,
  );
  const { terms, reason } = run.proposals[person]!;
  return {
    place: placeView(run, who, here),
    terms,
    reason,
    pinned: run.state.fixed[person] === 1,
    alternatives: open.slice(0, most).map((each) => ({
      place: placeView(run, who, each.ask.place),
      ...answerView(run, each.answer()),
    })),
    open: open.length,
    closed: closedPlaces(run, who, {
      cells: commune === null ? run.world.cells.all : run.world.cells.all.filter(told),
      open: new Set([here, ...open.map(({ ask }) => ask.place)]),
    }),
  };
}

/** The rule that closes a place to a person, or what it would really change. */
export interface NotThere {
  readonly closed: Obstacle | null;
  readonly answer: AnswerView | null;
}

/**
 * Why a person is not in one place: the rule that closes it, or what it would really change.
 *
 * @throws BadInput `placement.unknown-place`; NotFound `placement.person-not-in-run`
 */
export function whyNotThere(
  run: PricedRun,
  staffId: number,
  { unitCode, positionCode }: { readonly unitCode: string; readonly positionCode: string },
): NotThere {
  const person = personOf(run, staffId);
  const who = run.world.candidates[person]!;
  const position = run.world.positions.get(positionCode);
  if (!position || !run.world.territory.unitAfter(unitCode)) {
    throw unknownPlace(unitCode, positionCode);
  }
  const cell = run.world.cells.byKey.get(`${unitCode}|${positionCode}`);
  const closed = cell ? obstacleOf(run, who, cell) : noSeats(run, unitCode, position.name);
  if (closed !== null) return { closed, answer: null };
  const ask = asksOf(run, person).find(({ place }) => place === cell?.index);
  const answer = ask ? askInto(run.state, person, ask) : null;
  if (!answer) return { closed: fullByPins(run, cell!), answer: null };
  return { closed: null, answer: answerView(run, answer) };
}

function closedPlaces(
  run: PricedRun,
  who: Candidate,
  { cells, open }: { readonly cells: readonly Cell[]; readonly open: ReadonlySet<number> },
): ClosedPlaces[] {
  const obstacle = obstaclesOf(run, who);
  return groupedPlaces(run, cells, (cell) =>
    open.has(cell.index) ? null : (obstacle(cell) ?? fullByPins(run, cell)),
  );
}

/** Places by what closes them, most places first; where nothing does they are left out. */
export function groupedPlaces(
  { world }: Pick<PricedRun, 'world'>,
  cells: readonly Cell[],
  closedBy: (cell: Cell) => Obstacle | null,
): ClosedPlaces[] {
  const groups = new Map<string, { code: string; reason: string; places: PlaceView[] }>();
  const known = new Map<Obstacle, PlaceView[]>();
  for (const cell of cells) {
    const obstacle = closedBy(cell);
    if (obstacle === null) continue;
    let places = known.get(obstacle);
    if (!places) {
      const key = `${obstacle.code}|${obstacle.reason}`;
      const group = groups.get(key) ?? { ...obstacle, places: [] };
      groups.set(key, group);
      known.set(obstacle, (places = group.places));
    }
    places.push(cellView(world, cell));
  }
  return [...groups.values()].sort((a, b) => b.places.length - a.places.length);
}

/** The same for many cells of one person: what a position alone decides is asked once. */
export function obstaclesOf(
  run: Pick<PricedRun, 'world'>,
  who: Candidate,
): (cell: Cell) => Obstacle | null {
  const byPosition = new Map<Cell['position'], Obstacle | null>();
  return (cell) => {
    let found = byPosition.get(cell.position);
    if (found === undefined) byPosition.set(cell.position, (found = ofPosition(run, who, cell)));
    return found ?? ofCell(run, who, cell);
  };
}

/** The first rule that keeps a person from a cell; null = none, whether there is room or not. */
export function obstacleOf(
  run: Pick<PricedRun, 'world'>,
  who: Candidate,
  cell: Cell,
): Obstacle | null {
  return ofPosition(run, who, cell) ?? ofCell(run, who, cell);
}

function ofPosition(
  { world }: Pick<PricedRun, 'world'>,
  who: Candidate,
  { position }: Cell,
): Obstacle | null {
  const broken = positionObstacle(world, who, position);
  return broken ? { code: broken.code, reason: broken.reason(world, who, position) } : null;
}

function ofCell({ world }: Pick<PricedRun, 'world'>, who: Candidate, cell: Cell): Obstacle | null {
  const broken = cellObstacle(world.options, who, cell);
  return broken ? { code: broken.code, reason: broken.reason(who) } : null;
}

export function noSeats(
  { world }: Pick<PricedRun, 'world'>,
  unitCode: string,
  positionName: string,
): Obstacle {
  return {
    code: 'no-seats',
    reason: `${unitName(world, unitCode)} không được giao chỉ tiêu ${positionName}`,
  };
}

/** No rule, and still nobody can come in: pins hold every seat, or a cap. */
export function fullByPins(run: PricedRun, cell: Cell): Obstacle {
  const { world, state, pins } = run;
  if (cell.seats === 0) return noSeats(run, cell.unitCode, cell.position.name);
  if (state.linkFixed[seatLink(cell.index)]! >= cell.seats) {
    return { code: 'pinned-full', reason: 'mọi chỉ tiêu ở đây đã được chỉ định người' };
  }
  const cap = capsOver(world.pools, cell.position.code).find(
    ({ code, capacity }) => (pins.inPool.get(code) ?? 0) >= capacity,
  );
  return { code: 'cap-full', reason: `đã hết mức trần do chỉ định (${cap?.name ?? ''})` };
}
