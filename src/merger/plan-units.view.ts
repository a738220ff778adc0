import { Injectable } from '@nestjs/common';
import type { SuccessionFact, UnitFact } from '../scenario/facts.js';
import { ScenarioService } from '../scenario/scenario.service.js';
import type { Actor } from '../shared/actor.js';
import { byCodePoint } from '../shared/text.js';
import { Transactions } from '../shared/transactions.js';
import { closedUnits } from './units.plan.js';

/** The units that stand on the effective day of a scenario, whether it has been applied or not. */
@Injectable()
export class PlanUnitsView {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
  ) {}

  /** @throws NotFound `scenario.unknown` */
  of(actor: Actor, scenarioId: number): Promise<UnitFact[]> {
    return this.transactions.run(actor, async (manager) => {
      await this.scenarios.found(manager, actor, scenarioId);
      const rows = await manager.query<{ kind: string; fact: unknown }[]>(
        `SELECT kind, fact FROM scenario_facts
         WHERE province_code = $1 AND scenario_id = $2 AND kind IN ('unit', 'succession')`,
        [actor.provinceCode, scenarioId],
      );
      const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ fact }) => fact);
      return standingUnits(of('unit') as UnitFact[], of('succession') as SuccessionFact[]);
    });
  }
}

/** The created units, and those of the eve that the merger does not close; by code. */
export function standingUnits(
  units: readonly UnitFact[],
  successions: readonly SuccessionFact[],
): UnitFact[] {
  const newUnits = units.filter(({ isNew }) => isNew);
  const inForce = units.filter(({ isNew }) => !isNew);
  const closed = new Set(closedUnits({ inForce, newUnits, successions, closes: [] }));
  return [...newUnits, ...inForce.filter((unit) => !closed.has(unit))].sort((a, b) =>
    byCodePoint(a.code, b.code),
  );
}
