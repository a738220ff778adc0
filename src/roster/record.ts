import type { PartialDay } from '../shared/day.js';
import type { Degree, NoGoCase, Sex, WishKind } from '../rules/vocabulary.js';

/** Where a row stands: as Excel shows it. */
export interface RowPlace {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/**
 * One person's row of a roster as read: every value is what the cell says or null, nothing is guessed. Codes are resolved
 * later, against the registry of the day; `unitText` and `positionText` keep the sender's words.
 */
export interface RosterRecord extends RowPlace {
  readonly fullName: string;
  readonly personalNumber: string | null;
  readonly sex: Sex | null;
  readonly bornOn: PartialDay | null;
  readonly ethnicity: string | null;
  readonly religion: string | null;
  readonly homeText: string | null;
  readonly addressText: string | null;
  /** The unit by column, else by the section row above, else by the sheet's name or title. */
  readonly unitText: string | null;
  readonly positionText: string | null;
  readonly recruitedOn: PartialDay | null;
  readonly partyProbationaryOn: PartialDay | null;
  readonly partyOfficialOn: PartialDay | null;
  readonly generalEducation: string | null;
  readonly degree: Degree | null;
  readonly major: string | null;
  readonly studyMode: string | null;
  readonly school: string | null;
  readonly politicalTheory: string | null;
  readonly stateManagement: string | null;
  readonly foreignLanguage: string | null;
  readonly informatics: string | null;
  readonly minorityLanguages: readonly string[];
  readonly certificates: readonly string[];
  readonly rank: string | null;
  readonly step: number | null;
  readonly coefficient: number | null;
  readonly stepOn: PartialDay | null;
  readonly positionAllowance: number | null;
  readonly overGradePercent: number | null;
  /** Year → rating as typed. */
  readonly ratings: Readonly<Record<string, string>>;
  readonly plannedTitle: string | null;
  readonly insuranceYears: number | null;
  readonly spousePersonalNumber: string | null;
  readonly conditions: readonly RosterCondition[];
  readonly wish: RosterWish | null;
  /** "Dự kiến bố trí": unit, division, position, as typed. */
  readonly proposedUnitText: string | null;
  readonly proposedPositionText: string | null;
  readonly note: string | null;
  /** Columns that we do not know, by their label; given back on export. */
  readonly unknown: Readonly<Record<string, string>>;
}

export interface RosterCondition {
  readonly case: NoGoCase;
  readonly liftedByRequest: boolean;
  readonly text: string;
}

export interface RosterWish {
  readonly kind: WishKind;
  /** Names of communes as typed, in order of choice. */
  readonly communes: readonly string[];
  /** Registered and accepted by the province ("đã đăng ký", "đã duyệt"): the person leaves. */
  readonly accepted: boolean;
  readonly text: string;
}
