import { numberOf, type ParameterValues } from './parameters.js';

/** What a month of service is paid, as far as the file tells. */
export interface PayInputs {
  readonly coefficient: number | null;
  readonly positionAllowance: number | null;
  readonly overGradePercent: number | null;
}

/** One line of a monthly salary: a coefficient and what it makes in money. */
export interface SalaryLine {
  readonly code: 'coefficient' | 'position-allowance' | 'over-grade' | 'public-service';
  readonly coefficient: number;
  readonly amount: number;
}

export interface MonthlySalary {
  readonly base: number;
  readonly lines: readonly SalaryLine[];
  /** Whole VND. */
  readonly amount: number;
}

const COEFFICIENT_DIGITS = 4;
const ROUNDING = 1e-9;

/**
 * The monthly salary is the sum of coefficients times the base salary of the last day of service: step, position allowance,
 * over-grade seniority of the step, and the public-service allowance of all three.
 *
 * @returns null where the file has no coefficient.
 * @source Circular 01/2025/TT-BNV of 2025-01-17, art. 3 (which allowances count); Decree 161/2026/NĐ-CP (base salary)
 */
export function monthlySalary(
  { coefficient, positionAllowance, overGradePercent }: PayInputs,
  base: number,
  parameters: ParameterValues,
): MonthlySalary | null {
  if (coefficient === null) return null;
  const allowance = positionAllowance ?? 0;
  const overGrade = (coefficient * (overGradePercent ?? 0)) / 100;
  const percent = numberOf(parameters, 'payout.salary.public-service-percent');
  const line = (code: SalaryLine['code'], of: number): SalaryLine => ({
    ...{ code, coefficient: rounded(of, COEFFICIENT_DIGITS) },
    amount: Math.round(of * base),
  });
  const lines = [
    line('coefficient', coefficient),
    line('position-allowance', allowance),
    line('over-grade', overGrade),
    line('public-service', ((coefficient + allowance + overGrade) * percent) / 100),
  ].filter(({ code, amount }) => code === 'coefficient' || amount > 0);
  return { base, lines, amount: lines.reduce((sum, { amount }) => sum + amount, 0) };
}

/** Half up, whatever binary makes of the last digit. */
function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale + ROUNDING) / scale;
}
