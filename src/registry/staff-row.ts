import type { Degree, NoGoCase, Sex, WishKind } from '../rules/vocabulary.js';
import type { Day, PartialDay } from '../shared/day.js';

/** A person as the registry keeps them; `key` is the personal number, else batch, sheet and row of the roster. */
export interface StaffRow {
  readonly key: string;
  readonly personalNumber: string | null;
  readonly fullName: string;
  readonly sex: Sex | null;
  readonly bornOn: PartialDay | null;
  readonly ethnicity: string | null;
  readonly religion: string | null;
  readonly homeText: string | null;
  readonly homeUnitId: number | null;
  readonly addressText: string | null;
  readonly recruitedOn: PartialDay | null;
  readonly partyProbationaryOn: PartialDay | null;
  readonly partyOfficialOn: PartialDay | null;
  readonly generalEducation: string | null;
  readonly degree: Degree | null;
  readonly major: string | null;
  readonly majorGroup: string | null;
  readonly studyMode: string | null;
  readonly school: string | null;
  readonly politicalTheory: string | null;
  readonly stateManagement: string | null;
  readonly foreignLanguage: string | null;
  readonly informatics: string | null;
  readonly certificates: readonly string[];
  readonly rankCode: string | null;
  readonly step: number | null;
  readonly coefficient: number | null;
  readonly stepOn: PartialDay | null;
  readonly positionAllowance: number | null;
  readonly overGradePercent: number | null;
  readonly plannedTitle: string | null;
  readonly insuranceYears: number | null;
  readonly spousePersonalNumber: string | null;
  readonly note: string | null;
  readonly unknownColumns: Readonly<Record<string, string>>;
}

/** What hangs on a person besides the columns of `staff`. */
export interface StaffDetails {
  readonly staffId: number;
  /** Year → rating. */
  readonly ratings: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly conditions: readonly StaffCase[];
  readonly wish: StaffWish | null;
}

export interface StaffCase {
  readonly case: NoGoCase;
  readonly startsOn: Day;
  readonly liftedByRequest: boolean;
  readonly note: string;
}

export interface StaffWish {
  /** It stands as somebody recorded it on the page; absent = nobody did. */
  readonly recorded?: boolean;
  readonly kind: WishKind;
  readonly communes: readonly string[];
  readonly accepted: boolean;
  readonly note: string;
}

/** What hangs on a person on a day, as the registry has it. */
export interface DetailsOnDay extends StaffDetails {
  /** In the order of `conditions`. */
  readonly conditionIds: readonly number[];
}

/** New details of a person; what is absent stays as it is. */
export interface DetailsChange extends Partial<Omit<StaffDetails, 'staffId' | 'conditions'>> {
  readonly staffId: number;
  readonly conditions?: {
    /** Ids of conditions that end on the day. */
    readonly ended: readonly number[];
    readonly added: readonly StaffCase[];
  };
}
