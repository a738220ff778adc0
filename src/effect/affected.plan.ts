import {
  fitContext,
  fitOf,
  type FitPerson,
  type FitPosition,
  type RankOnLadder,
} from '../rules/fit.rules.js';
import { needsRankPlacement, type Limit } from '../rules/limits.rules.js';
import { noGoCasesOn, noGoContext, type Condition } from '../rules/no-go.rules.js';
import type { ParameterValues } from '../rules/parameters.js';
import {
  retirementContext,
  retirementOf,
  type RetirementPerson,
} from '../rules/retirement.rules.js';
import type { Day } from '../shared/day.js';
import {
  provinceLimitsOf,
  unitLimitsOf,
  type LimitFacts,
  type LimitLaw,
  type UnitLimit,
} from '../limits/limits.plan.js';

/** A main holder with all that rules about people ask. */
export interface AffectedPerson extends FitPerson, RetirementPerson {
  readonly staffId: number;
  readonly recruitedOn: string | null;
  /** null = it is not in force. */
  readonly position: FitPosition | null;
  readonly conditions: readonly Condition[];
}

export type PersonEffect = 'retirement' | 'fit' | 'no-go' | 'rank-placement';

/** What a rule says of a person by one law and by the other, in its own codes; null = nothing. */
export interface PersonChange<P> {
  readonly person: P;
  readonly what: PersonEffect;
  readonly before: string | null;
  readonly after: string | null;
}

export interface LimitChange<L extends Limit> {
  readonly before: L;
  readonly after: L;
}

/** Reference data that a fit stands on; the same by both laws. */
export interface FitReference {
  readonly relatedMajors: readonly (readonly [string, string])[];
  readonly ranks: readonly RankOnLadder[];
}

type Answers = Readonly<Record<PersonEffect, string | null>>;

/**
 * The people of whom a rule says another thing: when they retire, whether they suit their position, which case stands against
 * moving them, whether they are to be placed in rank.
 *
 * @returns in the order given.
 * @source the rules asked name theirs
 */
export function changedPeople<P extends AffectedPerson>(
  people: readonly P[],
  { day, reference }: { readonly day: Day; readonly reference: FitReference },
  laws: { readonly now: ParameterValues; readonly then: ParameterValues },
): PersonChange<P>[] {
  const before = judge(laws.now, day, reference);
  const after = judge(laws.then, day, reference);
  return people.flatMap((person) => {
    const [was, is] = [before(person), after(person)];
    return (Object.keys(was) as PersonEffect[])
      .filter((what) => was[what] !== is[what])
      .map((what) => ({ person, what, before: was[what], after: is[what] }));
  });
}

function judge(
  law: ParameterValues,
  day: Day,
  { relatedMajors, ranks }: FitReference,
): (person: AffectedPerson) => Answers {
  const retirement = retirementContext(law);
  const fit = fitContext(relatedMajors, ranks, law);
  const noGo = noGoContext(law);
  const ranksArePlaced = Object.hasOwn(law, 'fit.rank-placement-until');
  return (person) => {
    const age = retirementOf(person, 'I', retirement);
    const cases = noGoCasesOn(person.conditions, day, noGo);
    return {
      retirement: age.kind === 'dated' ? age.earliest.retiresOn : null,
      fit: person.position === null ? null : fitOf(person, person.position, fit).fit,
      'no-go': cases.length === 0 ? null : String(cases.length),
      'rank-placement':
        ranksArePlaced &&
        person.position !== null &&
        needsRankPlacement(person, person.position, law)
          ? 'listed'
          : null,
    };
  };
}

/** The limits of units of which the law says another thing. @source as `unitLimitsOf` */
export function changedUnits(
  facts: LimitFacts,
  laws: { readonly now: LimitLaw; readonly then: LimitLaw },
): LimitChange<UnitLimit>[] {
  return differing(unitLimitsOf(facts, laws.now), unitLimitsOf(facts, laws.then));
}

/** The limits of the province of which the law says another thing. @source as `provinceLimitsOf` */
export function changedProvince(
  facts: LimitFacts,
  laws: { readonly now: LimitLaw; readonly then: LimitLaw },
): LimitChange<Limit>[] {
  return differing(provinceLimitsOf(facts, laws.now), provinceLimitsOf(facts, laws.then));
}

/** Keys whose value is another one, or that only one of the laws has. */
export function changedKeys(now: ParameterValues, then: ParameterValues): string[] {
  const keys = new Set([...Object.keys(now), ...Object.keys(then)]);
  return [...keys].filter((key) => JSON.stringify(now[key]) !== JSON.stringify(then[key])).sort();
}

function differing<L extends Limit>(now: readonly L[], then: readonly L[]): LimitChange<L>[] {
  const later = new Map(then.map((limit) => [keyOf(limit), limit]));
  return now.flatMap((before) => {
    const after = later.get(keyOf(before));
    return after === undefined || isSame(before, after) ? [] : [{ before, after }];
  });
}

function keyOf({ code, subject }: Limit): string {
  return `${code} ${subject ?? ''}`;
}

function isSame(a: Limit, b: Limit): boolean {
  const told = ({ computed, allowed, over, verdict, graceUntil }: Limit) =>
    [computed, allowed, over, verdict, graceUntil].join('|');
  return told(a) === told(b);
}
