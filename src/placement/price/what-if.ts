import type { PersonFact, PinFact, WishFact } from '../../scenario/facts.js';
import { BadInput } from '../../shared/errors.js';
import { candidatesOf, mayLeave, type Candidate } from '../candidates.js';
import { cellKey } from '../cells.js';
import type { PlacementBreach } from '../breach.js';
import { TO_LEAVE } from '../placement-network.js';
import { pinsOf } from '../pins.js';
import type { World } from '../world.js';
import { ownCosts, type Answer } from './answer.js';
import { answerView, type AnswerView } from './described.js';
import { askInto, askOut, type Ask } from './of-person.js';
import { bestAnswer } from './of-places.js';
import { askSeats } from './of-seats.js';
import { benchCosts, NO_CHANGE, seatCosts } from './place-costs.js';
import { arcsOf, behind, entryNode, TO_NO_CELL } from './price-graph.js';
import { factOf, personOf, type PricedRun } from './priced-run.js';
import type { Change, NewPerson } from './question.js';
import { unknownPlace } from './unknown-place.js';
import { withCell } from './with-cell.js';

/** What a change would really do. */
export interface WhatIfView extends AnswerView {
  /** Faults that the change itself would bring: of a pin, by law or by seats and caps. */
  readonly breaches: readonly PlacementBreach[];
}

/**
 * The exact consequence of one change: every level and the chain of moves; nothing is written.
 *
 * @throws NotFound `placement.person-not-in-run`; BadInput `placement.unknown-place`, `placement.seats-below`,
 *   `placement.forbids-nothing`, `placement.pinned-already`
 */
export function whatIf(run: PricedRun, change: Change): WhatIfView {
  switch (change.kind) {
    case 'pin':
      return pin(run, personOf(run, change.staffId), change.unitCode, change.positionCode);
    case 'leave':
      return leave(run, personOf(run, change.staffId));
    case 'remove-person': {
      const person = personOf(run, change.staffId);
      return told(run, askOut(run.state, person, null));
    }
    case 'unpin':
      return unpin(run, personOf(run, change.staffId));
    case 'forbid':
      return forbid(run, personOf(run, change.staffId), change);
    case 'wish':
      return wish(run, personOf(run, change.staffId), change.wish);
    case 'add-person':
      return add(run, change.person);
    case 'seats':
      return seats(run, change);
  }
}

function pin(run: PricedRun, person: number, unitCode: string, positionCode: string): WhatIfView {
  const ask = handAsk(run.world, run.world.candidates[person]!, unitCode, positionCode);
  const answer = askInto(run.state, person, ask);
  const fact: PinFact = {
    personKey: factOf(run, person).key,
    kind: 'seat',
    unitCode,
    positionCode,
    reason: '',
  };
  return told(run, answer, newBreaches(run, fact));
}

/** A place as an officer may give it: against fit and fullness, never to where nothing stands. */
export function handAsk(world: World, who: Candidate, unitCode: string, positionCode: string): Ask {
  const position = world.positions.get(positionCode);
  if (!position || !world.territory.unitAfter(unitCode)) throw unknownPlace(unitCode, positionCode);
  const cell = world.cells.byKey.get(cellKey(unitCode, positionCode));
  return {
    head: cell ? entryNode(world, who, cell) : behind(world, positionCode),
    place: cell?.index ?? TO_NO_CELL,
    costs: seatCosts(world, who, unitCode, position),
    byHand: true,
  };
}

function leave(run: PricedRun, person: number): WhatIfView {
  return told(run, askOut(run.state, person, TO_LEAVE));
}

/** Places as the engine may choose them for a person; a pinned one has them back. */
export function engineAsks(world: World, who: Candidate): Ask[] {
  const arcs = arcsOf(world, who, benchCosts(world, who), mayLeave(who));
  return arcs.map((arc) => ({ ...arc, byHand: false }));
}

/** The same for a person of the run: who is not pinned has them in the graph already. */
export function asksOf({ world, state }: PricedRun, person: number): Ask[] {
  if (state.fixed[person] === 1) return engineAsks(world, world.candidates[person]!);
  const { firstArc, arcHead, arcPlace } = state.graph;
  const from = firstArc[person]!;
  return Array.from({ length: firstArc[person + 1]! - from }, (_, at) => {
    const arc = from + at;
    const costs = ownCosts(state.graph, arc);
    return { head: arcHead[arc]!, place: arcPlace[arc]!, costs, byHand: false };
  });
}

function unpin(run: PricedRun, person: number): WhatIfView {
  const asks = engineAsks(run.world, run.world.candidates[person]!);
  return told(run, bestAnswer(run.state, person, asks));
}

function forbid(
  run: PricedRun,
  person: number,
  { unitCode, positionCode }: Extract<Change, { kind: 'forbid' }>,
): WhatIfView {
  const { world } = run;
  if (unitCode === null && positionCode === null) {
    throw new BadInput(
      'placement.forbids-nothing',
      'Hãy chọn đơn vị hoặc vị trí không được bố trí.',
    );
  }
  if (run.state.fixed[person] === 1) {
    throw new BadInput(
      'placement.pinned-already',
      'Người này đã được chỉ định. Hãy bỏ chỉ định trước khi hỏi nơi không được bố trí.',
    );
  }
  const isForbidden = ({ place }: Ask): boolean => {
    const cell = world.cells.all[place];
    if (!cell) return false;
    const path = world.territory.pathAfter(cell.unitCode).map(({ code }) => code);
    const inUnit = unitCode === null || path.includes(unitCode);
    return inUnit && (positionCode === null || cell.position.code === positionCode);
  };
  const asks = asksOf(run, person).filter((ask) => !isForbidden(ask));
  return told(run, bestAnswer(run.state, person, asks));
}

/** A pinned person keeps their place, whatever they wish. */
function wish(run: PricedRun, person: number, asked: WishFact | null): WhatIfView {
  const who = run.world.candidates[person]!;
  const other = { ...who, person: { ...who.person, wish: asked } };
  const pinned = run.pins.seated.get(who.person.key)?.pin;
  if (pinned) {
    const ask = handAsk(run.world, other, pinned.unitCode, pinned.positionCode);
    return told(run, askInto(run.state, person, ask));
  }
  if (run.pins.leaving.has(who.person.key)) return told(run, { change: NO_CHANGE, moves: [] });
  return told(run, bestAnswer(run.state, person, engineAsks(run.world, other)));
}

function add(run: PricedRun, given: NewPerson): WhatIfView {
  const who = newcomer(run.world, given);
  const answer = bestAnswer(run.state, null, engineAsks(run.world, who));
  return { ...answerView(run, must(answer), who), breaches: [] };
}

export const NEWCOMER: Omit<PersonFact, keyof NewPerson> = {
  key: 'new',
  staffId: 0,
  fullName: 'Người mới',
  sex: null,
  bornOn: null,
  recruitedOn: null,
  certificates: [],
  languages: [],
  plannedTitle: null,
  homeUnitCode: null,
  homePoint: null,
  conditions: [],
  wish: null,
  spouseKey: null,
};

function newcomer(world: World, given: NewPerson): Candidate {
  if (!world.territory.unitBefore(given.unitCode)) throw unknownPlace(given.unitCode, '');
  const people = [{ ...NEWCOMER, ...given }];
  const [who] = candidatesOf({ ...world.facts, people }, world.territory, {
    cells: world.cells.all,
    options: world.options,
  });
  return who!;
}

function seats(run: PricedRun, change: Extract<Change, { kind: 'seats' }>): WhatIfView {
  const { unitCode, positionCode, seats: by, required } = change;
  const { run: drawn, cell } = withCell(run, unitCode, positionCode);
  const after = { seats: cell.seats + by, required: cell.required + required };
  if (after.required < 0 || after.required > after.seats) {
    throw new BadInput(
      'placement.seats-below',
      `Sau thay đổi phải còn từ 0 chỉ tiêu và số bắt buộc không vượt quá số chỉ tiêu; hiện có ${cell.seats}, bắt buộc ${cell.required}.`,
      { ...after },
    );
  }
  return told(drawn, askSeats(drawn.state, { cell: cell.index, seats: by, required }));
}

function told(
  run: PricedRun,
  answer: Answer | null,
  breaches: readonly PlacementBreach[] = [],
): WhatIfView {
  return { ...answerView(run, must(answer)), breaches };
}

/** The bench is open to everybody, so there is always an answer. */
function must(answer: Answer | null): Answer {
  if (answer === null) throw new Error('no place is left');
  return answer;
}

/** What stands against the pin that does not stand already. */
function newBreaches(run: PricedRun, pinned: PinFact): PlacementBreach[] {
  const { world, pins } = run;
  const others = world.facts.pins.filter(
    ({ personKey, kind }) => personKey !== pinned.personKey || kind === 'forbid',
  );
  const known = new Set(pins.breaches.map((each) => each.message));
  const facts = { ...world.facts, pins: [...others, pinned] };
  const after = pinsOf({ ...world, facts, candidates: peopleOf(run, facts.pins) });
  return after.breaches.filter(({ message }) => !known.has(message));
}

/** Breaches of pins concern nobody else, and most people are not pinned. */
function peopleOf({ world, byKey }: PricedRun, pins: readonly PinFact[]): Candidate[] {
  const keys = new Set(pins.map(({ personKey }) => personKey));
  return [...keys].flatMap((key) => world.candidates[byKey.get(key) ?? -1] ?? []);
}
