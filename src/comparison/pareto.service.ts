import { Injectable } from '@nestjs/common';
import { levelsResponse } from '../placement/run-response.js';
import { RunStore } from '../placement/run.store.js';
import { ScenarioStore } from '../scenario/scenario.store.js';
import type { Actor } from '../shared/actor.js';
import { Transactions } from '../shared/transactions.js';
import type { ParetoRunResponse } from './comparison.responses.js';
import { findGroups } from './comparison.view.js';
import { beatenBy } from './pareto.rules.js';

/** Of all runs of the province those that nothing beats. */
@Injectable()
export class ParetoService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunStore,
    private readonly scenarios: ScenarioStore,
  ) {}

  /** Of scenarios that are not withdrawn, the oldest run first. */
  list(actor: Actor): Promise<ParetoRunResponse[]> {
    return this.transactions.run(actor, async (manager) => {
      const groups = await findGroups(manager, actor.provinceCode);
      const scenarios = new Map(
        (await this.scenarios.list(manager, actor)).map((each) => [each.id, each]),
      );
      const runs = (await this.runs.list(manager, actor, null)).flatMap((run) => {
        const scenario = scenarios.get(run.scenarioId);
        if (scenario === undefined || scenario.state === 'withdrawn') return [];
        const lawful = run.breaches.every(({ severity }) => severity !== 'error');
        return [{ run, scenario, lawful }];
      });
      const beaten = beatenBy(
        runs.map(({ run: { id, levels }, scenario, lawful }) => ({
          ...{ id, levels, lawful },
          group: groups.get(scenario.id) ?? '',
        })),
      );
      return runs.map(({ run, scenario, lawful }) => ({
        ...{ runId: run.id, kind: run.kind, lawful, pinsChanged: run.pinsChanged },
        ...{ scenarioId: scenario.id, scenarioName: scenario.name, state: scenario.state },
        levels: levelsResponse(run.levels),
        stands: lawful && beaten.get(run.id) === null,
        beatenBy: beaten.get(run.id) ?? null,
      }));
    });
  }
}
