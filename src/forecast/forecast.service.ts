import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { GapSource } from '../gap/gap-source.js';
import { LawService } from '../law/law.service.js';
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
import { usedParameters } from './assumption.js';
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
  TrainingResponse,
} from './forecast.responses.js';
import type { CellFact } from './future-cells.plan.js';
import { trainingLines, type TrainingLine } from './training.plan.js';

/** What is forecast: everything, one block, one commune, or one block of it. */
export interface Part {
  readonly block?: Block | undefined;
  readonly commune?: string | undefined;
}

interface Facts {
  readonly from: Day;
  readonly law: ParameterSet;
  readonly holders: readonly HolderRow[];
  readonly cells: readonly CellFact[];
}

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
      const { points, departures } = forecast(facts);
      return {
        from: facts.from,
        until: untilOf(facts),
        points: [...points],
        glide: [...glideLine(glideOf(points[0]?.surplus.high ?? 0, facts.law.values))],
        undated: departures.undated.length,
        overdue: departures.overdue.length,
        closed,
        parameters: usedParameters(facts.law, KEYS),
      };
    });
  }

  /** Who leaves, by day. */
  leavers(actor: Actor, source: GapSource, part: Part, page: Page): Promise<LeaversResponse> {
    return this.transactions.run(actor, async (manager) => {
      const facts = await this.facts(manager, actor, source, part);
      const { departures, lastHolders } = forecast(facts);
      const last = new Set(
        lastHolders.map(({ staffId, positionCode }) => `${staffId} ${positionCode}`),
      );
      const context = retirementContext(facts.law.values);
      const shown = departures.all.slice(page.offset, page.offset + page.limit);
      return {
        total: departures.all.length,
        items: shown.map((departure) => leaverOf(departure, context, last)),
      };
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
  training(actor: Actor, source: GapSource, part: Part): Promise<TrainingResponse[]> {
    return this.transactions.run(actor, async (manager) => {
      const { holders, cells } = await this.facts(manager, actor, source, part);
      const trainees = holders.filter(({ main, fit }) => main && fit === 'after-training');
      const named = new Map(
        trainees.map((each) => [`${each.unitCode} ${each.positionCode}`, each]),
      );
      return trainingLines(trainees, cells).map((line) => ({
        ...line,
        ...namesOf(named.get(`${line.unitCode} ${line.positionCode}`), line),
        failedTests: [...line.failedTests],
      }));
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
    lastHolder: last.has(`${holder.staffId} ${holder.positionCode}`),
  };
}

function namesOf(
  holder: HolderRow | undefined,
  line: TrainingLine,
): Pick<TrainingResponse, 'communeName' | 'unitName' | 'positionName'> {
  return {
    communeName: holder?.communeName ?? line.communeCode,
    unitName: holder?.unitName ?? line.unitCode,
    positionName: holder?.positionName ?? line.positionCode,
  };
}

function unknownRun(source: GapSource): NotFound {
  const run = 'run' in source ? source.run : null;
  return new NotFound('forecast.unknown-run', `Không có lần chạy số ${run}.`, { run });
}
