import { addDays, type Day } from '../shared/day.js';
import { capBreach, provinceCaps, type Cap } from './caps.rules.js';
import { overNorm } from './norm.rules.js';
import { numberOf, textOf, type ParameterValues } from './parameters.js';
import type { Block } from './vocabulary.js';

/** `in-grace`: over, but still allowed to come down until a day. `unknown`: the law's figure is not known here. */
export type LimitVerdict = 'held' | 'in-grace' | 'breach' | 'unknown';

/** A limit as counted, as allowed, and what follows. */
export interface Limit {
  readonly code: string;
  /** Unit, unit and block, or rank; null = the whole province. */
  readonly subject: string | null;
  readonly computed: number;
  readonly allowed: number | null;
  /** How far above; 0 when held or unknown. */
  readonly over: number;
  readonly verdict: LimitVerdict;
  /** The first day without grace; null = there is none. */
  readonly graceUntil: Day | null;
}

/** What a plan counts over the province. */
export interface ProvinceCounts {
  readonly communes: number;
  readonly organisations: number;
  readonly viceChairs: number;
  readonly deputies: number;
}

export interface NormedBlock {
  readonly unitCode: string;
  readonly block: Block;
  readonly people: number;
  readonly norm: number | null;
}

interface Measured {
  readonly code: string;
  readonly subject: string | null;
  readonly computed: number;
  readonly allowed: number | null;
  readonly over: number;
}

/** Room for shares that binary cannot hold. */
const ROUNDING = 1e-9;

/**
 * Averages over the province: vice-chairs and organisations by communes, deputies by organisations.
 *
 * @returns in the order of `provinceCaps`.
 * @source Decree 300/2025/NĐ-CP (vice-chairs), Decree 370/2025/NĐ-CP (deputies, organisations), as `provinceCaps`;
 * Conclusion 187-KL/TW of 2025-08-29 (surplus deputies until the end of 2030)
 */
export function provinceLimits(
  counts: ProvinceCounts,
  parameters: ParameterValues,
  day: Day,
): readonly Limit[] {
  const computed: Readonly<Record<string, number>> = {
    'vice-chairs-per-commune': counts.viceChairs,
    'deputies-per-organisation': counts.deputies,
    'organisations-per-commune': counts.organisations,
  };
  const measure = (cap: Cap): Measured => ({
    code: cap.code,
    subject: null,
    computed: computed[cap.code] ?? 0,
    allowed: cap.capacity,
    over: capBreach(cap, computed[cap.code] ?? 0)?.over ?? 0,
  });
  return provinceCaps(counts, parameters).map((cap) => judged(measure(cap), parameters, day));
}

/**
 * A unit's block has no more people than its norm, each block for itself; a block without a norm is not judged.
 *
 * @returns in the order given.
 * @source letter 09/CV-BCĐ of 2025-05-30 (five years to come to the norm); Conclusion 174-KL/TW (the province's number)
 */
export function normLimits(
  blocks: readonly NormedBlock[],
  parameters: ParameterValues,
  day: Day,
): readonly Limit[] {
  return blocks.map(({ unitCode, block, people, norm }) => {
    const over = norm === null ? 0 : Math.max(0, overNorm(people, norm));
    const measured = { code: 'norm', subject: `${unitCode} ${block}`, computed: people };
    return judged({ ...measured, allowed: norm, over }, parameters, day);
  });
}

/**
 * The norms given to the units add up to no more than the province's total.
 *
 * @param total null = not known.
 * @source Conclusions 163-KL/TW and 174-KL/TW of 2025: the standing committee decides inside the province's total
 */
export function provinceTotalLimit(
  norms: readonly number[],
  total: number | null,
  parameters: ParameterValues,
  day: Day,
): Limit {
  const computed = norms.reduce((sum, norm) => sum + norm, 0);
  const over = total === null ? 0 : Math.max(0, computed - total);
  const measured = { code: 'province-total', subject: null, computed, allowed: total, over };
  return judged(measured, parameters, day);
}

/**
 * A subordinate body has no more deputies than its direct superior.
 *
 * @returns a limit for each body, in the order given.
 * @source Decree 370/2025/NĐ-CP of 2025-12-31, in force from 2026-01-01
 */
export function deputiesOverSuperior(
  bodies: readonly {
    readonly unitCode: string;
    readonly deputies: number;
    readonly superiorDeputies: number;
  }[],
  parameters: ParameterValues,
  day: Day,
): readonly Limit[] {
  return bodies.map(({ unitCode, deputies, superiorDeputies }) => {
    const over = Math.max(0, deputies - superiorDeputies);
    const measured = { code: 'deputies-of-superior', subject: unitCode, computed: deputies };
    return judged({ ...measured, allowed: superiorDeputies, over }, parameters, day);
  });
}

/**
 * A rank has no more than its share of the people of a kind of organisation. The share of communes was not found, so it is
 * `unknown` until the province sets `rank.max-share.commune.<rank>`.
 *
 * @param people by rank code.
 * @returns sorted by rank code; `computed` and `allowed` are people.
 * @source Decree 361/2025/NĐ-CP of 2025-12-31 (ratios per organisation); over-ratio is worked down after 2027-07-01
 */
export function rankShareLimits(
  people: Readonly<Record<string, number>>,
  organisation: string,
  parameters: ParameterValues,
  day: Day,
): readonly Limit[] {
  const total = Object.values(people).reduce((sum, each) => sum + each, 0);
  return Object.keys(people)
    .sort()
    .map((rank) => {
      const computed = people[rank] ?? 0;
      const key = `rank.max-share.${organisation}.${rank}`;
      const known = Object.hasOwn(parameters, key);
      const allowed = known ? Math.floor(numberOf(parameters, key) * total + ROUNDING) : null;
      const over = allowed === null ? 0 : Math.max(0, computed - allowed);
      return judged(
        { code: 'rank-share', subject: rank, computed, allowed, over },
        parameters,
        day,
      );
    });
}

/**
 * Whoever was recruited before 1 July 2025 is placed in the rank of the position by 1 July 2027; on the list stands who is not.
 *
 * @param person an unknown day of recruitment counts as before: nobody is left out of the list by a gap in the file.
 * @param position the ranks it allows; none = it asks for none.
 * @source Decree 361/2025/NĐ-CP of 2025-12-31; parameters `fit.rank-placement-until`, `fit.rank-placement-recruited-before`
 */
export function needsRankPlacement(
  person: { readonly rank: string | null; readonly recruitedOn: string | null },
  position: { readonly ranks: readonly string[] },
  parameters: ParameterValues,
): boolean {
  if (position.ranks.length === 0) return false;
  if (person.rank !== null && position.ranks.includes(person.rank)) return false;
  const before = textOf(parameters, 'fit.rank-placement-recruited-before');
  return person.recruitedOn === null || person.recruitedOn < before;
}

function judged(measured: Measured, parameters: ParameterValues, day: Day): Limit {
  const key = `limit.grace-until.${measured.code}`;
  const graceUntil = Object.hasOwn(parameters, key) ? textOf(parameters, key) : null;
  return { ...measured, graceUntil, verdict: verdictOf(measured, graceUntil, day) };
}

function verdictOf(
  { allowed, over }: Pick<Measured, 'allowed' | 'over'>,
  graceUntil: Day | null,
  day: Day,
): LimitVerdict {
  if (allowed === null) return 'unknown';
  if (over === 0) return 'held';
  return graceUntil !== null && day < graceUntil ? 'in-grace' : 'breach';
}

/** The last day of grace, as a reader says it. */
export function lastDayOfGrace(limit: Pick<Limit, 'graceUntil'>): Day | null {
  return limit.graceUntil === null ? null : addDays(limit.graceUntil, -1);
}
