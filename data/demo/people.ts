import type { Degree, Sex } from '../../src/rules/vocabulary.js';
import type { Day } from '../../src/shared/day.js';
import { leavingText, plannedTitleOf, wishTextOf } from './ambitions.js';
import { bornAged, partyDatesOf, payOf, recruitedFor, yearsBetween, EVE } from './careers.js';
import { homeFor, placeText, type Geography } from './geography.js';
import { NumberIssuer } from './identity.js';
import type { MajorDraw } from './majors.js';
import { ethnicityIn, languagesOf, nameOf, religionOf } from './names.js';
import type { DemoPerson } from './person.js';
import { LEAVING_OTHERWISE } from './plan/figures.js';
import type { Employment } from './plan/employment.js';
import { leads } from './plan/titles.js';
import { Chance } from './random.js';
import {
  degreeTextOf,
  foreignLanguageOf,
  informaticsOf,
  politicalTheoryOf,
  schoolOf,
  stateManagementOf,
  studyModeOf,
} from './schooling.js';
import { conditionOf, insuranceYearsOf, ratingsOf, shownDay } from './service.js';
import { allowanceOf, degreeFor, rankFor } from './training.js';
import type { WorkplaceTexts } from './workplace.js';

/** What people are made of. */
export interface Makings {
  readonly seed: number;
  readonly geography: Geography;
  readonly majors: MajorDraw;
  readonly workplaces: WorkplaceTexts;
}

const MALE_SHARE = 0.62;
const CONDITION_SHARE = 0.045;
const CONDITION_SHARE_OF_STUCK = 0.012;

function sexOf(who: Employment, chance: Chance): Sex {
  if (who.block === 'military' || /-CCB/.test(who.title)) return 'male';
  if (/-PN/.test(who.title)) return 'female';
  return chance.happens(MALE_SHARE) ? 'male' : 'female';
}

/** Ages by title, youngest and oldest. */
const AGES: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/-DTN/, [26, 36]],
  [/-CCB/, [42, 57]],
  [/^H-(BT|PBT|CT|PCT|CT-HDND|PCT-HDND)$/, [43, 56]],
  [/^H-(BAN-..|DANG-TB|UBKT-CN|MT-CT|SN-GD|TTCT-GD|\w+-TP)$/, [39, 56]],
  [/^X-(BT|CT|CT-HDND)$/, [35, 56]],
];
const OLDEST_WOMAN = 53;

function agesOf(who: Employment): readonly [number, number] {
  const known = AGES.find(([pattern]) => pattern.test(who.title))?.[1];
  return known ?? [leads(who.title) || who.planned ? 32 : 24, 56];
}

/** Early retirees are in their fifties and have not reached the age of the law; other people are of any age. */
function birthOf(who: Employment, sex: Sex, early: boolean, chance: Chance): Day {
  if (early) return sex === 'male' ? bornAged(51, 59, chance) : bornAged(50, 55, chance);
  const [youngest, oldest] = agesOf(who);
  const top = sex === 'female' ? Math.min(oldest, OLDEST_WOMAN) : oldest;
  const age = Math.max(youngest, chance.between(youngest, top) - chance.between(0, 6));
  return bornAged(age, age, chance);
}

function schooling(
  degree: Degree,
  group: string,
  who: Employment,
  recruitedOn: Day,
  chance: Chance,
) {
  return {
    degree,
    degreeText: degreeTextOf(degree, chance),
    majorGroup: group,
    studyMode: studyModeOf(recruitedOn, chance),
    school: schoolOf(group, degree, chance),
    politicalTheory: politicalTheoryOf(leads(who.title), chance),
    foreignLanguage: foreignLanguageOf(group, chance),
    informatics: informaticsOf(group, chance),
  };
}

function certificatesOf(group: string, chance: Chance): string[] {
  const isAccountant = group === 'accounting' && chance.happens(0.3);
  return isAccountant ? ['Chứng chỉ kế toán trưởng'] : [];
}

function standing(
  who: Employment,
  early: boolean,
  makings: Makings,
  life: { readonly sex: Sex; readonly bornOn: Day; readonly recruitedOn: Day },
  chance: Chance,
) {
  const leaves = who.role === 'leaver';
  const share = who.role === 'stuck' ? CONDITION_SHARE_OF_STUCK : CONDITION_SHARE;
  const isGiven = who.role === 'given';
  return {
    ratings: ratingsOf(life.recruitedOn, chance),
    plannedTitle: leaves ? null : plannedTitleOf(who, chance),
    condition: !leaves && !isGiven && chance.happens(share) ? conditionOf(life, chance) : null,
    leaves,
    wishText: leaves ? leavingText(early) : wishTextOf(who, makings.geography, chance),
    proposedUnit: isGiven
      ? (makings.geography.newCommunes.get(who.communeCode ?? '')?.name ?? null)
      : null,
    proposedPosition: isGiven ? makings.workplaces.newTitleOf(who.positionCode ?? '') : null,
    note: null,
  };
}

function personOf(
  who: Employment,
  at: number,
  early: boolean,
  makings: Makings,
  numbers: NumberIssuer,
): DemoPerson {
  const chance = new Chance(makings.seed, `person ${at}`);
  const { geography, majors, workplaces } = makings;
  const sex = sexOf(who, chance);
  const bornOn = birthOf(who, sex, early, chance);
  const ethnicity = ethnicityIn(who.districtCode, chance);
  const recruitedOn = recruitedFor(bornOn, chance);
  const oldCode = who.origin === 'commune' ? who.unitCode : null;
  const homeCode = homeFor({ oldCode, districtCode: who.districtCode }, geography, chance);
  const degree = degreeFor(who, chance);
  const group = majors.groupFor(who);
  const rank = rankFor(who, degree, yearsBetween(recruitedOn, EVE), chance);
  return {
    personalNumber: numbers.issue(sex, bornOn, ethnicity),
    fullName: nameOf(ethnicity, sex, chance),
    sex,
    bornOn,
    bornShown: shownDay(bornOn, chance),
    ethnicity,
    religion: religionOf(ethnicity, chance),
    homeCode,
    homeText: placeText(homeCode, geography),
    addressText: placeText(oldCode ?? workplaces.seatOf(who.districtCode), geography),
    origin: who.origin,
    districtCode: who.districtCode,
    unitCode: who.unitCode,
    ...workplaces.of(who, chance),
    positionCode: who.title,
    block: who.block,
    recruitedOn,
    recruitedShown: shownDay(recruitedOn, chance),
    party: partyDatesOf(recruitedOn, leads(who.title) || who.block === 'party', chance),
    generalEducation: chance.happens(bornOn < '1978' ? 0.1 : 0.005) ? '10/10' : '12/12',
    ...schooling(degree, group, who, recruitedOn, chance),
    major: majors.spellingOf(group),
    stateManagement: stateManagementOf(rank, chance),
    languages: languagesOf(ethnicity, chance),
    certificates: certificatesOf(group, chance),
    rank,
    pay: payOf(rank, recruitedOn),
    positionAllowance: allowanceOf(who.title),
    insuranceYears: insuranceYearsOf(recruitedOn, chance),
    spousePersonalNumber: null,
    ...standing(who, early, makings, { sex, bornOn, recruitedOn }, chance),
  };
}

/** Everybody in the order of their employments; of those who leave the last 18 do so otherwise than by retiring early. */
export function peopleOf(employments: readonly Employment[], makings: Makings): DemoPerson[] {
  const numbers = new NumberIssuer(new Chance(makings.seed, 'numbers'));
  const leavers = employments.filter((who) => who.role === 'leaver');
  const otherwise = new Set(
    new Chance(makings.seed, 'otherwise').shuffled(leavers).slice(0, LEAVING_OTHERWISE),
  );
  return employments.map((who, at) =>
    personOf(who, at, who.role === 'leaver' && !otherwise.has(who), makings, numbers),
  );
}
