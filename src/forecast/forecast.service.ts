import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { GapSource } from '../gap/gap-source.js';
import { LawService } from '../law/law.service.js';
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
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { NotFound } from '../shared/errors.js';
import type { Page } from '../shared/page.query.js';
import { Transactions } from '../shared/transactions.js';
import type { Departure } from './departures.plan.js';
import {
  countClosed,
  findCells,
  findDays,
  findHolders,
  type HolderRow,
} from './forecast-facts.view.js';
import { forecastOf, type Forecast } from './forecast.plan.js';
import type {
  ForecastResponse,
  FutureCellResponse,
  LeaverResponse,
  LeaversResponse,
  TrainingPageResponse,
  TrainingResponse,
} from './forecast.responses.js';
import type { CellFact } from './future-cells.plan.js';
import { trainingLines, type TrainingLine } from './training.plan.js';

/** What is forecast: everything, one block, one commune, or one block of it. */
export interface Part {
  readonly block?: Block | undefined;
  readonly commune?: string | undefined;
}

interface LeaversPart extends Part {
  readonly only?: 'last-holders' | undefined;
}

/** What a workbook of the forecast says. */
export interface ForecastWhole {
  readonly summary: ForecastResponse;
  readonly leavers: readonly LeaverResponse[];
  readonly training: readonly TrainingResponse[];
}

interface Facts {
  readonly from: Day;
  readonly law: ParameterSet;
  readonly holders: readonly HolderRow[];
  readonly cells: readonly CellFact[];
}

const TRAINING_KEYS = [
  'fit.training.degree-levels',
  'fit.training.rank-levels',
  'fit.training.missing-rank',
  'fit.training.certificate',
];
const KEYS = ['forecast.until', 'surplus.glide-starts-on', 'surplus.deadline', ...RETIREMENT_KEYS];

/** The years to come, from a day of the registry or inside a run. All methods throw NotFound `forecast.unknown-run`. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawService,
  ) {}

  /** Month by month, against the line of the surplus. */
  summary(actor: Actor, source: GapSource, part: Part): Promise<ForecastResponse> {
    return this.transactions.run(actor, async (manager) => {
      const facts = await this.facts(manager, actor, source, part);
      const closed = await countClosed(manager, actor.provinceCode, source);
      return summaryOf(facts, closed);
    });
  }

  /** All of it at once, in a transaction that is open: what a workbook says is of one moment. */
  async whole(
    manager: EntityManager,
    actor: Actor,
    source: GapSource,
    part: Part,
  ): Promise<ForecastWhole> {
    const facts = await this.facts(manager, actor, source, part);
    const closed = await countClosed(manager, actor.provinceCode, source);
    return {
      summary: summaryOf(facts, closed),
      leavers: leaversOf(facts),
      training: trainingOf(facts).map(trainingResponse),
    };
  }

  /** Who leaves, by day; or only those after whom a commune has nobody qualified for a position. */
  leavers(
    actor: Actor,
    source: GapSource,
    part: LeaversPart,
    page: Page,
  ): Promise<LeaversResponse> {
    return this.transactions.run(actor, async (manager) => {
      const facts = await this.facts(manager, actor, source, part);
      const wanted = leaversOf(facts, part);
      const items = wanted.slice(page.offset, page.offset + page.limit);
      return { total: wanted.length, items };
    });
  }

  /** The positions in units whose surplus or shortage changes until the end. */
  cells(actor: Actor, source: GapSource, part: Part): Promise<FutureCellResponse[]> {
    return this.transactions.run(actor, async (manager) => {
      const { cells } = forecast(await this.facts(manager, actor, source, part));
      return cells.map(({ fact, now, surplus, shortage }) => ({
        communeCode: fact.communeCode,
        unitCode: fact.unitCode,
        positionCode: fact.positionCode,
        seats: fact.seats,
        surplusNow: now.surplus,
        shortageNow: now.shortage,
        surplus,
        shortage,
      }));
    });
  }

  /** Who fits after what, and the seats it would fill. */
  training(actor: Actor, source: GapSource, part: Part, page: Page): Promise<TrainingPageResponse> {
    return this.transactions.run(actor, async (manager) => {
      const facts = await this.facts(manager, actor, source, part);
      const lines = trainingOf(facts);
      const sum = (of: (line: TrainingLine) => number) =>
        lines.reduce((all, each) => all + of(each), 0);
      return {
        total: lines.length,
        people: sum(({ people }) => people.length),
        seatsFilled: sum(({ seatsFilled }) => seatsFilled),
        items: lines.slice(page.offset, page.offset + page.limit).map(trainingResponse),
        parameters: usedParameters(facts.law, TRAINING_KEYS),
      };
    });
  }

  private async facts(
    manager: EntityManager,
    actor: Actor,
    source: GapSource,
    part: Part,
  ): Promise<Facts> {
    const { provinceCode } = actor;
    const days = await findDays(manager, provinceCode, source);
    if (!days) throw unknownRun(source);
    const law = await this.law.parametersOn(manager, provinceCode, days.rulesOn);
    const holders = await findHolders(manager, provinceCode, source);
    const cells = await findCells(manager, provinceCode, source);
    const isWanted = wantedBy(part);
    return {
      from: days.from,
      law,
      holders: holders.filter(isWanted),
      cells: cells.filter(isWanted),
    };
  }
}

function forecast({ from, law, holders, cells }: Facts): Forecast<HolderRow> {
  const until = textOf(law.values, 'forecast.until');
  return forecastOf({ from, until, holders, cells }, retirementContext(law.values));
}

function summaryOf(facts: Facts, closed: number): ForecastResponse {
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

function leaversOf(facts: Facts, { only }: Pick<LeaversPart, 'only'> = {}): LeaverResponse[] {
  const { departures, lastHolders } = forecast(facts);
  const last = new Set(lastHolders.map(lastKey));
  const context = retirementContext(facts.law.values);
  return departures.all
    .filter(({ holder }) => only === undefined || last.has(lastKey(holder)))
    .map((departure) => leaverOf(departure, context, last));
}

function trainingOf({ holders, cells }: Facts): readonly TrainingLine<HolderRow>[] {
  const trainees = holders.filter(({ main, fit }) => main && fit === 'after-training');
  return trainingLines(trainees, cells);
}

function untilOf({ law }: Facts): Day {
  return textOf(law.values, 'forecast.until');
}

function wantedBy({ block, commune }: Part) {
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

function trainingResponse(line: TrainingLine<HolderRow>): TrainingResponse {
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

export function unknownRun(source: GapSource): NotFound {
  const run = 'run' in source ? source.run : null;
  return new NotFound('forecast.unknown-run', `Không có lần chạy số ${run}.`, { run });
}
