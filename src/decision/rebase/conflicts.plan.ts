import { factsChangedSince } from '../../placement/changes/facts-since.rules.js';
import { refusedPins } from '../../placement/pinning/pin-by-hand.plan.js';
import type { PersonFact, PinFact, ScenarioFacts } from '../../scenario/facts.js';
import { isInForce } from '../../shared/day.js';
import { carriedFacts } from './carried-facts.plan.js';
import type {
  ConflictKind,
  RebaseChoice,
  RebaseConflict,
  RebaseInput,
  RegistryNow,
} from './conflict.js';

/**
 * Everything in which a plan and the registry of now differ, each with what is proposed; nothing is carried in silence.
 *
 * @returns in the order of `CONFLICT_KINDS`' groups: people, units, seats, catalogue and law, pins; empty = the plan stands
 *   on the facts of now.
 * @source issue 7, "Rebase"; docs/decisions/0054-rebase.md
 */
export function rebaseConflicts(input: RebaseInput): RebaseConflict[] {
  const facts = factConflicts(input);
  const carried = carriedFacts(input, facts.map(proposed));
  return [...facts, ...pinConflicts(input, facts, carried)];
}

/** A conflict decided as proposed. */
export function proposed(conflict: RebaseConflict): RebaseConflict & { choice: RebaseChoice } {
  return { ...conflict, choice: conflict.proposal };
}

/** Which pin it is, whatever its reason. */
export function pinText(pin: PinFact): string {
  const place = pin.kind === 'leave' ? [] : [pin.unitCode ?? '', pin.positionCode ?? ''];
  return [pin.personKey, pin.kind, ...place].join('|');
}

function factConflicts({ frozen, now }: RebaseInput): RebaseConflict[] {
  const changed = new Map(
    factsChangedSince(frozen, now, null).map(({ what, keys }) => [what, keys]),
  );
  const keysOf = (what: Parameters<typeof changed.get>[0]): readonly string[] =>
    changed.get(what) ?? [];
  const whole = (what: 'catalogue' | 'law', choices: readonly RebaseChoice[]): RebaseConflict[] => {
    const fields = keysOf(what);
    return fields.length === 0 ? [] : [conflict(what, '', choices, { fields })];
  };
  return [
    ...keysOf('people-added').map((key) => conflict('person-added', key, ['replace'])),
    ...keysOf('people-gone').map((key) => conflict('person-gone', key, ['drop'])),
    ...keysOf('people-changed').map((key) => personChanged(key, frozen, now)),
    ...keysOf('units').map((code) => unitConflict(code, frozen, now)),
    ...seatConflicts(frozen, now),
    ...whole('catalogue', ['replace']),
    ...whole('law', ['replace', 'keep']),
  ];
}

function personChanged(key: string, frozen: ScenarioFacts, now: RegistryNow): RebaseConflict {
  const fields = fieldsThatDiffer(
    frozen.people.find((each) => each.key === key),
    now.people.find((each) => each.key === key),
  );
  // Wishes bind nobody: applying does not compare them.
  return fields.join() === 'wish'
    ? conflict('wish-changed', key, ['replace', 'keep'], { fields })
    : conflict('person-changed', key, ['replace'], { fields });
}

function fieldsThatDiffer(then: PersonFact | undefined, now: PersonFact | undefined): string[] {
  if (!then || !now) return [];
  const names = Object.keys(now) as (keyof PersonFact)[];
  return names.filter(
    (name) => name !== 'staffId' && JSON.stringify(then[name]) !== JSON.stringify(now[name]),
  );
}

function unitConflict(code: string, frozen: ScenarioFacts, now: RegistryNow): RebaseConflict {
  const was = frozen.units.some((unit) => !unit.isNew && unit.code === code);
  const is = now.units.some((unit) => unit.code === code);
  if (!is) return conflict('unit-gone', code, ['drop']);
  return conflict(was ? 'unit-changed' : 'unit-added', code, ['replace']);
}

function seatConflicts(frozen: ScenarioFacts, now: RegistryNow): RebaseConflict[] {
  const units = new Set([
    ...frozen.units.filter(({ isNew }) => isNew).map(({ code }) => code),
    ...now.units.map(({ code }) => code),
  ]);
  const standing = positionsStanding(frozen, now);
  const closed = frozen.seats.flatMap(({ unitCode, positionCode }): RebaseConflict[] => {
    const subject = `${unitCode}/${positionCode}`;
    if (!units.has(unitCode)) return [conflict('seat-closed', subject, ['drop'])];
    if (standing.has(positionCode)) return [];
    const successor = successorOf(positionCode, now, standing);
    const choices = successor === null ? (['drop'] as const) : (['replace', 'drop'] as const);
    return [conflict('seat-closed', subject, choices, { successor })];
  });
  return [...closed, ...registrySeats(frozen, now)];
}

/** Seats that the registry has for units that the plan keeps, where the plan sets seats too. */
function registrySeats(frozen: ScenarioFacts, now: RegistryNow): RebaseConflict[] {
  const planned = new Map(frozen.seats.map((row) => [`${row.unitCode}/${row.positionCode}`, row]));
  const set = new Set(frozen.seats.map(({ unitCode }) => unitCode));
  const made = new Set(frozen.units.filter(({ isNew }) => isNew).map(({ code }) => code));
  return now.seats
    .filter(({ unitCode }) => set.has(unitCode) && !made.has(unitCode))
    .flatMap((row): RebaseConflict[] => {
      const subject = `${row.unitCode}/${row.positionCode}`;
      const was = planned.get(subject);
      if (was?.seats === row.seats && was.required === row.required) return [];
      return [conflict(was ? 'seat-changed' : 'seat-added', subject, ['keep', 'replace'])];
    });
}

function positionsStanding(
  { effectiveOn }: ScenarioFacts,
  { positions }: RegistryNow,
): ReadonlySet<string> {
  return new Set(positions.filter((each) => isInForce(each, effectiveOn)).map(({ code }) => code));
}

function successorOf(
  code: string,
  { positionSuccessions }: RegistryNow,
  standing: ReadonlySet<string>,
): string | null {
  const [first] = positionSuccessions
    .filter(({ oldCode, newCode }) => oldCode === code && standing.has(newCode))
    .sort((a, b) => a.preference - b.preference);
  return first?.newCode ?? null;
}

function pinConflicts(
  { frozen, now, fromRoster }: RebaseInput,
  facts: readonly RebaseConflict[],
  carried: ScenarioFacts,
): RebaseConflict[] {
  const here = new Set(now.people.map(({ key }) => key));
  const given = new Map(now.rosterPins.map((pin) => [pin.personKey, pin]));
  const standing = positionsStanding(frozen, now);
  const held = new Set<string>();
  const ofPeopleHere = frozen.pins.filter(({ personKey }) => here.has(personKey));
  const refused = new Set(refusedPins(carried, ofPeopleHere));
  const stand = frozen.pins.flatMap((pin): RebaseConflict[] => {
    const { personKey } = pin;
    if (pin.kind !== 'forbid') held.add(personKey);
    if (!here.has(personKey)) return [conflict('pin-person-gone', personKey, ['drop'], { pin })];
    const newPin = given.get(personKey) ?? null;
    if (refused.has(pin)) return [illegal(pin, { carried, now, standing })];
    if (!fromRoster.has(pinText(pin)) || (newPin && pinText(newPin) === pinText(pin))) return [];
    return newPin === null
      ? [conflict('pin-withdrawn', personKey, ['drop', 'keep'], { pin })]
      : [conflict('pin-changed', personKey, ['replace', 'keep'], { pin, newPin })];
  });
  const looked = facts
    .filter(({ what }) => what === 'person-added' || what === 'person-changed')
    .map(({ subject }) => subject);
  const offered = looked.flatMap((key) => (held.has(key) ? [] : (given.get(key) ?? [])));
  const illegalOffers = new Set(refusedPins(carried, offered));
  const added = offered
    .filter((newPin) => !illegalOffers.has(newPin))
    .map((newPin) => conflict('pin-added', newPin.personKey, ['replace', 'keep'], { newPin }));
  return [...stand, ...added];
}

function illegal(
  pin: PinFact,
  {
    carried,
    now,
    standing,
  }: {
    readonly carried: ScenarioFacts;
    readonly now: RegistryNow;
    readonly standing: ReadonlySet<string>;
  },
): RebaseConflict {
  const none = conflict('pin-illegal', pin.personKey, ['drop'], { pin });
  if (pin.kind !== 'seat' || standing.has(pin.positionCode)) return none;
  const successor = successorOf(pin.positionCode, now, standing);
  if (successor === null) return none;
  const newPin = { ...pin, positionCode: successor };
  if (refusedPins(carried, [newPin]).length > 0) return none;
  return conflict('pin-illegal', pin.personKey, ['replace', 'drop'], { pin, successor, newPin });
}

function conflict(
  what: ConflictKind,
  subject: string,
  choices: readonly RebaseChoice[],
  more: Partial<Pick<RebaseConflict, 'fields' | 'successor' | 'pin' | 'newPin'>> = {},
): RebaseConflict {
  const proposal = choices[0];
  if (proposal === undefined) throw new Error(`no choice for ${what}`);
  const none = { fields: [], successor: null, pin: null, newPin: null };
  return { ...none, what, subject, choices, proposal, ...more };
}
