import { describe, expect, it } from '@jest/globals';
import { canonicalFacts } from '../../scenario/canonical-facts.js';
import { solvePlacement } from '../place.js';
import { costOf, movesOf } from './answer.js';
import { chainBetween } from './meeting.js';
import { pricesOf } from './prices.js';
import { randomWorld } from './random-world.js';
import { distancesFrom, distancesTo, pathAt, type Step } from './search.js';

function pricesOfWorld(seed: number) {
  const run = solvePlacement(canonicalFacts(randomWorld(seed, 12)), { kind: 'best' });
  return pricesOf({
    ...run,
    placed: run.result.proposals,
    potentials: run.solution.potentials,
  });
}

const SEEDS = Array.from({ length: 25 }, (_, index) => 32_452_843 * (index + 1));

describe('chainBetween', () => {
  it('is as short as what one search alone finds, forward or backward, between any two places', () => {
    let chains = 0;
    for (const seed of SEEDS) {
      const state = pricesOfWorld(seed);
      const length = (steps: readonly Step[] | null) =>
        steps === null ? null : [...costOf(state, steps), movesOf(state, steps).length];
      for (let to = 0; to < state.graph.nodeCount; to++) {
        const backward = distancesTo(state, to);
        for (let from = 0; from < state.graph.nodeCount; from++) {
          const steps = chainBetween(state, from, to);
          expect(length(steps)).toEqual(length(pathAt(state, backward, from)));
          expect(length(steps)).toEqual(
            length(pathAt(state, distancesFrom(state, from, [to]), to)),
          );
          if (steps !== null && movesOf(state, steps).length > 1) chains++;
        }
      }
    }
    expect(chains).toBeGreaterThan(500);
  });

  it('asks nobody to move twice', () => {
    for (const seed of SEEDS) {
      const state = pricesOfWorld(seed);
      for (let node = 0; node < state.graph.sink; node++) {
        const moved = movesOf(state, chainBetween(state, node, state.graph.sink) ?? []);
        expect(new Set(moved.map(({ person }) => person)).size).toBe(moved.length);
      }
    }
  });
});
