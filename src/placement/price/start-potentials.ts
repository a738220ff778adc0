import type { PlacementNetwork } from '../placement-network.js';
import { compareVectors } from './packing.js';
import { NO_CHANGE, type Vector } from './place-costs.js';
import {
  freeLink,
  poolLink,
  poolNode,
  qualifiedNode,
  rewardLink,
  seatLink,
  seatNode,
  type PriceGraph,
} from './price-graph.js';

/** How the run uses the graph. */
export interface Use {
  /** By person: the arc that they are on; -1 = away. */
  readonly current: Int32Array;
  /** By person: 1 = pinned, stays. */
  readonly fixed: Uint8Array;
  readonly linkFlow: Float64Array;
  /** By link: how much of the flow is pinned people. */
  readonly linkFixed: Float64Array;
}

/**
 * The run's potentials on the price graph. The graph has what the network leaves out: pinned people, whose units could now
 * move back along a link, and cells that pins fill. There potentials are lowered, from the caps inwards, just as far as the
 * new edges ask; nobody who is free sits behind such a link, so no edge of theirs changes.
 *
 * @param stored by level, by node of `net`.
 * @returns by level, by node of the graph; 0 at the sink.
 */
export function startPotentials(
  graph: PriceGraph,
  net: PlacementNetwork,
  stored: readonly Float64Array[],
  use: Use,
): Float64Array[] {
  const start = new StartPotentials(graph, net, stored, use);
  return start.all();
}

class StartPotentials {
  private readonly potential: Float64Array[];

  constructor(
    private readonly graph: PriceGraph,
    private readonly net: PlacementNetwork,
    private readonly stored: readonly Float64Array[],
    private readonly use: Use,
  ) {
    this.potential = stored.map(() => new Float64Array(graph.nodeCount));
  }

  all(): Float64Array[] {
    const { world } = this.graph;
    for (let pool = world.pools.all.length - 1; pool >= 0; pool--) this.setPool(pool);
    for (const { index } of world.cells.all) if (this.net.cellNodes[index]) this.setDrawn(index);
    const bounds = this.boundsByNode();
    for (const { index } of world.cells.all) {
      if (!this.net.cellNodes[index]) this.setWalled(index, bounds);
    }
    return this.potential;
  }

  private setPool(pool: number): void {
    const { world } = this.graph;
    const node = poolNode(world, pool);
    const drawn = this.net.network.nodeCount - 1 - world.pools.all.length + pool;
    this.set(node, this.drawn(drawn));
    this.lower(node, poolLink(world, pool));
  }

  private setDrawn(cell: number): void {
    const nodes = this.net.cellNodes[cell];
    if (!nodes) return;
    this.set(seatNode(cell), this.drawn(nodes.node));
    this.lower(seatNode(cell), seatLink(cell));
    const isHeld = this.freeUse(rewardLink(cell)) + this.freeUse(freeLink(cell)) > 0;
    if (nodes.qualified !== null && isHeld) {
      this.set(qualifiedNode(cell), this.drawn(nodes.qualified));
    } else this.set(qualifiedNode(cell), this.withReward(cell, this.at(seatNode(cell)), 1));
  }

  /** A cell without nodes in the network: as high as its people and arcs allow. */
  private setWalled(cell: number, bounds: ReadonlyMap<number, Vector>): void {
    const toSeat = bounds.get(seatNode(cell));
    const toQualified = bounds.get(qualifiedNode(cell));
    const back = this.at(this.graph.links.head[seatLink(cell)]!);
    const isUsed = this.use.linkFlow[seatLink(cell)]! > 0;
    const choices = [
      ...(toSeat ? [toSeat] : []),
      ...(toQualified ? [this.withReward(cell, toQualified, -1)] : []),
    ];
    if (isUsed || choices.length === 0) choices.push(back);
    const least = choices.reduce((best, each) => (compareVectors(each, best) < 0 ? each : best));
    this.set(seatNode(cell), least);
    this.set(qualifiedNode(cell), this.withReward(cell, least, 1));
  }

  /** By node, the least cost plus potential of the free people who have an arc into it. */
  private boundsByNode(): Map<number, Vector> {
    const { arcPerson, arcHead, arcPlace, arcCosts } = this.graph;
    const { current, fixed } = this.use;
    const bounds = new Map<number, Vector>();
    for (let arc = 0; arc < arcPerson.length; arc++) {
      const person = arcPerson[arc]!;
      const place = arcPlace[arc]!;
      if (fixed[person] === 1 || place < 0 || this.net.cellNodes[place]) continue;
      const now = current[person]!;
      const from = this.at(arcHead[now]!);
      const value = from.map((price, level) => {
        const costs = arcCosts[level]!;
        return costs[arc]! - costs[now]! + price;
      });
      const known = bounds.get(arcHead[arc]!);
      if (!known || compareVectors(value, known) < 0) bounds.set(arcHead[arc]!, value);
    }
    return bounds;
  }

  /** With the reward that a qualified newcomer still finds, added or taken off. */
  private withReward(cell: number, vector: Vector, by: 1 | -1): Vector {
    const link = rewardLink(cell);
    const open = this.use.linkFlow[link]! < this.graph.links.nominal[link]!;
    const reward = open ? -this.graph.links.cost[link]! : 0;
    return vector.map((value, level) => (level === 0 ? value + by * reward : value));
  }

  /** A link that only pinned people use may now give a unit back. */
  private lower(node: number, link: number): void {
    if (this.freeUse(link) > 0 || this.use.linkFixed[link] === 0) return;
    const back = this.at(this.graph.links.head[link]!);
    if (compareVectors(back, this.at(node)) < 0) this.set(node, back);
  }

  private freeUse(link: number): number {
    return this.use.linkFlow[link]! - this.use.linkFixed[link]!;
  }

  private drawn(node: number): Vector {
    const sink = this.net.network.nodeCount - 1;
    return this.stored.map((level) => level[node]! - level[sink]!);
  }

  private at(node: number): Vector {
    return NO_CHANGE.map((_zero, level) => this.potential[level]![node]!);
  }

  private set(node: number, vector: Vector): void {
    vector.forEach((value, level) => (this.potential[level]![node] = value));
  }
}
