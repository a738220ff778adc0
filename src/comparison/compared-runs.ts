import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findRunNames, type RunNames } from '../placement/run-names.js';
import { type PlacementRun, RunStore } from '../placement/run.store.js';
import { numberOf, type ParameterValues } from '../rules/parameters.js';
import type { Scenario } from '../scenario/scenario.js';
import { ScenarioStore } from '../scenario/scenario.store.js';
import type { Actor } from '../shared/actor.js';
import { NotFound } from '../shared/errors.js';
import { type HousingNeed, housingNeeds, type LinesOfRun, pairsOf } from './compare.plan.js';
import { findClosed, findLines, findSpouses, findWayLaw } from './comparison.view.js';
import { type CoupleWay, coupleWays } from './couples.plan.js';

/** A run with all that a comparison asks of it. */
export interface ComparedRun extends LinesOfRun {
  readonly run: PlacementRun;
  readonly scenario: Scenario;
  readonly names: RunNames;
  readonly parameters: ParameterValues;
  readonly farKm: number;
  readonly couples: readonly CoupleWay[];
  readonly housing: readonly HousingNeed[];
}

export interface ComparedRuns {
  /** In the order in which they were asked for. */
  readonly runs: readonly ComparedRun[];
  /** People whom at least one of the plans must not name to the actor: counted, never named. */
  readonly closed: ReadonlySet<number>;
}

/** Reads runs beside each other; what the actor may not see is not in it. */
@Injectable()
export class ComparedRunsReader {
  constructor(
    private readonly runs: RunStore,
    private readonly scenarios: ScenarioStore,
  ) {}

  /** @throws NotFound `placement.no-run` */
  async read(
    manager: EntityManager,
    actor: Actor,
    runIds: readonly number[],
  ): Promise<ComparedRuns> {
    const names = new Map<number, RunNames>();
    const runs: ComparedRun[] = [];
    for (const runId of runIds) {
      const run = await this.runs.find(manager, actor, runId);
      const scenario = run && (await this.scenarios.find(manager, actor, run.scenarioId));
      if (!run || !scenario) throw noRun(runId);
      const known = names.get(scenario.id);
      const own = known ?? (await findRunNames(manager, actor.provinceCode, runId));
      names.set(scenario.id, own);
      runs.push(await this.compared(manager, actor, { run, scenario, names: own }));
    }
    return { runs, closed: await findClosed(manager, runIds) };
  }

  private async compared(
    manager: EntityManager,
    { provinceCode }: Actor,
    { run, scenario, names }: Pick<ComparedRun, 'run' | 'scenario' | 'names'>,
  ): Promise<ComparedRun> {
    const { id: runId } = run;
    const parameters = await findWayLaw(manager, provinceCode, runId);
    const lines = await findLines(manager, provinceCode, { runId, parameters });
    const pairs = pairsOf(await findSpouses(manager, provinceCode, runId), lines);
    const codeOf = (unitCode: string | null) => names.communeOf(unitCode)?.code ?? null;
    return {
      ...{ run, scenario, names, runId, lines, parameters },
      farKm: numberOf(parameters, 'distance.far-km'),
      couples: coupleWays(pairs, lines, {
        communeOf: (unitCode) => names.communeOf(unitCode),
        parameters,
      }),
      housing: housingNeeds(lines, pairs, codeOf),
    };
  }
}

function noRun(id: number): NotFound {
  return new NotFound('placement.no-run', `Không có lần chạy bố trí số ${id}.`, { id });
}
