import { addDays, type Day } from '../../src/shared/day.js';
import type { Chance } from './random.js';

/** The eve of the reorganisation: what the rosters describe. */
export const EVE: Day = '2025-06-30';

/** A salary ladder of Decree 204/2004/NĐ-CP: coefficients of its steps and years in each. */
export interface Ladder {
  readonly first: number;
  readonly increase: number;
  readonly steps: number;
  readonly years: number;
}

export interface Pay {
  readonly step: number;
  readonly coefficient: number;
  readonly stepOn: Day;
  readonly overGradePercent: number | null;
}

const A1: Ladder = { first: 2.34, increase: 0.33, steps: 9, years: 3 };
const A2: Ladder = { first: 4.4, increase: 0.34, steps: 8, years: 3 };
const A0: Ladder = { first: 2.1, increase: 0.31, steps: 10, years: 3 };
const B: Ladder = { first: 1.86, increase: 0.2, steps: 12, years: 2 };

/** Ladder of each rank code the rosters use. */
export const LADDERS: Readonly<Record<string, Ladder>> = {
  '01.002': A2,
  '01.003': A1,
  '01.004': A0,
  '01.005': B,
  '02.007': A1,
  '06.031': A1,
};

const MEAN_YEARS_TO_PRINCIPAL = 12;

function yearsLater(day: Day, years: number): Day {
  const moved = `${String(Number(day.slice(0, 4)) + years)}${day.slice(4)}`;
  return moved.endsWith('-02-29') ? moved.replace('-02-29', '-02-28') : moved;
}

/** Whole years from one day to another. */
export function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(4) < from.slice(4) ? years - 1 : years;
}

export function coefficientOf(ladder: Ladder, step: number): number {
  return Math.round((ladder.first + (step - 1) * ladder.increase) * 100) / 100;
}

/** Over the last step: 5 % after one more period, then 1 % a year. */
function overGrade(ladder: Ladder, yearsAtTop: number): number | null {
  return yearsAtTop < ladder.years ? null : 5 + (yearsAtTop - ladder.years);
}

/** Pay on the eve of a person recruited on a day: one year of probation, then a step each period. */
export function payOf(rank: string, recruitedOn: Day): Pay {
  const ladder = LADDERS[rank];
  if (ladder === undefined) throw new RangeError(`No ladder for rank ${rank}`);
  const wait = rank === '01.002' ? MEAN_YEARS_TO_PRINCIPAL : 0;
  const enteredOn = yearsLater(recruitedOn, wait);
  const years = Math.max(0, yearsBetween(enteredOn, EVE));
  const step = Math.min(ladder.steps, 1 + Math.floor(years / ladder.years));
  const stepOn = yearsLater(enteredOn, (step - 1) * ladder.years);
  return {
    step,
    coefficient: coefficientOf(ladder, step),
    stepOn,
    overGradePercent: step === ladder.steps ? overGrade(ladder, yearsBetween(stepOn, EVE)) : null,
  };
}

/** A birthday with an age on the eve between two bounds, both inclusive. */
export function bornAged(low: number, high: number, chance: Chance): Day {
  const age = chance.between(low, high);
  const start = yearsLater(addDays(EVE, 1), -(age + 1));
  return addDays(start, chance.between(0, 364));
}

/** Entry into service at 22 to 28, as far as the years allow; on a first or mid-month day as decisions are dated. */
export function recruitedFor(bornOn: Day, chance: Chance): Day {
  const age = yearsBetween(bornOn, EVE);
  const atAge = Math.min(age - 1, chance.between(22, 28));
  const year = Number(bornOn.slice(0, 4)) + Math.max(21, atAge) + 1;
  const month = String(chance.between(1, 12)).padStart(2, '0');
  const day = chance.pick(['01', '01', '15', '10', '20']);
  const recruitedOn = `${year}-${month}-${day}`;
  return recruitedOn > '2025-01-01' ? `2024-${month}-${day}` : recruitedOn;
}

export interface PartyDates {
  readonly probationaryOn: Day;
  readonly officialOn: Day | null;
}

/** Party membership: a probationary year, then official. Leaders are members, of others about two in three. */
export function partyDatesOf(recruitedOn: Day, sure: boolean, chance: Chance): PartyDates | null {
  if (!sure && !chance.happens(0.66)) return null;
  const probationaryOn = addDays(recruitedOn, chance.between(-200, 5 * 365));
  if (probationaryOn > EVE)
    return sure ? { probationaryOn: '2022-05-19', officialOn: '2023-05-19' } : null;
  const officialOn = yearsLater(probationaryOn, 1);
  return { probationaryOn, officialOn: officialOn > EVE ? null : officialOn };
}
