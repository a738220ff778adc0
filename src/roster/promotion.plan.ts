import type { NewPosting } from '../registry/main-posting.js';
import type { DetailsChange, DetailsOnDay, StaffRow, StaffWish } from '../registry/staff-row.js';
import type { Day } from '../shared/day.js';
import {
  classesOf,
  isClosed,
  labelOf,
  RATING,
  textOf,
  type CodeNames,
  type FacetCase,
  type Facets,
} from './facets.js';
import type { FitAndSeat } from './fit-and-seat.js';
import { differing, facetsOfKnown, staffOf, type KnownSide } from './person-facets.plan.js';
import type { ResolvedRow } from './resolve.plan.js';
import type { ChangePlan, FieldChange, RowChange } from './change-plan.js';

/** A row with the person that it makes. */
export interface MergedRow {
  readonly row: ResolvedRow;
  readonly key: string;
  /** null = the registry does not know the person. */
  readonly known: KnownSide | null;
  /** Made for this row alone; its plan adds how the person suits the position. */
  readonly facets: Record<string, unknown>;
}

/** What becomes of a row, and what is written for it. */
export interface RosterChange extends RowChange {
  readonly key: string;
  readonly known: KnownSide | null;
  readonly staff: StaffRow;
  /** null = they stay as they are. */
  readonly details: Omit<DetailsChange, 'staffId'> | null;
  /** null = the main posting stays as it is. */
  readonly posting: Omit<NewPosting, 'staffId' | 'endsOn'> | null;
}

export interface RosterPlan extends ChangePlan {
  readonly rows: readonly RosterChange[];
}

interface Surroundings {
  readonly asOf: Day;
  readonly names: CodeNames;
  readonly fit: FitAndSeat;
  /** Whether one of the person's positions is managed by the Party committee. */
  readonly partyManaged: boolean;
}

/** Compares a row with the registry: who is new, who changes in what, whose posting begins. */
export function planRow(merged: MergedRow, surroundings: Surroundings): RosterChange {
  const { row, key, known } = merged;
  const { fit, asOf } = surroundings;
  const { facets } = merged;
  facets['fit'] = { fit: fit.fit, failedTests: fit.failed };
  const before: Facets = known === null ? {} : facetsOfKnown(known);
  const changed = differing(before, facets);
  const { file, sheet, row: line } = row.record;
  return {
    ...{ file, sheet, row: line },
    state: known === null ? 'added' : changed.length > 0 ? 'changed' : 'unchanged',
    subject: String(facets['fullName']),
    get changes() {
      return changed.map((facet) => changeOf(facet, { before, after: facets }, surroundings));
    },
    ...{ key, known },
    get staff() {
      return staffOf(facets, key);
    },
    details: detailsOf(changed, facets, { known: known?.details ?? null, asOf }),
    posting: POSTING.some((facet) => changed.includes(facet)) ? postingOf(row, facets, fit) : null,
  };
}

const POSTING = ['unit', 'position', 'proposedUnitText', 'proposedPositionText', 'fit'];

function changeOf(
  facet: string,
  { before, after }: { readonly before: Facets; readonly after: Facets },
  { names, partyManaged }: Surroundings,
): FieldChange {
  return {
    field: facet,
    label: labelOf(facet),
    classes: classesOf(facet),
    closed: partyManaged && isClosed(facet),
    before: textOf(facet, before[facet], names),
    after: textOf(facet, after[facet], names),
  };
}

function detailsOf(
  changed: readonly string[],
  facets: Facets,
  { known, asOf }: { readonly known: DetailsOnDay | null; readonly asOf: Day },
): Omit<DetailsChange, 'staffId'> | null {
  const details: { -readonly [Part in keyof DetailsChange]: DetailsChange[Part] } = { staffId: 0 };
  if (changed.some((facet) => facet.startsWith(RATING))) details.ratings = ratingsOf(facets);
  if (changed.includes('languages')) details.languages = facets['languages'] as string[];
  if (changed.includes('conditions'))
    details.conditions = conditionsOf(facets['conditions'] as FacetCase[], known, asOf);
  if (changed.includes('wish')) details.wish = facets['wish'] as StaffWish | null;
  const { staffId: _none, ...parts } = details;
  return Object.keys(parts).length === 0 ? null : parts;
}

function ratingsOf(facets: Facets): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facets)
      .filter(([facet, rating]) => facet.startsWith(RATING) && typeof rating === 'string')
      .map(([facet, rating]) => [facet.slice(RATING.length), rating as string]),
  );
}

/** Cases that both sides have stay as they are; the others end, and new ones begin on the roster's day. */
function conditionsOf(
  wanted: readonly FacetCase[],
  known: DetailsOnDay | null,
  asOf: Day,
): NonNullable<DetailsChange['conditions']> {
  const textOfCase = (each: FacetCase): string =>
    JSON.stringify([each.case, each.liftedByRequest, each.note]);
  const open = [...wanted];
  const ended = (known?.conditions ?? []).flatMap((each, index) => {
    const at = open.findIndex((other) => textOfCase(other) === textOfCase(each));
    if (at >= 0) open.splice(at, 1);
    return at >= 0 ? [] : [known?.conditionIds[index] ?? 0];
  });
  return { ended, added: open.map((each) => ({ ...each, startsOn: asOf })) };
}

function postingOf(
  { record }: ResolvedRow,
  facets: Facets,
  { fit, failed, seated }: FitAndSeat,
): Omit<NewPosting, 'staffId' | 'endsOn'> {
  return {
    unitCode: String(facets['unit']),
    positionCode: String(facets['position']),
    ...{ seated, fit, failedTests: failed, titleText: record.positionText },
    proposedUnitText: (facets['proposedUnitText'] ?? null) as string | null,
    proposedPositionText: (facets['proposedPositionText'] ?? null) as string | null,
  };
}

/** What is written to `postings`. */
export interface PostingChanges {
  readonly end: readonly number[];
  readonly begin: readonly NewPosting[];
}

/**
 * The postings of people whom the registry knows. A new one ends where the one that it replaces ended, or where the person's
 * next one begins: a roster of an earlier day does not run into what came later.
 */
export function postingChanges(
  rows: readonly RosterChange[],
  nextStarts: ReadonlyMap<number, Day>,
): PostingChanges {
  const end: number[] = [];
  const begin: NewPosting[] = [];
  for (const { posting, known } of rows) {
    if (posting === null || known === null) continue;
    const staffId = known.staff.id;
    if (known.posting !== null) end.push(known.posting.id);
    begin.push({
      ...{ ...posting, staffId },
      endsOn: known.posting?.endsOn ?? nextStarts.get(staffId) ?? null,
    });
  }
  return { end, begin };
}
