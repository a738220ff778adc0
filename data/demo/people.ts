import type { Degree, Sex } from '../../src/rules/vocabulary.js';
import type { Day } from '../../src/shared/day.js';
import { leavingText, plannedTitleOf, wishTextOf } from './ambitions.js';
import { birthOf, sexOf } from './ages.js';
import { partyDatesOf, payOf, recruitedFor, yearsBetween, EVE } from './careers.js';
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

const CONDITION_SHARE = 0.045;
const CONDITION_SHARE_OF_STUCK = 0.012;

/** What is drawn first and decides the rest of a life. */
interface Draft {
  readonly who: Employment;
  readonly early: boolean;
  readonly chance: Chance;
  readonly sex: Sex;
  readonly bornOn: Day;
  readonly ethnicity: string;
  readonly recruitedOn: Day;
  readonly degree: Degree;
  readonly majorGroup: string;
  readonly rank: string;
}

function draftOf(who: Employment, at: number, early: boolean, makings: Makings): Draft {
  const chance = new Chance(makings.seed, `person ${at}`);
  const sex = sexOf(who, chance);
  const bornOn = birthOf(who, sex, early, chance);
  const recruitedOn = recruitedFor(bornOn, chance);
  const degree = degreeFor(who, chance);
  return {
    who,
    early,
    chance,
    sex,
    bornOn,
    ethnicity: ethnicityIn(who.districtCode, chance),
    recruitedOn,
    degree,
    majorGroup: makings.majors.groupFor(who),
    rank: rankFor(who, degree, yearsBetween(recruitedOn, EVE), chance),
  };
}

function identityOf({ sex, bornOn, ethnicity, chance }: Draft, numbers: NumberIssuer) {
  return {
    personalNumber: numbers.issue(sex, bornOn, ethnicity),
    fullName: nameOf(ethnicity, sex, chance),
    sex,
    bornOn,
    bornShown: shownDay(bornOn, chance),
    ethnicity,
    religion: religionOf(ethnicity, chance),
    languages: languagesOf(ethnicity, chance),
    spousePersonalNumber: null,
  };
}

function placesOf({ who, chance }: Draft, { geography, workplaces }: Makings) {
  const oldCode = who.origin === 'commune' ? who.unitCode : null;
  const homeCode = homeFor({ oldCode, districtCode: who.districtCode }, geography, chance);
  return {
    homeCode,
    homeText: placeText(homeCode, geography),
    addressText: placeText(oldCode ?? workplaces.seatOf(who.districtCode), geography),
    origin: who.origin,
    districtCode: who.districtCode,
    unitCode: who.unitCode,
    ...workplaces.of(who, chance),
  };
}

function careerOf({ who, recruitedOn, rank, chance }: Draft) {
  return {
    positionCode: who.title,
    block: who.block,
    recruitedOn,
    recruitedShown: shownDay(recruitedOn, chance),
    party: partyDatesOf(recruitedOn, leads(who.title) || who.block === 'party', chance),
    rank,
    pay: payOf(rank, recruitedOn),
    positionAllowance: allowanceOf(who.title),
    insuranceYears: insuranceYearsOf(recruitedOn, chance),
    ratings: ratingsOf(recruitedOn, chance),
  };
}

function schoolingOf(draft: Draft, majors: MajorDraw) {
  const { who, bornOn, recruitedOn, degree, majorGroup, rank, chance } = draft;
  return {
    generalEducation: chance.happens(bornOn < '1978' ? 0.1 : 0.005) ? '10/10' : '12/12',
    degree,
    degreeText: degreeTextOf(degree, chance),
    major: majors.spellingOf(majorGroup),
    majorGroup,
    studyMode: studyModeOf(recruitedOn, chance),
    school: schoolOf(majorGroup, degree, chance),
    politicalTheory: politicalTheoryOf(leads(who.title), chance),
    stateManagement: stateManagementOf(rank, chance),
    foreignLanguage: foreignLanguageOf(majorGroup, chance),
    informatics: informaticsOf(majorGroup, chance),
    certificates: certificatesOf(majorGroup, chance),
  };
}

function certificatesOf(group: string, chance: Chance): string[] {
  const isAccountant = group === 'accounting' && chance.happens(0.3);
  return isAccountant ? ['Chứng chỉ kế toán trưởng'] : [];
}

function prospectsOf({ who, early, sex, bornOn, chance }: Draft, makings: Makings) {
  const { geography, workplaces } = makings;
  const leaves = who.role === 'leaver';
  const isGiven = who.role === 'given';
  const share = who.role === 'stuck' ? CONDITION_SHARE_OF_STUCK : CONDITION_SHARE;
  const hasCase = !leaves && !isGiven && chance.happens(share);
  const commune = geography.newCommunes.get(who.communeCode ?? '');
  return {
    plannedTitle: leaves ? null : plannedTitleOf(who, chance),
    condition: hasCase ? conditionOf({ sex, bornOn }, chance) : null,
    leaves,
    wishText: leaves ? leavingText(early) : wishTextOf(who, geography, chance),
    proposedUnit: isGiven ? (commune?.name ?? null) : null,
    proposedPosition: isGiven ? workplaces.newTitleOf(who.positionCode ?? '') : null,
    note: null,
  };
}

function personOf(draft: Draft, makings: Makings, numbers: NumberIssuer): DemoPerson {
  return {
    ...identityOf(draft, numbers),
    ...placesOf(draft, makings),
    ...careerOf(draft),
    ...schoolingOf(draft, makings.majors),
    ...prospectsOf(draft, makings),
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
    personOf(
      draftOf(who, at, who.role === 'leaver' && !otherwise.has(who), makings),
      makings,
      numbers,
    ),
  );
}
