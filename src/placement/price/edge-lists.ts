/**
 * The edges of the price graph by the node where a search stands, shortest first.
 *
 * A place is left or entered by hundreds of people's arcs, and most searches need the shortest one or two. So the edges of a
 * node are put in order once, when a search first comes there, and kept as long as the state does. Of parallel edges only
 * the shortest is kept; equal ones go by number, so that the same facts give the same chain.
 */
import type { ResidualFlow } from './residual-flow.js';

/** Over a person's arc, or along a link: −1 − link forward, −1 − links − link back. */
export type Edge = number;

export interface EdgeList {
  readonly edges: Int32Array;
  /** By edge: the node at its other end. */
  readonly ends: Int32Array;
}

/** @param other the node at the other end. */
type Visit = (other: number, edge: Edge) => void;

export class EdgeLists {
  private readonly lists = { from: [] as EdgeList[], into: [] as EdgeList[] };
  private held: readonly (readonly number[])[] | null = null;
  private gathered: Gathered | null = null;

  constructor(private readonly flow: ResidualFlow) {}

  /** Edges that leave a node. */
  from(node: number): EdgeList {
    return (this.lists.from[node] ??= this.drawFrom(node));
  }

  /** Edges that enter a node. */
  into(node: number): EdgeList {
    return (this.lists.into[node] ??= this.drawInto(node));
  }

  /** Each edge that leaves a node, parallel ones too: people who are there, to wherever they may go; links. */
  eachFrom(node: number, visit: Visit): void {
    const { firstArc, arcHead, links } = this.flow.graph;
    const { linksInto, linksFrom, linkFlow, linkCapacity } = this.flow;
    this.held ??= heldBy(this.flow);
    for (const person of this.held[node]!) {
      const end = firstArc[person + 1]!;
      for (let arc = firstArc[person]!; arc < end; arc++) {
        if (arcHead[arc] !== node && !this.isClosed(arc)) visit(arcHead[arc]!, arc);
      }
    }
    for (const link of linksFrom[node]!) {
      if (linkFlow[link]! < linkCapacity[link]!) visit(links.head[link]!, -1 - link);
    }
    for (const link of linksInto[node]!) {
      if (linkFlow[link]! > 0) visit(links.tail[link]!, -1 - linkFlow.length - link);
    }
  }

  /** Each edge that enters a node: people with an arc to there, from where they are; links. */
  eachInto(node: number, visit: Visit): void {
    const { arcPerson, arcHead, links } = this.flow.graph;
    const { firstInto, intoArc, current, fixed } = this.flow;
    const { linksInto, linksFrom, linkFlow, linkCapacity } = this.flow;
    for (let at = firstInto[node]!; at < firstInto[node + 1]!; at++) {
      const arc = intoArc[at]!;
      const person = arcPerson[arc]!;
      const now = current[person]!;
      if (now < 0 || fixed[person] === 1 || arcHead[now] === node || this.isClosed(arc)) continue;
      visit(arcHead[now]!, arc);
    }
    for (const link of linksInto[node]!) {
      if (linkFlow[link]! < linkCapacity[link]!) visit(links.tail[link]!, -1 - link);
    }
    for (const link of linksFrom[node]!) {
      if (linkFlow[link]! > 0) visit(links.head[link]!, -1 - linkFlow.length - link);
    }
  }

  private drawFrom(node: number): EdgeList {
    const found = this.empty();
    this.eachFrom(node, (head, edge) => found.add(head, edge, node, head));
    return found.sorted();
  }

  private drawInto(node: number): EdgeList {
    const found = this.empty();
    this.eachInto(node, (tail, edge) => found.add(tail, edge, tail, node));
    return found.sorted();
  }

  private isClosed(arc: number): boolean {
    return this.flow.closed.size > 0 && this.flow.closed.has(arc);
  }

  private empty(): Gathered {
    this.gathered ??= new Gathered(this.flow);
    this.gathered.clear();
    return this.gathered;
  }
}

/** One word of an edge's length in reduced costs; lexicographically never below 0. */
export function lengthOf(
  flow: ResidualFlow,
  edge: Edge,
  tail: number,
  head: number,
  word: number,
): number {
  const { arcWords, linkWords, potential, linkFlow, current, graph } = flow;
  const prices = potential[word]!;
  const between = prices[tail]! - prices[head]!;
  if (edge >= 0) {
    const costs = arcWords[word]!;
    return costs[edge]! - costs[current[graph.arcPerson[edge]!]!]! + between;
  }
  const link = -1 - edge;
  return link < linkFlow.length
    ? linkWords[word]![link]! + between
    : between - linkWords[word]![link - linkFlow.length]!;
}

/** People who may go, by the node where they are. */
function heldBy({ graph, current, fixed }: ResidualFlow): number[][] {
  const held = Array.from({ length: graph.nodeCount }, (): number[] => []);
  current.forEach((arc, person) => {
    if (arc >= 0 && fixed[person] === 0) held[graph.arcHead[arc]!]!.push(person);
  });
  return held;
}

/** The shortest edge to each node met so far; scratch that is used again for every list. */
class Gathered {
  private count = 0;
  /** By node: where it stands in `end`, if it does. */
  private readonly at: Int32Array;
  private readonly end: Int32Array;
  private readonly edge: Int32Array;
  private readonly length: readonly Float64Array[];
  private readonly one: Float64Array;

  constructor(private readonly flow: ResidualFlow) {
    const { nodeCount } = flow.graph;
    this.at = new Int32Array(nodeCount);
    this.end = new Int32Array(nodeCount);
    this.edge = new Int32Array(nodeCount);
    this.length = flow.potential.map(() => new Float64Array(nodeCount));
    this.one = new Float64Array(flow.potential.length);
  }

  clear(): void {
    this.count = 0;
  }

  add(other: number, edge: Edge, tail: number, head: number): void {
    for (let word = 0; word < this.one.length; word++) {
      this.one[word] = lengthOf(this.flow, edge, tail, head, word);
    }
    this.offer(other, edge);
  }

  sorted(): EdgeList {
    const order = Int32Array.from({ length: this.count }, (_, at) => at);
    order.sort((a, b) => this.compare(a, b));
    return {
      edges: order.map((at) => this.edge[at]!),
      ends: order.map((at) => this.end[at]!),
    };
  }

  private offer(other: number, edge: Edge): void {
    let at = this.at[other]!;
    if (at < this.count && this.end[at] === other) {
      if (!this.isBetter(at, edge)) return;
    } else {
      at = this.count++;
      this.at[other] = at;
      this.end[at] = other;
    }
    this.edge[at] = edge;
    for (let word = 0; word < this.one.length; word++) this.length[word]![at] = this.one[word]!;
  }

  private isBetter(at: number, edge: Edge): boolean {
    for (let word = 0; word < this.one.length; word++) {
      const difference = this.one[word]! - this.length[word]![at]!;
      if (difference !== 0) return difference < 0;
    }
    return edge < this.edge[at]!;
  }

  /** A link moves nobody, so it goes before an equally long arc: its number is below 0. */
  private compare(a: number, b: number): number {
    for (let word = 0; word < this.one.length; word++) {
      const difference = this.length[word]![a]! - this.length[word]![b]!;
      if (difference !== 0) return difference;
    }
    return this.edge[a]! - this.edge[b]!;
  }
}
