import type { ReadRecord } from './roster-reading.js';
import { viewsOf } from './worker/packed-rows.js';

/** A record that says nothing. */
export const NOTHING: ReadRecord = {
  ...{ file: '', sheet: '', row: 0 },
  fullName: '',
  personalNumber: null,
  sex: null,
  bornOn: null,
  ethnicity: null,
  religion: null,
  homeText: null,
  addressText: null,
  unitText: null,
  positionText: null,
  recruitedOn: null,
  partyProbationaryOn: null,
  partyOfficialOn: null,
  generalEducation: null,
  degree: null,
  major: null,
  studyMode: null,
  school: null,
  politicalTheory: null,
  stateManagement: null,
  foreignLanguage: null,
  informatics: null,
  minorityLanguages: [],
  certificates: [],
  rank: null,
  step: null,
  coefficient: null,
  stepOn: null,
  positionAllowance: null,
  overGradePercent: null,
  ratings: {},
  plannedTitle: null,
  insuranceYears: null,
  spousePersonalNumber: null,
  conditions: [],
  wish: null,
  proposedUnitText: null,
  proposedPositionText: null,
  note: null,
  unknown: {},
  blockText: null,
  around: [],
  hints: [],
};

/** All that a record may say. */
export const RECORD_FIELDS = Object.keys(NOTHING) as readonly (keyof ReadRecord)[];

/** Records that stay packed as they came out of the thread: to be read field by field, not to be spread. */
export const recordViews = viewsOf<ReadRecord>(RECORD_FIELDS);

/** A record as an object of its own, wherever it stands. */
export function wholeRecord<Record extends object>(record: Record): Record {
  const whole: globalThis.Record<string, unknown> = { ...NOTHING };
  for (const field of RECORD_FIELDS) whole[field] = record[field as keyof Record];
  return whole as Record;
}
