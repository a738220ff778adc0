import type { PersonFact, PinFact, ScenarioFacts } from '../../scenario/facts.js';
import { NotFound } from '../../shared/errors.js';
import type { Change } from './question.js';
import { NEWCOMER } from './what-if.js';

/**
 * The facts as a change would make them, for placements that are made anew instead of priced.
 *
 * @throws NotFound `placement.person-not-in-run`
 */
export function changedFacts(facts: ScenarioFacts, change: Change): ScenarioFacts {
  switch (change.kind) {
    case 'pin': {
      const { unitCode, positionCode } = change;
      return pinned(facts, change.staffId, { kind: 'seat', unitCode, positionCode, reason: '' });
    }
    case 'leave':
      return pinned(facts, change.staffId, { kind: 'leave', reason: '' });
    case 'unpin':
      return { ...facts, pins: withoutPlace(facts, personIn(facts, change.staffId).key) };
    case 'forbid': {
      const { unitCode, positionCode, staffId } = change;
      const { key: personKey } = personIn(facts, staffId);
      const pin = { kind: 'forbid', personKey, unitCode, positionCode, reason: '' } as const;
      return { ...facts, pins: [...facts.pins, pin] };
    }
    case 'wish': {
      const { key } = personIn(facts, change.staffId);
      const people = facts.people.map((each) =>
        each.key === key ? { ...each, wish: change.wish } : each,
      );
      return { ...facts, people };
    }
    case 'remove-person': {
      const { key } = personIn(facts, change.staffId);
      const pins = facts.pins.filter(({ personKey }) => personKey !== key);
      return { ...facts, pins, people: facts.people.filter((each) => each.key !== key) };
    }
    case 'add-person':
      return { ...facts, people: [...facts.people, { ...NEWCOMER, ...change.person }] };
    case 'seats': {
      const { unitCode, positionCode, seats, required } = change;
      return { ...facts, seats: [...facts.seats, { unitCode, positionCode, seats, required }] };
    }
  }
}

type GivenPin = Exclude<PinFact, { readonly kind: 'forbid' }>;
type WithoutKey<P> = P extends GivenPin ? Omit<P, 'personKey'> : never;

function pinned(facts: ScenarioFacts, staffId: number, pin: WithoutKey<GivenPin>): ScenarioFacts {
  const { key: personKey } = personIn(facts, staffId);
  return { ...facts, pins: [...withoutPlace(facts, personKey), { ...pin, personKey }] };
}

function withoutPlace({ pins }: ScenarioFacts, key: string): PinFact[] {
  return pins.filter(({ personKey, kind }) => personKey !== key || kind === 'forbid');
}

function personIn({ people }: ScenarioFacts, staffId: number): PersonFact {
  const found = people.find((each) => each.staffId === staffId);
  if (found) return found;
  throw new NotFound('placement.person-not-in-run', 'Người này không có trong lần chạy.', {
    staffId,
  });
}
