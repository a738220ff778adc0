import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { Transactions } from '../shared/transactions.js';
import { MovementEffects } from './movement-effects.js';
import { MovementListView, type MovementFilter } from './movement-list.view.js';
import { MovementPlanner, type Planned } from './movement-planner.js';
import { MovementWriter } from './movement-writer.js';
import type {
  MovementPageResponse,
  MovementPlanResponse,
  MovementResponse,
} from './movement.responses.js';
import { MovementStore } from './movement.store.js';
import type { Movement, MovementState, WantedMovement } from './movement.js';
import { notIn, ruleBroken, standsOn, unknownMovement } from './refusals.js';
import { seenFinding } from './seen-finding.js';

const OPEN: readonly MovementState[] = ['planned', 'heard'];

/** Plans, judges and writes; inside a transaction of the service. */
@Injectable()
export class MovementDesk {
  constructor(
    readonly planner: MovementPlanner,
    readonly effects: MovementEffects,
    readonly writer: MovementWriter,
    readonly store: MovementStore,
    readonly lines: MovementListView,
  ) {}
}

/** Decisions about single people: plan → heard → decided → written, and the way back. */
@Injectable()
export class MovementService {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: MovementDesk,
    private readonly trail: Trail,
  ) {}

  /** What a movement would do and what stands against it; nothing is kept. @throws as `MovementPlanner.plan` */
  preview(actor: Actor, wanted: WantedMovement): Promise<MovementPlanResponse> {
    return this.transactions.run(actor, async (manager) => {
      const planned = await this.planned(manager, actor, wanted);
      return this.desk.effects.of(manager, actor, { wanted, planned });
    });
  }

  /** Keeps a plan, with all that stands against it: a finding can be mended before the decision. */
  add(actor: Actor, wanted: WantedMovement): Promise<MovementResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { from, to } = await this.planned(manager, actor, wanted);
      const id = await this.desk.store.add(manager, actor, {
        wanted,
        from: { unitId: from?.unitId ?? null, positionId: from?.positionId ?? null },
        to: { unitId: to?.unit.id ?? null, positionId: to?.position.id ?? null },
      });
      const { staffId, kind, startsOn, endsOn, unitCode, positionCode, reason } = wanted;
      await this.trail.record(manager, actor, {
        action: 'movement.planned',
        subject: `movement/${id}`,
        details: { staffId, kind, startsOn, endsOn, unitCode, positionCode, reasonCode: reason },
      });
      return this.response(manager, actor, id);
    });
  }

  list(actor: Actor, filter: MovementFilter): Promise<MovementPageResponse> {
    return this.transactions.run(actor, (manager) => this.desk.lines.page(manager, actor, filter));
  }

  /** @throws NotFound `movement.unknown` */
  get(actor: Actor, id: number): Promise<MovementResponse> {
    return this.transactions.run(actor, (manager) => this.response(manager, actor, id));
  }

  /** The person was met and heard. @throws NotFound `movement.unknown`; Conflict `movement.other-state` */
  hear(
    actor: Actor,
    {
      id,
      heardOn,
      opinion,
    }: { readonly id: number; readonly heardOn: Day; readonly opinion: string },
  ): Promise<MovementResponse> {
    return this.transactions.run(actor, async (manager) => {
      const movement = await this.locked(manager, actor, { id, states: OPEN });
      await this.desk.store.hear(manager, actor, { id, heardOn, opinion });
      await this.trail.record(manager, actor, {
        action: 'movement.heard',
        subject: `movement/${id}`,
        before: { state: movement.state, heardOn: movement.heardOn },
        after: { state: 'heard', heardOn },
      });
      return this.response(manager, actor, id);
    });
  }

  /**
   * Judges again on the registry of now, and writes the postings in the same transaction.
   *
   * @throws NotFound `movement.unknown`; Conflict `movement.other-state`; RuleBroken `movement.rule-broken` with the findings
   */
  decide(
    actor: Actor,
    {
      id,
      number,
      decidedOn,
    }: { readonly id: number; readonly number: string; readonly decidedOn: Day },
  ): Promise<MovementResponse> {
    return this.transactions.run(actor, async (manager) => {
      const movement = await this.locked(manager, actor, { id, states: OPEN });
      await this.desk.store.lockPlace(manager, actor, id);
      const progress = { heardOn: movement.heardOn, decidedOn };
      const planned = await this.desk.planner.plan(manager, actor, { wanted: movement, progress });
      const errors = planned.findings.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) throw ruleBroken(errors.map(seenFinding));
      const effects = await this.desk.writer.apply(manager, actor, { ...planned.write, id });
      const findings = planned.findings.map(seenFinding);
      await this.desk.store.decide(manager, actor, { id, number, decidedOn, findings, effects });
      await this.trail.record(manager, actor, {
        action: 'movement.decided',
        subject: `movement/${id}`,
        before: { state: movement.state },
        after: { state: 'decided', decisionNumber: number, decidedOn },
        details: { staffId: movement.staffId, kind: movement.kind, startsOn: movement.startsOn },
      });
      return this.response(manager, actor, id);
    });
  }

  /**
   * Takes a decided movement back while nothing stands on it.
   *
   * @throws NotFound `movement.unknown`; Conflict `movement.other-state`, `movement.stands-on`
   */
  takeBack(actor: Actor, id: number): Promise<MovementResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { effects } = await this.locked(manager, actor, { id, states: ['decided'] });
      const later = await this.desk.store.decidedAfter(manager, actor, id);
      const stands = effects !== null && (await this.desk.writer.stands(manager, actor, effects));
      if (later.length > 0 || !stands) throw standsOn(later);
      await this.desk.writer.takeBack(manager, actor, effects);
      await this.desk.store.end(manager, actor, { id, state: 'taken-back' });
      await this.trail.record(manager, actor, {
        action: 'movement.taken-back',
        subject: `movement/${id}`,
        before: { state: 'decided' },
        after: { state: 'taken-back' },
      });
      return this.response(manager, actor, id);
    });
  }

  /** Drops a plan that was never decided. @throws NotFound `movement.unknown`; Conflict `movement.other-state` */
  withdraw(actor: Actor, id: number): Promise<MovementResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { state } = await this.locked(manager, actor, { id, states: OPEN });
      await this.desk.store.end(manager, actor, { id, state: 'withdrawn' });
      await this.trail.record(manager, actor, {
        action: 'movement.withdrawn',
        subject: `movement/${id}`,
        before: { state },
        after: { state: 'withdrawn' },
      });
      return this.response(manager, actor, id);
    });
  }

  private planned(manager: EntityManager, actor: Actor, wanted: WantedMovement): Promise<Planned> {
    const progress = { heardOn: null, decidedOn: null };
    return this.desk.planner.plan(manager, actor, { wanted, progress });
  }

  private async locked(
    manager: EntityManager,
    actor: Actor,
    { id, states }: { readonly id: number; readonly states: readonly MovementState[] },
  ): Promise<Movement> {
    const movement = await this.desk.store.locked(manager, actor, id);
    if (movement === null) throw unknownMovement(id);
    if (!states.includes(movement.state)) throw notIn(states, movement.state);
    return movement;
  }

  private async response(
    manager: EntityManager,
    actor: Actor,
    id: number,
  ): Promise<MovementResponse> {
    const line = await this.desk.lines.line(manager, actor, id);
    const movement = await this.desk.store.find(manager, actor, id);
    if (line === null || movement === null) throw unknownMovement(id);
    const { opinion, findings } = movement;
    return {
      ...line,
      opinion,
      findings: [...findings],
      plan: await this.open(manager, actor, movement),
    };
  }

  private async open(
    manager: EntityManager,
    actor: Actor,
    movement: Movement,
  ): Promise<MovementPlanResponse | null> {
    if (!OPEN.includes(movement.state)) return null;
    const planned = await this.desk.planner.plan(manager, actor, {
      wanted: movement,
      progress: movement,
    });
    return this.desk.effects.of(manager, actor, { wanted: movement, planned });
  }
}
