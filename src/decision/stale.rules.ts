import type { PersonFact, UnitFact } from '../scenario/facts.js';
import { differing } from '../scenario/facts-differ.js';

interface Facts {
  readonly people: readonly Omit<PersonFact, 'wish'>[];
  readonly units: readonly UnitFact[];
}

/** What is no longer as it was frozen: keys of people, codes of units. */
export interface StaleFacts {
  readonly people: readonly string[];
  readonly units: readonly string[];
}

/**
 * A plan may be applied only to the facts it was made for.
 *
 * @param now facts of the same eve as the registry tells them now; wishes bind nobody and are not compared.
 * @source product decision: "plan, then apply" (DESIGN)
 */
export function factsMustStillHold(frozen: Facts, now: Facts): StaleFacts {
  return {
    people: differing(frozen.people, now.people, (person) => person.key, ['wish']),
    units: differing(frozen.units, now.units, (unit) => unit.code),
  };
}
