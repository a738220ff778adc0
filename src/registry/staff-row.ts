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
  readonly ratings: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly conditions: readonly {
    readonly case: NoGoCase;
    readonly startsOn: Day;
    readonly liftedByRequest: boolean;
    readonly note: string;
  }[];
  readonly wish: {
    readonly kind: WishKind;
    readonly communes: readonly string[];
    readonly accepted: boolean;
    readonly note: string;
  } | null;
}
