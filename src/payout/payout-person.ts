import type { Block, Sex } from '../rules/vocabulary.js';
import type { PartialDay } from '../shared/day.js';

/** A main holder with what a pay-out asks of the file. */
export interface PayoutPerson {
  readonly staffId: number;
  readonly fullName: string;
  readonly bornOn: PartialDay | null;
  readonly sex: Sex | null;
  readonly communeCode: string;
  readonly communeName: string;
  readonly unitName: string;
  readonly positionName: string;
  readonly block: Block | null;
  /** Without a seat. */
  readonly surplus: boolean;
  readonly coefficient: number | null;
  readonly positionAllowance: number | null;
  readonly overGradePercent: number | null;
  readonly insuranceYears: number | null;
}
