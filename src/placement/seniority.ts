import { byCodePoint } from '../shared/text.js';
import type { Candidate } from './candidates.js';
import type { Pins } from './pins.js';
import { LEVELS } from './placement.model.js';
import type { PlacementNetwork } from './placement-network.js';
import type { World } from './world.js';

/**
 * "First come by seniority": people take their seats one after another, the longest in service first, each the free place
 * that is best for themselves: a seat before the bench, then the own wish, the shorter way, the better fit. Law, seats,
 * caps and pins hold as in every run. It is what an office does by hand with a list, and is there to be compared with.
 *
 * @returns by arc of people 1 = taken; arcs behind the people stay 0.
 * @source product decision, docs/decisions/0031-baselines.md
 */
export function firstComeFlow(world: World, pins: Pins, net: PlacementNetwork): Float64Array {
  const flow = new Float64Array(net.network.tail.length);
  const room = new Room(world, pins);
  const arcs = arcsByPerson(net);
  for (const person of bySeniority(net.free)) {
    const taken = (arcs[person] ?? [])
      .filter((arc) => room.isFree(net.arcPlace[arc]!))
      .reduce<number | null>(
        (best, arc) => (best === null || isBetter(net, arc, best) ? arc : best),
        null,
      );
    if (taken === null) throw new Error('everybody has a bench');
    flow[taken] = 1;
    room.take(net.arcPlace[taken]!);
  }
  return flow;
}

/** Indexes of people, the longest in service first; an unknown day of recruitment comes last, equals go by key. */
export function bySeniority(people: readonly Pick<Candidate, 'person'>[]): number[] {
  const since = (at: number): string => people[at]?.person.recruitedOn ?? '9999';
  const key = (at: number): string => people[at]?.person.key ?? '';
  return people
    .map((_, at) => at)
    .sort((a, b) => byCodePoint(since(a), since(b)) || byCodePoint(key(a), key(b)));
}

const OWN_ORDER = (['withoutSeat', 'wishCost', 'distanceTenthsKm', 'fitCost'] as const).map(
  (level) => LEVELS.indexOf(level),
);

function isBetter({ levels }: PlacementNetwork, arc: number, than: number): boolean {
  for (const level of OWN_ORDER) {
    const difference = levels[level]![arc]! - levels[level]![than]!;
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function arcsByPerson(net: PlacementNetwork): number[][] {
  const arcs: number[][] = net.free.map(() => []);
  net.arcPerson.forEach((person, arc) => arcs[person]!.push(arc));
  return arcs;
}

/** Seats and places under caps that nobody has taken yet. */
class Room {
  private readonly inCell: Int32Array;
  private readonly inPool: number[];

  constructor(
    private readonly world: World,
    pins: Pins,
  ) {
    this.inCell = Int32Array.from(
      world.cells.all,
      ({ seats, index }) => seats - (pins.inCell[index] ?? 0),
    );
    this.inPool = world.pools.all.map(
      ({ fact }) => fact.capacity - (pins.inPool.get(fact.code) ?? 0),
    );
  }

  isFree(place: number): boolean {
    if (place < 0) return true;
    return this.inCell[place]! > 0 && this.poolsOver(place).every((pool) => this.inPool[pool]! > 0);
  }

  take(place: number): void {
    if (place < 0) return;
    this.inCell[place]!--;
    for (const pool of this.poolsOver(place)) this.inPool[pool]!--;
  }

  private poolsOver(place: number): number[] {
    const { cells, pools } = this.world;
    const over: number[] = [];
    let at = pools.byPosition.get(cells.all[place]?.position.code ?? '') ?? null;
    while (at !== null) {
      over.push(at);
      at = pools.all[at]?.parent ?? null;
    }
    return over;
  }
}
