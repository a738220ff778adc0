/**
 * Prices of seats: what one more or one less of a cell changes.
 *
 * One more unit of capacity on a link is worth the cheapest cycle through it, one less costs the cheapest way round it. A
 * seat that is also required changes two links, one after the other: after the first the chain is really moved and the
 * potentials follow, so the second search is exact too.
 */
import { costOf, type Answer } from './answer.js';
import { NO_CHANGE, sumOf } from './place-costs.js';
import { EdgeLists } from './edge-lists.js';
import { rewardLink, seatLink } from './price-graph.js';
import { cloned, type PriceState } from './price-state.js';
import { distancesTo, distancesWithin, pathAt, type Distances, type Step } from './search.js';

/** How the numbers of a cell change. */
export interface SeatChange {
  readonly cell: number;
  readonly seats: number;
  readonly required: number;
}

/** @param change leaves 0 ≤ required ≤ seats. */
export function askSeats(state: PriceState, change: SeatChange): Answer {
  return seatTrial(state, change).answer();
}

/** The change made on a copy of the state. */
export function seatTrial(state: PriceState, change: SeatChange): SeatTrial {
  const trial = new SeatTrial(state);
  const seats = seatLink(change.cell);
  trial.shift({ link: seats, units: change.seats, least: state.linkFixed[seats]!, open: 0 });
  const reward = rewardLink(change.cell);
  const open = -state.graph.links.cost[reward]!;
  trial.shift({ link: reward, units: change.required, least: 0, open });
  return trial;
}

interface Shift {
  readonly link: number;
  readonly units: number;
  /** People whom pins hold there, whatever the number is. */
  readonly least: number;
  /** What one required seat without anybody counts. */
  readonly open: number;
}

class SeatTrial {
  readonly state: PriceState;
  private readonly order: number[] = [];
  private change: number[] = [...NO_CHANGE];

  constructor(private readonly before: PriceState) {
    this.state = cloned(before);
  }

  shift({ link, units, least, open }: Shift): void {
    const { nominal } = this.state.graph.links;
    const by = units > 0 ? 1 : -1;
    for (let done = 1; done <= Math.abs(units); done++) {
      this.change[0]! += by * open;
      const capacity = Math.max(nominal[link]! + by * done, least);
      if (capacity === this.state.linkCapacity[link]) continue;
      const isFull = this.state.linkFlow[link]! >= this.state.linkCapacity[link]!;
      if (isFull && by === 1) this.widen(link);
      else if (isFull) this.narrow(link);
      this.state.linkCapacity[link] = capacity;
      // A link that had room before and has some after is as it was to every search.
      const hasRoom = this.state.linkFlow[link]! < capacity;
      if (isFull || !hasRoom) this.state.lists = new EdgeLists(this.state);
    }
  }

  answer(): Answer {
    const { graph, current } = this.state;
    const moves = [...new Set(this.order)].flatMap((person) => {
      const from = graph.arcPlace[this.before.current[person]!]!;
      const to = graph.arcPlace[current[person]!]!;
      return from === to ? [] : [{ person, from, to }];
    });
    return { change: this.change, moves };
  }

  /** One more unit is worth what the link gains beyond the cheapest way back from its head to its tail; often nothing. */
  private widen(link: number): void {
    const { graph } = this.state;
    const [tail, head] = [graph.links.tail[link]!, graph.links.head[link]!];
    const gain = this.gainOf(link);
    const distances = distancesWithin(this.state, tail, head, gain);
    const path = pathAt(this.state, distances, head);
    if (path !== null) this.move([{ kind: 'link', link, by: 1 }, ...path]);
    this.reprice(distances, path === null ? gain : this.lengthAt(distances, head));
  }

  private narrow(link: number): void {
    const { graph } = this.state;
    const [tail, head] = [graph.links.tail[link]!, graph.links.head[link]!];
    const distances = distancesTo(this.state, head, [tail]);
    const path = pathAt(this.state, distances, tail);
    if (path === null) throw new Error(`nobody can leave link ${link}`);
    this.move([{ kind: 'link', link, by: -1 }, ...path]);
    this.reprice(distances, this.lengthAt(distances, tail));
  }

  private move(steps: readonly Step[]): void {
    const { graph, current, linkFlow } = this.state;
    this.change = sumOf(this.change, costOf(this.state, steps));
    for (const step of steps) {
      if (step.kind === 'link') linkFlow[step.link]! += step.by;
      else {
        const person = graph.arcPerson[step.arc]!;
        this.order.push(person);
        current[person] = step.arc;
      }
    }
  }

  /** By word: what a unit on a full link would save by the potentials, 0 or more. */
  private gainOf(link: number): number[] {
    const { potential, linkWords, graph } = this.state;
    const [tail, head] = [graph.links.tail[link]!, graph.links.head[link]!];
    return potential.map((word, at) => word[head]! - word[tail]! - linkWords[at]![link]!);
  }

  private lengthAt({ reduced }: Distances, node: number): number[] {
    return reduced.map((word) => word[node]!);
  }

  /** Potentials that hold after the search: lowered by the distance, but by no more than `most`. */
  private reprice({ settled, reduced }: Distances, most: readonly number[]): void {
    const { potential, graph } = this.state;
    for (let node = 0; node < graph.nodeCount; node++) {
      const by = settled[node] === 1 ? reduced.map((word) => word[node]!) : most;
      potential.forEach((word, at) => (word[node]! -= by[at]!));
    }
  }
}
