import { describe, expect, it } from '@jest/globals';
import {
  aPerson,
  aPosition,
  aUnit,
  facts,
  PARAMETERS,
  POSITIONS,
  seats,
} from '../../placement/spec-world.js';
import { refusedPins } from '../../placement/pinning/pin-by-hand.plan.js';
import type { PinFact } from '../../scenario/facts.js';
import { carriedFacts } from './carried-facts.plan.js';
import type { RebaseChoice, RegistryNow } from './conflict.js';
import { pinText, proposed, rebaseConflicts } from './conflicts.plan.js';

const HAND: PinFact = {
  personKey: 'a',
  kind: 'seat',
  unitCode: 'M',
  positionCode: 'LAW',
  reason: 'Chọn',
};
const CAPS = {
  'cap.organisations-per-commune.kinds': ['division'],
  ...{ 'cap.vice-chairs-per-commune': 2, 'cap.vice-chairs-per-commune.positions': [] },
  ...{ 'cap.deputies-per-organisation': 2, 'cap.deputies-per-organisation.positions': [] },
  'cap.organisations-per-commune': 4,
};
const frozen = facts({
  parameters: { ...PARAMETERS, ...CAPS },
  people: [aPerson({ key: 'a' }), aPerson({ key: 'b' })],
  seats: [seats('A', 'LAW', 2, 1), seats('M', 'LAW', 1), seats('M', 'ANY', 1)],
  pins: [HAND],
});

function now(change: Partial<RegistryNow> = {}): RegistryNow {
  const units = frozen.units.filter(({ isNew }) => !isNew);
  return { ...frozen, units, seats: [], rosterPins: [], ...change };
}

const input = (change: Partial<RegistryNow> = {}, from: Partial<typeof frozen> = {}) => ({
  frozen: { ...frozen, ...from },
  now: now(change),
  fromRoster: new Set<string>(),
});

const told = (given: ReturnType<typeof input>) =>
  rebaseConflicts(given).map(({ what, subject, choices }) => [what, subject, ...choices]);

/** The facts with one choice for all that offer it, else the proposal. */
function carried(given: ReturnType<typeof input>, choice?: RebaseChoice) {
  const decided = rebaseConflicts(given).map((each) =>
    choice && each.choices.includes(choice) ? { ...each, choice } : proposed(each),
  );
  return carriedFacts(given, decided);
}

const closed = POSITIONS.map((each) =>
  each.code === 'LAW' ? { ...each, endsOn: '2025-07-01' } : each,
);
const LAW_TO_ANY = { oldCode: 'LAW', newCode: 'ANY', preference: 1, majorGroups: [] };

describe('rebaseConflicts', () => {
  it('finds nothing on the same facts, in whatever order and with whatever surrogate ids', () => {
    const people = [...frozen.people].reverse().map((each) => ({ ...each, staffId: 9 }));
    expect(told(input({ people }))).toEqual([]);
  });

  it('proposes to take over people of now and to drop who is gone, with the pin', () => {
    const people = [aPerson({ key: 'b', degree: 'doctorate' }), aPerson({ key: 'c' })];
    expect(told(input({ people }))).toEqual([
      ['person-added', 'c', 'replace'],
      ['person-gone', 'a', 'drop'],
      ['person-changed', 'b', 'replace'],
      ['pin-person-gone', 'a', 'drop'],
    ]);
    expect(carried(input({ people }))).toMatchObject({ people, pins: [] });
  });

  it('leaves a changed wish to the officer, because wishes bind nobody', () => {
    const wish = { kind: 'move', communeCodes: ['M'] } as const;
    const people = [aPerson({ key: 'a', wish }), aPerson({ key: 'b' })];
    expect(told(input({ people }))).toEqual([['wish-changed', 'a', 'replace', 'keep']]);
    expect(carried(input({ people })).people[0]!.wish).toEqual(wish);
    expect(carried(input({ people }), 'keep').people[0]!.wish).toBeNull();
  });

  it('tells units that came, went or changed, and drops the succession of one that is gone', () => {
    const [district, a, b] = now().units;
    const units = [district!, { ...a!, zone: 'II' as const }, aUnit({ code: 'E' })];
    expect(told(input({ units }))).toEqual([
      ['unit-changed', 'A', 'replace'],
      ['unit-gone', b!.code, 'drop'],
      ['unit-added', 'E', 'replace'],
    ]);
    expect(carried(input({ units })).successions.map(({ oldCode }) => oldCode)).toEqual([
      'A',
      'D',
      'D',
    ]);
  });

  it('proposes the successor of a closed position for its seats and for a pin into it', () => {
    const positionSuccessions = [...frozen.positionSuccessions, LAW_TO_ANY];
    const given = input({ positions: closed, positionSuccessions });
    expect(told(given)).toEqual([
      ['seat-closed', 'A/LAW', 'replace', 'drop'],
      ['seat-closed', 'M/LAW', 'replace', 'drop'],
      ['catalogue', '', 'replace'],
      ['pin-illegal', 'a', 'replace', 'drop'],
    ]);
    const { seats: replaced, pins } = carried(given);
    expect(replaced).toEqual([seats('A', 'ANY', 2, 1), seats('M', 'ANY', 2)]);
    expect(pins).toEqual([{ ...HAND, positionCode: 'ANY' }]);
    const dropped = carried(given, 'drop');
    expect([dropped.seats, dropped.pins]).toEqual([[seats('M', 'ANY', 1)], []]);
  });

  it('drops the seats of a position that was closed without a successor', () => {
    expect(told(input({ positions: closed })).filter(([what]) => what === 'seat-closed')).toEqual([
      ['seat-closed', 'A/LAW', 'drop'],
      ['seat-closed', 'M/LAW', 'drop'],
    ]);
  });

  it('keeps the plan’s seats where the registry has others for a unit that stays, unless told', () => {
    const kept = { units: frozen.units.filter(({ code }) => code !== 'M') };
    const from = { ...kept, seats: [seats('B', 'LAW', 1)], pins: [] };
    const given = input({ seats: [seats('B', 'LAW', 3, 1), seats('B', 'ANY', 1)] }, from);
    expect(told(given)).toEqual([
      ['seat-changed', 'B/LAW', 'keep', 'replace'],
      ['seat-added', 'B/ANY', 'keep', 'replace'],
    ]);
    expect(carried(given).seats).toEqual([seats('B', 'LAW', 1)]);
    expect(carried(given, 'replace').seats).toEqual([
      seats('B', 'LAW', 3, 1),
      seats('B', 'ANY', 1),
    ]);
  });

  it('takes the law of now unless the officer keeps that of the plan', () => {
    const parameters = { ...frozen.parameters, 'fit.rank.any-ladder': false };
    const given = input({ parameters });
    expect(told(given)).toEqual([['law', '', 'replace', 'keep']]);
    expect(rebaseConflicts(given)[0]!.fields).toEqual(['fit.rank.any-ladder']);
  });

  it('follows a roster that gives another title, or none any more, only where told', () => {
    const given = { ...input(), fromRoster: new Set([pinText(HAND)]) };
    expect(told(given)).toEqual([['pin-withdrawn', 'a', 'drop', 'keep']]);
    expect([carried(given).pins, carried(given, 'keep').pins]).toEqual([[], [HAND]]);
    const other = { ...HAND, unitCode: 'A' };
    const changed = { ...input({ rosterPins: [other] }), fromRoster: given.fromRoster };
    expect(told(changed)).toEqual([['pin-changed', 'a', 'replace', 'keep']]);
    expect([carried(changed).pins, carried(changed, 'keep').pins]).toEqual([[other], [HAND]]);
  });

  it('offers what a roster gives to a newcomer, and nothing that the officer took off before', () => {
    const pin = { ...HAND, personKey: 'c' };
    const people = [...frozen.people, aPerson({ key: 'c' })];
    const off: PinFact = { ...HAND, personKey: 'b' };
    const given = input({ people, rosterPins: [pin, off] });
    expect(told(given)).toEqual([
      ['person-added', 'c', 'replace'],
      ['pin-added', 'c', 'replace', 'keep'],
    ]);
    expect(carried(given).pins).toEqual([HAND, pin]);
    expect(carried(given, 'keep').pins).toEqual([HAND]);
  });
});

describe('refusedPins', () => {
  it('gives the pins that the law or the facts refuse, and no other', () => {
    const nowhere: PinFact = { ...HAND, personKey: 'b', unitCode: 'NOWHERE' };
    const forbid = { personKey: 'a', kind: 'forbid', unitCode: 'X', positionCode: null } as const;
    const unknown: PinFact = { ...forbid, reason: '' };
    expect(refusedPins(frozen, [HAND, nowhere, unknown])).toEqual([nowhere, unknown]);
    expect(refusedPins(frozen, [HAND, { ...unknown, unitCode: 'M' }])).toEqual([]);
  });
});

describe('a position of another block', () => {
  it('is no successor unless the catalogue says so', () => {
    const positions = [...closed, aPosition({ code: 'NEW' })];
    const given = input({ positions });
    expect(rebaseConflicts(given).every(({ successor }) => successor === null)).toBe(true);
  });
});
