import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findSummary } from '../gap/gap-summary.view.js';
import { provinceLimitsOf, unitLimitsOf } from '../limits/limits.plan.js';
import { LimitsService, valuesOf } from '../limits/limits.service.js';
import { runResponse } from '../placement/run-response.js';
import type { Actor } from '../shared/actor.js';
import type { Page } from '../shared/page.query.js';
import { Transactions } from '../shared/transactions.js';
import { figuresOf, keysOf, type List } from './compare.plan.js';
import { type ComparedRun, type ComparedRuns, ComparedRunsReader } from './compared-runs.js';
import type {
  ComparedPeopleResponse,
  ComparedPersonResponse,
  ComparedRunResponse,
  ComparisonResponse,
  NeedsResponse,
} from './comparison.responses.js';
import { findDifferentFacts, findNamed } from './comparison.view.js';
import { namedPeople } from './named-people.js';
import { namedNeeds } from './named-needs.js';

/** Which people of a comparison. */
export interface PeopleAsked {
  readonly list: List;
  readonly commune?: string | undefined;
  readonly search?: string | undefined;
}

/** Runs beside each other, of one scenario or of many. All methods throw NotFound `placement.no-run`. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: ComparedRunsReader,
    private readonly limits: LimitsService,
  ) {}

  /** Every figure and every limit of each, and in what the scenarios differ. */
  overview(actor: Actor, runIds: readonly number[]): Promise<ComparisonResponse> {
    return this.transactions.run(actor, async (manager) =>
      this.told(manager, actor, await this.reader.read(manager, actor, runIds)),
    );
  }

  /** Person by person: from, to, and by which rule. */
  people(
    actor: Actor,
    runIds: readonly number[],
    asked: PeopleAsked & Page,
  ): Promise<ComparedPeopleResponse> {
    return this.transactions.run(actor, async (manager) => {
      const read = await this.reader.read(manager, actor, runIds);
      const { shown, closed } = await this.found(manager, actor, read, asked);
      const page = shown.slice(asked.offset, asked.offset + asked.limit);
      const items = await namedPeople(manager, actor, { runs: read.runs, keys: page });
      return { total: shown.length, closed, items };
    });
  }

  /** Couples that are apart, and where homes are needed. */
  needs(actor: Actor, runIds: readonly number[]): Promise<NeedsResponse> {
    return this.transactions.run(actor, async (manager) =>
      namedNeeds(manager, actor, await this.reader.read(manager, actor, runIds)),
    );
  }

  /** For other stages, inside their transaction. */
  read(manager: EntityManager, actor: Actor, runIds: readonly number[]): Promise<ComparedRuns> {
    return this.reader.read(manager, actor, runIds);
  }

  /** Everybody of a list who may be named; for other stages, inside their transaction. */
  async allPeople(
    manager: EntityManager,
    actor: Actor,
    read: ComparedRuns,
  ): Promise<ComparedPersonResponse[]> {
    const { shown } = await this.found(manager, actor, read, { list: 'all' });
    return namedPeople(manager, actor, { runs: read.runs, keys: shown });
  }

  /** The figures, for whoever has read the runs. */
  async told(
    manager: EntityManager,
    actor: Actor,
    { runs }: ComparedRuns,
  ): Promise<ComparisonResponse> {
    const scenarioIds = [...new Set(runs.map(({ scenario }) => scenario.id))];
    const told: ComparedRunResponse[] = [];
    for (const run of runs) told.push(await this.toldRun(manager, actor, run));
    const differences = keysOf(runs, 'differences').length;
    const sameFacts = new Set(runs.map(({ scenario }) => scenario.factsHash)).size === 1;
    return {
      sameFacts,
      differentFacts:
        scenarioIds.length < 2
          ? []
          : await findDifferentFacts(manager, actor.provinceCode, { scenarioIds, sameFacts }),
      ...{ differences, runs: told },
    };
  }

  private async toldRun(
    manager: EntityManager,
    actor: Actor,
    { run, scenario, lines, farKm, couples, housing }: ComparedRun,
  ): Promise<ComparedRunResponse> {
    const source = { run: run.id };
    const { facts, law, whole } = await this.limits.counted(manager, actor, source);
    const values = valuesOf(law);
    const over = unitLimitsOf(facts, values).filter(({ over: by }) => by > 0);
    return {
      scenarioId: scenario.id,
      scenarioName: scenario.name,
      state: scenario.state,
      classification: scenario.classification,
      effectiveOn: scenario.effectiveOn,
      rulesOn: scenario.rulesOn,
      factsHash: scenario.factsHash,
      farKm,
      run: runResponse(run),
      lines: figuresOf(lines),
      couplesApart: couples.filter(({ apart }) => apart).length,
      households: housing.reduce((sum, { households }) => sum + households, 0),
      gap: await findSummary(manager, actor.provinceCode, source, 'all'),
      whole,
      limits: whole ? provinceLimitsOf(facts, values) : [],
      unitsOver: over.length,
    };
  }

  /** @returns keys that may be named, sorted, and how many may not. */
  private async found(
    manager: EntityManager,
    actor: Actor,
    { runs, closed }: ComparedRuns,
    { list, commune, search }: PeopleAsked,
  ): Promise<{ readonly shown: readonly string[]; readonly closed: number }> {
    const named = search === undefined ? null : await foundNames(manager, actor, runs, search);
    const isIn = (key: string): boolean =>
      (named === null || named.has(key)) && (commune === undefined || isAt(runs, key, commune));
    const keys = keysOf(runs, list).filter(isIn);
    const shown = keys.filter(
      (key) => !runs.some(({ lines }) => closed.has(lines.get(key)?.staffId ?? 0)),
    );
    return { shown, closed: keys.length - shown.length };
  }
}

function isAt(runs: readonly ComparedRun[], key: string, commune: string): boolean {
  return runs.some(
    ({ lines, names }) => names.communeOf(lines.get(key)?.unitCode ?? null)?.code === commune,
  );
}

async function foundNames(
  manager: EntityManager,
  { provinceCode }: Actor,
  runs: readonly ComparedRun[],
  search: string,
): Promise<ReadonlySet<string>> {
  const found: string[] = [];
  for (const { runId } of runs)
    found.push(...(await findNamed(manager, provinceCode, { runId, search })));
  return new Set(found);
}
