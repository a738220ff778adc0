import type { Day, PartialDay } from '../../shared/day.js';
import { folded } from '../../shared/text.js';
import { isSurelyAfter } from '../row.rules.js';

/** What a unit's people are judged by. */
export interface RegisteredPerson {
  readonly key: string;
  readonly personalNumber: string | null;
  readonly fullName: string;
  readonly bornOn: PartialDay | null;
  readonly recruitedOn: PartialDay | null;
  readonly majorGroup: string | null;
  readonly degree: string | null;
}

/** What may be wrong with a person in a roster. */
export const ROSTER_FAULTS = [
  'withoutField',
  'impossibleDates',
  'doubles',
  'withoutNumber',
] as const;
export type RosterFault = (typeof ROSTER_FAULTS)[number];

interface JudgedOn {
  readonly asOf: Day;
  /** Years at which one may be recruited; null = the law of the day names none. */
  readonly youngest: number | null;
}

/** How many people of a unit have which fault, and how many have none, in hundredths. */
export interface RosterQuality extends Readonly<Record<RosterFault, number>> {
  readonly people: number;
  /** 0 to 100: people without a fault; of nobody 0. */
  readonly score: number;
}

/**
 * The quality of a unit's roster: people without a field of study though they hold a degree that has one, dates that cannot
 * be, people who stand there twice, and people without a number.
 *
 * @param people of one unit; order does not matter.
 * @source product decision: docs/decisions/0059-wishes-and-rosters.md; parameter `roster.recruited.youngest-years`
 */
export function qualityOf(people: readonly RegisteredPerson[], judgedOn: JudgedOn): RosterQuality {
  const faults = faultsOf(people, judgedOn);
  const count = (fault: RosterFault): number =>
    faults.filter((each) => each.includes(fault)).length;
  const sound = faults.filter((each) => each.length === 0).length;
  return {
    people: people.length,
    withoutField: count('withoutField'),
    impossibleDates: count('impossibleDates'),
    doubles: count('doubles'),
    withoutNumber: count('withoutNumber'),
    score: people.length === 0 ? 0 : Math.floor((100 * sound) / people.length),
  };
}

/** The faults of each, in the order of the people. @param people of one unit. @source as `qualityOf` */
export function faultsOf(
  people: readonly RegisteredPerson[],
  { asOf, youngest }: JudgedOn,
): RosterFault[][] {
  const times = new Map<string, number>();
  for (const person of people) times.set(alike(person), (times.get(alike(person)) ?? 0) + 1);
  return people.map((person) => {
    const has: Readonly<Record<RosterFault, boolean>> = {
      withoutField: person.majorGroup === null && hasField(person.degree),
      impossibleDates: datesCannotBe(person, asOf, youngest),
      doubles: person.bornOn !== null && (times.get(alike(person)) ?? 0) > 1,
      withoutNumber: person.personalNumber === null,
    };
    return ROSTER_FAULTS.filter((fault) => has[fault]);
  });
}

/** Primary school has no field; a degree that nobody wrote is missing with it. */
function hasField(degree: string | null): boolean {
  return degree !== 'primary';
}

/** Two people of one name, born on the same day. */
function alike({ fullName, bornOn }: RegisteredPerson): string {
  return `${folded(fullName)}|${bornOn ?? ''}`;
}

/** Years are compared where months are missing, in favour of the date. */
function datesCannotBe(
  { bornOn, recruitedOn }: RegisteredPerson,
  asOf: Day,
  youngest: number | null,
): boolean {
  if (bornOn !== null && isSurelyAfter(bornOn, asOf)) return true;
  if (recruitedOn !== null && isSurelyAfter(recruitedOn, asOf)) return true;
  if (bornOn === null || recruitedOn === null || youngest === null) return false;
  const earliest = String(Number(bornOn.slice(0, 4)) + youngest) + bornOn.slice(4);
  return isSurelyAfter(earliest, recruitedOn);
}

export const CAMPAIGN_STATES = ['not-sent', 'with-errors', 'sent', 'promoted', 'signed'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export interface SentRoster {
  readonly state: 'staged' | 'promoted' | 'undone';
  readonly errors: number;
}

/**
 * How far a unit is: signed, its last roster in the registry, waiting, waiting with errors, or nothing sent.
 *
 * @param rosters of the unit for the day of the campaign, the oldest first; those taken back do not count.
 * @source issue 7, roster campaign
 */
export function campaignState(rosters: readonly SentRoster[], isSigned: boolean): CampaignState {
  if (isSigned) return 'signed';
  const last = rosters.findLast(({ state }) => state !== 'undone');
  if (last === undefined) return 'not-sent';
  if (last.state === 'promoted') return 'promoted';
  return last.errors > 0 ? 'with-errors' : 'sent';
}

/**
 * A roster is a unit's when its sender names the unit.
 *
 * @param sender as typed: "UBND xã Mường Ảng".
 */
export function isSenderOf(sender: string, unitName: string): boolean {
  return ` ${folded(sender)} `.includes(` ${folded(unitName)} `);
}
