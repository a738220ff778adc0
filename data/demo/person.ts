import type { Block, Degree, NoGoCase, Sex } from '../../src/rules/vocabulary.js';
import type { Day, PartialDay } from '../../src/shared/day.js';
import type { Pay, PartyDates } from './careers.js';

export type Origin = 'district' | 'commune' | 'public-service';

/** An invented person, as the roster of the old district shows them. */
export interface DemoPerson {
  readonly personalNumber: string;
  readonly fullName: string;
  readonly sex: Sex;
  readonly bornOn: Day;
  /** What the cell says of the birth: most often the day, at times only the month or the year. */
  readonly bornShown: PartialDay;
  readonly ethnicity: string;
  readonly religion: string;
  /** Code of the old commune of the home place, and "Xã X, huyện Y". */
  readonly homeCode: string;
  readonly homeText: string;
  readonly addressText: string;
  readonly origin: Origin;
  readonly districtCode: string;
  /** Code of the old unit: a district or a commune. */
  readonly unitCode: string;
  readonly unitText: string;
  readonly sectionText: string;
  readonly positionCode: string;
  readonly positionText: string;
  readonly block: Block;
  readonly recruitedOn: Day;
  readonly recruitedShown: PartialDay;
  readonly party: PartyDates | null;
  readonly generalEducation: string;
  readonly degree: Degree;
  readonly degreeText: string;
  readonly major: string;
  readonly majorGroup: string;
  readonly studyMode: string;
  readonly school: string;
  readonly politicalTheory: string;
  readonly stateManagement: string;
  readonly foreignLanguage: string;
  readonly informatics: string;
  readonly languages: readonly string[];
  readonly certificates: readonly string[];
  readonly rank: string;
  readonly pay: Pay;
  readonly positionAllowance: number | null;
  readonly ratings: readonly [string | null, string | null, string | null];
  readonly plannedTitle: string | null;
  readonly insuranceYears: number;
  readonly spousePersonalNumber: string | null;
  readonly condition: DemoCondition | null;
  readonly wishText: string | null;
  readonly leaves: boolean;
  readonly proposedUnit: string | null;
  readonly proposedPosition: string | null;
  readonly note: string | null;
}

export interface DemoCondition {
  readonly case: NoGoCase;
  readonly liftedByRequest: boolean;
  readonly text: string;
}
