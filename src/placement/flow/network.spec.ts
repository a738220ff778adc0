import { describe, expect, it } from '@jest/globals';
import { NetworkBuilder } from './network.js';

describe('NetworkBuilder', () => {
  it('numbers nodes and arcs from 0 and keeps what was given', () => {
    const builder = new NetworkBuilder();
    expect([builder.addNode(3), builder.addNode(), builder.addNode(-3)]).toEqual([0, 1, 2]);
    expect([builder.addArc(0, 1, Infinity), builder.addArc(1, 2, 5)]).toEqual([0, 1]);
    const network = builder.build();
    expect(network.nodeCount).toBe(3);
    expect([...network.supply]).toEqual([3, 0, -3]);
    expect([...network.tail]).toEqual([0, 1]);
    expect([...network.head]).toEqual([1, 2]);
    expect([...network.capacity]).toEqual([Infinity, 5]);
    expect(network.lower).toBeNull();
  });

  it('has a column of lower bounds as soon as one arc has one', () => {
    const builder = new NetworkBuilder();
    for (let arc = 0; arc < 300; arc++) builder.addArc(0, 0, 9, arc === 200 ? 4 : 0);
    const { lower } = builder.build();
    expect(lower).toHaveLength(300);
    expect(lower![200]).toBe(4);
    expect(lower!.reduce((sum, bound) => sum + bound, 0)).toBe(4);
  });

  it('grows without losing what came first', () => {
    const builder = new NetworkBuilder();
    for (let node = 0; node < 1000; node++) builder.addNode(node);
    for (let arc = 0; arc < 5000; arc++) builder.addArc(arc % 1000, (arc * 7) % 1000, arc);
    const network = builder.build();
    expect(network.supply.every((supply, node) => supply === node)).toBe(true);
    expect(network.capacity.every((capacity, arc) => capacity === arc)).toBe(true);
    expect(network.head.every((head, arc) => head === (arc * 7) % 1000)).toBe(true);
  });

  it('builds a copy that later additions do not change', () => {
    const builder = new NetworkBuilder();
    builder.addNode(1);
    const first = builder.build();
    builder.addNode(-1);
    expect([first.nodeCount, first.supply.length]).toEqual([1, 1]);
    expect(builder.build().nodeCount).toBe(2);
  });
});
