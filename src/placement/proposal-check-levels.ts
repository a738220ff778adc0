import { isQualified } from '../rules/fit.rules.js';
import { DISTANCE_FACTOR, greatCircleKm } from '../rules/distance.rules.js';
import { numberOf, wholeNumberOf } from '../rules/parameters.js';
import type { PersonFact, UnitFact } from '../scenario/facts.js';
import type { Proposal } from './place.js';
import type { Check } from './proposal-check-facts.js';

/** Counts every level again from the proposals and the facts. @returns the levels that differ, in words. */
export function levelViolations(check: Check): string[] {
  const counted = {
    requiredUnfilled: requiredUnfilled(check),
    withoutSeat: check.result.proposals.filter(({ outcome }) => outcome === 'surplus').length,
    fitCost: sum(check, fitCost),
    wishCost: sum(check, wishCost),
    distanceTenthsKm: sum(check, tenthsKm),
    moved: sum(check, moved),
  };
  return Object.entries(check.result.levels)
    .filter(([level, value]) => counted[level as keyof typeof counted] !== value)
    .map(
      ([level, value]) =>
        `${level} is ${counted[level as keyof typeof counted]}, the run says ${value}`,
    );
}

/** Whether a person counts for a required seat. */
function fills({ outcome, fit }: Proposal): boolean {
  return outcome === 'seated' && fit !== null && isQualified(fit);
}

type Term = (check: Check, person: PersonFact, proposal: Proposal) => number;

function sum(check: Check, term: Term): number {
  return check.result.proposals.reduce((total, proposal) => {
    const person = check.people.get(proposal.personKey);
    return person ? total + term(check, person, proposal) : total;
  }, 0);
}

function requiredUnfilled({ facts, result, map }: Check): number {
  const qualified = new Map<string, number>();
  for (const proposal of result.proposals.filter(fills)) {
    const key = `${proposal.unitCode ?? ''}/${proposal.positionCode ?? ''}`;
    qualified.set(key, (qualified.get(key) ?? 0) + 1);
  }
  for (const { joint } of result.proposals) {
    if (joint === null || joint.fit === null || !isQualified(joint.fit)) continue;
    const key = `${joint.unitCode ?? ''}/${joint.positionCode ?? ''}`;
    qualified.set(key, (qualified.get(key) ?? 0) + 1);
  }
  const required = new Map<string, { seats: number; commune: UnitFact }>();
  for (const row of facts.seats) {
    const commune = map.commune(row.unitCode);
    const key = `${row.unitCode}/${row.positionCode}`;
    if (!commune || !isKnown(facts, row.positionCode)) continue;
    const seats = row.required + (required.get(key)?.seats ?? 0);
    required.set(key, { seats, commune });
  }
  return [...required].reduce((total, [key, { seats, commune }]) => {
    const unfilled = Math.max(0, seats - (qualified.get(key) ?? 0));
    return unfilled === 0 ? total : total + unfilled * weight(facts.parameters, commune);
  }, 0);
}

function isKnown({ positions, effectiveOn }: Check['facts'], code: string): boolean {
  return positions.some(
    (each) =>
      each.code === code &&
      each.startsOn <= effectiveOn &&
      (each.endsOn === null || effectiveOn < each.endsOn),
  );
}

function weight(parameters: Check['facts']['parameters'], { zone, border }: UnitFact): number {
  const place =
    zone === 'III' && border ? 'border-zone-iii' : `zone-${(zone ?? 'I').toLowerCase()}`;
  return wholeNumberOf(parameters, `placement.weight.${place}`);
}

const fitCost: Term = ({ facts }, _person, { outcome, fit }) =>
  outcome === 'seated' && fit !== null
    ? wholeNumberOf(facts.parameters, `placement.fit-cost.${fit}`)
    : 0;

const moved: Term = ({ map }, person, { outcome, unitCode }) =>
  outcome === 'seated' && !map.isInside(person.unitCode, unitCode ?? '') ? 1 : 0;

const wishCost: Term = (check, person, proposal) => {
  const { wish } = person;
  if (wish === null || proposal.outcome === 'leaving') return 0;
  const unmet = wholeNumberOf(check.facts.parameters, 'placement.wish-cost.unmet');
  if (wish.kind === 'retire-early' || wish.kind === 'leave') return unmet;
  if (wish.kind === 'stay') return moved(check, person, proposal) === 1 ? unmet : 0;
  const commune = workplace(check, person, proposal)?.code ?? '';
  const costs = [0, ...['second', 'third'].map((rank) => wishParameter(check, rank))];
  return costs[wish.communeCodes.indexOf(commune)] ?? unmet;
};

function wishParameter({ facts }: Check, rank: string): number {
  return wholeNumberOf(facts.parameters, `placement.wish-cost.${rank}`);
}

/** The commune or department in which a person works, or waits. */
function workplace({ map }: Check, person: PersonFact, proposal: Proposal): UnitFact | null {
  const main = map.mainSuccessor(person.unitCode);
  const code = proposal.outcome === 'surplus' ? main : proposal.unitCode;
  return code === null ? null : map.commune(code);
}

const tenthsKm: Term = (check, person, proposal) => {
  if (proposal.outcome === 'leaving') return 0;
  const from = person.homePoint ?? check.map.oldPoint(person.unitCode);
  const to = workplace(check, person, proposal)?.point ?? null;
  if (!from || !to) return 0;
  const factor = numberOf(check.facts.parameters, DISTANCE_FACTOR);
  return Math.round(greatCircleKm(from, to) * factor * 10);
};
