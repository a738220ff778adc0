import type { ParameterValues, ScenarioFacts, SuccessionFact } from '../../scenario/facts.js';

/** A line of a map that is drawn: an old commune goes to a new one, wholly or in part. */
export type MapRow = Pick<SuccessionFact, 'oldCode' | 'newCode' | 'kind' | 'share' | 'main'>;

/** The area of a new unit as an officer knows it, in km²: where parts move it cannot be computed. */
export interface TypedArea {
  readonly code: string;
  readonly areaKm2: number;
}

/** A map as somebody draws it. Old communes without a line have no successor then. */
export interface DrawnMap {
  readonly rows: readonly MapRow[];
  readonly areas: readonly TypedArea[];
}

/** What a map is drawn on: of people no more than how many there are in each unit. */
export type MapFacts = Pick<
  ScenarioFacts,
  'effectiveOn' | 'units' | 'successions' | 'seats' | 'positions'
> & {
  readonly parameters: ParameterValues;
  readonly people: readonly { readonly unitCode: string }[];
};
