import { byGivenName } from '../../shared/people-order.js';
import { byCodePoint, folded } from '../../shared/text.js';
import type { CampaignState, RosterFault } from './campaign.rules.js';

/** What the list of a campaign's units is narrowed by. */
export interface UnitFilter {
  /** `remind`: all that are not signed. */
  readonly state?: CampaignState | 'remind' | undefined;
}

/** What the list of a campaign's people is narrowed by. */
export interface PeopleFilter extends UnitFilter {
  readonly unit?: string | undefined;
  /** `any`: whoever has a fault. */
  readonly fault?: RosterFault | 'any' | undefined;
  /** A part of the name; diacritics do not matter. */
  readonly search?: string | undefined;
}

interface Person {
  readonly key: string;
  readonly fullName: string;
  readonly faults: readonly RosterFault[];
}

interface Unit {
  readonly unitCode: string;
  readonly unitName: string;
  readonly state: CampaignState;
}

type UnitOf<P> = Unit & { readonly people: readonly P[] };

/** Somebody of a unit that a campaign asks. */
export type PersonOfUnit<P> = P & Pick<Unit, 'unitCode' | 'unitName'>;

/** Units of a state, in the order in which they come. */
export function unitsIn<U extends Unit>(units: readonly U[], { state }: UnitFilter): U[] {
  return units.filter(
    (unit) =>
      state === undefined ||
      unit.state === state ||
      (state === 'remind' && unit.state !== 'signed'),
  );
}

/**
 * The people of units that a campaign asks.
 *
 * @param units of a campaign with their people; order does not matter.
 * @returns by unit, then by given name; ties by key.
 * @source product decision: docs/decisions/0059-wishes-and-rosters.md
 */
export function campaignPeople<P extends Person>(
  units: readonly UnitOf<P>[],
  { state, unit, fault, search }: PeopleFilter,
): PersonOfUnit<P>[] {
  const named = search === undefined ? null : folded(search);
  return unitsIn(units, { state })
    .filter(({ unitCode }) => unit === undefined || unitCode === unit)
    .sort((a, b) => byCodePoint(a.unitCode, b.unitCode))
    .flatMap(({ unitCode, unitName, people }) =>
      people
        .filter(
          ({ faults, fullName }) =>
            (fault === undefined ||
              (fault === 'any' ? faults.length > 0 : faults.includes(fault))) &&
            (named === null || folded(fullName).includes(named)),
        )
        .sort((a, b) => byGivenName(a, b) || byCodePoint(a.key, b.key))
        .map((person) => ({ ...person, unitCode, unitName })),
    );
}
