import type { AskedCampaign } from '../registry/unit-roster.js';
import type { HeldUnit } from './held-units.rules.js';

/** A run that stands on the rosters signed in a campaign, as it is stored. */
export interface SignedRun {
  readonly campaignId: number;
  readonly campaignName: string;
  readonly asOf: string;
  /** How many units are held, and how many people work in them. */
  readonly units: number;
  readonly people: number;
  /** Absent to whoever does not see the whole province. */
  readonly held?: readonly HeldUnit[];
}

export function signedRun(
  { id, name, asOf }: AskedCampaign,
  held: readonly HeldUnit[],
): SignedRun & Required<Pick<SignedRun, 'held'>> {
  const people = held.reduce((sum, unit) => sum + unit.people, 0);
  return { campaignId: id, campaignName: name, asOf, units: held.length, people, held };
}
