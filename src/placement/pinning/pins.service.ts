import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import type { PinFact, ScenarioFacts } from '../../scenario/facts.js';
import { type ListedPin, type PinAt, PinStore } from '../../scenario/pin.store.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import type { Actor } from '../../shared/actor.js';
import { NotFound, RuleBroken } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import type { PlacementBreach } from '../breach.js';
import { protectedMessage } from '../protected-words.js';
import { pinPlan } from './pin-by-hand.plan.js';

/** A pin without the key of the person, whom the caller knows by number. */
export type PinWish = PinFact extends infer P
  ? P extends PinFact
    ? Omit<P, 'personKey'>
    : never
  : never;

/** The pins of a scenario, and the version that whoever changes them next must have seen. */
export interface ScenarioPins {
  readonly version: number;
  readonly pins: readonly ListedPin[];
}

export interface PinSet extends ScenarioPins {
  /** What the pin brings and every run names. */
  readonly breaches: readonly PlacementBreach[];
}

export interface NewPin {
  readonly scenarioId: number;
  readonly version: number;
  readonly staffId: number;
  readonly pin: PinWish;
}

/** What is given by hand before a run. A run is of the pins of its moment: whoever changes them runs again. */
@Injectable()
export class PinsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly pins: PinStore,
    private readonly trail: Trail,
  ) {}

  /** @throws NotFound `scenario.unknown` */
  list(actor: Actor, scenarioId: number): Promise<ScenarioPins> {
    return this.transactions.run(actor, (manager) => this.listed(manager, actor, scenarioId));
  }

  /**
   * Sets a pin; one that gives a place takes that of the person's one before.
   *
   * @throws NotFound `scenario.unknown`, `placement.person-not-in-scenario`; Conflict `scenario.changed-meanwhile`;
   *   RuleBroken `placement.scenario-is-closed`, `placement.pin-breaks-rules`; BadInput `placement.unknown-place`
   */
  set(actor: Actor, { scenarioId, version, staffId, pin }: NewPin): Promise<PinSet> {
    return this.transactions.run(actor, async (manager) => {
      mustBeDraft(await this.scenarios.locked(manager, actor, { id: scenarioId, version }));
      const facts = await this.scenarios.facts(manager, actor, scenarioId);
      const wanted = { ...pin, personKey: keyOf(facts, staffId) };
      const { refused, named, pin: fact } = pinPlan(facts, wanted);
      mustHold(refused);
      await this.pins.set(manager, actor, { scenarioId, pin: fact });
      await this.scenarios.touch(manager, actor, { id: scenarioId, what: 'đặt một chỉ định' });
      const { reason, personKey: _key, ...after } = fact;
      await this.trail.record(manager, actor, {
        action: 'scenario.pinned',
        subject: `scenario/${scenarioId}`,
        after: { staffId, ...after },
        why: reason,
      });
      return { ...(await this.listed(manager, actor, scenarioId)), breaches: named };
    });
  }

  /** @throws as `set`; NotFound `placement.no-pin` */
  remove(actor: Actor, { version, ...at }: PinAt & { version: number }): Promise<ScenarioPins> {
    return this.transactions.run(actor, async (manager) => {
      const { scenarioId } = at;
      mustBeDraft(await this.scenarios.locked(manager, actor, { id: scenarioId, version }));
      const pin = await this.pins.find(manager, actor, at);
      if (pin === null) throw noPin(at.id);
      await this.pins.remove(manager, actor, at);
      await this.scenarios.touch(manager, actor, { id: scenarioId, what: 'bỏ một chỉ định' });
      const { staffId, kind, unitCode, positionCode } = pin;
      await this.trail.record(manager, actor, {
        action: 'scenario.unpinned',
        subject: `scenario/${scenarioId}`,
        before: { staffId, kind, unitCode, positionCode },
      });
      return this.listed(manager, actor, scenarioId);
    });
  }

  private async listed(
    manager: EntityManager,
    actor: Actor,
    scenarioId: number,
  ): Promise<ScenarioPins> {
    const { version } = await this.scenarios.found(manager, actor, scenarioId);
    return { version, pins: await this.pins.list(manager, actor, scenarioId) };
  }
}

function keyOf(facts: ScenarioFacts, staffId: number): string {
  const person = facts.people.find((each) => each.staffId === staffId);
  if (person) return person.key;
  throw new NotFound('placement.person-not-in-scenario', 'Người này không có trong phương án.', {
    staffId,
  });
}

function mustBeDraft({ state, name }: { readonly state: string; readonly name: string }): void {
  if (state === 'draft') return;
  throw new RuleBroken(
    'placement.scenario-is-closed',
    `Phương án "${name}" không còn là dự thảo nên không sửa chỉ định được. Hãy đưa về dự thảo hoặc lập phương án mới.`,
  );
}

function mustHold(refused: readonly PlacementBreach[]): void {
  if (refused.length === 0) return;
  const messages = refused.map(({ message }) => protectedMessage(message));
  throw new RuleBroken('placement.pin-breaks-rules', messages.join(' '), {
    codes: refused.map(({ code }) => code),
  });
}

function noPin(id: number): NotFound {
  return new NotFound('placement.no-pin', `Không có chỉ định số ${id} trong phương án.`, { id });
}
