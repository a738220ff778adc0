import { describe, expect, it } from '@jest/globals';
import { type PeopleInstance, randomPeople } from '../../../../bench/flow/random-people.js';
import { isOptimalForAll, treePotentials } from './level-proof.js';
import { startPersonBasis } from './person-basis.js';
import { ColumnLevels } from './person-levels.js';
import { personProblem } from './person-network.js';
import { solvePeople } from './solve-people.js';

function problemOf({ network, levels, people }: PeopleInstance) {
  return personProblem(network, levels, people);
}

describe('isOptimalForAll', () => {
  it('refuses the artificial start where a person could take a place at a gain', () => {
    const shape = { people: 6, cells: 4, caps: 1, levels: 3, bench: true };
    let refused = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { network, levels } = problemOf(randomPeople(seed, shape));
      const basis = startPersonBasis(network);
      const potentials = treePotentials(basis, levels);
      const gains = levels.back.some((costs) => costs.some((cost) => cost < 0));
      if (!isOptimalForAll(basis, levels, potentials) && gains) refused++;
    }
    expect(refused).toBeGreaterThan(30);
  });

  it('leaves to the levels one by one what no exact number can hold', () => {
    const { network } = problemOf(
      randomPeople(3, { people: 2, cells: 1, caps: 0, levels: 1, bench: true }),
    );
    const arcs = network.place.length + network.back.tail.length;
    const dear = Float64Array.from({ length: arcs }, () => 2 ** 30);
    const levels = new ColumnLevels([dear, dear], network.place.length);
    const basis = startPersonBasis(network);
    expect(isOptimalForAll(basis, levels, treePotentials(basis, levels))).toBe(false);
    expect(solvePeople({ network, levels }).objectives).toHaveLength(2);
  });
});
