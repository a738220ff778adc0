import { usedParameters } from '../law/used-parameters.js';
import { glideLine, glideOf } from '../rules/glide.rules.js';
import { textOf, type ParameterSet } from '../rules/parameters.js';
import {
  RETIREMENT_KEYS,
  retirementContext,
  retirementOf,
  type RetirementContext,
} from '../rules/retirement.rules.js';
import type { Block } from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';
import { folded } from '../shared/text.js';
import type { Departure, DepartureKind } from './departures.plan.js';
import type { CellRow, HolderRow } from './forecast-facts.view.js';
import { cellsOn, forecastOf, type Forecast } from './forecast.plan.js';
import type {
  ForecastResponse,
  FutureCellResponse,
  LeaverResponse,
  LeftOutPersonResponse,
  TrainingResponse,
} from './forecast.responses.js';
import { trainingLines, type TrainingLine } from './training.plan.js';

/** What is forecast: everything, one block, one commune, or one block of it. */
export interface Part {
  readonly block?: Block | undefined;
  readonly commune?: string | undefined;
}

/** What the list of leavers is narrowed by. */
export interface LeaversPart extends Part {
  readonly only?: 'last-holders' | undefined;
  /** `retirement`: of main posts, so that everybody stands once, as the figures count. */
  readonly kind?: DepartureKind | undefined;
  /** On or before this day at the earliest. */
  readonly by?: Day | undefined;
  /** A part of the name; diacritics do not matter. */
  readonly search?: string | undefined;
}

/** What the list of cells is narrowed by. */
export interface CellsPart extends Part {
  /** What they have on this day; absent = those that change until the end. */
  readonly by?: Day | undefined;
  readonly of?: 'surplus' | 'shortage' | undefined;
}

/** Why somebody is not forecast. */
export type LeftOutWhy = 'undated' | 'overdue';

/** What a part of the forecast is made of. */
export interface Facts {
  readonly from: Day;
  readonly law: ParameterSet;
  readonly holders: readonly HolderRow[];
  readonly cells: readonly CellRow[];
}

export const TRAINING_KEYS = [
  'fit.training.degree-levels',
  'fit.training.rank-levels',
  'fit.training.missing-rank',
  'fit.training.certificate',
];
const KEYS = ['forecast.until', 'surplus.glide-starts-on', 'surplus.deadline', ...RETIREMENT_KEYS];

function forecast({ from, law, holders, cells }: Facts): Forecast<HolderRow, CellRow> {
  const until = textOf(law.values, 'forecast.until');
  return forecastOf({ from, until, holders, cells }, retirementContext(law.values));
}

export function summaryOf(facts: Facts, closed: number): ForecastResponse {
  const { points, departures, lastHolders } = forecast(facts);
  return {
    from: facts.from,
    until: untilOf(facts),
    points: [...points],
    glide: [...glideLine(glideOf(points[0]?.surplus.high ?? 0, facts.law.values))],
    undated: departures.undated.length,
    overdue: departures.overdue.length,
    closed,
    lastHolders: lastHolders.length,
    parameters: usedParameters(facts.law, KEYS),
  };
}

export function leaversOf(
  facts: Facts,
  { only, kind, by, search }: Omit<LeaversPart, keyof Part> = {},
): LeaverResponse[] {
  const { departures, lastHolders } = forecast(facts);
  const last = new Set(lastHolders.map(lastKey));
  const context = retirementContext(facts.law.values);
  const named = search === undefined ? null : folded(search);
  return departures.all
    .filter(
      (each) =>
        (only === undefined || last.has(lastKey(each.holder))) &&
        (kind === undefined || isOfKind(each, kind)) &&
        (by === undefined || each.earliestOn <= by) &&
        (named === null || folded(each.holder.fullName).includes(named)),
    )
    .map((departure) => leaverOf(departure, context, last));
}

function isOfKind({ kind, holder }: Departure<HolderRow>, asked: DepartureKind): boolean {
  return kind === asked && (kind === 'end-of-posting' || holder.main);
}

export function cellsOf(
  facts: Facts,
  { by, of }: Pick<CellsPart, 'by' | 'of'>,
): FutureCellResponse[] {
  const { from, law } = facts;
  const cells =
    by === undefined
      ? forecast(facts).cells
      : cellsOn({ ...facts, on: clamped(by, from, untilOf(facts)) }, retirementContext(law.values));
  return cells
    .filter((cell) => of === undefined || cell[of].high > 0)
    .map(({ fact, now, surplus, shortage }) => ({
      ...{ communeCode: fact.communeCode, communeName: fact.communeName },
      ...{ unitCode: fact.unitCode, unitName: fact.unitName },
      ...{ positionCode: fact.positionCode, positionName: fact.positionName },
      ...{ seats: fact.seats, surplusNow: now.surplus, shortageNow: now.shortage },
      ...{ surplus, shortage },
    }));
}

function clamped(day: Day, first: Day, last: Day): Day {
  if (day < first) return first;
  return day > last ? last : day;
}

export function leftOutOf(facts: Facts, why: LeftOutWhy): LeftOutPersonResponse[] {
  return forecast(facts).departures[why].map((holder) => ({
    ...{ staffId: holder.staffId, fullName: holder.fullName, communeName: holder.communeName },
    ...{ unitName: holder.unitName, positionName: holder.positionName, bornOn: holder.bornOn },
  }));
}

export function trainingOf({ holders, cells }: Facts): readonly TrainingLine<HolderRow>[] {
  const trainees = holders.filter(({ main, fit }) => main && fit === 'after-training');
  return trainingLines(trainees, cells);
}

function untilOf({ law }: Facts): Day {
  return textOf(law.values, 'forecast.until');
}

export function wantedBy({ block, commune }: Part) {
  return (at: { readonly block: Block | null; readonly communeCode: string }): boolean =>
    (block === undefined || at.block === block) &&
    (commune === undefined || at.communeCode === commune);
}

function leaverOf(
  { holder, kind, earliestOn, latestOn }: Departure<HolderRow>,
  context: RetirementContext,
  last: ReadonlySet<string>,
): LeaverResponse {
  const one = kind === 'retirement' ? retirementOf(holder, 'I', context) : null;
  const two = kind === 'retirement' ? retirementOf(holder, 'II', context) : null;
  return {
    staffId: holder.staffId,
    fullName: holder.fullName,
    communeCode: holder.communeCode,
    communeName: holder.communeName,
    unitName: holder.unitName,
    positionCode: holder.positionCode,
    positionName: holder.positionName,
    kind,
    earliestOn,
    latestOn,
    incompleteRuleOn: one?.kind === 'dated' ? (one.byIncompleteRule?.retiresOn ?? null) : null,
    appendixTwoOn: two?.kind === 'dated' ? two.earliest.retiresOn : null,
    lastHolder: last.has(lastKey(holder)),
  };
}

function lastKey(at: { readonly staffId: number; readonly positionCode: string }): string {
  return `${at.staffId} ${at.positionCode}`;
}

export function trainingResponse(line: TrainingLine<HolderRow>): TrainingResponse {
  const [first] = line.people;
  return {
    communeCode: line.communeCode,
    communeName: first.communeName,
    unitCode: line.unitCode,
    unitName: first.unitName,
    positionCode: line.positionCode,
    positionName: first.positionName,
    failedTests: [...line.failedTests],
    people: line.people.map(({ staffId, fullName }) => ({ staffId, fullName })),
    seatsFilled: line.seatsFilled,
  };
}
