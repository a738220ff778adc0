import type { PinFact, PositionFact, UnitFact, WishFact } from './facts.js';
import type { WishKind } from '../rules/vocabulary.js';
import { withoutNumbers } from '../shared/masking.js';
import { byCodePoint, normalised } from '../shared/text.js';

/** How the reason of a pin begins that a roster's own columns gave; no typed word stands in it but names. */
export const GIVEN_TITLE = 'Chức danh do cấp có thẩm quyền bầu, chỉ định';
/** The reason of an accepted leaving where the roster gives none. */
export const LEAVING_ACCEPTED = 'đã được chấp thuận nghỉ';

/** What a roster says of a person's future, in the sender's words. */
export interface PersonsWords {
  readonly key: string;
  readonly fullName: string;
  readonly proposedUnitText: string | null;
  readonly proposedPositionText: string | null;
  readonly wish: {
    readonly kind: WishKind;
    readonly communes: readonly string[];
    readonly accepted: boolean;
    readonly note: string | null;
  } | null;
}

/**
 * Words that name no unit or position of the plan. `personKey` finds the row again. A wish in own words may tell of an
 * illness or a family: the message says whose it is and never what stands there.
 */
export interface UnreadWords {
  readonly code:
    | 'scenario.proposed-unit-unknown'
    | 'scenario.proposed-position-unknown'
    | 'scenario.wish-unknown';
  readonly personKey: string;
  readonly message: string;
}

interface Names {
  readonly units: readonly Pick<
    UnitFact,
    'code' | 'name' | 'level' | 'isNew' | 'parentCode' | 'kind'
  >[];
  readonly positions: readonly Pick<PositionFact, 'code' | 'name' | 'given' | 'divisionKind'>[];
}

/**
 * Given titles become pins where the roster names a new unit and the title; accepted leaving becomes a pin to leave. A
 * proposal for any other post binds nobody.
 *
 * @param names units and positions in force from the effective day.
 * @returns pins by person key.
 */
export function pinsFromRoster(
  people: readonly PersonsWords[],
  names: Names,
): { readonly pins: PinFact[]; readonly unread: UnreadWords[] } {
  const given = new Map(
    names.positions.filter((each) => each.given).map((each) => [keyOf(each.name), each]),
  );
  const unitsByName = newUnitsByName(names);
  const pins: PinFact[] = [];
  const unread: UnreadWords[] = [];
  for (const person of [...people].sort((a, b) => byCodePoint(a.key, b.key))) {
    const { key: personKey, wish, proposedUnitText, proposedPositionText } = person;
    if (wish?.accepted && (wish.kind === 'retire-early' || wish.kind === 'leave')) {
      pins.push({ personKey, kind: 'leave', reason: wish.note ?? LEAVING_ACCEPTED });
      continue;
    }
    const position = given.get(keyOf(proposedPositionText ?? ''));
    if (position === undefined || proposedUnitText === null) continue;
    const unit = unitsByName.get(keyOf(proposedUnitText));
    if (unit === undefined) {
      const message = withoutNumbers(
        `Dự kiến bố trí của ${person.fullName} ghi đơn vị "${proposedUnitText}", không có trong phương án sáp nhập.`,
      );
      unread.push({ code: 'scenario.proposed-unit-unknown', personKey, message });
      continue;
    }
    const unitCode = seatUnitOf(unit, position, names);
    const reason = `${GIVEN_TITLE}: ${position.name}, ${proposedUnitText} (theo danh sách của đơn vị)`;
    pins.push({ personKey, kind: 'seat', unitCode, positionCode: position.code, reason });
  }
  return { pins, unread };
}

/**
 * What people wish, the communes as codes; a name that is none of the plan is told, never guessed.
 *
 * @returns wishes by person key.
 */
export function wishesOf(
  people: readonly PersonsWords[],
  names: Pick<Names, 'units'>,
): { readonly wishes: ReadonlyMap<string, WishFact>; readonly unread: UnreadWords[] } {
  const unitsByName = newUnitsByName(names);
  const wishes = new Map<string, WishFact>();
  const unread: UnreadWords[] = [];
  for (const person of people) {
    const read = wishOf(person, unitsByName);
    if (read.wish !== null) wishes.set(person.key, read.wish);
    unread.push(...read.unread);
  }
  return { wishes, unread };
}

function wishOf(
  person: PersonsWords,
  unitsByName: ReadonlyMap<string, Names['units'][number]>,
): { readonly wish: WishFact | null; readonly unread: UnreadWords[] } {
  if (person.wish === null) return { wish: null, unread: [] };
  const { kind, communes } = person.wish;
  const codes = communes.map((text) => unitsByName.get(keyOf(text))?.code);
  const communeCodes = codes.filter((code) => code !== undefined);
  if (communeCodes.length === codes.length) return { wish: { kind, communeCodes }, unread: [] };
  const message = `Nguyện vọng của ${person.fullName} có nơi không phải xã của phương án; xem lời ghi trong hồ sơ.`;
  const unread = { code: 'scenario.wish-unknown', personKey: person.key, message } as const;
  return { wish: { kind, communeCodes }, unread: [unread] };
}

/** Names of units below the province that are in force afterwards; a name that two units share names neither. */
function newUnitsByName({ units }: Pick<Names, 'units'>): Map<string, Names['units'][number]> {
  const byName = new Map<string, Names['units'][number]>();
  const twice = new Set<string>();
  for (const unit of units.filter((each) => each.isNew && each.level !== 'division')) {
    const key = keyOf(unit.name);
    if (byName.has(key)) twice.add(key);
    byName.set(key, unit);
  }
  for (const key of twice) byName.delete(key);
  return byName;
}

/** Seats belong to the lowest unit: the division of the position's kind, where the unit has one. */
function seatUnitOf(
  unit: Names['units'][number],
  position: Names['positions'][number],
  { units }: Names,
): string {
  if (position.divisionKind === null) return unit.code;
  const division = units.find(
    (each) => each.isNew && each.parentCode === unit.code && each.kind === position.divisionKind,
  );
  return division?.code ?? unit.code;
}

function keyOf(text: string): string {
  return normalised(text).toLowerCase();
}
