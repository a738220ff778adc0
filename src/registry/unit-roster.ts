import type { Day, PartialDay } from '../shared/day.js';

/** What both a roster and a plan know of a person. */
export interface SignedPerson {
  readonly key: string;
  readonly fullName: string;
  readonly sex: string | null;
  readonly bornOn: PartialDay | null;
  readonly recruitedOn: PartialDay | null;
  readonly degree: string | null;
  readonly majorGroup: string | null;
  readonly rank: string | null;
  /** Of the main posting: the lowest unit. */
  readonly unitCode: string;
  readonly positionCode: string;
}

/** How the roster of a commune, department or district stands in a campaign. */
export interface UnitRoster {
  readonly unitCode: string;
  readonly sent: boolean;
  readonly signed: boolean;
  /** The registry is not what was signed any more. */
  readonly changedSince: boolean;
  /** As they stand in the registry on the day of the campaign. */
  readonly people: readonly SignedPerson[];
}

/** A campaign that a run may be limited to. */
export interface AskedCampaign {
  readonly id: number;
  readonly name: string;
  /** The day that its rosters tell of. */
  readonly asOf: Day;
}
