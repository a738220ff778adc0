import type { At } from './api/at.js';
import type { Run, Scenario } from './api/shapes.js';

/** A run with the scenario it belongs to. */
export interface RunChoice {
  readonly run: Run;
  readonly scenario: Scenario;
}

export function runsOf(scenarios: readonly Scenario[]): RunChoice[] {
  return scenarios.flatMap((scenario) => scenario.runs.map((run) => ({ run, scenario })));
}

/** The run that shows what was done: the chosen baseline of an applied scenario, else the latest baseline. */
export function baselineOf(choices: readonly RunChoice[]): RunChoice | undefined {
  const baselines = choices.filter(({ run }) => run.kind === 'baseline');
  return baselines.find(({ scenario }) => scenario.appliedAt !== null) ?? baselines.at(-1);
}

/** The run that shows what could be: the one that a scenario chose, else the latest. */
export function bestOf(choices: readonly RunChoice[]): RunChoice | undefined {
  const best = choices.filter(({ run }) => run.kind === 'best');
  return best.find(({ run, scenario }) => scenario.chosenRunId === run.id) ?? best.at(-1);
}

/** The latest run that lets people choose by length of service. */
export function seniorityOf(choices: readonly RunChoice[]): RunChoice | undefined {
  return choices.findLast(({ run }) => run.kind === 'seniority');
}

/** The scenario whose figures are shown; none where it is the registry. */
export function scenarioAt(
  scenarios: readonly Scenario[],
  param: { readonly run: string | null; readonly on: string | null },
): Scenario | undefined {
  const choices = runsOf(scenarios);
  const at = atOf(choices, param, '');
  return choices.find(({ run }) => 'run' in at && run.id === at.run)?.scenario;
}

/** Reads the address: `run=7` or `on=2025-07-01`; without either the baseline, else any run, else the day. */
export function atOf(
  choices: readonly RunChoice[],
  param: { readonly run: string | null; readonly on: string | null },
  effectiveOn: string,
): At {
  if (param.on !== null && /^\d{4}-\d{2}-\d{2}$/.test(param.on)) return { on: param.on };
  const asked = choices.find(({ run }) => String(run.id) === param.run);
  const choice = asked ?? baselineOf(choices) ?? choices[0];
  return choice ? { run: choice.run.id } : { on: effectiveOn };
}
