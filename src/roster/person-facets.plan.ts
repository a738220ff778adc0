import type { MainPosting } from '../registry/main-posting.js';
import type { DetailsOnDay, StaffRow } from '../registry/staff-row.js';
import type { Field } from './reading/fields.js';
import { byCodePoint } from '../shared/text.js';
import {
  FACET_NAMES,
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
  const said = saidBy(spoken.fields);
  const values = valuesOf(row, rankCodes);
  for (const facet in values)
    if (isFilled(values[facet]) || said.has(facet)) facets[facet] = values[facet];
  for (const field of spoken.fields)
    if (field.startsWith(RATING))
      facets[field] = row.record.ratings[field.slice(RATING.length)] ?? null;
  for (const label of spoken.unknown) facets[UNKNOWN + label] = null;
  for (const [label, text] of Object.entries(row.record.unknown))
    if (label !== MARK_LABEL) facets[UNKNOWN + label] = text;
  return facets;
}

const saidByFields = new WeakMap<ReadonlySet<Field>, ReadonlySet<string>>();

/** The facets that a table's columns can say; all its rows have one set of fields. */
function saidBy(fields: ReadonlySet<Field>): ReadonlySet<string> {
  const known = saidByFields.get(fields);
  if (known !== undefined) return known;
  const said = new Set(FACET_NAMES.filter((facet) => fieldsOf(facet).some((f) => fields.has(f))));
  saidByFields.set(fields, said);
  return said;
}

/** Facets of `staff` that a record has under the same name. */
const SAME = STAFF_FACETS.filter(
  (facet) => !['homeUnitId', 'majorGroup', 'rankCode'].includes(facet),
);

function valuesOf(row: ResolvedRow, rankCodes: ReadonlySet<string>): Record<string, unknown> {
  const { record } = row;
  const values: Record<string, unknown> = {};
  for (const facet of SAME) values[facet] = record[facet as 'fullName'];
  values['homeUnitId'] = row.homeUnitId;
  values['majorGroup'] = row.majorGroup;
  values['rankCode'] = record.rank !== null && rankCodes.has(record.rank) ? record.rank : null;
  values['languages'] = [...new Set(record.minorityLanguages)].sort(byCodePoint);
  values['conditions'] = casesInOrder(
    record.conditions.map((each) => ({ ...each, note: each.text })),
  );
  values['wish'] = wishOf(record.wish && { ...record.wish, note: record.wish.text });
  values['unit'] = row.unitCode;
  values['position'] = row.positionCode;
  values['proposedUnitText'] = record.proposedUnitText;
  values['proposedPositionText'] = record.proposedPositionText;
  return values;
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
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
  return Object.keys(after).filter((facet) => !isSame(before[facet] ?? null, after[facet] ?? null));
}

/** Only what is made of parts is compared as text. */
function isSame(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (before === null || after === null) return false;
  if (typeof before !== 'object' && typeof after !== 'object') return false;
  return JSON.stringify(before) === JSON.stringify(after);
}

/** The row of `staff` that facets make. */
export function staffOf(facets: Facets, key: string): StaffRow {
  const row: Record<string, unknown> = { key, unknownColumns: unknownOf(facets) };
  for (const facet of STAFF_FACETS) row[facet] = facets[facet] ?? null;
  row['certificates'] = facets['certificates'] ?? [];
  return row as Record<StaffFacet, never> & StaffRow;
}

/** Not by assignment: a label may be called `__proto__`. */
function unknownOf(facets: Facets): Record<string, string> {
  const labels = Object.keys(facets).filter(
    (facet) => facet.startsWith(UNKNOWN) && typeof facets[facet] === 'string',
  );
  return Object.fromEntries(
    labels.map((facet) => [facet.slice(UNKNOWN.length), facets[facet] as string]),
  );
}
