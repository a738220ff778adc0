import type { ScenarioState } from '../../src/scenario/scenario.js';
import type { DecisionWorld } from './decision-world.js';

/** What a plan and its people must be by the rules, kept beside the program and far simpler. */
export interface DecisionModel {
  state: ScenarioState;
  submittedBy: number | null;
  run: number | null;
  /** The pins have changed since the run; they may have changed back. */
  pinsTouched: boolean;
  /** The last answer of each side since the submission. */
  readonly answers: Map<string, string>;
  handedOver: boolean;
  readonly heard: Set<number>;
}

export const newModel = (): DecisionModel => ({
  ...{ state: 'draft', submittedBy: null, run: null, pinsTouched: false, handedOver: false },
  ...{ answers: new Map(), heard: new Set() },
});

/** One act: which outcomes the rules allow now, and what it changes when it is done. */
export interface Step {
  readonly name: string;
  /** Codes of refusals, null = done; undefined = there is nothing to try it on. */
  outcomes(model: DecisionModel, world: DecisionWorld): Allowed | Promise<Allowed>;
  act(world: DecisionWorld, model: DecisionModel): Promise<(() => void) | undefined | void>;
}

export type Outcomes = readonly (string | null)[];
type Allowed = Outcomes | undefined;
export const DONE: Outcomes = [null];
export const only = (code: string): Outcomes => [code];

export const by = (officer: number, world: DecisionWorld) => world.officers[officer]!;
export const one = (world: DecisionWorld, person: number): number =>
  world.staffIds[person % world.staffIds.length]!;
export const versioned = async (world: DecisionWorld) => {
  const { id, version } = await world.plan();
  return { scenarioId: id, version };
};
