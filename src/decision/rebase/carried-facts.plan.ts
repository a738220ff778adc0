import { capPools } from '../../merger/pools.plan.js';
import type { PinFact, ScenarioFacts, SeatFact } from '../../scenario/facts.js';
import type { Decided, RebaseInput } from './conflict.js';

/**
 * The facts of a plan made anew: the registry of now, and of the plan what the officer made – map, seats, norms, pins –
 * as far as it was decided.
 *
 * @param decided every conflict with its choice.
 */
export function carriedFacts(
  { frozen, now }: Pick<RebaseInput, 'frozen' | 'now'>,
  decided: readonly Decided[],
): ScenarioFacts {
  const lawKept = decided.some(({ what, choice }) => what === 'law' && choice === 'keep');
  const capsChange = decided.some(({ what }) => what === 'law' || what === 'catalogue');
  const then = new Map(frozen.people.map((person) => [person.key, person]));
  const wishKept = new Set(
    decided
      .filter(({ what, choice }) => what === 'wish-changed' && choice === 'keep')
      .map(({ subject }) => subject),
  );
  const created = frozen.units.filter(({ isNew }) => isNew);
  const units = [...now.units, ...created];
  const old = new Set(now.units.map(({ code }) => code));
  const known = new Set(units.map(({ code }) => code));
  const parameters = lawKept ? frozen.parameters : now.parameters;
  const { provinceCode, effectiveOn, rulesOn } = frozen;
  const { positions, positionSuccessions, relatedMajors, ranks } = now;
  return {
    ...{ provinceCode, effectiveOn, rulesOn, units, parameters },
    ...{ positions, positionSuccessions, relatedMajors, ranks },
    successions: frozen.successions.filter(({ oldCode }) => old.has(oldCode)),
    seats: carriedSeats(frozen.seats, now.seats, decided),
    norms: frozen.norms.filter(({ unitCode }) => known.has(unitCode)),
    people: now.people.map((person) =>
      wishKept.has(person.key) ? { ...person, wish: then.get(person.key)?.wish ?? null } : person,
    ),
    pins: carriedPins(frozen.pins, decided),
    pools: capsChange
      ? capPools({ units: created, positions, effectiveOn, parameters })
      : frozen.pools,
  };
}

function carriedSeats(
  planned: readonly SeatFact[],
  registry: readonly SeatFact[],
  decided: readonly Decided[],
): SeatFact[] {
  const of = new Map(
    decided.filter(({ what }) => what.startsWith('seat-')).map((each) => [each.subject, each]),
  );
  const seats = new Map<string, SeatFact>();
  const add = (row: SeatFact): void => {
    const key = seatKey(row);
    const there = seats.get(key);
    seats.set(key, {
      ...row,
      seats: row.seats + (there?.seats ?? 0),
      required: row.required + (there?.required ?? 0),
    });
  };
  for (const row of planned) {
    const about = of.get(seatKey(row));
    if (about?.what !== 'seat-closed') add(row);
    else if (about.choice === 'replace' && about.successor !== null)
      add({ ...row, positionCode: about.successor });
  }
  for (const row of registry) {
    const about = of.get(seatKey(row));
    if (about?.choice === 'replace' && about.what !== 'seat-closed') seats.set(seatKey(row), row);
  }
  return [...seats.values()];
}

function seatKey({ unitCode, positionCode }: SeatFact): string {
  return `${unitCode}/${positionCode}`;
}

function carriedPins(pins: readonly PinFact[], decided: readonly Decided[]): PinFact[] {
  const of = new Map(decided.flatMap((each) => (each.pin ? [[each.pin, each] as const] : [])));
  const carried = pins.flatMap((pin) => {
    const about = of.get(pin);
    if (about === undefined || about.choice === 'keep') return [pin];
    return about.choice === 'replace' && about.newPin ? [about.newPin] : [];
  });
  const added = decided.flatMap(({ what, choice, newPin }) =>
    what === 'pin-added' && choice === 'replace' && newPin ? [newPin] : [],
  );
  return [...carried, ...added];
}
