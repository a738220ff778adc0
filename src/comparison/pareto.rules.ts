import { LEVELS, type LevelVector } from '../placement/placement.model.js';

/** A run that may be compared: `group` says with which others. */
export interface ParetoRun {
  readonly id: number;
  /** Runs of other people, or with other weights, say nothing about each other. */
  readonly group: string;
  /** It breaks no rule; one that does is never a choice and beats nobody. */
  readonly lawful: boolean;
  readonly levels: LevelVector;
}

/**
 * A run is out where another lawful one of the same people is nowhere worse and somewhere better.
 *
 * @returns by run: null = it stands, else the smallest id of those that beat it. Unlawful runs are not in it.
 * @source product decision: docs/decisions/0046-comparing-plans.md
 */
export function beatenBy(runs: readonly ParetoRun[]): Map<number, number | null> {
  const lawful = runs.filter((run) => run.lawful).sort((a, b) => a.id - b.id);
  return new Map(
    lawful.map((run) => [run.id, lawful.find((other) => beats(other, run))?.id ?? null]),
  );
}

function beats(one: ParetoRun, other: ParetoRun): boolean {
  if (one.group !== other.group) return false;
  const nowhereWorse = LEVELS.every((level) => one.levels[level] <= other.levels[level]);
  return nowhereWorse && LEVELS.some((level) => one.levels[level] < other.levels[level]);
}
