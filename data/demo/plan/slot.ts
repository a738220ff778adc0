import type { Block } from '../../../src/rules/vocabulary.js';

/**
 * What a place in the plan is there for.
 *
 * given: a title by decision; holder: a qualified person for a seat; trainee: on a seat after training; stuck: qualified
 * where the seat is taken, wanted elsewhere; idle: surplus whom no short seat wants; leaver: leaves on the eve; staff: of a
 * block that is not calibrated.
 */
export type Role = 'given' | 'holder' | 'trainee' | 'stuck' | 'idle' | 'leaver' | 'staff';

/** One invented person to be: where they come from and what they are good for, before name and life. */
export interface Slot {
  readonly role: Role;
  readonly block: Block;
  readonly origin: 'district' | 'commune' | 'public-service';
  /** New commune that the old unit passes into; null = any. */
  readonly communeCode: string | null;
  /** New position the person suits (or holds by decision); null = none in particular. */
  readonly positionCode: string | null;
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
