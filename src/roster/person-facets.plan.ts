import type { MainPosting } from '../registry/main-posting.js';
import type { DetailsOnDay, StaffRow } from '../registry/staff-row.js';
import type { Field } from './reading/fields.js';
import { byCodePoint } from '../shared/text.js';
import {
  fieldsOf,
  RATING,
  STAFF_FACETS,
  UNKNOWN,
  type FacetCase,
  type Facets,
  type StaffFacet,
} from './facets.js';
import { MARK_LABEL } from './mark.js';
import type { ResolvedRow } from './resolve.plan.js';

/** A person as the registry has them on a day. */
export interface KnownSide {
  readonly staff: StaffRow & { readonly id: number };
  readonly details: DetailsOnDay;
  readonly posting: MainPosting | null;
}

/** All that the registry says of a person and a roster could say too. */
export function facetsOfKnown({ staff, details, posting }: KnownSide): Facets {
  const facets: Record<string, unknown> = {};
  for (const facet of STAFF_FACETS) facets[facet] = staff[facet];
  for (const [label, text] of Object.entries(staff.unknownColumns)) facets[UNKNOWN + label] = text;
  for (const [year, rating] of Object.entries(details.ratings)) facets[RATING + year] = rating;
  facets['languages'] = details.languages;
  facets['conditions'] = casesInOrder(details.conditions);
  facets['wish'] = wishOf(details.wish);
  facets['unit'] = posting?.unitCode ?? null;
  facets['position'] = posting?.positionCode ?? null;
  facets['proposedUnitText'] = posting?.proposedUnitText ?? null;
  facets['proposedPositionText'] = posting?.proposedPositionText ?? null;
  facets['fit'] = posting && { fit: posting.fit, failedTests: posting.failedTests };
  return facets;
}

/** What the columns of a row's table can say. */
export interface Spoken {
  readonly fields: ReadonlySet<Field>;
  /** Labels of its unknown columns. */
  readonly unknown: readonly string[];
}

/**
 * What a row says: of a column that its table does not have nothing, of an empty cell that there is nothing. An empty cell
 * never takes away a personal number.
 *
 * @param rankCodes ranks of the catalogue; another one is left out, a warning told so.
 */
export function facetsOfRow(
  row: ResolvedRow,
  spoken: Spoken,
  rankCodes: ReadonlySet<string>,
): Facets {
  const facets: Record<string, unknown> = {};
  for (const [facet, value] of Object.entries(valuesOf(row, rankCodes)))
    if (isFilled(value) || fieldsOf(facet).some((field) => spoken.fields.has(field)))
      facets[facet] = value;
  for (const field of spoken.fields)
    if (field.startsWith(RATING))
      facets[field] = row.record.ratings[field.slice(RATING.length)] ?? null;
  for (const label of spoken.unknown) facets[UNKNOWN + label] = null;
  for (const [label, text] of Object.entries(row.record.unknown))
    if (label !== MARK_LABEL) facets[UNKNOWN + label] = text;
  return facets;
}

function valuesOf(row: ResolvedRow, rankCodes: ReadonlySet<string>): Record<string, unknown> {
  const { record } = row;
  const same: Record<string, unknown> = {};
  for (const facet of STAFF_FACETS) if (facet in record) same[facet] = record[facet as 'fullName'];
  return {
    ...same,
    homeUnitId: row.homeUnitId,
    majorGroup: row.majorGroup,
    rankCode: record.rank !== null && rankCodes.has(record.rank) ? record.rank : null,
    languages: [...new Set(record.minorityLanguages)].sort(byCodePoint),
    conditions: casesInOrder(record.conditions.map((each) => ({ ...each, note: each.text }))),
    wish: wishOf(record.wish && { ...record.wish, note: record.wish.text }),
    unit: row.unitCode,
    position: row.positionCode,
    proposedUnitText: record.proposedUnitText,
    proposedPositionText: record.proposedPositionText,
  };
}

function isFilled(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}

function casesInOrder(cases: readonly FacetCase[]): FacetCase[] {
  return cases
    .map(({ case: own, liftedByRequest, note }) => ({ case: own, liftedByRequest, note }))
    .sort((a, b) => byCodePoint(JSON.stringify(a), JSON.stringify(b)));
}

function wishOf(wish: DetailsOnDay['wish']): DetailsOnDay['wish'] {
  if (wish === null) return null;
  const { kind, communes, accepted, note } = wish;
  return { kind, communes, accepted, note };
}

/** Names of the facets in which two sides differ, in the order of the second. */
export function differing(before: Facets, after: Facets): string[] {
  return Object.keys(after).filter(
    (facet) => JSON.stringify(before[facet] ?? null) !== JSON.stringify(after[facet] ?? null),
  );
}

/** The row of `staff` that facets make. */
export function staffOf(facets: Facets, key: string): StaffRow {
  const row: Record<string, unknown> = { key, unknownColumns: unknownOf(facets) };
  for (const facet of STAFF_FACETS) row[facet] = facets[facet] ?? null;
  row['certificates'] = facets['certificates'] ?? [];
  return row as Record<StaffFacet, never> & StaffRow;
}

function unknownOf(facets: Facets): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facets)
      .filter(([facet, text]) => facet.startsWith(UNKNOWN) && typeof text === 'string')
      .map(([facet, text]) => [facet.slice(UNKNOWN.length), text as string]),
  );
}
