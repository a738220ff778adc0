import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SpanningTree } from './tree.js';

/** The members of the subtree under `node`, found from the parents alone. */
function subtree(tree: SpanningTree, node: number): number[] {
  const isUnder = (member: number): boolean =>
    member === node || (member !== tree.root && isUnder(tree.parent[member]!));
  return Array.from({ length: tree.root }, (_, member) => member).filter(isUnder);
}

function threadFrom(tree: SpanningTree, start: number, length: number): number[] {
  const walk = [start];
  while (walk.length < length) walk.push(tree.next[walk.at(-1)!]!);
  return walk;
}

/** Throws where thread, depth and parent disagree. */
function expectSound(tree: SpanningTree): void {
  const ring = threadFrom(tree, tree.root, tree.root + 1);
  expect(new Set(ring).size).toBe(tree.root + 1);
  ring.forEach((node) => expect(tree.previous[tree.next[node]!]).toBe(node));
  for (let node = 0; node < tree.root; node++) {
    expect(tree.depth[node]).toBe(tree.depth[tree.parent[node]!]! + 1);
    const members = subtree(tree, node);
    expect(threadFrom(tree, node, members.length).sort((a, b) => a - b)).toEqual(members);
  }
}

describe('SpanningTree', () => {
  it('starts as a star whose thread visits every node once', () => {
    expectSound(new SpanningTree(5, 10, new Uint8Array(6).fill(1)));
    expectSound(new SpanningTree(0, 0, new Uint8Array(1)));
  });

  it('stays sound after any sequence of moves, and shifts exactly the nodes that move', () => {
    const step = fc.tuple(
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      fc.integer({ min: -9, max: 9 }),
    );
    const steps = fc.array(step, { maxLength: 25 });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), steps, (nodes, moves) => {
        const tree = new SpanningTree(nodes, 100, new Uint8Array(nodes + 1).fill(1));
        moves.forEach(([a, b, c, isUp, change], at) => {
          const cut = a % nodes;
          const moving = subtree(tree, cut);
          const top = moving[b % moving.length]!;
          const staying = [...Array(nodes + 1).keys()].filter((node) => !moving.includes(node));
          const under = staying[c % staying.length]!;
          const before = tree.potential.slice();
          tree.move(cut, top, under, 200 + at, isUp ? 1 : 0, change);
          expectSound(tree);
          expect([tree.parent[top], tree.arc[top], tree.up[top]]).toEqual([
            under,
            200 + at,
            isUp ? 1 : 0,
          ]);
          expect([...subtree(tree, top)]).toEqual(moving);
          tree.potential.forEach((now, node) =>
            expect(now - before[node]!).toBe(moving.includes(node) ? change : 0),
          );
        });
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  it('turns the arcs of the stem round', () => {
    const tree = new SpanningTree(3, 10, Uint8Array.of(1, 0, 1, 0));
    tree.move(1, 1, 0, 21, 0, 0);
    tree.move(2, 2, 1, 22, 1, 0);
    tree.move(0, 2, tree.root, 30, 1, 0);
    expect([...tree.parent]).toEqual([1, 2, 3, -1]);
    expect([...tree.arc.slice(0, 3)]).toEqual([21, 22, 30]);
    expect([...tree.up.slice(0, 3)]).toEqual([1, 0, 1]);
  });
});
