import type { PersonFact, WishFact } from '../../scenario/facts.js';

/** The person who would come into the plan: of an old unit and post, with what decides where they suit. */
export type NewPerson = Pick<
  PersonFact,
  'unitCode' | 'positionCode' | 'block' | 'group' | 'degree' | 'majorGroup' | 'rank'
>;

/** One change of a run's facts. */
export type Change =
  | {
      readonly kind: 'pin';
      readonly staffId: number;
      readonly unitCode: string;
      readonly positionCode: string;
    }
  | { readonly kind: 'unpin' | 'leave' | 'remove-person'; readonly staffId: number }
  | {
      readonly kind: 'forbid';
      readonly staffId: number;
      /** A unit with all under it, or null = every unit. */
      readonly unitCode: string | null;
      readonly positionCode: string | null;
    }
  | { readonly kind: 'wish'; readonly staffId: number; readonly wish: WishFact | null }
  | { readonly kind: 'add-person'; readonly person: NewPerson }
  | {
      readonly kind: 'seats';
      readonly unitCode: string;
      readonly positionCode: string;
      readonly seats: number;
      readonly required: number;
    };
