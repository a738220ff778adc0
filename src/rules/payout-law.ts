import { numberOf, textOf, wholeNumberOf, type ParameterValues } from './parameters.js';

/** Salaries for the years of insurance. */
export interface InsuranceLaw {
  readonly fromYears: number;
  readonly firstSalaries: number;
  readonly eachMore: number;
}

/** A rate for who leaves in the first months, and for who leaves later. */
export interface LumpRates {
  readonly first: number;
  readonly later: number;
}

export interface Law178 {
  readonly article: string;
  readonly firstMonths: number;
  readonly maxMonths: number;
  readonly caseAFromMonths: number;
  readonly caseBAboveMonths: number;
  readonly caseBToMonths: number;
  /** Near the age are cases A and C, far from it is B. */
  readonly lump: { readonly near: LumpRates; readonly far: LumpRates };
  readonly year: { readonly near: number; readonly far: number };
  readonly insurance: InsuranceLaw;
  readonly severance: {
    readonly lump: LumpRates;
    readonly year: number;
    readonly jobSearch: number;
  };
}

interface LeavingRates {
  readonly salaries: number;
  readonly year: number;
}

export interface Law154 {
  readonly article: string;
  readonly early: {
    readonly fromMonths: number;
    readonly toMonths: number;
    readonly year: number;
    readonly minYears: number;
    readonly insurance: InsuranceLaw;
  };
  readonly leaving: { readonly 'move-out': LeavingRates; readonly leave: LeavingRates };
  readonly study: {
    readonly belowAgeYears: number;
    readonly salaryMonths: number;
    readonly feeSalaries: number;
    readonly salaries: number;
  };
}

/** What the law of a day pays to who leaves; null = the decree is not in force. */
export interface PayoutContext {
  readonly halfUntilMonths: number;
  readonly decree178: Law178 | null;
  readonly decree154: Law154 | null;
}

/** Reads the law once for many people. @throws NotFound when a parameter of a decree in force is missing. */
export function payoutContext(parameters: ParameterValues): PayoutContext {
  const has = (key: string): boolean => Object.hasOwn(parameters, key);
  return {
    halfUntilMonths: wholeNumberOf(parameters, 'payout.rounding.half-until-months'),
    decree178: has('payout.178.article') ? law178(parameters) : null,
    decree154: has('payout.154.article') ? law154(parameters) : null,
  };
}

function law178(parameters: ParameterValues): Law178 {
  const months = (name: string) => wholeNumberOf(parameters, `payout.178.${name}`);
  const rate = (name: string) => numberOf(parameters, `payout.178.${name}`);
  const lump = (name: string) => ({ first: rate(`${name}.first`), later: rate(`${name}.later`) });
  return {
    article: textOf(parameters, 'payout.178.article'),
    firstMonths: months('first-months'),
    maxMonths: months('max-months'),
    caseAFromMonths: months('case-a.from-months'),
    caseBAboveMonths: months('case-b.above-months'),
    caseBToMonths: months('case-b.to-months'),
    lump: { near: lump('lump.near'), far: lump('lump.far') },
    year: { near: rate('year.near'), far: rate('year.far') },
    insurance: insuranceLaw('payout.178.insurance', parameters),
    severance: {
      lump: lump('severance.lump'),
      year: rate('severance.year'),
      jobSearch: rate('severance.job-search'),
    },
  };
}

function law154(parameters: ParameterValues): Law154 {
  const rate = (name: string) => numberOf(parameters, `payout.154.${name}`);
  const leaving = (how: string) => ({
    salaries: rate(`${how}.salaries`),
    year: rate(`${how}.year`),
  });
  return {
    article: textOf(parameters, 'payout.154.article'),
    early: {
      fromMonths: rate('early.from-months'),
      toMonths: rate('early.to-months'),
      year: rate('early.year'),
      minYears: rate('early.insurance.min-years'),
      insurance: insuranceLaw('payout.154.early.insurance', parameters),
    },
    leaving: { 'move-out': leaving('move-out'), leave: leaving('leave') },
    study: {
      belowAgeYears: rate('study.below-age-years'),
      salaryMonths: rate('study.salary-months'),
      feeSalaries: rate('study.fee-salaries'),
      salaries: rate('study.salaries'),
    },
  };
}

function insuranceLaw(prefix: string, parameters: ParameterValues): InsuranceLaw {
  return {
    fromYears: numberOf(parameters, `${prefix}.from-years`),
    firstSalaries: numberOf(parameters, `${prefix}.first-salaries`),
    eachMore: numberOf(parameters, `${prefix}.each-more`),
  };
}
