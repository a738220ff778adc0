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

/** Four digits. */
const COEFFICIENT_SCALE = 10_000;
const ROUNDING = 1e-9;

/** What the law of a day makes of coefficients. */
export interface SalaryContext {
  /** Whole VND. */
  readonly base: number;
  readonly publicServicePercent: number;
}

/**
 * Reads the law once for many people.
 *
 * @param lastDay the law of the last day of service, by which the base salary is taken.
 * @throws NotFound when a parameter is missing.
 */
export function salaryContext(
  parameters: ParameterValues,
  lastDay: ParameterValues,
): SalaryContext {
  return {
    base: numberOf(lastDay, 'salary.base-monthly-vnd'),
    publicServicePercent: numberOf(parameters, 'payout.salary.public-service-percent'),
  };
}

/**
 * The monthly salary is the sum of coefficients times the base salary of the last day of service: step, position allowance,
 * over-grade seniority of the step, and the public-service allowance of all three.
 *
 * @returns null where the file has no coefficient.
 * @source Circular 01/2025/TT-BNV of 2025-01-17, art. 3 (which allowances count); Decree 161/2026/NĐ-CP (base salary)
 */
export function monthlySalary(
  { coefficient, positionAllowance, overGradePercent }: PayInputs,
  { base, publicServicePercent }: SalaryContext,
): MonthlySalary | null {
  if (coefficient === null) return null;
  const allowance = positionAllowance ?? 0;
  const overGrade = (coefficient * (overGradePercent ?? 0)) / 100;
  const service = ((coefficient + allowance + overGrade) * publicServicePercent) / 100;
  const lines = [line('coefficient', coefficient, base)];
  addLine(lines, 'position-allowance', allowance, base);
  addLine(lines, 'over-grade', overGrade, base);
  addLine(lines, 'public-service', service, base);
  let amount = 0;
  for (const each of lines) amount += each.amount;
  return { base, lines, amount };
}

/** A line that makes nothing is not shown. */
function addLine(lines: SalaryLine[], code: SalaryLine['code'], of: number, base: number): void {
  if (Math.round(of * base) > 0) lines.push(line(code, of, base));
}

function line(code: SalaryLine['code'], of: number, base: number): SalaryLine {
  return { code, coefficient: rounded(of, COEFFICIENT_SCALE), amount: Math.round(of * base) };
}

/** Half up, whatever binary makes of the last digit. */
function rounded(value: number, scale: number): number {
  return Math.round(value * scale + ROUNDING) / scale;
}
