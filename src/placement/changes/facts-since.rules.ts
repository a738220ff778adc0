import { differing } from '../../scenario/facts-differ.js';
import type { PersonFact, PinFact, ScenarioFacts, SeatFact } from '../../scenario/facts.js';

export const CHANGED_THINGS = [
  'people-added',
  'people-gone',
  'people-changed',
  'units',
  'catalogue',
  'law',
  'seats',
  'map',
  'pins-set',
  'pins-off',
  'pins-reason',
  'engine',
] as const;
export type ChangedThing = (typeof CHANGED_THINGS)[number];

/** What is no longer as a run knew it; `keys` say which, sorted. */
export interface ChangedFacts {
  readonly what: ChangedThing;
  readonly keys: readonly string[];
}

/** Facts as the registry and the law tell them now, of the same eve and the same day of the law. */
export type FactsOfNow = Pick<
  ScenarioFacts,
  | 'people'
  | 'units'
  | 'positions'
  | 'positionSuccessions'
  | 'relatedMajors'
  | 'ranks'
  | 'parameters'
>;

/**
 * A plan stands on the facts that were frozen for it; what has changed since is told, never taken over in silence.
 *
 * @param now of the eve: its units are those before the merger.
 * @param seats seats of the units after the merger, null = the registry has none yet.
 * @source product decision: docs/decisions/0007-frozen-facts.md
 */
export function factsChangedSince(
  frozen: ScenarioFacts,
  now: FactsOfNow,
  seats: readonly SeatFact[] | null,
): ChangedFacts[] {
  const then = new Set(frozen.people.map(({ key }) => key));
  const today = new Set(now.people.map(({ key }) => key));
  const people = differing<PersonFact>(frozen.people, now.people, ({ key }) => key);
  const old = frozen.units.filter(({ isNew }) => !isNew);
  const changed: ChangedFacts[] = [
    { what: 'people-added', keys: people.filter((key) => !then.has(key)) },
    { what: 'people-gone', keys: people.filter((key) => !today.has(key)) },
    { what: 'people-changed', keys: people.filter((key) => then.has(key) && today.has(key)) },
    { what: 'units', keys: differing(old, now.units, ({ code }) => code) },
    { what: 'catalogue', keys: catalogueChanges(frozen, now) },
    {
      what: 'law',
      keys: differing(law(frozen), law(now), ({ key }) => key),
    },
    {
      what: 'seats',
      keys: seats === null ? [] : differing(frozen.seats, seatsOf(seats, frozen), seatKey),
    },
  ];
  return changed.filter(({ keys }) => keys.length > 0);
}

function law({ parameters }: Pick<ScenarioFacts, 'parameters'>): { key: string; value: unknown }[] {
  return Object.keys(parameters).map((key) => ({ key, value: parameters[key] }));
}

/** Codes of positions that are others now, or lead elsewhere; majors and ranks by their own codes. */
function catalogueChanges(frozen: ScenarioFacts, now: FactsOfNow): string[] {
  const successor = (row: ScenarioFacts['positionSuccessions'][number]): string =>
    `${row.oldCode} → ${row.newCode}`;
  return [
    ...differing(frozen.positions, now.positions, ({ code }) => code),
    ...differing(frozen.positionSuccessions, now.positionSuccessions, successor),
    ...differing(frozen.ranks, now.ranks, ({ code }) => code),
    ...differing(frozen.relatedMajors, now.relatedMajors, (pair) => pair.join(' ~ ')),
  ];
}

/** Units whose seats the plan does not set are not its own. */
function seatsOf(seats: readonly SeatFact[], frozen: ScenarioFacts): SeatFact[] {
  const units = new Set(frozen.seats.map(({ unitCode }) => unitCode));
  return seats.filter(({ unitCode }) => units.has(unitCode));
}

function seatKey({ unitCode, positionCode }: SeatFact): string {
  return `${unitCode}/${positionCode}`;
}

/** A pin without the words of its reason. */
type Place = Pick<PinFact, 'personKey' | 'kind'> & {
  readonly unitCode?: string | null;
  readonly positionCode?: string | null;
};

/**
 * Pins that a run did not know, and pins that it knew and that are gone; keys are those of the people, each once.
 *
 * @param sameWords the pins say the same word for word, reasons too.
 */
export function pinsChangedSince(
  then: readonly Place[],
  now: readonly Place[],
  sameWords: boolean,
): ChangedFacts[] {
  if (sameWords) return [];
  const added = without(now, then);
  const gone = without(then, now);
  if (added.length + gone.length === 0) return [{ what: 'pins-reason', keys: [] }];
  const changed: ChangedFacts[] = [
    { what: 'pins-set', keys: added },
    { what: 'pins-off', keys: gone },
  ];
  return changed.filter(({ keys }) => keys.length > 0);
}

function without(pins: readonly Place[], others: readonly Place[]): string[] {
  const known = new Set(others.map(pinKey));
  const keys = pins.filter((pin) => !known.has(pinKey(pin))).map(({ personKey }) => personKey);
  return [...new Set(keys)].sort();
}

function pinKey({ personKey, kind, unitCode, positionCode }: Place): string {
  return [personKey, kind, unitCode ?? '', positionCode ?? ''].join('|');
}
