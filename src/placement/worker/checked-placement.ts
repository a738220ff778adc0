import type { ScenarioFacts } from '../../scenario/facts.js';
import { inputHashOf } from '../input-hash.js';
import type { PlacementOptions } from '../options.js';
import { type PlacementResult, solvePlacement } from '../place.js';
import { proposalViolations } from '../proposal-check.js';
import type { PhaseListener } from '../run-phases.js';
import { sideFindings } from '../side/side-check.js';
import { NO_SIDE_OPTIONS } from '../side/side-options.js';
import type { SmallSolver } from '../side/small-solver.js';

/** A placement with what the independent checker says of it. */
export interface CheckedPlacement {
  readonly result: PlacementResult;
  /** Empty = the checker accepts it. */
  readonly violations: readonly string[];
  readonly inputHash: string;
  /** To solve and to check. */
  readonly seconds: number;
}

/** The search under conditions ends then, with what it has; the bound and the repair before it are short. */
const SEARCH_MS = 30_000;

/**
 * @param solver of small programmes, where the options ask for conditions beyond the levels.
 * @throws as `place`; RuleBroken as `solveSide`.
 */
export function checkedPlacement(
  facts: ScenarioFacts,
  options: PlacementOptions,
  begins: PhaseListener = () => {},
  solver: SmallSolver | null = null,
): CheckedPlacement {
  const from = performance.now();
  const isLate = (): boolean => performance.now() - from > SEARCH_MS;
  const means = solver === null ? null : { solver, isLate };
  const solved = solvePlacement(facts, options, begins, means).result;
  const side = sideFindings(facts, solved.proposals, options.side ?? NO_SIDE_OPTIONS);
  const result = { ...solved, breaches: [...solved.breaches, ...side.breaches] };
  const violations = [...proposalViolations(facts, result, options.held), ...side.violations];
  const seconds = (performance.now() - from) / 1000;
  return { result, violations, inputHash: inputHashOf(facts, options), seconds };
}
