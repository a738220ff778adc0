import type { MainPosting } from '../registry/main-posting.js';
import type { DetailsOnDay, StaffRow } from '../registry/staff-row.js';
import type { Field } from './reading/fields.js';
import { blankObject } from '../shared/blank-object.js';
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
import type { ColumnPlaces } from './reading/places.js';
import type { RowPlace } from './record.js';
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

export function spokenAt(places: ColumnPlaces, row: RowPlace): Spoken {
  return {
    fields: places.fieldsAt(row),
    unknown: places.unknownAt(row).filter((label) => label !== MARK_LABEL),
  };
}

/**
 * What a row says: of a column that its table does not have nothing, which is `undefined`; of an empty cell that there is
 * nothing. An empty cell never takes away a personal number.
 *
 * @param rankCodes ranks of the catalogue; another one is left out, a warning told so.
 */
export function facetsOfRow(
  row: ResolvedRow,
  spoken: Spoken,
  rankCodes: ReadonlySet<string>,
): Facets {
  const { said, blank } = saidBy(spoken);
  const facets: Record<string, unknown> = { ...blank };
  fill(facets, row, rankCodes);
  for (const facet of FACET_NAMES)
    if (!isFilled(facets[facet]) && !said.has(facet)) facets[facet] = undefined;
  for (const field of spoken.fields)
    if (field.startsWith(RATING))
      facets[field] = row.record.ratings[field.slice(RATING.length)] ?? null;
  for (const label of spoken.unknown) facets[UNKNOWN + label] = null;
  for (const [label, text] of Object.entries(row.record.unknown))
    if (label !== MARK_LABEL) facets[UNKNOWN + label] = text;
  return facets;
}

/** What holds for all rows of a table: the facets that its columns can say, and an object with room for all of a row. */
interface Said {
  readonly said: ReadonlySet<string>;
  readonly blank: Readonly<Record<string, unknown>>;
}

const saidByFields = new WeakMap<ReadonlySet<Field>, Said>();

/** All rows of a table have one set of fields. */
function saidBy({ fields, unknown }: Spoken): Said {
  const known = saidByFields.get(fields);
  if (known !== undefined) return known;
  const ratings = [...fields].filter((field) => field.startsWith(RATING));
  const found: Said = {
    said: new Set(FACET_NAMES.filter((facet) => fieldsOf(facet).some((each) => fields.has(each)))),
    blank: blankObject([
      ...[...SAME, 'homeUnitId', 'majorGroup', 'rankCode', 'languages', 'conditions', 'wish'],
      ...['unit', 'position', 'proposedUnitText', 'proposedPositionText'],
      ...[...ratings, ...unknown.map((label) => UNKNOWN + label), 'fit'],
    ]),
  };
  saidByFields.set(fields, found);
  return found;
}

/** Facets of `staff` that a record has under the same name. */
const SAME = STAFF_FACETS.filter(
  (facet) => !['homeUnitId', 'majorGroup', 'rankCode'].includes(facet),
);

function fill(
  facets: Record<string, unknown>,
  { record, ...codes }: ResolvedRow,
  rankCodes: ReadonlySet<string>,
): void {
  for (const facet of SAME) facets[facet] = record[facet as 'fullName'];
  facets['homeUnitId'] = codes.homeUnitId;
  facets['majorGroup'] = codes.majorGroup;
  facets['rankCode'] = record.rank !== null && rankCodes.has(record.rank) ? record.rank : null;
  facets['languages'] = [...new Set(record.minorityLanguages)].sort(byCodePoint);
  facets['conditions'] = casesInOrder(
    record.conditions.map((each) => ({ ...each, note: each.text })),
  );
  facets['wish'] = wishOf(record.wish && { ...record.wish, note: record.wish.text });
  facets['unit'] = codes.unitCode;
  facets['position'] = codes.positionCode;
  facets['proposedUnitText'] = record.proposedUnitText;
  facets['proposedPositionText'] = record.proposedPositionText;
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function casesInOrder(cases: readonly FacetCase[]): FacetCase[] {
  return cases
    .map(({ case: own, liftedByRequest, note }) => ({ case: own, liftedByRequest, note }))
    .sort((a, b) => byCodePoint(JSON.stringify(a), JSON.stringify(b)));
}

/** As all facets have it, whatever the order in which it was read. */
export function wishOf(wish: DetailsOnDay['wish']): DetailsOnDay['wish'] {
  if (wish === null) return null;
  const { kind, communes, accepted, note } = wish;
  return { kind, communes, accepted, note };
}

/** Names of the facets in which two sides differ, in the order of the second. */
export function differing(before: Facets, after: Facets): string[] {
  return Object.keys(after).filter((facet) => !isSame(before[facet] ?? null, after[facet] ?? null));
}

/** Whether a row says something that the registry does not; what it does not speak of is no difference. */
export function saysOtherwise(registry: Facets, row: Facets): boolean {
  for (const facet in row)
    if (row[facet] !== undefined && !isSame(registry[facet] ?? null, row[facet])) return true;
  return false;
}

/** Only what is made of parts is compared as text. */
function isSame(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (before === null || after === null) return false;
  if (typeof before !== 'object' && typeof after !== 'object') return false;
  return JSON.stringify(before) === JSON.stringify(after);
}

const BLANK_STAFF = blankObject(['key', 'unknownColumns', ...STAFF_FACETS]);

/** The row of `staff` that facets make. */
export function staffOf(facets: Facets, key: string): StaffRow {
  const row: Record<string, unknown> = { ...BLANK_STAFF };
  row['key'] = key;
  row['unknownColumns'] = unknownOf(facets);
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
