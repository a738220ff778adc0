import type { Degree } from '../../rules/vocabulary.js';
import type { Day, PartialDay } from '../../shared/day.js';
import { folded } from '../../shared/text.js';
import type { RosterPerson } from './roster-person.js';

/** What the statistics ask of a person. */
export type CountedPerson = Pick<
  RosterPerson,
  | 'sex'
  | 'bornOn'
  | 'ethnicity'
  | 'religion'
  | 'partyProbationaryOn'
  | 'partyOfficialOn'
  | 'rankCode'
  | 'degree'
  | 'politicalTheory'
  | 'stateManagement'
  | 'informatics'
  | 'foreignLanguage'
>;

export const AGE_BANDS = ['to30', '31to40', '41to50', '51to60', 'over60', 'unknown'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

const AGE_LIMITS: readonly (readonly [AgeBand, number])[] = [
  ['to30', 30],
  ['31to40', 40],
  ['41to50', 50],
  ['51to60', 60],
];

/**
 * The age band of a person on a day, in completed years. Of who is known only by the year of birth the age is the one
 * reached in the year of the day; by the month, the one reached in its month.
 *
 * @source Circular 11/2012/TT-BNV (recalled, DOMAIN 4.1); partial days are a product decision, docs/decisions/0020-statistics-of-partial-days.md
 */
export function ageBandOf(bornOn: PartialDay | null, on: Day): AgeBand {
  if (bornOn === null) return 'unknown';
  const [year = '', ...rest] = bornOn.split('-');
  const before = rest.join('-') > on.slice(5, bornOn.length);
  const age = Number(on.slice(0, 4)) - Number(year) - (before ? 1 : 0);
  return AGE_LIMITS.find(([, limit]) => age <= limit)?.[0] ?? 'over60';
}

const NONE = /^(khong|khong co|0|-|\/|chua)?$/;

/** Words that say there is something: "Không" and a dash say that there is not. */
export function isStated(text: string | null): boolean {
  return text !== null && !NONE.test(folded(text));
}

/** Anybody of another people than the Kinh, where the people is known. @source Circular 11/2012/TT-BNV (recalled) */
export function isMinority(ethnicity: string | null): boolean {
  return isStated(ethnicity) && folded(ethnicity ?? '') !== 'kinh';
}

/** Admitted to the Party, on probation too. @source Circular 11/2012/TT-BNV (recalled) */
export function isPartyMember(
  person: Pick<CountedPerson, 'partyProbationaryOn' | 'partyOfficialOn'>,
): boolean {
  return person.partyOfficialOn !== null || person.partyProbationaryOn !== null;
}

export const THEORY_LEVELS = ['high', 'intermediate', 'primary', 'none'] as const;
export type TheoryLevel = (typeof THEORY_LEVELS)[number];

/** The level of political theory that words name; none where they name no level. @source Circular 11/2012/TT-BNV (recalled) */
export function theoryLevelOf(text: string | null): TheoryLevel {
  const words = folded(text ?? '');
  if (/cu nhan|cao cap|\bcc\b|\bcn\b/.test(words)) return 'high';
  if (/trung cap|\btc\b/.test(words)) return 'intermediate';
  return /so cap|\bsc\b/.test(words) ? 'primary' : 'none';
}

export const MANAGEMENT_LEVELS = ['senior', 'principal', 'specialist', 'other', 'none'] as const;
export type ManagementLevel = (typeof MANAGEMENT_LEVELS)[number];

/** The rank whose course in state management somebody took. @source Circular 11/2012/TT-BNV (recalled) */
export function managementLevelOf(text: string | null): ManagementLevel {
  const words = folded(text ?? '');
  if (/cao cap|cvcc/.test(words)) return 'senior';
  if (/chuyen vien chinh|cvc\b/.test(words)) return 'principal';
  if (/chuyen vien|\bcv\b/.test(words)) return 'specialist';
  return isStated(text) ? 'other' : 'none';
}

export const RANK_LEVELS = ['5', '4', '3', '2', '1', 'unknown'] as const;
export type RankLevel = (typeof RANK_LEVELS)[number];

/** The step of a person's rank on its ladder, 5 the highest; unknown without a rank of the catalogue. */
export function rankLevelOf(
  rankCode: string | null,
  levels: ReadonlyMap<string, number>,
): RankLevel {
  const level = String(levels.get(rankCode ?? '') ?? 'unknown');
  return RANK_LEVELS.find((each) => each === level) ?? 'unknown';
}

export type DegreeOrNone = Degree | 'unknown';

/** How many people each line of the statistics counts, by the key of its column. */
export type Counts = Readonly<Record<string, number>>;

/**
 * Quantity and quality of a group of people. Each family of columns (`rank.`, `degree.`, `theory.`, `management.`, `age.`)
 * sums to `total`.
 *
 * @source Circular 11/2012/TT-BNV (recalled, DOMAIN 4.1)
 */
export function statisticsOf(
  people: readonly CountedPerson[],
  { on, rankLevels }: { readonly on: Day; readonly rankLevels: ReadonlyMap<string, number> },
): Counts {
  const counts: Record<string, number> = { total: people.length };
  const add = (key: string): void => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const person of people) {
    if (person.sex === 'female') add('women');
    if (isPartyMember(person)) add('party');
    if (isMinority(person.ethnicity)) add('minority');
    if (isStated(person.religion)) add('religion');
    if (isStated(person.informatics)) add('informatics');
    if (isStated(person.foreignLanguage)) add('foreignLanguage');
    add(`rank.${rankLevelOf(person.rankCode, rankLevels)}`);
    add(`degree.${person.degree ?? 'unknown'}`);
    add(`theory.${theoryLevelOf(person.politicalTheory)}`);
    add(`management.${managementLevelOf(person.stateManagement)}`);
    add(`age.${ageBandOf(person.bornOn, on)}`);
  }
  return counts;
}
