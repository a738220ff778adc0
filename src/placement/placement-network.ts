import { isQualified } from '../rules/fit.rules.js';
import { NetworkBuilder, type FlowNetwork } from './flow/network.js';
import { mayLeave, type Candidate } from './candidates.js';
import type { Cell } from './cells.js';
import { wishCost } from './costs.js';
import { IntColumn } from './int-column.js';
import type { Pins } from './pins.js';
import { cellObstacle, positionObstacle } from './placement.model.js';
import type { World } from './world.js';

/** Where an arc leads that is not into a cell; cells are numbered from 0. */
export const TO_BENCH = -1;
export const TO_LEAVE = -2;

/** A placement drawn as a network, and what its arcs mean. */
export interface PlacementNetwork {
  readonly network: FlowNetwork;
  /** Costs by arc, one array a level, in the order of `LEVELS`. */
  readonly levels: readonly Int32Array[];
  /** People who are not pinned; node i is free[i]. */
  readonly free: readonly Candidate[];
  /** By person arc (the first arcs of the network): index in `free`. */
  readonly arcPerson: Int32Array;
  /** By person arc: index of the cell, or TO_BENCH, TO_LEAVE. */
  readonly arcPlace: Int32Array;
  /** By cell; null where the engine may put nobody. The sink is the last node. */
  readonly cellNodes: readonly (CellNodes | null)[];
}

/** `qualified` leads on through the required seats; null where none is left to reward. */
interface CellNodes {
  readonly node: number;
  readonly qualified: number | null;
}

/**
 * Draws the network: person → cell → caps → sink, person → bench and, where asked, leaving.
 *
 * A cell with required seats has a second node that only qualified people enter: from it, `required` units are rewarded by
 * the weight of the seat. Pinned people are outside; their seats, required seats and places under caps are taken off.
 */
export function placementNetwork(world: World, pins: Pins): PlacementNetwork {
  const free = world.candidates.filter(
    ({ person }) => !pins.seated.has(person.key) && !pins.leaving.has(person.key),
  );
  const builder = new NetworkBuilder();
  for (let i = 0; i < free.length; i++) builder.addNode(1);
  const cellNodes = addCellNodes(builder, world, pins);
  const caps = world.pools.all.map(() => builder.addNode());
  const sink = builder.addNode(-free.length);
  const arcs = new PersonArcs(builder, world, cellNodes, sink);
  free.forEach((who, index) => arcs.addPerson(who, index));
  const rewards = addSeatArcs(builder, world, pins, cellNodes, caps, sink);
  const network = builder.build();
  const levels = arcs.levels(network.tail.length);
  for (const { arc, weight } of rewards) levels[0][arc] = -weight;
  return { network, levels, free, ...arcs.meaning(), cellNodes };
}

function freeSeats(cell: Cell, pins: Pins): number {
  return Math.max(0, cell.seats - (pins.inCell[cell.index] ?? 0));
}

/** Required seats that no pinned person holds as a qualified one. */
export function openRequired(cell: Cell, pins: Pins): number {
  return Math.max(0, cell.required - (pins.qualifiedInCell[cell.index] ?? 0));
}

/** Only cells that the engine may fill get nodes. */
function addCellNodes(builder: NetworkBuilder, world: World, pins: Pins): (CellNodes | null)[] {
  return world.cells.all.map((cell) => {
    if (freeSeats(cell, pins) === 0 || cell.position.given) return null;
    const node = builder.addNode();
    return { node, qualified: openRequired(cell, pins) > 0 ? builder.addNode() : null };
  });
}

interface Reward {
  readonly arc: number;
  readonly weight: number;
}

/** Arcs behind the people: required part, seats, caps. @returns the rewarded arcs. */
function addSeatArcs(
  builder: NetworkBuilder,
  world: World,
  pins: Pins,
  cellNodes: PlacementNetwork['cellNodes'],
  caps: readonly number[],
  sink: number,
): Reward[] {
  const rewards: Reward[] = [];
  for (const cell of world.cells.all) {
    const nodes = cellNodes[cell.index];
    if (!nodes) continue;
    const { node, qualified } = nodes;
    const cap = caps[world.pools.byPosition.get(cell.position.code) ?? -1];
    builder.addArc(node, cap ?? sink, freeSeats(cell, pins));
    if (qualified === null) continue;
    const arc = builder.addArc(qualified, node, openRequired(cell, pins));
    rewards.push({ arc, weight: cell.weight });
    builder.addArc(qualified, node, Infinity);
  }
  world.pools.all.forEach((pool, at) => {
    const left = Math.max(0, pool.fact.capacity - (pins.inPool.get(pool.fact.code) ?? 0));
    builder.addArc(caps[at] ?? sink, caps[pool.parent ?? -1] ?? sink, left);
  });
  return rewards;
}

/** Adds the arcs of people, which come first, with their cost on every level. */
class PersonArcs {
  private readonly person = new IntColumn();
  private readonly place = new IntColumn();
  private readonly seatless = new IntColumn();
  private readonly fit = new IntColumn();
  private readonly wish = new IntColumn();
  private readonly distance = new IntColumn();
  private readonly moved = new IntColumn();

  constructor(
    private readonly builder: NetworkBuilder,
    private readonly world: World,
    private readonly cellNodes: PlacementNetwork['cellNodes'],
    private readonly sink: number,
  ) {}

  addPerson(who: Candidate, index: number): void {
    for (const [code, cells] of this.world.cells.byPosition) {
      const position = this.world.positions.get(code);
      if (!position || positionObstacle(this.world, who, position)) continue;
      const { fit } = this.world.suitability.fit(who.person, position);
      const qualified = isQualified(fit);
      for (const cell of cells)
        this.addSeat(who, index, cell, this.world.costs.fit[fit], qualified);
    }
    this.addBench(who, index);
    if (mayLeave(who)) this.add(index, TO_LEAVE, this.sink, NO_COSTS);
  }

  private addSeat(
    who: Candidate,
    index: number,
    cell: Cell,
    fitCost: number,
    isQualified: boolean,
  ): void {
    const nodes = this.cellNodes[cell.index];
    if (!nodes || cellObstacle(this.world.options, who, cell)) return;
    const inside = who.inside[cell.index] === 1;
    const head = (isQualified ? nodes.qualified : null) ?? nodes.node;
    this.add(index, cell.index, head, {
      seatless: 0,
      fit: fitCost,
      wish: this.wishIn(who, cell.root.code, inside),
      distance: who.tenthsKm[cell.rootIndex] ?? 0,
      moved: inside ? 0 : 1,
    });
  }

  private addBench(who: Candidate, index: number): void {
    const code = who.successors?.mainCode ?? '';
    const rootCode = this.world.territory.rootAfter(code)?.code ?? '';
    this.add(index, TO_BENCH, this.sink, {
      seatless: 1,
      fit: 0,
      wish: this.wishIn(who, rootCode, true),
      distance: who.tenthsKm[this.world.territory.rootIndexOf(code)] ?? 0,
      moved: 0,
    });
  }

  /** Most people wish for nothing; the short way counts over hundreds of thousands of arcs. */
  private wishIn({ person }: Candidate, rootCode: string, inside: boolean): number {
    if (person.wish === null) return 0;
    return wishCost(person.wish, { rootCode, inside }, this.world.costs);
  }

  /** A person's supply of 1 bounds these arcs; with a bound of their own the basis would degenerate more. */
  private add(index: number, place: number, head: number, costs: ArcCosts): void {
    this.builder.addArc(index, head, Infinity);
    this.person.push(index);
    this.place.push(place);
    this.seatless.push(costs.seatless);
    this.fit.push(costs.fit);
    this.wish.push(costs.wish);
    this.distance.push(costs.distance);
    this.moved.push(costs.moved);
  }

  /** @returns one array a level, over all arcs of the network; the first is still empty of rewards. */
  levels(arcCount: number): [Int32Array, ...Int32Array[]] {
    const columns = [this.seatless, this.fit, this.wish, this.distance, this.moved];
    return [new Int32Array(arcCount), ...columns.map((column) => column.padded(arcCount))];
  }

  meaning(): Pick<PlacementNetwork, 'arcPerson' | 'arcPlace'> {
    const count = this.person.length;
    return { arcPerson: this.person.padded(count), arcPlace: this.place.padded(count) };
  }
}

interface ArcCosts {
  readonly seatless: number;
  readonly fit: number;
  readonly wish: number;
  readonly distance: number;
  readonly moved: number;
}

const NO_COSTS: ArcCosts = { seatless: 0, fit: 0, wish: 0, distance: 0, moved: 0 };
