import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { GapSource } from '../gap/gap-source.js';
import { LawService } from '../law/law.service.js';
import { usedParameters } from '../law/used-parameters.js';
import type { Actor } from '../shared/actor.js';
import { NotFound } from '../shared/errors.js';
import type { Page } from '../shared/page.query.js';
import { Transactions } from '../shared/transactions.js';
import { countClosed, findCells, findDays, findHolders } from './forecast-facts.view.js';
import {
  cellsOf,
  type CellsPart,
  type Facts,
  leaversOf,
  type LeaversPart,
  leftOutOf,
  type LeftOutWhy,
  type Part,
  summaryOf,
  TRAINING_KEYS,
  trainingOf,
  trainingResponse,
  wantedBy,
} from './forecast-lists.js';
import type {
  ForecastResponse,
  FutureCellResponse,
  LeaverResponse,
  LeaversResponse,
  LeftOutPersonResponse,
  LeftOutResponse,
  TrainingPageResponse,
  TrainingResponse,
} from './forecast.responses.js';
import type { TrainingLine } from './training.plan.js';

/** What a workbook of the forecast says. */
export interface ForecastWhole {
  readonly summary: ForecastResponse;
  readonly leavers: readonly LeaverResponse[];
  readonly training: readonly TrainingResponse[];
  readonly leftOut: Readonly<Record<LeftOutWhy, readonly LeftOutPersonResponse[]>>;
}

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
      leftOut: {
        undated: leftOutOf(facts, 'undated'),
        overdue: leftOutOf(facts, 'overdue'),
      },
    };
  }

  /** The list of leavers, whole, in a transaction that is open. */
  async leaversWithin(
    manager: EntityManager,
    actor: Actor,
    source: GapSource,
    part: LeaversPart,
  ): Promise<LeaverResponse[]> {
    return leaversOf(await this.facts(manager, actor, source, part), part);
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

  /** The positions in units whose surplus or shortage changes until the end, or what they have on a day. */
  cells(actor: Actor, source: GapSource, part: CellsPart): Promise<FutureCellResponse[]> {
    return this.transactions.run(actor, (manager) =>
      this.cellsWithin(manager, actor, source, part),
    );
  }

  /** The same in a transaction that is open. */
  async cellsWithin(
    manager: EntityManager,
    actor: Actor,
    source: GapSource,
    part: CellsPart,
  ): Promise<FutureCellResponse[]> {
    return cellsOf(await this.facts(manager, actor, source, part), part);
  }

  /** People whom the forecast says nothing of. */
  leftOut(
    actor: Actor,
    source: GapSource,
    part: Part & { readonly why: LeftOutWhy },
    { offset, limit }: Page,
  ): Promise<LeftOutResponse> {
    return this.transactions.run(actor, async (manager) => {
      const people = leftOutOf(await this.facts(manager, actor, source, part), part.why);
      return { total: people.length, items: people.slice(offset, offset + limit) };
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

export function unknownRun(source: GapSource): NotFound {
  const run = 'run' in source ? source.run : null;
  return new NotFound('forecast.unknown-run', `Không có lần chạy số ${run}.`, { run });
}
