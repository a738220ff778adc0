import type { PositionFact, ScenarioFacts } from '../scenario/facts.js';
import { dayBefore } from '../shared/day.js';
import { candidatesOf, type Candidate } from './candidates.js';
import { canonicalFacts } from '../scenario/canonical-facts.js';
import { cellsOf, positionsOn, type Cells } from './cells.js';
import type { PlacementOptions } from './options.js';
import { placementCosts, type PlacementCosts } from './placement-parameters.js';
import { poolsOf, type Pools } from './pools.js';
import { Suitability } from './suitability.js';
import { Territory } from './territory.js';

/** Everything that a run looks up, in canonical order. */
export interface World {
  readonly facts: ScenarioFacts;
  readonly options: PlacementOptions;
  readonly territory: Territory;
  readonly cells: Cells;
  readonly pools: Pools;
  readonly costs: PlacementCosts;
  readonly suitability: Suitability;
  readonly candidates: readonly Candidate[];
  /** Positions on the effective day and on the eve, by code. */
  readonly positions: ReadonlyMap<string, PositionFact>;
  readonly oldPositions: ReadonlyMap<string, PositionFact>;
}

/** @throws BadInput when caps cross or a weight is no whole number; NotFound when a law parameter is missing. */
export function worldOf(given: ScenarioFacts, options: PlacementOptions): World {
  const facts = canonicalFacts(given);
  const territory = new Territory(facts);
  const cells = cellsOf(facts, territory);
  return {
    facts,
    options,
    territory,
    cells,
    pools: poolsOf(facts.pools),
    costs: placementCosts(facts.parameters),
    suitability: new Suitability(facts),
    candidates: candidatesOf(facts, territory, { cells: cells.all, options }),
    positions: positionsOn(facts, facts.effectiveOn),
    oldPositions: positionsOn(facts, dayBefore(facts.effectiveOn)),
  };
}
