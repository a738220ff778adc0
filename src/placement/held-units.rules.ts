import type { SignedPerson, UnitRoster } from '../registry/unit-roster.js';
import type { PersonFact, ScenarioFacts } from '../scenario/facts.js';
import { byCodePoint } from '../shared/text.js';
import { Territory } from './territory.js';

/** Why a run does not place the people of a unit anew. */
export const HELD_WHY = ['not-asked', 'not-sent', 'not-signed', 'changed', 'not-frozen'] as const;
export type HeldWhy = (typeof HELD_WHY)[number];

/** An old commune, department or district whose people stay in its main successor. */
export interface HeldUnit {
  readonly unitCode: string;
  readonly unitName: string;
  readonly people: number;
  readonly why: HeldWhy;
}

/**
 * A run that stands on signed rosters only places nobody anew whose unit has not signed, or of whom something else is known
 * now, in the registry or in the frozen facts, than what was signed.
 *
 * @param rosters of the units that the campaign asks, in any order.
 * @returns units that have people in the facts and may not be placed anew, by code, each with the first reason.
 * @source product decision, docs/decisions/0071-signed-rosters-only.md
 */
export function unitsWithoutSignature(
  facts: Pick<ScenarioFacts, 'units' | 'successions' | 'people'>,
  rosters: readonly UnitRoster[],
): HeldUnit[] {
  const territory = new Territory(facts);
  const known = new Map(rosters.map((roster) => [roster.unitCode, roster]));
  const held: HeldUnit[] = [];
  for (const [unitCode, people] of peopleByUnit(facts.people, territory)) {
    const why = whyHeld(known.get(unitCode), people);
    const unitName = territory.unitBefore(unitCode)?.name ?? unitCode;
    if (why !== null) held.push({ unitCode, unitName, people: people.length, why });
  }
  return held.sort((a, b) => byCodePoint(a.unitCode, b.unitCode));
}

function peopleByUnit(
  people: readonly PersonFact[],
  territory: Territory,
): Map<string, PersonFact[]> {
  const units = new Map<string, PersonFact[]>();
  for (const person of people) {
    const code = oldUnitOf(person, territory);
    const own = units.get(code);
    if (own) own.push(person);
    else units.set(code, [person]);
  }
  return units;
}

/** The commune, department or district that a person works in on the eve. */
export function oldUnitOf(
  { unitCode }: Pick<PersonFact, 'unitCode'>,
  territory: Territory,
): string {
  return territory.rootBefore(unitCode)?.code ?? unitCode;
}

function whyHeld(roster: UnitRoster | undefined, frozen: readonly SignedPerson[]): HeldWhy | null {
  if (roster === undefined) return 'not-asked';
  if (!roster.signed) return roster.sent ? 'not-signed' : 'not-sent';
  if (roster.changedSince) return 'changed';
  return textOf(roster.people) === textOf(frozen) ? null : 'not-frozen';
}

function textOf(people: readonly SignedPerson[]): string {
  const rows = people.map((each) => [
    ...[each.key, each.fullName, each.sex, each.bornOn, each.recruitedOn],
    ...[each.degree, each.majorGroup, each.rank, each.unitCode, each.positionCode],
  ]);
  return JSON.stringify(rows.sort(([a], [b]) => byCodePoint(a ?? '', b ?? '')));
}

/** What stands after the name of the unit, in Vietnamese. */
export function heldWords(why: HeldWhy): string {
  return WORDS[why];
}

const WORDS: Readonly<Record<HeldWhy, string>> = {
  'not-asked': 'không có trong đợt gửi danh sách',
  'not-sent': 'chưa gửi danh sách',
  'not-signed': 'đã gửi danh sách nhưng chưa ký',
  changed: 'có danh sách đã thay đổi từ khi ký',
  'not-frozen': 'có danh sách đã ký khác số liệu đã chốt của phương án',
};
