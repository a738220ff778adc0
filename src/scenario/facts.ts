import type { Day, PartialDay } from '../shared/day.js';
import type {
  Block,
  Degree,
  DivisionKind,
  Fit,
  NoGoCase,
  PositionGroup,
  Sex,
  UnitKind,
  UnitLevel,
  WishKind,
  Zone,
} from '../rules/vocabulary.js';

/**
 * The frozen facts of a scenario: what the merger and the placement may know, and nothing else. Each fact is stored as
 * JSON with its hash; the same facts give the same plan, whatever the registry does meanwhile.
 *
 * Keys are codes and personal numbers, never surrogate ids or names.
 */

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** A unit in force on the eve (`isNew` false) or created by the merger (`isNew` true; divisions too). */
export interface UnitFact {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly parentCode: string | null;
  readonly startsOn: Day;
  readonly isNew: boolean;
  readonly zone: Zone | null;
  readonly border: boolean;
  readonly point: Point | null;
  readonly areaKm2: number | null;
  readonly population: number | null;
}

/** Old unit → new unit. `share` is the part of the population, 0 to 1, null = unknown; `main` on exactly one row an old unit. */
export interface SuccessionFact {
  readonly oldCode: string;
  readonly newCode: string;
  readonly kind: 'whole' | 'part' | 'remainder';
  readonly share: number | null;
  readonly main: boolean;
  readonly basis: string;
}

export interface PositionFact {
  readonly code: string;
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly block: Block;
  /** null = directly in the unit (leaders of Council and Committee, posts of an old commune). */
  readonly divisionKind: DivisionKind | null;
  readonly group: PositionGroup;
  /** Code in `fields.csv`; null = no field of its own. */
  readonly field: string | null;
  readonly minDegree: Degree | null;
  /** Codes of `major_groups.csv`, empty = any. */
  readonly majorGroups: readonly string[];
  /** Codes of `ranks.csv`, empty = any. */
  readonly ranks: readonly string[];
  readonly certificates: readonly string[];
  /** Elected, or managed by a Party committee: given by a pin before a run, never chosen by the engine. */
  readonly given: boolean;
}

/** Old position → new position, in order of preference (1 = first); `majorGroups` non-empty = only for these majors. */
export interface PositionSuccessionFact {
  readonly oldCode: string;
  readonly newCode: string;
  readonly preference: number;
  readonly majorGroups: readonly string[];
}

/** Seats of a position in the lowest unit that holds them; `required` of them are filled first. */
export interface SeatFact {
  readonly unitCode: string;
  readonly positionCode: string;
  readonly seats: number;
  readonly required: number;
}

export interface NormFact {
  readonly unitCode: string;
  readonly block: Block;
  readonly headcount: number;
}

export interface ConditionFact {
  readonly case: NoGoCase;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly liftedByRequest: boolean;
}

export interface WishFact {
  readonly kind: WishKind;
  /** Codes of new communes in order of choice, at most three; only for `move`. */
  readonly communeCodes: readonly string[];
}

export interface PersonFact {
  /** Personal number; where it is missing `batch/sheet/row` of the roster. People sort by it. */
  readonly key: string;
  readonly staffId: number;
  readonly fullName: string;
  readonly sex: Sex | null;
  readonly bornOn: PartialDay | null;
  readonly recruitedOn: PartialDay | null;
  /** The unit and position of the main posting on the eve. */
  readonly unitCode: string;
  readonly positionCode: string;
  readonly block: Block;
  readonly group: PositionGroup;
  readonly degree: Degree | null;
  readonly majorGroup: string | null;
  readonly rank: string | null;
  readonly certificates: readonly string[];
  readonly languages: readonly string[];
  /** The leading post a person is planned for ("quy hoạch"), as typed; null = none. */
  readonly plannedTitle: string | null;
  /** Code of the home commune on the eve, and its point. */
  readonly homeUnitCode: string | null;
  readonly homePoint: Point | null;
  readonly conditions: readonly ConditionFact[];
  readonly wish: WishFact | null;
  readonly spouseKey: string | null;
}

/** A place kept from a person by hand: a unit with all under it, a position, or a position in a unit. */
export interface ForbidPin {
  readonly personKey: string;
  readonly kind: 'forbid';
  /** null = every unit; then the position is named. */
  readonly unitCode: string | null;
  readonly positionCode: string | null;
  readonly reason: string;
}

/** A place given by hand before the run. `leave` = accepted early retirement or leaving. */
export type PinFact =
  | {
      readonly personKey: string;
      readonly kind: 'seat';
      readonly unitCode: string;
      readonly positionCode: string;
      readonly reason: string;
    }
  | { readonly personKey: string; readonly kind: 'leave'; readonly reason: string }
  | ForbidPin;

/** A cap over seats of the whole province: at most `capacity` people in all seats of `positionCodes`. */
export interface PoolFact {
  readonly code: string;
  readonly name: string;
  readonly capacity: number;
  readonly positionCodes: readonly string[];
  readonly source: string;
}

/** Law parameters as they stand on the scenario's `rulesOn`, by key. */
export type ParameterValues = Readonly<Record<string, unknown>>;

export interface ScenarioFacts {
  readonly provinceCode: string;
  readonly effectiveOn: Day;
  readonly rulesOn: Day;
  readonly units: readonly UnitFact[];
  readonly successions: readonly SuccessionFact[];
  readonly positions: readonly PositionFact[];
  readonly positionSuccessions: readonly PositionSuccessionFact[];
  readonly seats: readonly SeatFact[];
  readonly norms: readonly NormFact[];
  readonly people: readonly PersonFact[];
  readonly pins: readonly PinFact[];
  readonly pools: readonly PoolFact[];
  /** Pairs of related major groups, both directions listed. */
  readonly relatedMajors: readonly (readonly [string, string])[];
  readonly ranks: readonly RankFact[];
  readonly parameters: ParameterValues;
}

/** A rank and its class: people of a higher class of the same ladder satisfy a lower one. */
export interface RankFact {
  readonly code: string;
  readonly name: string;
  /** e.g. `administrative`, `archivist`, `accountant`. */
  readonly ladder: string;
  /** 1 = staff, 2 = officer, 3 = specialist, 4 = principal, 5 = senior. */
  readonly level: number;
}

/** Where a run puts a person: in a seat, on the bench of a unit, or out. */
export interface ProposalFact {
  readonly personKey: string;
  readonly staffId: number;
  readonly outcome: 'seated' | 'surplus' | 'leaving';
  /** null only when leaving. The lowest unit (division) and the position kept on the bench. */
  readonly unitCode: string | null;
  readonly positionCode: string | null;
  readonly fit: Fit | null;
  readonly failedTests: readonly string[];
}
