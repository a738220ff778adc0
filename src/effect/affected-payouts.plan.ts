import {
  baseDayOf,
  payoutLaw,
  payoutsAreShown,
  personPayouts,
  type PayoutCase,
} from '../payout/payouts.plan.js';
import type { PayoutPerson } from '../payout/payout-person.js';
import { textOf, type ParameterValues } from '../rules/parameters.js';
import type { PayoutScheme } from '../rules/payout.js';
import type { Day } from '../shared/day.js';

/** The law of the province on any day. */
export type LawByDay = (day: Day) => ParameterValues;

/** What a scheme would pay by one law and by the other, in whole VND; null = no claim. */
export interface PayoutChange<P> {
  readonly person: P;
  readonly scheme: PayoutScheme;
  readonly before: number | null;
  readonly after: number | null;
}

/** By the table for usual conditions: hard work is no part of the file. */
const APPENDIX = 'I';

/**
 * The people whose indicative pay-out would be another one if they left on the day, scheme by scheme; nobody where either law
 * has pay-outs switched off, because then nobody is shown an amount.
 *
 * @returns in the order given; several of a person where several schemes change.
 * @source as `personPayouts`
 */
export function changedPayouts<P extends PayoutPerson>(
  people: readonly P[],
  leavingOn: Day,
  laws: { readonly now: LawByDay; readonly then: LawByDay },
): PayoutChange<P>[] {
  const before = payer(laws.now, leavingOn);
  const after = payer(laws.then, leavingOn);
  if (before === null || after === null) return [];
  return people.flatMap((person) => {
    const [was, is] = [before(person), after(person)];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((scheme) => {
      const change = { before: was.get(scheme) ?? null, after: is.get(scheme) ?? null };
      return change.before === change.after ? [] : [{ person, scheme, ...change }];
    });
  });
}

/** Reads the law once; null = pay-outs are off. */
function payer(
  lawOn: LawByDay,
  leavingOn: Day,
): ((person: PayoutPerson) => ReadonlyMap<PayoutScheme, number>) | null {
  const values = lawOn(leavingOn);
  if (!payoutsAreShown(values)) return null;
  const base = lawOn(baseDayOf(values, leavingOn));
  const law = payoutLaw(values, base);
  const reorganisedOn = textOf(values, 'payout.reorganised-on');
  const asked: PayoutCase = { leavingOn, reorganisedOn, appendix: APPENDIX };
  return (person) =>
    new Map(
      personPayouts(person, asked, law)
        .payouts.filter(({ refused }) => refused === null)
        .map(({ scheme, amount }) => [scheme, amount]),
    );
}
