import { isQualified, type FitAnswer } from '../../rules/fit.rules.js';
import { secondmentFindings, type MovementContext } from '../../rules/movement.rules.js';
import { addMonths } from '../../rules/months.js';
import type { Condition } from '../../rules/no-go.rules.js';
import {
  criteriaMissed,
  type CandidateContext,
  type RatedPerson,
} from '../../rules/secondment-candidate.rules.js';
import type { Day } from '../../shared/day.js';
import { byCodePoint } from '../../shared/text.js';

/** Somebody with a post, as far as a secondment asks. */
export interface Holder extends RatedPerson {
  readonly staffId: number;
  readonly key: string;
  readonly communeCode: string;
  readonly seated: boolean;
  /** For the own post. */
  readonly qualified: boolean;
  readonly absent: boolean;
  readonly conditions: readonly Condition[];
}

export interface ShortCell {
  readonly communeCode: string;
  readonly unitCode: string;
  readonly positionCode: string;
  readonly shortage: number;
}

export interface SecondmentFacts<H extends Holder> {
  readonly day: Day;
  readonly months: number;
  /** In the order in which they are filled. */
  readonly gaps: readonly ShortCell[];
  readonly holders: readonly H[];
  /** null = the position does not stand. */
  readonly fitOf: (holder: H, positionCode: string) => FitAnswer | null;
  readonly kmBetween: (fromCommune: string, toCommune: string) => number | null;
}

/** Somebody who could be seconded into a gap. */
export interface Candidate<H extends Holder> {
  readonly holder: H;
  readonly fit: 'exact' | 'related';
  readonly distanceKm: number | null;
  /** The sender is one short as long as the secondment lasts. */
  readonly leavesGap: boolean;
  /** Proposed for this gap; each person for one gap at most. */
  readonly proposed: boolean;
}

export interface GapProposal<H extends Holder> {
  readonly gap: ShortCell;
  /** Best first. */
  readonly candidates: readonly Candidate<H>[];
}

export interface SecondmentPlan<H extends Holder> {
  readonly proposals: readonly GapProposal<H>[];
  /** People who pass the criteria of the province and the law, whatever the gap. */
  readonly eligible: number;
  /** How many people each criterion keeps out; one may be kept out by several. */
  readonly keptOut: {
    readonly ratings: number;
    readonly leading: number;
    readonly law: number;
    readonly absent: number;
  };
}

/**
 * Who could be seconded into which gap, by the province's own criteria and the law of secondments; the hearing comes later.
 *
 * The gaps are gone through in their order; each takes the best candidates that no earlier gap took. That is no optimum over
 * the province: placements are. Best: opens no gap at the sender, then exact before related, near before far, by key.
 */
export function secondmentPlan<H extends Holder>(
  facts: SecondmentFacts<H>,
  criteria: CandidateContext,
  law: MovementContext,
): SecondmentPlan<H> {
  const { day } = facts;
  const span = { startsOn: day, endsOn: addMonths(day, facts.months) };
  const done = { chainStartsOn: null, heardOn: day, decidedOn: day };
  const judged = facts.holders.map((holder) => ({
    holder,
    missed: criteriaMissed(holder, day, criteria),
    forbidden: secondmentFindings(holder, { ...span, ...done }, law).length > 0,
  }));
  const eligible = judged
    .filter(({ holder, missed, forbidden }) => missed.length === 0 && !forbidden && !holder.absent)
    .map(({ holder }) => holder);
  const count = (is: (each: (typeof judged)[number]) => boolean): number =>
    judged.filter(is).length;
  const taken = new Set<number>();
  return {
    proposals: facts.gaps.map((gap) => proposalOf(gap, eligible, { facts, taken })),
    eligible: eligible.length,
    keptOut: {
      ratings: count(({ missed }) => missed.includes('ratings')),
      leading: count(({ missed }) => missed.includes('leading')),
      law: count(({ forbidden }) => forbidden),
      absent: count(({ holder }) => holder.absent),
    },
  };
}

function proposalOf<H extends Holder>(
  gap: ShortCell,
  eligible: readonly H[],
  { facts, taken }: { readonly facts: SecondmentFacts<H>; readonly taken: Set<number> },
): GapProposal<H> {
  const found = eligible
    .filter(({ communeCode }) => communeCode !== gap.communeCode)
    .flatMap((holder): Omit<Candidate<H>, 'proposed'>[] => {
      const answer = facts.fitOf(holder, gap.positionCode);
      if (answer === null || !isQualified(answer.fit)) return [];
      const fit = answer.fit === 'exact' ? 'exact' : 'related';
      const distanceKm = facts.kmBetween(holder.communeCode, gap.communeCode);
      return [{ holder, fit, distanceKm, leavesGap: holder.seated && holder.qualified }];
    })
    .sort(better);
  let wanted = gap.shortage;
  const candidates = found.map((candidate) => {
    const proposed = wanted > 0 && !taken.has(candidate.holder.staffId);
    if (proposed) {
      wanted -= 1;
      taken.add(candidate.holder.staffId);
    }
    return { ...candidate, proposed };
  });
  return { gap, candidates };
}

function better<H extends Holder>(
  a: Omit<Candidate<H>, 'proposed'>,
  b: Omit<Candidate<H>, 'proposed'>,
): number {
  return (
    Number(a.leavesGap) - Number(b.leavesGap) ||
    Number(a.fit !== 'exact') - Number(b.fit !== 'exact') ||
    (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity) ||
    byCodePoint(a.holder.key, b.holder.key)
  );
}
