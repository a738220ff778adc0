import type { Day } from '../shared/day.js';

/** `A` 2 to 5 years before the age, `B` more than 5 to 10, `C` less than 2. */
export type EarlyCase = 'A' | 'B' | 'C';

/** What decides the amounts, beside the salary. */
export interface PayoutFacts {
  /** The first day no longer in service. */
  readonly leavingOn: Day;
  /** The first day after the lawful age; null = not known. */
  readonly retiresOn: Day | null;
  readonly reorganisedOn: Day;
  /** Years of compulsory insurance, rounded to halves; null = not known. */
  readonly insuranceYears: number | null;
  /** Whole years of age on the day of leaving; null = not known. */
  readonly ageYears: number | null;
  /** Whole VND a month. */
  readonly salary: number;
}

/** One line of a pay-out: so many salaries, and what they make. */
export interface PayoutLine {
  readonly code: string;
  /** Months, years or 1: what the rate is multiplied with. */
  readonly times: number;
  /** Monthly salaries for each of them. */
  readonly rate: number;
  readonly amount: number;
}

export type PayoutScheme =
  '178-early' | '178-severance' | '154-early' | '154-move-out' | '154-leave' | '154-study';

export interface Payout {
  readonly scheme: PayoutScheme;
  readonly case: EarlyCase | null;
  readonly article: string;
  /** Empty where the person has no claim to it. */
  readonly lines: readonly PayoutLine[];
  readonly amount: number;
  /** What the file lacks; what it would add is not in the amount. */
  readonly missing: readonly ('insurance' | 'birth')[];
  /** Why there is no claim; null = there is one. */
  readonly refused: string | null;
}

export const BIRTH_MISSING = 'Hồ sơ thiếu ngày sinh hoặc giới tính.';
export const AGE_REACHED = 'Đã đến tuổi nghỉ hưu.';

/** Who has reached the age retires: nothing else is paid. False where the age is not known. */
export function hasReachedAge({ leavingOn, retiresOn }: PayoutFacts): boolean {
  return retiresOn !== null && retiresOn <= leavingOn;
}

export function outOfSpan(months: number): string {
  return months <= 0
    ? AGE_REACHED
    : `Còn ${months} tháng đến tuổi nghỉ hưu, ngoài khoảng được hưởng.`;
}

const NOTHING: Payout['missing'] = [];
const INSURANCE: Payout['missing'] = ['insurance'];
const BIRTH: Payout['missing'] = ['birth'];
const NO_LINES: readonly PayoutLine[] = [];

export function insuranceMissing({ insuranceYears }: PayoutFacts): Payout['missing'] {
  return insuranceYears === null ? INSURANCE : NOTHING;
}

export function line(code: string, times: number, rate: number, salary: number): PayoutLine {
  return { code, times, rate, amount: Math.round(times * rate * salary) };
}

export function payout(
  scheme: PayoutScheme,
  article: string,
  lines: readonly PayoutLine[],
  missing: Payout['missing'] = NOTHING,
  found: EarlyCase | null = null,
): Payout {
  let amount = 0;
  for (const each of lines) amount += each.amount;
  return { scheme, case: found, article, lines, amount, missing, refused: null };
}

export function refusedFor(scheme: PayoutScheme, article: string, refused: string): Payout {
  const missing = refused === BIRTH_MISSING ? BIRTH : NOTHING;
  return { scheme, case: null, article, lines: NO_LINES, amount: 0, missing, refused };
}
