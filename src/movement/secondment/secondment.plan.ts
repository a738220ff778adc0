import { isQualified, type FitAnswer } from '../../rules/fit.rules.js';
import { secondmentFindings, type MovementContext } from '../../rules/movement.rules.js';
import { isPlannedFor } from '../../rules/leader.rules.js';
import { addMonths } from '../../rules/months.js';
import type { Condition } from '../../rules/no-go.rules.js';
import {
  criteriaMissed,
  type CandidateContext,
  type RatedPerson,
} from '../../rules/secondment-candidate.rules.js';
import { suitsLevel, type SeatLevel } from '../../rules/seat-level.rules.js';
import type { Day } from '../../shared/day.js';
import { grouped } from '../../shared/grouped.js';
import { byCodePoint } from '../../shared/text.js';
import { assignedPairs } from './assignment.plan.js';

/** Somebody with a post, as far as a secondment asks. */
export interface Holder extends RatedPerson {
  readonly staffId: number;
  readonly key: string;
  readonly communeCode: string;
  readonly unitCode: string;
  readonly positionCode: string;
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
  readonly required: boolean;
  /** 2 = zone III at the border, 1 = one of them, 0 = neither. */
  readonly remoteness: number;
}

export interface SecondmentFacts<H extends Holder> {
  readonly day: Day;
  readonly months: number;
  readonly gaps: readonly ShortCell[];
  /** null = the position does not stand. */
  readonly levelOf: (positionCode: string) => SeatLevel | null;
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

/** Of those who pass the criteria, how many do not come into question for a gap, by the first reason. */
export interface NotForGap {
  /** In the same commune: that would be a transfer. */
  readonly sameCommune: number;
  /** Too high or too low a post. */
  readonly level: number;
  readonly fit: number;
}

export interface GapProposal<H extends Holder> {
  readonly gap: ShortCell;
  /** Those proposed first, then the best. */
  readonly candidates: readonly Candidate<H>[];
  readonly notFor: NotForGap;
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
 * All gaps are filled at once (`assignedPairs`): a sender with qualified people beyond its seats goes before one that would be
 * short. Beside those proposed stand the next best, who may be proposed for another gap.
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
  return {
    proposals: proposals(eligible, facts, criteria),
    eligible: eligible.length,
    keptOut: {
      ratings: count(({ missed }) => missed.includes('ratings')),
      leading: count(({ missed }) => missed.includes('leading')),
      law: count(({ forbidden }) => forbidden),
      absent: count(({ holder }) => holder.absent),
    },
  };
}

type Found<H extends Holder> = Pick<Candidate<H>, 'holder' | 'fit' | 'distanceKm'> & {
  readonly person: number;
};

function proposals<H extends Holder>(
  eligible: readonly H[],
  facts: SecondmentFacts<H>,
  criteria: CandidateContext,
): GapProposal<H>[] {
  const spare = spareOf(facts);
  const found = facts.gaps.map((gap) => foundFor(gap, eligible, { facts, criteria }));
  const pairs = found.flatMap(({ of }, gap) =>
    of.map(({ person, fit, distanceKm }) => {
      return { gap, person, distanceKm, related: fit !== 'exact' };
    }),
  );
  const assigned = assignedPairs({
    ...{ gaps: facts.gaps, pairs, spare },
    senders: eligible.map((holder) => (holder.qualified ? cellOf(holder) : null)),
  });
  const proposed = new Set(
    [...assigned].flatMap((index) => {
      const pair = pairs[index];
      return pair === undefined ? [] : [`${pair.gap} ${pair.person}`];
    }),
  );
  const sent = new Set([...assigned].map((index) => pairs[index]?.person ?? -1));
  const leaves = leavingGaps(eligible, sent, spare);
  return facts.gaps.map((gap, at) => ({
    gap,
    notFor: found[at]?.notFor ?? { sameCommune: 0, level: 0, fit: 0 },
    candidates: (found[at]?.of ?? [])
      .map(({ person, ...each }) => ({
        ...each,
        leavesGap: leaves(person),
        proposed: proposed.has(`${at} ${person}`),
      }))
      .sort(better),
  }));
}

function foundFor<H extends Holder>(
  gap: ShortCell,
  eligible: readonly H[],
  { facts, criteria }: { readonly facts: SecondmentFacts<H>; readonly criteria: CandidateContext },
): { readonly of: readonly Found<H>[]; readonly notFor: NotForGap } {
  const notFor = { sameCommune: 0, level: 0, fit: 0 };
  const seat = facts.levelOf(gap.positionCode);
  const of = eligible.flatMap((holder, person): Found<H>[] => {
    if (holder.communeCode === gap.communeCode) {
      notFor.sameCommune++;
      return [];
    }
    const own = facts.levelOf(holder.positionCode) ?? 0;
    const { mostLevelsDown } = criteria;
    const isPlanned = isPlannedFor(holder);
    if (seat !== null && !suitsLevel(own, seat, { isPlanned, mostLevelsDown })) {
      notFor.level++;
      return [];
    }
    const answer = facts.fitOf(holder, gap.positionCode);
    if (answer === null || !isQualified(answer.fit)) {
      notFor.fit++;
      return [];
    }
    const fit = answer.fit === 'exact' ? 'exact' : 'related';
    const distanceKm = facts.kmBetween(holder.communeCode, gap.communeCode);
    return [{ holder, person, fit, distanceKm }];
  });
  return { of, notFor };
}

function cellOf({ unitCode, positionCode }: Pick<Holder, 'unitCode' | 'positionCode'>): string {
  return `${unitCode}|${positionCode}`;
}

/** By post: qualified people who are there without a seat, and could take that of somebody who goes. */
function spareOf<H extends Holder>({ holders }: SecondmentFacts<H>): ReadonlyMap<string, number> {
  const spare = holders.filter(({ qualified, absent, seated }) => qualified && !absent && !seated);
  return new Map([...grouped(spare, cellOf)].map(([cell, own]) => [cell, own.length]));
}

/** Whether the sender is short without the person, beside all who are proposed. */
function leavingGaps<H extends Holder>(
  eligible: readonly H[],
  sent: ReadonlySet<number>,
  spare: ReadonlyMap<string, number>,
): (person: number) => boolean {
  const left = new Map(spare);
  const short = new Set<number>();
  const going = [...eligible.entries()].filter(
    ([person, { qualified }]) => qualified && sent.has(person),
  );
  for (const [person, holder] of going.sort(
    ([, a], [, b]) => Number(a.seated) - Number(b.seated),
  )) {
    const beyond = left.get(cellOf(holder)) ?? 0;
    if (holder.seated && beyond <= 0) short.add(person);
    left.set(cellOf(holder), beyond - 1);
  }
  return (person) => {
    const holder = eligible[person];
    if (holder === undefined || !holder.qualified || !holder.seated) return false;
    return sent.has(person) ? short.has(person) : (left.get(cellOf(holder)) ?? 0) <= 0;
  };
}

function better<H extends Holder>(a: Candidate<H>, b: Candidate<H>): number {
  return (
    Number(b.proposed) - Number(a.proposed) ||
    Number(a.leavesGap) - Number(b.leavesGap) ||
    Number(a.fit !== 'exact') - Number(b.fit !== 'exact') ||
    (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity) ||
    byCodePoint(a.holder.key, b.holder.key)
  );
}
