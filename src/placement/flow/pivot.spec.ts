import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Basis, startBasis } from './basis.js';
import { crash } from './crash.js';
import { type FlowNetwork, NetworkBuilder } from './network.js';
import { pivot } from './pivot.js';
import { BlockSearch } from './pricing.js';

const arcs = fc.array(
  fc.record({
    tail: fc.nat(6),
    head: fc.nat(6),
    capacity: fc.constantFrom(0, 1, 2, 5, Infinity),
    cost: fc.integer({ min: 0, max: 9 }),
  }),
  { minLength: 20, maxLength: 40 },
);
const supplies = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 6, maxLength: 6 });

function networkOf(
  supply: readonly number[],
  drawn: readonly { tail: number; head: number; capacity: number }[],
): FlowNetwork {
  const builder = new NetworkBuilder();
  [...supply, 0 - supply.reduce((sum, amount) => sum + amount, 0)].forEach((amount) =>
    builder.addNode(amount),
  );
  drawn.forEach(({ tail, head, capacity }) => builder.addArc(tail, head, capacity));
  return builder.build();
}

/** Flow within bounds, conserved with the artificial arcs, and strongly feasible (Cunningham 1976). */
function expectSound(basis: Basis, network: FlowNetwork): void {
  const { tree, flow, room, tail, head, nodeCount } = basis;
  const sent = new Float64Array(nodeCount + 1);
  flow.forEach((amount, arc) => {
    expect(amount >= 0 && amount <= room[arc]!).toBe(true);
    sent[tail[arc]!]! += amount;
    sent[head[arc]!]! -= amount;
  });
  expect([...sent.slice(0, nodeCount)]).toEqual([...network.supply]);
  for (let node = 0; node < nodeCount; node++) {
    const arc = tree.arc[node]!;
    const isUp = tree.up[node] === 1;
    const [below, above] = isUp ? [tail[arc], head[arc]] : [head[arc], tail[arc]];
    expect([below, above]).toEqual([node, tree.parent[node]]);
    const roomUp = isUp ? room[arc]! - flow[arc]! : flow[arc]!;
    expect(roomUp).toBeGreaterThan(0);
  }
}

/** All tree arcs of a right tree have reduced cost 0. */
function expectPriced(basis: Basis, search: BlockSearch, costs: Float64Array): void {
  for (let node = 0; node < basis.nodeCount; node++) {
    const arc = basis.tree.arc[node]!;
    if (arc < basis.arcCount) expect(search.reducedCost(costs, arc)).toBe(0);
  }
}

describe('pivot', () => {
  it('keeps flow sound, the tree strongly feasible and its arcs priced to 0, from crash to optimum', () => {
    let pivots = 0;
    fc.assert(
      fc.property(supplies, arcs, (supply, drawn) => {
        const network = networkOf(supply, drawn);
        const costs = Float64Array.from(drawn, ({ cost }) => cost);
        const basis = startBasis(network)!;
        const search = new BlockSearch(basis);
        basis.tree.computePotentials((arc) => costs[arc] ?? 1000);
        crash(basis, search, costs);
        for (let arc = search.find(costs); arc >= 0; arc = search.find(costs)) {
          expectSound(basis, network);
          expectPriced(basis, search, costs);
          if (!pivot(basis, arc, search.reducedCost(costs, arc))) return;
        }
        expectSound(basis, network);
        pivots += basis.pivots;
      }),
      { numRuns: 150, seed: 3 },
    );
    expect(pivots).toBeGreaterThan(500);
  });

  it('reports a gain without end and changes nothing', () => {
    const network = networkOf(
      [1, 0, 0, 0, 0, 0],
      [
        { tail: 0, head: 1, capacity: Infinity },
        { tail: 1, head: 0, capacity: Infinity },
      ],
    );
    const basis = startBasis(network)!;
    const search = new BlockSearch(basis);
    const costs = Float64Array.of(1, -2);
    basis.tree.computePotentials((arc) => costs[arc] ?? 0);
    expect(pivot(basis, 1, -2)).toBe(true);
    const before = basis.flow.slice();
    expect(search.find(costs)).toBe(0);
    expect(pivot(basis, 0, search.reducedCost(costs, 0))).toBe(false);
    expect(basis.flow).toEqual(before);
    expect(basis.pivots).toBe(1);
  });
});
