/**
 * Prices of seats: what one more or one less of a cell changes.
 *
 * One more unit of capacity on a link is worth the cheapest cycle through it, one less costs the cheapest way round it. A
 * seat that is also required changes two links, one after the other: after the first the chain is really moved and the
 * potentials follow, so the second search is exact too.
 */
import { costOf, type Answer } from './answer.js';
import { compareVectors } from './packing.js';
import { NO_CHANGE, sumOf } from './place-costs.js';
import { rewardLink, seatLink } from './price-graph.js';
import { cloned, type PriceState } from './price-state.js';
import { distancesTo, pathAt, type Distances, type Step } from './search.js';

/** How the numbers of a cell change. */
export interface SeatChange {
  readonly cell: number;
  readonly seats: number;
  readonly required: number;
}

/** @param change leaves 0 ≤ required ≤ seats. */
export function askSeats(state: PriceState, change: SeatChange): Answer {
  const trial = new SeatTrial(state);
  const seats = seatLink(change.cell);
  trial.shift({ link: seats, units: change.seats, least: state.linkFixed[seats]!, open: 0 });
  const reward = rewardLink(change.cell);
  const open = -state.graph.links.cost[reward]!;
  trial.shift({ link: reward, units: change.required, least: 0, open });
  return trial.answer();
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
  private readonly state: PriceState;
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
      if (by === 1) this.widen(link);
      else this.narrow(link);
      this.state.linkCapacity[link] = capacity;
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

  private widen(link: number): void {
    const { graph, linkFlow, linkCapacity } = this.state;
    if (linkFlow[link]! < linkCapacity[link]!) return;
    const [tail, head] = [graph.links.tail[link]!, graph.links.head[link]!];
    const distances = distancesTo(this.state, tail, [head]);
    const path = pathAt(this.state, distances, head);
    const cycle: Step[] = [{ kind: 'link', link, by: 1 }, ...(path ?? [])];
    const gain = costOf(this.state, cycle);
    const gains = path !== null && compareVectors(gain, NO_CHANGE) < 0;
    if (gains) this.move(cycle);
    this.reprice(distances, path === null ? this.shortfall(distances, link) : head);
  }

  private narrow(link: number): void {
    const { graph, linkFlow, linkCapacity } = this.state;
    if (linkFlow[link]! < linkCapacity[link]!) return;
    const [tail, head] = [graph.links.tail[link]!, graph.links.head[link]!];
    const distances = distancesTo(this.state, head, [tail]);
    const path = pathAt(this.state, distances, tail);
    if (path === null) throw new Error(`nobody can leave link ${link}`);
    this.move([{ kind: 'link', link, by: -1 }, ...path]);
    this.reprice(distances, tail);
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

  /** Potentials that hold after the search: lowered by the distance, beyond `end` by the distance of `end`. */
  private reprice(distances: Distances, end: number | readonly number[]): void {
    const { potential, graph } = this.state;
    const most = potential.map((_word, at) =>
      typeof end === 'number' ? distances.reduced[at]![end]! : end[at]!,
    );
    for (let node = 0; node < graph.nodeCount; node++) {
      const settled = distances.settled[node] === 1;
      const by = settled ? distances.reduced.map((word) => word[node]!) : most;
      potential.forEach((word, at) => (word[node]! -= by[at]!));
    }
  }

  /** Nobody reaches the widened link: a distance beyond all others at which the link pays no more either. */
  private shortfall({ settled, reduced }: Distances, link: number): number[] {
    const { potential, linkWords, graph } = this.state;
    const [tail, head] = [graph.links.tail[link]!, graph.links.head[link]!];
    let most = potential.map((word, at) => word[head]! - word[tail]! - linkWords[at]![link]!);
    for (let node = 0; node < graph.nodeCount; node++) {
      const each = reduced.map((word) => word[node]!);
      if (settled[node] === 1 && compareVectors(each, most) > 0) most = each;
    }
    return most;
  }
}
