import type { FactsOfNow } from '../../placement/changes/facts-since.rules.js';
import type { PinFact, ScenarioFacts, SeatFact } from '../../scenario/facts.js';

export const CONFLICT_KINDS = [
  'person-added',
  'person-gone',
  'person-changed',
  'wish-changed',
  'unit-added',
  'unit-gone',
  'unit-changed',
  'seat-closed',
  'seat-added',
  'seat-changed',
  'catalogue',
  'law',
  'pin-person-gone',
  'pin-illegal',
  'pin-changed',
  'pin-withdrawn',
  'pin-added',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** `keep` = as the plan froze it; `drop` = leave it out of the new plan; `replace` = as the registry has it now. */
export const REBASE_CHOICES = ['keep', 'drop', 'replace'] as const;
export type RebaseChoice = (typeof REBASE_CHOICES)[number];

/** One thing in which a plan and the registry of now differ. */
export interface RebaseConflict {
  readonly what: ConflictKind;
  /** Key of the person, code of the unit, `unit/position` of a seat; empty for the catalogue and the law. */
  readonly subject: string;
  /** What may be chosen; one only = it cannot be otherwise. */
  readonly choices: readonly RebaseChoice[];
  readonly proposal: RebaseChoice;
  /** Fields that are others, or codes and keys of the catalogue and the law. */
  readonly fields: readonly string[];
  /** The position that takes over a seat or a pin by `replace`. */
  readonly successor: string | null;
  /** The pin of the plan. */
  readonly pin: PinFact | null;
  /** The pin that takes its place by `replace`. */
  readonly newPin: PinFact | null;
}

export type Decided = RebaseConflict & { readonly choice: RebaseChoice };

/** The registry and the law as they are now, of the plan's own eve and day of the law. */
export interface RegistryNow extends FactsOfNow {
  /** On the first day; of units that the plan does not make. */
  readonly seats: readonly SeatFact[];
  /** What the rosters of now give: elected titles, accepted leaving. */
  readonly rosterPins: readonly PinFact[];
}

export interface RebaseInput {
  readonly frozen: ScenarioFacts;
  readonly now: RegistryNow;
  /** `pinText` of the pins of the plan that came with a roster. */
  readonly fromRoster: ReadonlySet<string>;
}
