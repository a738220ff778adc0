import type { Block, Degree, PositionGroup, Sex } from '../../rules/vocabulary.js';
import type { PartialDay } from '../../shared/day.js';

/** One person of a roster that goes out, as the registry has them on its day. Nulls where nothing is known. */
export interface RosterPerson {
  readonly staffId: number;
  /** The registry's own key. */
  readonly key: string;
  readonly fullName: string;
  readonly personalNumber: string | null;
  readonly sex: Sex | null;
  readonly bornOn: PartialDay | null;
  readonly ethnicity: string | null;
  readonly religion: string | null;
  readonly homeText: string | null;
  readonly addressText: string | null;
  /** As a roster may name it: with its superior where another unit bears the same name. */
  readonly unit: string;
  /** The unit over it that is no division: commune, department, district. */
  readonly rootUnit: string;
  readonly rootCode: string;
  readonly position: string;
  readonly group: PositionGroup;
  readonly block: Block;
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
  readonly languages: readonly string[];
  readonly certificates: readonly string[];
  readonly rankCode: string | null;
  readonly step: number | null;
  readonly coefficient: number | null;
  readonly stepOn: PartialDay | null;
  readonly positionAllowance: number | null;
  readonly overGradePercent: number | null;
  readonly insuranceYears: number | null;
  readonly plannedTitle: string | null;
  readonly spousePersonalNumber: string | null;
  readonly note: string | null;
  /** By year. */
  readonly ratings: Readonly<Record<string, string>>;
  /** The words of each condition that holds on the day. */
  readonly conditions: readonly string[];
  /** The words of the last wish. */
  readonly wish: string | null;
  readonly proposedUnit: string | null;
  readonly proposedPosition: string | null;
  /** What the sender's other columns said, by their label. */
  readonly unknown: Readonly<Record<string, string>>;
  /** Holds or held a title that the Party committee manages. */
  readonly closed: boolean;
}
