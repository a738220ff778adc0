/**
 * Prices of one person's alternatives.
 *
 * Whatever the person does instead, they leave the place where they are, and a chain of others ends there. The exact change is
 * what the new place costs, less what the old one costs, plus the shortest chain from the new place to the old one. One unit of flow changes, so one shortest path is the whole answer
 * (Ahuja, Magnanti, Orlin: Network Flows, 1993, sections 9.3 and 9.7). A reduced cost is never the answer: it is only a bound.
 */
import { movesOf, costOf, ownCosts, type Answer, type Move } from './answer.js';
import { chainBetween } from './meeting.js';
import { compareVectors } from './packing.js';
import { less, NO_CHANGE, sumOf, type Vector } from './place-costs.js';
import { freeLink, qualifiedNode, rewardLink, seatLink, type OwnArc } from './price-graph.js';
import type { PriceState } from './price-state.js';
import type { Step } from './search.js';

/** Where a person's unit of flow begins to matter, and what they add to the levels. */
export interface Door {
  readonly node: number;
  readonly costs: Vector;
}

/** A place a person may be asked into; `byHand` = as a pin, which may be over the seats and caps. */
export interface Ask extends OwnArc {
  readonly byHand: boolean;
}

/**
 * What happens if a person is where they are not; null where nobody can be put there.
 *
 * @param person index of the candidate; null = somebody new.
 */
export function askInto(state: PriceState, person: number | null, ask: Ask): Answer | null {
  const exit = exitOf(state, person);
  const entry = doorOf(state, person, ask);
  const from = person === null ? null : state.graph.arcPlace[state.current[person]!]!;
  const steps = chainBetween(state, entry.node, exit.node);
  if (steps === null) return null;
  return answerOf(state, steps, { exit, entry, move: { person, from, to: ask.place } });
}

/** What happens if a person is no longer there: out of the service, or out of the plan (`to` null). */
export function askOut(state: PriceState, person: number, to: number | null): Answer {
  const exit = exitOf(state, person);
  const entry = { node: state.graph.sink, costs: NO_CHANGE };
  const move = { person, from: state.graph.arcPlace[state.current[person]!]!, to };
  const steps = chainBetween(state, entry.node, exit.node);
  if (steps === null) throw new Error('a place cannot be left');
  return answerOf(state, steps, { exit, entry, move });
}

/** The best of the answers; where it is where they are, nothing changes. */
export function bestOf(answers: readonly (Answer | null)[]): Answer | null {
  let best: Answer | null = null;
  for (const each of answers) {
    if (each === null) continue;
    if (best === null || isBefore(each, best)) best = each;
  }
  return best;
}

function isBefore(a: Answer, b: Answer): boolean {
  const order = compareVectors(a.change, b.change);
  return order < 0 || (order === 0 && a.moves.length < b.moves.length);
}

export function answerOf(
  state: PriceState,
  steps: readonly Step[],
  { exit, entry, move }: { readonly exit: Door; readonly entry: Door; readonly move: Move },
): Answer {
  const change = sumOf(less(entry.costs, exit.costs), costOf(state, steps));
  const stays = move.from === move.to && steps.length === 0;
  return { change, moves: stays ? [] : [move, ...movesOf(state, steps)] };
}

export function exitOf(state: PriceState, person: number | null): Door {
  if (person === null) return { node: state.graph.sink, costs: NO_CHANGE };
  const arc = state.current[person]!;
  if (arc < 0) return { node: state.graph.sink, costs: NO_CHANGE };
  const costs = ownCosts(state.graph, arc);
  const { arcHead, arcPlace } = state.graph;
  const own = { head: arcHead[arc]!, place: arcPlace[arc]!, costs };
  return state.fixed[person] === 1 ? pinnedDoor(state, person, own) : plainDoor(own);
}

/** Where an alternative begins to matter. */
export function doorOf(state: PriceState, person: number | null, ask: Ask): Door {
  return ask.byHand ? pinnedDoor(state, person, ask) : plainDoor(ask);
}

export function plainDoor({ head, costs }: OwnArc): Door {
  return { node: head, costs };
}

/**
 * The door of a pinned person. Where pins alone fill a seat or a cap, this person takes or frees nothing there: the door is
 * behind the last such link, and what the required seat counts comes with the person.
 */
function pinnedDoor(state: PriceState, person: number | null, arc: OwnArc): Door {
  const { links } = state.graph;
  const own = ownLinks(state, person);
  let node = arc.head;
  for (const link of linksBehind(state, arc.head)) {
    const pinned = state.linkFixed[link]! - (own.has(link) ? 1 : 0);
    if (pinned >= links.nominal[link]!) node = links.head[link]!;
  }
  if (node === arc.head || arc.place < 0 || arc.head !== qualifiedNode(arc.place)) {
    return { node, costs: arc.costs };
  }
  const reward = rewardLink(arc.place);
  const pinned =
    state.linkFixed[reward]! +
    state.linkFixed[freeLink(arc.place)]! -
    (own.has(seatLink(arc.place)) && isQualifiedThere(state, person) ? 1 : 0);
  const isOpen = pinned < links.nominal[reward]!;
  return {
    node,
    costs: isOpen ? sumOf(arc.costs, [links.cost[reward]!, 0, 0, 0, 0, 0]) : arc.costs,
  };
}

function isQualifiedThere({ graph, current }: PriceState, person: number | null): boolean {
  if (person === null) return false;
  const arc = current[person]!;
  if (arc < 0) return false;
  const place = graph.arcPlace[arc]!;
  return place >= 0 && graph.arcHead[arc] === qualifiedNode(place);
}

/** The links that a pinned person uses; a free one does not count as pinned anywhere. */
function ownLinks(state: PriceState, person: number | null): ReadonlySet<number> {
  if (person === null || state.fixed[person] === 0 || state.current[person]! < 0) return new Set();
  return new Set(linksBehind(state, state.graph.arcHead[state.current[person]!]!));
}

/** From a node out to the sink; of the two links of qualified people the endless one. */
function linksBehind({ graph, linksFrom }: PriceState, node: number): number[] {
  const found: number[] = [];
  let at = node;
  while (at !== graph.sink) {
    const link = linksFrom[at]?.find((each) => graph.links.cost[each] === 0);
    if (link === undefined) break;
    found.push(link);
    at = graph.links.head[link]!;
  }
  return found;
}
