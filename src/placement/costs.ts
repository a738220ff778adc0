import type { PersonFact, WishFact } from '../scenario/facts.js';
import type { PlacementCosts } from './placement-parameters.js';

/** Where a person is put, as the wishes see it. */
export interface WishPlace {
  /** Code of the commune or department on the effective day; null = leaves the service. */
  readonly rootCode: string | null;
  /** Whether the place is within the successors of the old unit. */
  readonly inside: boolean;
}

/**
 * What a place costs against a wish: nothing where it is met or there is none, more for the second and third commune of the
 * person's order, most where it is not met.
 *
 * @source DESIGN "Placement", level 4; parameters `placement.wish-cost.*`
 */
export function wishCost(wish: WishFact | null, place: WishPlace, costs: PlacementCosts): number {
  if (wish === null) return 0;
  switch (wish.kind) {
    case 'stay':
      return place.inside ? 0 : costs.unmetWish;
    case 'move':
      return moveCost(wishRank(wish, place.rootCode), costs);
    case 'retire-early':
    case 'leave':
      return place.rootCode === null ? 0 : costs.unmetWish;
  }
}

/** Which of the communes wished for a commune is: 1, 2, 3, or null when it is none. */
export function wishRank(wish: WishFact, rootCode: string | null): number | null {
  const at = rootCode === null ? -1 : wish.communeCodes.indexOf(rootCode);
  return at === -1 ? null : at + 1;
}

function moveCost(rank: number | null, costs: PlacementCosts): number {
  switch (rank) {
    case 1:
      return 0;
    case 2:
      return costs.secondWish;
    case 3:
      return costs.thirdWish;
    default:
      return costs.unmetWish;
  }
}

/** Whether the person asked to go: the engine may then let them. */
export function asksToLeave(person: Pick<PersonFact, 'wish'>): boolean {
  return person.wish?.kind === 'retire-early' || person.wish?.kind === 'leave';
}
