import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Scenario } from '../../scenario/scenario.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import type { Actor } from '../../shared/actor.js';
import { RuleBroken } from '../../shared/errors.js';
import { absentPeople } from '../preflight.plan.js';
import { PersonActStore } from './person-act.store.js';

const NAMED = 10;

/** The work of people who are not there on the day is handed over by agreement before a plan is approved. */
@Injectable()
export class HandOver {
  constructor(
    private readonly scenarios: ScenarioService,
    private readonly acts: PersonActStore,
  ) {}

  /** @throws RuleBroken `approval.hand-over-open` with the first of them */
  async mustBeAgreed(manager: EntityManager, actor: Actor, scenario: Scenario): Promise<void> {
    const facts = await this.scenarios.facts(manager, actor, scenario.id);
    const agreed = await this.acts.handedOver(manager, actor, scenario.id);
    const open = absentPeople(facts, scenario.effectiveOn).filter(
      ({ staffId }) => !agreed.has(staffId),
    );
    if (open.length === 0) return;
    throw new RuleBroken(
      'approval.hand-over-open',
      `Còn ${open.length} người đang nghỉ, đi học hoặc biệt phái chưa thống nhất việc bàn giao.`,
      {
        people: open.length,
        first: open.slice(0, NAMED).map(({ staffId, fullName }) => ({ staffId, fullName })),
      },
    );
  }
}
