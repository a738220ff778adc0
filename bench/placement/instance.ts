/**
 * Seeded placements on the real new units of the country: cells with required seats behind a qualified
 * entry, caps on leaders nested in each province, one bench, six levels. Who the people are is invented:
 * 27 kinds of posts in 11 families, a main and perhaps further qualifications, a home unit, a reach.
 */
import type { PackedField } from '../../src/placement/flow/people/person-levels.js';
import { PackedLevels } from '../../src/placement/flow/people/person-levels.js';
import type {
  PersonNetwork,
  PersonProblem,
} from '../../src/placement/flow/people/person-network.js';
import { randomFrom } from '../flow/random-network.js';
import type { Neighbour, RealUnit } from './real-units.js';
import { neighbourhoods } from './real-units.js';

export const POSTS = 27;
const FAMILIES = 11;
/** Posts of these numbers lead; they are under a cap of their province. */
const LEADERS = 4;

export interface Size {
  readonly name: string;
  readonly people: number;
  readonly units: number;
  /** Few secondary qualifications, and families with too few people for their required seats. */
  readonly hard: boolean;
}

export const SIZES: readonly Size[] = [
  { name: 'S', people: 1_500, units: 25, hard: false },
  { name: 'Sh', people: 1_500, units: 25, hard: true },
  { name: 'M', people: 3_000, units: 50, hard: false },
  { name: 'Mh', people: 3_000, units: 50, hard: true },
  { name: 'L', people: 8_000, units: 125, hard: false },
  { name: 'Lh', people: 8_000, units: 125, hard: true },
  { name: 'country', people: 220_000, units: Infinity, hard: false },
];

/** fit, wish, distance and move of an arc in one word; the first two levels cost people nothing. */
export const FIELDS: readonly (PackedField | null)[] = [
  null,
  null,
  { shift: 30, bits: 2 },
  { shift: 28, bits: 2 },
  { shift: 1, bits: 17 },
  { shift: 0, bits: 1 },
];

const FIT_SHIFT = 30;
const WISH_SHIFT = 28;
const DISTANCE_SHIFT = 1;
const FIT = { exact: 0, related: 1, afterTraining: 3 } as const;

/** A placement and the words of its arcs. */
export interface Generated {
  readonly problem: PersonProblem;
  readonly words: Uint32Array;
}

interface Seats {
  readonly seats: Uint8Array;
  readonly required: Uint8Array;
  readonly weight: Uint8Array;
}

function drawSeats(random: () => number, units: number): Seats {
  const cells = units * POSTS;
  const seats = new Uint8Array(cells);
  const required = new Uint8Array(cells);
  const weight = new Uint8Array(cells);
  for (let unit = 0; unit < units; unit++) {
    const zone = 1 + Math.floor(4 * random() ** 2);
    for (let cell = unit * POSTS; cell < (unit + 1) * POSTS; cell++) {
      seats[cell] = random() < 0.02 ? 0 : 1 + Math.floor(4 * random() ** 2);
      required[cell] = Math.min(seats[cell]!, Math.floor(0.9 + random() + 0.7 * random()));
      weight[cell] = zone;
    }
  }
  return { seats, required, weight };
}

/** Nodes: people, then entry and qualified entry of each cell, caps of provinces, country cap, bench, sink. */
class Nodes {
  readonly bench: number;
  readonly sink: number;
  readonly firstCap: number;

  constructor(
    readonly people: number,
    cells: number,
    readonly provinces: number,
  ) {
    this.firstCap = people + 2 * cells;
    this.bench = this.firstCap + provinces + 1;
    this.sink = this.bench + 1;
  }

  cell(cell: number): number {
    return this.people + 2 * cell;
  }

  qualified(cell: number): number {
    return this.people + 2 * cell + 1;
  }
}

function drawBack(nodes: Nodes, units: readonly RealUnit[], drawn: Seats) {
  const tail: number[] = [];
  const head: number[] = [];
  const capacity: number[] = [];
  const reward: number[] = [];
  const add = (from: number, to: number, most: number, gain: number): void => {
    tail.push(from);
    head.push(to);
    capacity.push(most);
    reward.push(gain);
  };
  const leaders = new Float64Array(nodes.provinces);
  units.forEach(({ province }, unit) => {
    for (let post = 0; post < POSTS; post++) {
      const cell = unit * POSTS + post;
      const isLeader = post < LEADERS;
      if (isLeader) leaders[province]! += drawn.seats[cell]!;
      add(nodes.qualified(cell), nodes.cell(cell), drawn.required[cell]!, drawn.weight[cell]!);
      add(nodes.qualified(cell), nodes.cell(cell), Infinity, 0);
      add(
        nodes.cell(cell),
        isLeader ? nodes.firstCap + province : nodes.sink,
        drawn.seats[cell]!,
        0,
      );
    }
  });
  const country = nodes.firstCap + nodes.provinces;
  leaders.forEach((seats, at) => add(nodes.firstCap + at, country, Math.ceil(0.95 * seats), 0));
  const all = leaders.reduce((sum, seats) => sum + seats, 0);
  add(country, nodes.sink, Math.ceil(0.93 * all), 0);
  add(nodes.bench, nodes.sink, Infinity, 0);
  return {
    tail: Int32Array.from(tail),
    head: Int32Array.from(head),
    capacity: Float64Array.from(capacity),
    reward,
  };
}

function backLevels(reward: readonly number[]): Int32Array[] {
  const required = Int32Array.from(reward, (gain) => -gain);
  const withoutSeat = new Int32Array(reward.length);
  withoutSeat[reward.length - 1] = 1;
  const nothing = new Int32Array(reward.length);
  return [required, withoutSeat, nothing, nothing, nothing, nothing];
}

/** What posts a person may hold and how well: packed fit by post, or −1. */
function drawSkills(random: () => number, hard: boolean, fitOf: Int8Array): void {
  fitOf.fill(-1);
  let family = Math.floor(FAMILIES * random() ** 1.15);
  if (hard && family >= FAMILIES - 2 && random() < 0.75)
    family = Math.floor((FAMILIES - 2) * random());
  const exact = Math.floor(3 * random());
  const second = random() < (hard ? 0.15 : 0.55) ? Math.floor(FAMILIES * random()) : -1;
  const trained = random() < (hard ? 0.2 : 0.4) ? Math.floor(FAMILIES * random()) : -1;
  for (let post = 0; post < POSTS; post++) {
    const own = post % FAMILIES;
    if (own === family)
      fitOf[post] = Math.floor(post / FAMILIES) === exact ? FIT.exact : FIT.related;
    else if (own === second) fitOf[post] = FIT.related;
    else if (own === trained) fitOf[post] = FIT.afterTraining;
  }
}

/** Columns that grow by reserving address space: pages that are never written take no memory. */
class Arcs {
  readonly place: Int32Array;
  readonly words: Uint32Array;
  count = 0;

  constructor(most: number) {
    this.place = new Int32Array(most);
    this.words = new Uint32Array(most);
  }

  add(place: number, word: number): void {
    this.place[this.count] = place;
    this.words[this.count++] = word;
  }
}

const MOST_ARCS_A_PERSON = 140;
const MOST_ARCS_MORE = 100_000;

function drawPerson(
  random: () => number,
  { near, home, fitOf }: { near: Neighbour; home: number; fitOf: Int8Array },
  { arcs, nodes, seats }: { arcs: Arcs; nodes: Nodes; seats: Uint8Array },
): void {
  const { unit, tenthsKm } = near;
  const reach = Math.min(unit.length, 3 + Math.floor(46 * random() ** 2.2));
  const wished = random() < 0.2 ? Math.floor(unit.length * random()) : -1;
  for (let at = 0; at < reach; at++) {
    const wish = wished === -1 || wished === at ? 0 : Math.min(3, 1 + Math.abs(at - wished));
    const common =
      (tenthsKm[at]! << DISTANCE_SHIFT) | (unit[at] === home ? 0 : 1) | (wish << WISH_SHIFT);
    for (let post = 0; post < POSTS; post++) {
      const fit = fitOf[post]!;
      const cell = unit[at]! * POSTS + post;
      if (fit < 0 || seats[cell] === 0) continue;
      const place = fit === FIT.afterTraining ? nodes.cell(cell) : nodes.qualified(cell);
      arcs.add(place, (common | (fit << FIT_SHIFT)) >>> 0);
    }
  }
  arcs.add(nodes.bench, wished > 0 ? (3 << WISH_SHIFT) >>> 0 : 0);
}

/** People live in all units evenly, in a drawn order. @param near by unit. */
function drawPeople(
  random: () => number,
  size: Size,
  nodes: Nodes,
  seats: Uint8Array,
  near: readonly Neighbour[],
) {
  const arcs = new Arcs(size.people * MOST_ARCS_A_PERSON + MOST_ARCS_MORE);
  const rowStart = new Int32Array(size.people + 1);
  const fitOf = new Int8Array(POSTS);
  for (let person = 0; person < size.people; person++) {
    const home = Math.floor(near.length * random());
    drawSkills(random, size.hard, fitOf);
    drawPerson(random, { near: near[home]!, home, fitOf }, { arcs, nodes, seats });
    rowStart[person + 1] = arcs.count;
  }
  const place = arcs.place.subarray(0, arcs.count);
  return { rowStart, place, words: arcs.words.subarray(0, arcs.count) };
}

/** The same size and units always give the same placement. */
export function generate(size: Size, units: readonly RealUnit[]): Generated {
  const random = randomFrom(20_250_701 + size.people + (size.hard ? 1 : 0));
  const chosen = units.slice(0, Math.min(size.units, units.length));
  const provinces = 1 + Math.max(...chosen.map(({ province }) => province));
  const nodes = new Nodes(size.people, chosen.length * POSTS, provinces);
  const drawn = drawSeats(random, chosen.length);
  const { reward, ...back } = drawBack(nodes, chosen, drawn);
  const { words, ...rows } = drawPeople(random, size, nodes, drawn.seats, neighbourhoods(chosen));
  const network: PersonNetwork = { people: size.people, nodeCount: nodes.sink + 1, ...rows, back };
  return {
    problem: { network, levels: new PackedLevels(words, FIELDS, backLevels(reward)) },
    words,
  };
}
