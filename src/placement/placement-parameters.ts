import { wholeNumberOf } from '../rules/parameters.js';
import { FITS, type Fit, type Zone } from '../rules/vocabulary.js';
import type { ParameterValues } from '../scenario/facts.js';

/** Whether a place is remote, as the weights see it. */
export interface Remoteness {
  readonly zone: Zone | null;
  readonly border: boolean;
}

/** What fits and wishes cost, whole numbers. */
export interface PlacementCosts {
  readonly fit: Readonly<Record<Fit, number>>;
  readonly secondWish: number;
  readonly thirdWish: number;
  readonly unmetWish: number;
}

/**
 * The weight of a required seat in a place: border communes of zone III before zone III, II and I; a place without a zone
 * counts as zone I.
 *
 * @throws NotFound when the parameter is missing, BadInput when it is no whole number: the engine counts in integers.
 * @source DESIGN "Placement", level 1; parameters `placement.weight.*`
 */
export function seatWeight(parameters: ParameterValues, place: Remoteness): number {
  return wholeNumberOf(parameters, `placement.weight.${weightKey(place)}`);
}

function weightKey({ zone, border }: Remoteness): string {
  if (zone === 'III') return border ? 'border-zone-iii' : 'zone-iii';
  return zone === 'II' ? 'zone-ii' : 'zone-i';
}

/**
 * What fits and wishes cost.
 *
 * @throws as `seatWeight`.
 * @source DESIGN "Placement", levels 3 and 4; parameters `placement.fit-cost.*`, `placement.wish-cost.*`
 */
export function placementCosts(parameters: ParameterValues): PlacementCosts {
  const whole = (key: string): number => wholeNumberOf(parameters, `placement.${key}`);
  const fit = Object.fromEntries(FITS.map((each) => [each, whole(`fit-cost.${each}`)]));
  return {
    fit: fit as Record<Fit, number>,
    secondWish: whole('wish-cost.second'),
    thirdWish: whole('wish-cost.third'),
    unmetWish: whole('wish-cost.unmet'),
  };
}
