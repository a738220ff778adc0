import { hashOfFacts } from '../../scenario/facts-hash.js';
import type { ScenarioFacts } from '../../scenario/facts.js';
import type { PlacementOptions } from '../options.js';
import { place, type PlacementResult } from '../place.js';
import { proposalViolations } from '../proposal-check.js';
import type { PhaseListener } from '../run-phases.js';

/** A placement with what the independent checker says of it. */
export interface CheckedPlacement {
  readonly result: PlacementResult;
  /** Empty = the checker accepts it. */
  readonly violations: readonly string[];
  readonly inputHash: string;
  /** To solve and to check. */
  readonly seconds: number;
}

/** @throws as `place`. */
export function checkedPlacement(
  facts: ScenarioFacts,
  options: PlacementOptions,
  begins: PhaseListener = () => {},
): CheckedPlacement {
  const from = performance.now();
  const result = place(facts, options, begins);
  const violations = proposalViolations(facts, result);
  const seconds = (performance.now() - from) / 1000;
  return { result, violations, inputHash: hashOfFacts(facts), seconds };
}
