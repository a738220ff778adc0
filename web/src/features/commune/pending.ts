import type { Run, Scenario } from '../../lib/api/shapes.js';

/** A plan on its way to the registry, with the run that it stands on. */
export interface Pending {
  readonly scenario: Scenario;
  readonly run: Run;
}

const ON_ITS_WAY: readonly Scenario['state'][] = ['submitted', 'agreed', 'approved'];

/** The plan that is asked about now, else the one nearest to the registry; null where none is on its way. */
export function pendingOf(scenarios: readonly Scenario[]): Pending | null {
  for (const state of ON_ITS_WAY) {
    const scenario = scenarios.findLast((each) => each.state === state);
    const run =
      scenario?.runs.find(({ id }) => id === scenario.chosenRunId) ?? scenario?.runs.at(-1);
    if (scenario && run) return { scenario, run };
  }
  return null;
}
