/**
 * A priced run that goes on: each change is made and the optimum found again from the one before, by the same search that
 * prices it. Flow along a shortest residual path keeps a flow optimal, and the potentials that follow prove it (Ahuja,
 * Magnanti, Orlin: Network Flows, 1993, section 9.7), so after any number of changes every level is what a cold solve of the
 * changed facts gives. Which of several optimal placements is found depends on the path: a plan that is stored is solved
 * cold.
 */
import { ownCosts, type Answer } from './answer.js';
import { EdgeLists } from './edge-lists.js';
import { repricedChain } from './meeting.js';
import { answerOf, bestOf, doorOf, exitOf, plainDoor, type Door } from './of-person.js';
import { seatTrial, type SeatChange } from './of-seats.js';
import { NO_CHANGE } from './place-costs.js';
import { lowerWhereGaining } from './lowering.js';
import { rewardLink, seatLink } from './price-graph.js';
import { capacities, cloned, MOST_CHANGES, useOf, type PriceState } from './price-state.js';
import { distancesTo, pathAt, type Step } from './search.js';

export class Replan {
  /** Proven after each change; ask prices of it as of any run. */
  state: PriceState;
  private changes = 0;

  constructor(before: PriceState) {
    const { graph } = before;
    const links = { ...graph.links, nominal: graph.links.nominal.slice() };
    this.state = { ...cloned(before), graph: { ...graph, links } };
  }

  /**
   * Pins a person to a place that the engine may choose for them, whatever is full there.
   *
   * @param place index of a cell, TO_BENCH or TO_LEAVE.
   * @returns null, and changes nothing, where the engine has no such place for them: such a pin is solved cold.
   */
  pin(person: number, place: number): Answer | null {
    const arc = this.arcTo(person, place);
    if (arc === null) return null;
    const { graph } = this.state;
    const own = { head: graph.arcHead[arc]!, place, costs: ownCosts(graph, arc) };
    return this.go(person, arc, doorOf(this.state, person, { ...own, byHand: true }), place);
  }

  /** Takes a person out: of the service (TO_LEAVE), or of the plan (null). */
  out(person: number, to: number | null): Answer {
    const answer = this.go(person, -1, { node: this.state.graph.sink, costs: NO_CHANGE }, to);
    if (answer === null) throw new Error('a place cannot be left');
    return answer;
  }

  /** Keeps a person who is not pinned from places. @returns null, and changes nothing, where no other place is left. */
  forbid(person: number, places: ReadonlySet<number>): Answer | null {
    if (this.state.fixed[person] === 1) throw new Error('pinned people stay where they are');
    const { graph, current } = this.state;
    const row = this.rowOf(person);
    const closed = row.filter((arc) => places.has(graph.arcPlace[arc]!));
    const open = row.filter((arc) => !places.has(graph.arcPlace[arc]!));
    if (open.length === 0) return null;
    const state = { ...this.state, closed: new Set([...this.state.closed, ...closed]) };
    if (!closed.includes(current[person]!)) {
      this.state = { ...state, lists: new EdgeLists(state) };
      return { change: NO_CHANGE, moves: [] };
    }
    const answer = this.leaveFor(person, open);
    if (answer !== null) this.state = { ...this.state, closed: state.closed };
    this.refresh();
    return answer;
  }

  seats(change: SeatChange): Answer {
    this.count(Math.abs(change.seats) + Math.abs(change.required));
    const trial = seatTrial(this.state, change);
    this.state = trial.state;
    const { nominal } = this.state.graph.links;
    nominal[seatLink(change.cell)]! += change.seats;
    nominal[rewardLink(change.cell)]! += change.required;
    this.refresh();
    return trial.answer();
  }

  private go(person: number, arc: number, entry: Door, to: number | null): Answer | null {
    const exit = exitOf(this.state, person);
    const from = this.placeOf(person);
    const steps = repricedChain(this.state, entry.node, exit.node);
    if (steps === null) return null;
    const answer = answerOf(this.state, steps, { exit, entry, move: { person, from, to } });
    this.count(1);
    this.take(steps);
    this.state.current[person] = arc;
    this.state.fixed[person] = 1;
    this.refresh();
    return answer;
  }

  /** The best of other places. Potentials follow as far as the farthest of them, so that none of them gains afterwards. */
  private leaveFor(person: number, arcs: readonly number[]): Answer | null {
    const { graph, potential } = this.state;
    const exit = exitOf(this.state, person);
    const doors = arcs.map((arc) => {
      const costs = ownCosts(graph, arc);
      return plainDoor({ head: graph.arcHead[arc]!, place: graph.arcPlace[arc]!, costs });
    });
    const distances = distancesTo(this.state, exit.node, new Set(doors.map(({ node }) => node)));
    const from = this.placeOf(person);
    const answers = arcs.map((arc, at) => {
      const move = { person, from, to: graph.arcPlace[arc]! };
      const steps = pathAt(this.state, distances, doors[at]!.node);
      return steps && answerOf(this.state, steps, { exit, entry: doors[at]!, move });
    });
    const best = answers.indexOf(bestOf(answers));
    if (best < 0) return null;
    this.count(1);
    this.take(pathAt(this.state, distances, doors[best]!.node)!);
    this.state.current[person] = arcs[best]!;
    const { settled, reduced, last } = distances;
    for (let node = 0; node < graph.nodeCount; node++) {
      const at = settled[node] === 1 ? node : last;
      potential.forEach((prices, word) => (prices[node]! -= reduced[word]![at]!));
    }
    return answers[best]!;
  }

  private take(steps: readonly Step[]): void {
    const { graph, current } = this.state;
    for (const step of steps)
      if (step.kind === 'arc') current[graph.arcPerson[step.arc]!] = step.arc;
  }

  /** Counts the links anew, and mends potentials where only pins use a link, or leave one that was full of them. */
  private refresh(): void {
    const { graph, current, fixed } = this.state;
    const { linkFlow, linkFixed } = useOf(graph, current, fixed);
    const linkCapacity = capacities(graph.links.nominal, linkFixed);
    const flow = { ...this.state, linkFlow, linkFixed, linkCapacity };
    lowerWhereGaining(flow);
    this.state = { ...flow, lists: new EdgeLists(flow) };
  }

  private count(changes: number): void {
    this.changes += changes;
    if (this.changes > MOST_CHANGES)
      throw new Error(`more than ${MOST_CHANGES} changes of one run`);
  }

  private placeOf(person: number): number | null {
    const arc = this.state.current[person]!;
    return arc < 0 ? null : this.state.graph.arcPlace[arc]!;
  }

  private arcTo(person: number, place: number): number | null {
    return this.rowOf(person).find((arc) => this.state.graph.arcPlace[arc] === place) ?? null;
  }

  private rowOf(person: number): number[] {
    const { firstArc } = this.state.graph;
    const from = firstArc[person]!;
    return Array.from({ length: firstArc[person + 1]! - from }, (_, at) => from + at);
  }
}
