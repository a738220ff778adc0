import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NetworkBuilder } from '../network.js';
import {
  backFlowOf,
  capacityOf,
  choiceOf,
  type PersonBasis,
  startPersonBasis,
} from './person-basis.js';
import { firstPivots } from './first-pivots.js';
import { personProblem, type PersonProblem } from './person-network.js';
import { pivotPeople } from './person-pivot.js';
import { RowSearch } from './row-search.js';

/** The tree is one tree, its thread one ring, and arcs without flow lead up. */
function expectStronglyFeasible({ tree, flow, ...basis }: PersonBasis): void {
  const ring = new Set<number>();
  for (let node = tree.root; !ring.has(node); node = tree.next[node]!) {
    ring.add(node);
    expect(tree.previous[tree.next[node]!]).toBe(node);
  }
  expect(ring.size).toBe(tree.root + 1);
  for (let node = 0; node < tree.root; node++) {
    expect(tree.depth[node]).toBe(tree.depth[tree.parent[node]!]! + 1);
    const capacity = capacityOf({ tree, flow, ...basis }, tree.arc[node]!);
    expect(flow[node]).toBeGreaterThanOrEqual(0);
    expect(flow[node]).toBeLessThanOrEqual(capacity);
    if (flow[node] === 0) expect(tree.up[node]).toBe(1);
    if (flow[node] === capacity) expect(tree.up[node]).toBe(0);
  }
}

/** What enters each node, with what artificial arcs carry, leaves it. */
function expectConserved(basis: PersonBasis): void {
  const { network, tree, flow, firstArtificial } = basis;
  const balance = new Float64Array(network.nodeCount + 1);
  const send = (tail: number, head: number, amount: number): void => {
    balance[tail]! -= amount;
    balance[head]! += amount;
  };
  choiceOf(basis).forEach((arc, person) => arc >= 0 && send(person, network.place[arc]!, 1));
  const { tail, head } = network.back;
  backFlowOf(basis).forEach((amount, arc) => send(tail[arc]!, head[arc]!, amount));
  for (let node = 0; node < tree.root; node++) {
    if (tree.arc[node]! < firstArtificial) continue;
    if (tree.up[node] === 1) send(node, tree.root, flow[node]!);
    else send(tree.root, node, flow[node]!);
  }
  const { people, nodeCount } = network;
  const wanted: number[] = Array.from(balance, (_, node) => (node < people ? -1 : 0));
  if (people > 0) wanted[nodeCount - 1] = people;
  expect([...balance].map((value) => value + 0)).toEqual(wanted);
}

/** The potentials that pivots carry on are those computed afresh. */
function expectPriced({ tree }: PersonBasis, search: RowSearch, artificialCost: number): void {
  const carried = tree.potential.slice();
  tree.computePotentials((arc) => search.costOf(arc, artificialCost));
  expect(carried).toEqual(tree.potential);
}

function aProblem(people: number, cells: number, numbers: readonly number[]): PersonProblem {
  let at = 0;
  const below = (limit: number): number => numbers[at++ % numbers.length]! % limit;
  const builder = new NetworkBuilder();
  const sink = people + cells;
  for (let node = 0; node < sink; node++) builder.addNode(node < people ? 1 : 0);
  builder.addNode(-people);
  for (let person = 0; person < people; person++) {
    for (let arc = below(4); arc > 0; arc--)
      builder.addArc(person, people + below(cells), Infinity);
    builder.addArc(person, sink, Infinity);
  }
  for (let cell = 0; cell < cells; cell++) {
    builder.addArc(people + cell, sink, below(3));
    builder.addArc(people + cell, sink, below(2));
  }
  const network = builder.build();
  const costs = Int32Array.from({ length: network.tail.length }, () => below(7) - 2);
  return personProblem(network, [costs], people);
}

describe('pivotPeople', () => {
  it('keeps the tree strongly feasible, conserved and priced, pivot after pivot', () => {
    let pivots = 0;
    const numbers = fc.array(fc.nat(1000), { minLength: 40, maxLength: 80 });
    const size = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(
        size,
        fc.integer({ min: 1, max: 4 }),
        numbers,
        fc.boolean(),
        (people, cells, drawn, isGreedy) => {
          const { network, levels } = aProblem(people, cells, drawn);
          const basis = startPersonBasis(network);
          const search = new RowSearch(basis);
          levels.load(search.costs, 0, 1, 0);
          search.backCosts = levels.back[0]!;
          basis.tree.computePotentials((arc) => search.costOf(arc, 1000));
          expectStronglyFeasible(basis);
          if (isGreedy) firstPivots(basis, search);
          while (search.find()) {
            expect(pivotPeople(basis, search.entering)).toBe(true);
            expectStronglyFeasible(basis);
            expectConserved(basis);
            expectPriced(basis, search, 1000);
            pivots++;
          }
        },
      ),
      { numRuns: 60, seed: 7 },
    );
    expect(pivots).toBeGreaterThan(100);
  });
});
