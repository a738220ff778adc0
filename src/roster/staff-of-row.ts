import type { StaffDetails, StaffRow } from '../registry/staff-row.js';
import type { Day } from '../shared/day.js';
import type { ResolvedRow } from './resolve.plan.js';
import type { RosterRecord } from './record.js';

/** Identity of a row's person: the personal number, else the row itself. */
export function staffKey(record: RosterRecord, batchId: number): string {
  return record.personalNumber ?? `${batchId}/${record.file}/${record.sheet}/${record.row}`;
}

/** The person that a row describes. @param rankCodes ranks of the catalogue; another one is left out, a warning told so. */
export function staffOfRow(
  { record, homeUnitId, majorGroup }: ResolvedRow,
  key: string,
  rankCodes: ReadonlySet<string>,
): StaffRow {
  return {
    key,
    personalNumber: record.personalNumber,
    fullName: record.fullName,
    sex: record.sex,
    bornOn: record.bornOn,
    ethnicity: record.ethnicity,
    religion: record.religion,
    homeText: record.homeText,
    homeUnitId,
    addressText: record.addressText,
    recruitedOn: record.recruitedOn,
    partyProbationaryOn: record.partyProbationaryOn,
    partyOfficialOn: record.partyOfficialOn,
    generalEducation: record.generalEducation,
    degree: record.degree,
    major: record.major,
    majorGroup,
    studyMode: record.studyMode,
    school: record.school,
    politicalTheory: record.politicalTheory,
    stateManagement: record.stateManagement,
    foreignLanguage: record.foreignLanguage,
    informatics: record.informatics,
    certificates: record.certificates,
    rankCode: record.rank !== null && rankCodes.has(record.rank) ? record.rank : null,
    step: record.step,
    coefficient: record.coefficient,
    stepOn: record.stepOn,
    positionAllowance: record.positionAllowance,
    overGradePercent: record.overGradePercent,
    plannedTitle: record.plannedTitle,
    insuranceYears: record.insuranceYears,
    spousePersonalNumber: record.spousePersonalNumber,
    note: record.note,
    unknownColumns: record.unknown,
  };
}

/** @param asOf the roster tells of this day, so its conditions are known from then on. */
export function detailsOfRow(record: RosterRecord, staffId: number, asOf: Day): StaffDetails {
  const { ratings, minorityLanguages, conditions, wish } = record;
  return {
    staffId,
    ratings,
    languages: [...new Set(minorityLanguages)],
    conditions: conditions.map((each) => ({
      case: each.case,
      startsOn: asOf,
      liftedByRequest: each.liftedByRequest,
      note: each.text,
    })),
    wish: wish && {
      kind: wish.kind,
      communes: wish.communes,
      accepted: wish.accepted,
      note: wish.text,
    },
  };
}
