import { sumOf, type Vector } from './place-costs.js';
import type { PriceGraph } from './price-graph.js';
import type { PriceState } from './price-state.js';
import type { Step } from './search.js';

/** Somebody goes from one place to another: index of a cell, TO_BENCH, TO_LEAVE, TO_NO_CELL; null = not in the plan. */
export interface Move {
  /** Index in `world.candidates`; null = the person who is added by the question. */
  readonly person: number | null;
  readonly from: number | null;
  readonly to: number | null;
}

/** What a change of a run really does: every level, and who moves because of it. */
export interface Answer {
  /** By level, new minus old: below 0 is better. */
  readonly change: Vector;
  readonly moves: readonly Move[];
}

/** What the steps of a path change on every level. */
export function costOf(state: PriceState, steps: readonly Step[]): number[] {
  return sumOf(...steps.map((step) => stepCost(state, step)));
}

function stepCost({ graph, current }: PriceState, step: Step): Vector {
  if (step.kind === 'link') return [step.by * graph.links.cost[step.link]!, 0, 0, 0, 0, 0];
  const now = current[graph.arcPerson[step.arc]!]!;
  return graph.arcCosts.map((costs) => costs[step.arc]! - costs[now]!);
}

export function movesOf({ graph, current }: PriceState, steps: readonly Step[]): Move[] {
  return steps.flatMap((step) => {
    if (step.kind === 'link') return [];
    const person = graph.arcPerson[step.arc]!;
    return [{ person, from: graph.arcPlace[current[person]!]!, to: graph.arcPlace[step.arc]! }];
  });
}

/** What a person adds to the levels where they are; the reward of a required seat is the link's. */
export function ownCosts({ arcCosts }: PriceGraph, arc: number): Vector {
  return arcCosts.map((costs) => costs[arc]!);
}
