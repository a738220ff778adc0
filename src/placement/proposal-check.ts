import { fitContext, fitOf } from '../rules/fit.rules.js';
import { leaderContext, mayTakeSeat } from '../rules/leader.rules.js';
import { noGoContext, noGoOn } from '../rules/no-go.rules.js';
import type { PersonFact, PinFact, ScenarioFacts } from '../scenario/facts.js';
import { isInForce } from '../shared/day.js';
import type { PlacementResult, Proposal } from './place.js';
import { type Check, type GivenPin, holdingPin } from './proposal-check-facts.js';
import { levelViolations } from './proposal-check-levels.js';
import { CheckMap } from './proposal-check-map.js';

/**
 * Checks a run against the facts alone: everybody once, seats and caps, blocks, fit, leading, no-go cases, given titles, pins,
 * the baseline, and the levels counted again. It shares no code with the model, only the rules of law.
 *
 * @param held old units whose people stay in the main successor.
 * @returns what does not hold, in words; empty = the run may be stored.
 */
export function proposalViolations(
  facts: ScenarioFacts,
  result: PlacementResult,
  held: readonly { readonly unitCode: string }[] = [],
): string[] {
  const codes = new Set(held.map(({ unitCode }) => unitCode));
  const check = checkOf(facts, result, codes);
  return [
    ...personViolations(check),
    ...result.proposals.flatMap((each) => proposalFaults(check, each)),
    ...seatViolations(check),
    ...capViolations(check),
    ...levelViolations(check),
  ];
}

function checkOf(facts: ScenarioFacts, result: PlacementResult, held: Check['held']): Check {
  const inForce = facts.positions.filter((each) => isInForce(each, facts.effectiveOn));
  return {
    facts,
    result,
    map: new CheckMap(facts),
    people: new Map(facts.people.map((person) => [person.key, person])),
    positions: new Map(inForce.map((position) => [position.code, position])),
    pins: new Map(firstPins(facts.pins).map((pin) => [pin.personKey, pin])),
    fit: fitContext(facts.relatedMajors, facts.ranks, facts.parameters),
    leaders: leaderContext(facts.parameters),
    noGo: noGoContext(facts.parameters),
    held,
  };
}

/** Of several pins of one person that give a place the first holds: `leave` before `seat`, then by place. */
function firstPins(pins: readonly PinFact[]): GivenPin[] {
  const rank = (pin: GivenPin): string =>
    pin.kind === 'leave' ? '0' : `1|${pin.unitCode}|${pin.positionCode}`;
  const first = new Map<string, GivenPin>();
  for (const pin of pins) {
    if (pin.kind === 'forbid') continue;
    const known = first.get(pin.personKey);
    if (!known || rank(pin) < rank(known)) first.set(pin.personKey, pin);
  }
  return [...first.values()];
}

function personViolations({ facts, result, people }: Check): string[] {
  const found = new Map<string, number>();
  for (const { personKey } of result.proposals) {
    found.set(personKey, (found.get(personKey) ?? 0) + 1);
  }
  const missing = facts.people.filter(({ key }) => !found.has(key));
  const wrong = [...found].filter(([key, count]) => count > 1 || !people.has(key));
  return [
    ...missing.map(({ key }) => `${key} has no proposal`),
    ...wrong.map(([key, count]) => `${key} has ${count} proposals, or is nobody`),
  ];
}

function proposalFaults(check: Check, proposal: Proposal): string[] {
  const person = check.people.get(proposal.personKey);
  if (!person) return [];
  const pin = holdingPin(check, person.key);
  const faults = pin ? pinFaults(pin, proposal) : freeFaults(check, person, proposal);
  return faults.map((fault) => `${person.key}: ${fault}`);
}

function pinFaults(pin: GivenPin, proposal: Proposal): string[] {
  const holds =
    pin.kind === 'leave'
      ? proposal.outcome === 'leaving'
      : proposal.outcome === 'seated' &&
        proposal.unitCode === pin.unitCode &&
        proposal.positionCode === pin.positionCode;
  return holds && proposal.pinned ? [] : ['is not where the pin says'];
}

function freeFaults(check: Check, person: PersonFact, proposal: Proposal): string[] {
  if (proposal.pinned) return ['is marked as pinned without a pin'];
  return [...heldFaults(check, person, proposal), ...placeFaults(check, person, proposal)];
}

function heldFaults({ map, held }: Check, person: PersonFact, proposal: Proposal): string[] {
  if (!held.has(map.oldCommune(person.unitCode)) || proposal.outcome === 'surplus') return [];
  const main = map.mainSuccessor(person.unitCode);
  const stays =
    proposal.outcome === 'seated' && main !== null && map.isUnder(proposal.unitCode ?? '', [main]);
  return stays ? [] : ['is held in the main successor, and is not there'];
}

function placeFaults(check: Check, person: PersonFact, proposal: Proposal): string[] {
  switch (proposal.outcome) {
    case 'leaving':
      return person.wish?.kind === 'leave' || person.wish?.kind === 'retire-early'
        ? []
        : ['leaves without having asked'];
    case 'surplus':
      return benchFaults(check, person, proposal);
    case 'seated':
      return seatFaults(check, person, proposal);
  }
}

function benchFaults({ map }: Check, person: PersonFact, proposal: Proposal): string[] {
  const main = map.mainSuccessor(person.unitCode);
  if (main === null)
    return proposal.unitCode === null ? [] : ['waits in a unit without succession'];
  if (proposal.unitCode === null || !map.isUnder(proposal.unitCode, [main])) {
    return [`waits outside the main successor ${main}`];
  }
  return [];
}

function seatFaults(check: Check, person: PersonFact, proposal: Proposal): string[] {
  const { facts, map, result } = check;
  const position = check.positions.get(proposal.positionCode ?? '');
  const unitCode = proposal.unitCode ?? '';
  if (!position || !map.stands(unitCode)) return ['sits where nothing stands'];
  const faults: string[] = [];
  const { fit } = fitOf(person, position, check.fit);
  if (fit !== proposal.fit) faults.push(`fit is ${fit}, not ${proposal.fit ?? 'none'}`);
  if (fit === 'out-of-field') faults.push(`is out of the field of ${position.code}`);
  if (position.given) faults.push(`${position.code} is given by hand only`);
  if (!mayTakeSeat(person, position, check.leaders))
    faults.push(`may not lead as ${position.code}`);
  const open = result.openBlocks;
  if (
    person.block !== position.block &&
    !(open.includes(person.block) && open.includes(position.block))
  ) {
    faults.push(`leaves the block ${person.block}`);
  }
  const inside = map.isInside(person.unitCode, unitCode);
  if (!inside && result.kind === 'baseline') faults.push('leaves the successors in the baseline');
  if (!inside && noGoOn(person.conditions, facts.effectiveOn, check.noGo)) {
    faults.push('is transferred against a no-go case');
  }
  if (isForbidden(check, person.key, proposal)) faults.push('sits where a pin keeps them away');
  if ((proposal.movement === 'transfer') === inside) faults.push(`is no ${proposal.movement}`);
  return faults;
}

function isForbidden({ facts, map }: Check, personKey: string, proposal: Proposal): boolean {
  return facts.pins.some(
    (pin) =>
      pin.kind === 'forbid' &&
      pin.personKey === personKey &&
      (pin.positionCode === null || pin.positionCode === proposal.positionCode) &&
      (pin.unitCode === null || map.isUnder(proposal.unitCode ?? '', [pin.unitCode])),
  );
}

/** Seats of a position in a unit hold at most their number, or as many as are pinned there. */
function seatViolations(check: Check): string[] {
  const seats = new Map<string, number>();
  for (const row of check.facts.seats) {
    const key = `${row.unitCode}/${row.positionCode}`;
    seats.set(key, (seats.get(key) ?? 0) + row.seats);
  }
  const place = (proposal: Proposal): string[] => [
    `${proposal.unitCode ?? ''}/${proposal.positionCode ?? ''}`,
  ];
  return overfull(check, place, (key) => seats.get(key) ?? 0);
}

function capViolations(check: Check): string[] {
  const pools = new Map(check.facts.pools.map((pool) => [pool.code, pool]));
  const capped = ({ positionCode }: Proposal): string[] =>
    check.facts.pools
      .filter((pool) => pool.positionCodes.includes(positionCode ?? ''))
      .map((pool) => pool.code);
  return overfull(check, capped, (code) => pools.get(code)?.capacity ?? 0);
}

function overfull(
  check: Check,
  placesOf: (proposal: Proposal) => string[],
  capacity: (place: string) => number,
): string[] {
  const all = new Map<string, { seated: number; pinned: number }>();
  for (const proposal of check.result.proposals) {
    if (proposal.outcome !== 'seated') continue;
    for (const place of placesOf(proposal)) {
      const count = all.get(place) ?? { seated: 0, pinned: 0 };
      count.seated++;
      if (holdingPin(check, proposal.personKey)) count.pinned++;
      all.set(place, count);
    }
  }
  return [...all]
    .filter(([place, { seated, pinned }]) => seated > Math.max(capacity(place), pinned))
    .map(([place, { seated }]) => `${place} holds ${seated}, more than ${capacity(place)}`);
}
