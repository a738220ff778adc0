import { describe, expect, it } from '@jest/globals';
import { solveLexicographic } from '../../src/placement/flow/lexicographic.js';
import { type FlowNetwork, NetworkBuilder } from '../../src/placement/flow/network.js';
import { personProblem } from '../../src/placement/flow/people/person-network.js';
import { solvePeople } from '../../src/placement/flow/people/solve-people.js';
import { personCertificateViolations } from '../../src/placement/person-certificate.js';
import { generate } from '../placement/instance.js';
import { realUnits } from '../placement/real-units.js';
import { asFlowNetwork } from '../placement/weighted.js';
import { randomFrom } from './random-network.js';
import { type PeopleInstance, randomPeople } from './random-people.js';

const SEEDS = Array.from({ length: 20 }, (_, at) => 15_485_863 + 32_452_843 * at);
const SHAPE = { people: 14, cells: 6, caps: 2, levels: 3, bench: true };

function vector({ network, levels, people }: PeopleInstance): readonly number[] {
  const solution = solvePeople(personProblem(network, levels, people));
  expect(solution.status).toBe('optimal');
  return solution.objectives;
}

/** Below 0 where `a` is the better vector. */
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, level) => value !== b[level]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** Arcs in another order; those of people stay in front, by person. `rename` gives people other numbers. */
function reordered(
  { network, levels, people }: PeopleInstance,
  order: readonly number[],
  rename: (node: number) => number = (node) => node,
): PeopleInstance {
  const builder = new NetworkBuilder();
  network.supply.forEach((amount) => builder.addNode(amount));
  for (const arc of order) {
    builder.addArc(rename(network.tail[arc]!), network.head[arc]!, network.capacity[arc]!);
  }
  const moved = levels.map((costs) => Int32Array.from(order, (arc) => costs[arc]!));
  return { network: builder.build(), levels: moved, people };
}

function shuffled(count: number, seed: number): number[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, at) => ({ at, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ at }) => at);
}

function withCapacity(network: FlowNetwork, arc: number, more: number): FlowNetwork {
  return { ...network, capacity: network.capacity.with(arc, network.capacity[arc]! + more) };
}

describe('what a change of a placement may do to its optimum', () => {
  it.each(SEEDS)('nothing, where people and arcs only come in another order (%i)', (seed) => {
    const instance = randomPeople(seed, SHAPE);
    const { network, people } = instance;
    const names = shuffled(people, seed);
    const rename = (node: number): number => (node < people ? names[node]! : node);
    const order = shuffled(network.tail.length, seed + 1);
    const key = (arc: number): number => Math.min(people, rename(network.tail[arc]!));
    order.sort((a, b) => key(a) - key(b));
    expect(vector(reordered(instance, order, rename))).toEqual(vector(instance));
  });

  it.each(SEEDS)('scales with the costs, and a constant of one person is added (%i)', (seed) => {
    const instance = randomPeople(seed, SHAPE);
    const before = vector(instance);
    const scaled = instance.levels.map((costs) => costs.map((cost) => 1_000 * cost));
    expect(vector({ ...instance, levels: scaled })).toEqual(before.map((value) => 1_000 * value));
    const person = seed % instance.people;
    const levels = instance.levels.map((costs, level) =>
      level === 1
        ? costs.map((cost, arc) => (instance.network.tail[arc] === person ? cost + 77 : cost))
        : costs,
    );
    expect(vector({ ...instance, levels })).toEqual(
      before.map((value, level) => (level === 1 ? value + 77 : value)),
    );
  });

  it.each(SEEDS)('never worse by a seat more, never better by an arc less (%i)', (seed) => {
    const instance = randomPeople(seed, SHAPE);
    const { network, people } = instance;
    const before = vector(instance);
    network.tail.forEach((tail, arc) => {
      if (tail >= people && network.capacity[arc] !== Infinity) {
        const wider = { ...instance, network: withCapacity(network, arc, 1) };
        expect(compare(vector(wider), before)).toBeLessThanOrEqual(0);
      }
      if (tail < people && network.head[arc] !== network.nodeCount - 1) {
        const order = Array.from(network.tail.keys()).filter((each) => each !== arc);
        expect(compare(vector(reordered(instance, order)), before)).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it.each(SEEDS)('nothing, where everybody is held where they are (%i)', (seed) => {
    const instance = randomPeople(seed, SHAPE);
    const { network, levels, people } = instance;
    const { choice, objectives } = solvePeople(personProblem(network, levels, people));
    const taken = new Set(choice);
    const order = Array.from(network.tail.keys()).filter(
      (arc) => network.tail[arc]! >= people || taken.has(arc),
    );
    expect(vector(reordered(instance, order))).toEqual(objectives);
  });

  it.each(SEEDS)('the forced change of a person is no less than the reduced cost (%i)', (seed) => {
    const instance = randomPeople(seed, { ...SHAPE, levels: 1 });
    const { network, levels, people } = instance;
    const { objectives, potentials } = solvePeople(personProblem(network, levels, people));
    const [prices] = potentials;
    for (let arc = 0; network.tail[arc]! < people; arc++) {
      const person = network.tail[arc]!;
      const order = Array.from(network.tail.keys()).filter(
        (each) => network.tail[each] !== person || each === arc,
      );
      const pinned = reordered(instance, order);
      const after = solvePeople(personProblem(pinned.network, pinned.levels, people));
      if (after.status !== 'optimal') continue;
      const reduced = levels[0]![arc]! + prices![person]! - prices![network.head[arc]!]!;
      expect(after.objectives[0]! - objectives[0]!).toBeGreaterThanOrEqual(reduced);
    }
  });
});

describe('the shapes of the 34 provinces', () => {
  const units = realUnits();
  const provinces = [...new Set(units.map(({ province }) => province))];

  it('are 34', () => {
    expect(provinces).toHaveLength(34);
  });

  it.each(provinces)('province %i is placed and proven, both engines alike', (province) => {
    const own = units
      .filter((unit) => unit.province === province)
      .map((unit) => ({ ...unit, province: 0 }));
    const hard = province % 2 === 0;
    const size = { name: 'province', people: own.length, units: own.length, hard };
    const { problem } = generate(size, own);
    const solution = solvePeople(problem);
    expect(personCertificateViolations(problem, solution)).toEqual([]);
    const network = asFlowNetwork(problem);
    const { levels } = problem;
    const arcs = problem.network.place.length;
    const costs = levels.back.map((back, level) =>
      Int32Array.from(network.tail, (_, arc) =>
        arc < arcs ? levels.costOf(level, arc) : back[arc - arcs]!,
      ),
    );
    expect(solveLexicographic(network, costs).objectives).toEqual(solution.objectives);
  });
});
