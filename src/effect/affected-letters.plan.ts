import type { ParameterValues } from '../rules/parameters.js';
import type { Day } from '../shared/day.js';

/** A letter that stands, as far as the law has a part in its text. */
export interface StandingLetter {
  readonly kind: string;
  readonly issuedOn: Day;
}

/**
 * The letters whose text would be another one if they were written anew: the law cited on their own day of issue differs.
 * What was issued keeps its text.
 *
 * @returns in the order given.
 * @source product decision: a letter cites the law of its day, parameters `letter.bases.*`
 */
export function changedLetters<L extends StandingLetter>(
  letters: readonly L[],
  laws: {
    readonly now: (day: Day) => ParameterValues;
    readonly then: (day: Day) => ParameterValues;
  },
): L[] {
  const differ = new Map<string, boolean>();
  return letters.filter(({ kind, issuedOn }) => {
    const key = `letter.bases.${kind}`;
    const at = `${key} ${issuedOn}`;
    const known = differ.get(at);
    if (known !== undefined) return known;
    const [was, is] = [laws.now(issuedOn)[key], laws.then(issuedOn)[key]];
    const changed = JSON.stringify(was) !== JSON.stringify(is);
    differ.set(at, changed);
    return changed;
  });
}
