import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { FactStore } from './fact.store.js';
import type { ScenarioFacts } from './facts.js';
import { hashOfFacts } from './facts-hash.js';
import { ScenarioStore } from './scenario.store.js';

/** The one change of frozen facts: the map of a draft, drawn anew by hand. */
@Injectable()
export class Redrawing {
  constructor(
    private readonly scenarios: ScenarioStore,
    private readonly factStore: FactStore,
  ) {}

  /**
   * Writes successions and new units of a locked draft and its new hash; for other stages, inside their transaction.
   *
   * @param what said to whoever comes too late.
   */
  async write(
    manager: EntityManager,
    actor: Actor,
    {
      id,
      facts,
      what,
    }: { readonly id: number; readonly facts: ScenarioFacts; readonly what: string },
  ): Promise<void> {
    await this.factStore.redraw(manager, actor, { scenarioId: id, facts });
    await this.scenarios.setFacts(manager, actor, { id, what, factsHash: hashOfFacts(facts) });
  }
}
