import { describe, expect, it } from '@jest/globals';
import { NetworkBuilder } from '../network.js';
import { startPersonBasis } from './person-basis.js';
import { type PersonProblem, personProblem } from './person-network.js';
import { pivotPeople } from './person-pivot.js';
import { arcsInto, Ripples } from './ripples.js';
import { RowSearch } from './row-search.js';
import { solvePeople } from './solve-people.js';

/**
 * As many one-seat places as people, in a ring. Each may stay, or go one place on, the dearer the farther
 * round; the person who stands last has only the next place, so that all others are pushed on one by one.
 */
function aRing(people: number): PersonProblem {
  const builder = new NetworkBuilder();
  const sink = 2 * people;
  for (let node = 0; node < sink; node++) builder.addNode(node < people ? 1 : 0);
  builder.addNode(-people);
  const costs: number[] = [];
  const add = (tail: number, head: number, capacity: number, cost: number): void => {
    builder.addArc(tail, head, capacity);
    costs.push(cost);
  };
  for (let person = 0; person < people; person++) {
    if (person < people - 1) add(person, people + person, Infinity, 2 * person);
    add(person, people + ((person + 1) % people), Infinity, 2 * person + 3);
    add(person, sink, Infinity, 10_000);
  }
  for (let place = people; place < sink; place++) add(place, sink, 1, 0);
  return personProblem(builder.build(), [Int32Array.from(costs)], people);
}

/** Solved by hand, so that the search can be watched. */
function solveWatched({ network, levels }: PersonProblem, isFollowed: boolean) {
  const basis = startPersonBasis(network);
  const search = new RowSearch(basis);
  levels.load(search.costs, 0, 1, 0);
  search.backCosts = levels.back[0]!;
  basis.tree.computePotentials((arc) => search.costOf(arc, 100_000));
  let pivots = 0;
  let gain = 0;
  while (search.find()) {
    const { arc, tail, head, reducedCost } = search.entering;
    const { potential } = basis.tree;
    const cost = search.costOf(arc, 100_000);
    expect(cost + potential[tail]! - potential[head]!).toBe(reducedCost);
    expect(pivotPeople(basis, search.entering)).toBe(true);
    if (isFollowed) search.follow();
    pivots++;
    gain += Math.abs(reducedCost);
  }
  return { basis, pivots, gain };
}

/** Nothing gains any more. */
function expectOptimal({ network, levels }: PersonProblem, potential: Float64Array): void {
  for (let person = 0; person < network.people; person++) {
    for (let arc = network.rowStart[person]!; arc < network.rowStart[person + 1]!; arc++) {
      const reduced = levels.costOf(0, arc) + potential[person]! - potential[network.place[arc]!]!;
      expect(reduced).toBeGreaterThanOrEqual(0);
    }
  }
}

describe('arcsInto', () => {
  it('lists the arcs into the marked places, and no other', () => {
    const { network } = aRing(5);
    const basis = startPersonBasis(network);
    const marked = new Uint8Array(network.nodeCount + 1);
    marked[7] = marked[9] = 1;
    const { start, arc, person } = arcsInto(basis, Int32Array.of(0, 1, 2, 3, 4), marked);
    const into = (place: number) =>
      [...arc.subarray(start[place], start[place + 1])].map((each, at) => [
        person[start[place]! + at],
        network.place[each],
      ]);
    expect(into(7)).toEqual([
      [1, 7],
      [2, 7],
    ]);
    expect(into(8)).toEqual([]);
    expect(into(9)).toEqual([[3, 9]]);
    expect(arc.length).toBe(3);
  });

  it('leaves out people who have no choice left', () => {
    const { network } = aRing(5);
    const marked = new Uint8Array(network.nodeCount + 1).fill(1);
    const { person } = arcsInto(startPersonBasis(network), Int32Array.of(1, 3), marked);
    expect(new Set(person)).toEqual(new Set([1, 3]));
  });
});

describe('Ripples', () => {
  /** The star of the start: every node hangs alone under the root. */
  const everybody = (people: number) => Int32Array.from({ length: people }, (_, person) => person);
  const aStar = (people: number) => new Ripples(startPersonBasis(aRing(people).network));

  it('waits for the end: a round in which few arcs entered', () => {
    const ripples = aStar(4);
    ripples.endRound(1, everybody(16));
    ripples.spread(5, 3);
    expect(ripples.into).toBeNull();
    expect(ripples.waiting()).toBe(-1);
    ripples.endRound(0, everybody(4));
    expect(ripples.into).toBeNull();
    ripples.endRound(1, everybody(20));
    expect(ripples.into).not.toBeNull();
  });

  it('looks at places that rise and at people who fall, each once', () => {
    const ripples = aStar(4);
    ripples.endRound(1, everybody(20));
    ripples.spread(5, 3);
    ripples.spread(5, 1);
    ripples.spread(6, -3);
    ripples.spread(2, 3);
    ripples.spread(1, -3);
    const seen: number[] = [];
    for (let node = ripples.waiting(); node >= 0; node = ripples.waiting()) {
      seen.push(node);
      ripples.pass();
    }
    expect(seen).toEqual([5, 1]);
    ripples.spread(5, 1);
    expect(ripples.waiting()).toBe(5);
    ripples.forget();
    expect(ripples.waiting()).toBe(-1);
  });

  it('leaves large subtrees to the rounds', () => {
    const people = 70;
    const basis = startPersonBasis(aRing(people).network);
    const ripples = new Ripples(basis);
    ripples.endRound(1, everybody(people));
    for (let node = 1; node < people; node++) basis.tree.move(node, node, 0, 3 * node, 1, 0);
    ripples.spread(0, -1);
    expect(ripples.waiting()).toBe(-1);
    ripples.spread(1, -1);
    expect(ripples.waiting()).toBe(1);
  });

  it('lists the arcs into places that moved since the last lists', () => {
    const ripples = aStar(4);
    ripples.spread(5, 3);
    ripples.endRound(1, everybody(20));
    expect(ripples.into!.arc.length).toBe(2);
    ripples.spread(6, 3);
    for (let round = 1; round < 8; round++) ripples.endRound(1, everybody(20));
    expect(ripples.into!.start[7]! - ripples.into!.start[6]!).toBe(0);
    ripples.endRound(1, everybody(20));
    expect(ripples.into!.start[7]! - ripples.into!.start[6]!).toBe(2);
  });
});

describe('a solve that follows its ripples', () => {
  it('ends at the same optimum as one that only goes round', () => {
    const problem = aRing(300);
    const followed = solveWatched(problem, true);
    const round = solveWatched(problem, false);
    expectOptimal(problem, followed.basis.tree.potential);
    expectOptimal(problem, round.basis.tree.potential);
    // Everyone goes one place on: Σ (2 × person + 3).
    expect(solvePeople(problem).objectives).toEqual([300 * 299 + 3 * 300]);
  });
});
