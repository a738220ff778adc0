/**
 * The graph in which prices are asked: who could go where, and what lies behind the seats.
 *
 * Its nodes are places only. A person is in one place at a time, so "person leaves place u for place v" is an edge u → v; the
 * residual network of the run (Ahuja, Magnanti, Orlin: Network Flows, 1993, section 2.4) without its person nodes. Pinned
 * people are in it with one arc each and full capacities around them, so that taking a pin off needs no new graph; cells
 * that are full of pins have their nodes too.
 */
import type { Candidate } from '../candidates.js';
import type { Cell } from '../cells.js';
import { IntColumn } from '../int-column.js';
import type { Pins } from '../pins.js';
import { cellObstacle, positionObstacle } from '../placement.model.js';
import { TO_BENCH, TO_LEAVE, type PlacementNetwork } from '../placement-network.js';
import type { World } from '../world.js';
import { NO_CHANGE, seatCosts, type Vector } from './place-costs.js';

/** A pin into a unit without seats of the position: it counts under caps only. */
export const TO_NO_CELL = -3;

/** Links behind the places: capacity and what a unit costs at the first level. */
export interface Links {
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** As the facts say; pins may be over it. */
  readonly nominal: Float64Array;
  readonly cost: Float64Array;
}

export interface PriceGraph {
  readonly world: World;
  readonly pins: Pins;
  readonly nodeCount: number;
  readonly sink: number;
  readonly links: Links;
  /** By person (index in `world.candidates`), with an end: the arcs of a person follow one another. */
  readonly firstArc: Int32Array;
  readonly arcPerson: Int32Array;
  readonly arcHead: Int32Array;
  /** Index of a cell, TO_BENCH, TO_LEAVE or TO_NO_CELL. */
  readonly arcPlace: Int32Array;
  /** By level, by arc. */
  readonly arcCosts: readonly Int32Array[];
}

export function seatNode(cell: number): number {
  return 2 * cell;
}

/** Where qualified people enter a cell: before its required seats. */
export function qualifiedNode(cell: number): number {
  return 2 * cell + 1;
}

export function poolNode(world: World, pool: number): number {
  return 2 * world.cells.all.length + pool;
}

export function sinkNode(world: World): number {
  return poolNode(world, world.pools.all.length);
}

export function seatLink(cell: number): number {
  return 3 * cell;
}

export function rewardLink(cell: number): number {
  return 3 * cell + 1;
}

/** Qualified people beyond the required seats. */
export function freeLink(cell: number): number {
  return 3 * cell + 2;
}

export function poolLink(world: World, pool: number): number {
  return 3 * world.cells.all.length + pool;
}

/** The node behind the seats of a position: its smallest cap, else the sink. */
export function behind(world: World, positionCode: string): number {
  const pool = world.pools.byPosition.get(positionCode);
  return pool === undefined ? sinkNode(world) : poolNode(world, pool);
}

/** Where a person enters a cell. */
export function entryNode(world: World, who: Candidate, cell: Cell): number {
  return world.suitability.isQualified(who.person, cell.position)
    ? qualifiedNode(cell.index)
    : seatNode(cell.index);
}

function linksOf(world: World): Links {
  const cells = world.cells.all;
  const count = poolLink(world, world.pools.all.length);
  const tail = new Int32Array(count);
  const head = new Int32Array(count);
  const nominal = new Float64Array(count);
  const cost = new Float64Array(count);
  const set = (link: number, from: number, to: number, most: number, price = 0): void => {
    tail[link] = from;
    head[link] = to;
    nominal[link] = most;
    cost[link] = price;
  };
  for (const cell of cells) {
    const [node, qualified] = [seatNode(cell.index), qualifiedNode(cell.index)];
    set(seatLink(cell.index), node, behind(world, cell.position.code), cell.seats);
    set(rewardLink(cell.index), qualified, node, cell.required, -cell.weight);
    set(freeLink(cell.index), qualified, node, Infinity);
  }
  world.pools.all.forEach(({ fact, parent }, pool) => {
    const to = parent === null ? sinkNode(world) : poolNode(world, parent);
    set(poolLink(world, pool), poolNode(world, pool), to, fact.capacity);
  });
  return { tail, head, nominal, cost };
}

/** Arcs in the order of people, growing. */
class Arcs {
  readonly person = new IntColumn();
  readonly head = new IntColumn();
  readonly place = new IntColumn();
  readonly costs: readonly IntColumn[] = NO_CHANGE.map(() => new IntColumn());

  add(person: number, head: number, place: number, costs: Vector): void {
    this.person.push(person);
    this.head.push(head);
    this.place.push(place);
    for (let level = 0; level < costs.length; level++) this.costs[level]!.push(costs[level]!);
  }
}

/** @param net the network that the run was solved on: its person arcs are the graph's. */
export function priceGraphOf(world: World, pins: Pins, net: PlacementNetwork): PriceGraph {
  const arcs = new Arcs();
  const firstArc = new Int32Array(world.candidates.length + 1);
  const walled = world.cells.all.filter(
    (cell) => !net.cellNodes[cell.index] && !cell.position.given,
  );
  let freeIndex = 0;
  let at = 0;
  world.candidates.forEach((who, person) => {
    firstArc[person] = arcs.person.length;
    if (net.free[freeIndex] !== who) {
      addPinned(arcs, world, pins, who, person);
      return;
    }
    for (; net.arcPerson[at] === freeIndex; at++) addDrawn(arcs, world, net, who, person, at);
    for (const cell of walled) addOpen(arcs, world, who, person, cell);
    freeIndex++;
  });
  firstArc[world.candidates.length] = arcs.person.length;
  return {
    world,
    pins,
    nodeCount: sinkNode(world) + 1,
    sink: sinkNode(world),
    links: linksOf(world),
    firstArc,
    arcPerson: arcs.person.padded(arcs.person.length),
    arcHead: arcs.head.padded(arcs.head.length),
    arcPlace: arcs.place.padded(arcs.place.length),
    arcCosts: arcs.costs.map((column) => column.padded(column.length)),
  };
}

function addDrawn(
  arcs: Arcs,
  world: World,
  net: PlacementNetwork,
  who: Candidate,
  person: number,
  arc: number,
): void {
  const place = net.arcPlace[arc]!;
  const cell = world.cells.all[place];
  const head = cell ? entryNode(world, who, cell) : sinkNode(world);
  const costs = net.levels.map((column) => column[arc]!);
  arcs.add(person, head, place, costs);
}

/** An arc that the network leaves out because pins fill the cell. */
function addOpen(arcs: Arcs, world: World, who: Candidate, person: number, cell: Cell): void {
  if (positionObstacle(world, who, cell.position) || cellObstacle(world.options, who, cell)) return;
  const costs = seatCosts(world, who, cell.unitCode, cell.position);
  arcs.add(person, entryNode(world, who, cell), cell.index, costs);
}

function addPinned(arcs: Arcs, world: World, pins: Pins, who: Candidate, person: number): void {
  const pinned = pins.seated.get(who.person.key);
  if (!pinned) {
    arcs.add(person, sinkNode(world), TO_LEAVE, NO_CHANGE);
    return;
  }
  const { cell, position, pin } = pinned;
  const head = cell ? entryNode(world, who, cell) : behind(world, position.code);
  const costs = seatCosts(world, who, pin.unitCode, position);
  arcs.add(person, head, cell?.index ?? TO_NO_CELL, costs);
}

/** What a person may be, for arcs that are made for one question. */
export interface OwnArc {
  readonly head: number;
  readonly place: number;
  readonly costs: Vector;
}

/** All that the engine would let a person be: seats, bench, leaving. */
export function arcsOf(world: World, who: Candidate, bench: Vector, leaves: boolean): OwnArc[] {
  const arcs: OwnArc[] = [];
  for (const [code, cells] of world.cells.byPosition) {
    const position = world.positions.get(code);
    if (!position || positionObstacle(world, who, position)) continue;
    for (const cell of cells) {
      if (cellObstacle(world.options, who, cell)) continue;
      const costs = seatCosts(world, who, cell.unitCode, position);
      arcs.push({ head: entryNode(world, who, cell), place: cell.index, costs });
    }
  }
  arcs.push({ head: sinkNode(world), place: TO_BENCH, costs: bench });
  if (leaves) arcs.push({ head: sinkNode(world), place: TO_LEAVE, costs: NO_CHANGE });
  return arcs;
}
