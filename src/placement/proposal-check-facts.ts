import type { FitContext } from '../rules/fit.rules.js';
import type { LeaderContext } from '../rules/leader.rules.js';
import type { NoGoContext } from '../rules/no-go.rules.js';
import type {
  ForbidPin,
  PersonFact,
  PinFact,
  PositionFact,
  ScenarioFacts,
} from '../scenario/facts.js';
import type { PlacementResult } from './place.js';
import type { CheckMap } from './proposal-check-map.js';

/** A pin that says where a person is, not where they are not. */
export type GivenPin = Exclude<PinFact, ForbidPin>;

/** What the single checks look up. */
export interface Check {
  readonly facts: ScenarioFacts;
  readonly result: PlacementResult;
  readonly map: CheckMap;
  readonly people: ReadonlyMap<string, PersonFact>;
  readonly positions: ReadonlyMap<string, PositionFact>;
  readonly pins: ReadonlyMap<string, GivenPin>;
  readonly fit: FitContext;
  readonly leaders: LeaderContext;
  readonly noGo: NoGoContext;
  /** Codes of old units whose people stay in the main successor. */
  readonly held: ReadonlySet<string>;
}

/** The pin that holds for a person: one into a unit or position that does not exist cannot. */
export function holdingPin(check: Check, personKey: string): GivenPin | null {
  const pin = check.pins.get(personKey);
  if (!pin || pin.kind === 'leave') return pin ?? null;
  return check.map.stands(pin.unitCode) && check.positions.has(pin.positionCode) ? pin : null;
}
