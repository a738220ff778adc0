import { describe, expect, it } from '@jest/globals';
import { solvePlacement } from '../place.js';
import { pricesOf, type ProvenRun } from './prices.js';
import { randomWorld } from './random-world.js';

function provenRun(seed: number): ProvenRun {
  const run = solvePlacement(randomWorld(seed), { kind: 'best' });
  return { ...run, placed: run.result.proposals, potentials: run.solution.potentials };
}

describe('prices only of what is proven', () => {
  it('pricesOf refuses potentials that do not prove the placement', () => {
    let refused = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const run = provenRun(seed);
      const corrupted = run.potentials.map((level, at) =>
        at === 2 ? level.map((value, node) => value + (node % 3) * 50) : level,
      );
      try {
        pricesOf({ ...run, potentials: corrupted });
      } catch (error) {
        expect(String(error)).toMatch(/not proven/u);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(15);
  });

  it('pricesOf refuses a placement that is not the best', () => {
    const refused = Array.from({ length: 20 }, (_, index) => provenRun(index + 1)).filter((run) => {
      const at = run.placed.findIndex(
        (each, person) =>
          each.outcome === 'seated' &&
          !run.pins.seated.has(run.world.candidates[person]?.person.key ?? ''),
      );
      const placed = run.placed.map((each, person) =>
        person === at ? { outcome: 'surplus' as const, unitCode: null, positionCode: null } : each,
      );
      try {
        pricesOf({ ...run, placed });
        return false;
      } catch {
        return at !== -1;
      }
    });
    expect(refused.length).toBeGreaterThan(10);
  });
});
