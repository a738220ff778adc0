import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { Conflict, NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { unknownPlace } from './gap-plan.service.js';
import { GapPlanStore } from './gap-plan.store.js';
import type { SpecialistRequestResponse } from './gap-plan.responses.js';
import { SpecialistRequestStore } from './specialist-request.store.js';

export interface WantedSpecialist {
  readonly unitCode: string;
  readonly positionCode: string;
  readonly people: number;
  readonly reason: string;
}

/** A commune asks for a specialist with its reason; the province answers. */
@Injectable()
export class SpecialistRequestService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: SpecialistRequestStore,
    private readonly places: GapPlanStore,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  list(actor: Actor): Promise<SpecialistRequestResponse[]> {
    return this.transactions.run(actor, (manager) => this.store.all(manager, actor));
  }

  /** @throws BadInput `gap-plan.unknown-place`, also for a unit outside the scope; Conflict `request.asked-already` */
  ask(actor: Actor, wanted: WantedSpecialist): Promise<SpecialistRequestResponse> {
    return this.transactions.run(actor, async (manager) => {
      const day = this.clock.today();
      const keys = await this.places.placeOn(manager, actor, { ...wanted, day });
      if (keys === null) throw unknownPlace(wanted);
      if (await this.store.isAsked(manager, actor, keys))
        throw new Conflict(
          'request.asked-already',
          'Vị trí này đã có một đề nghị đang chờ trả lời. Hãy rút đề nghị đó trước khi gửi lại.',
        );
      const id = await this.store.add(manager, actor, { ...keys, ...wanted });
      const { unitCode, positionCode, people } = wanted;
      await this.trail.record(manager, actor, {
        action: 'request.asked',
        subject: `request/${id}`,
        details: { unitCode, positionCode, people },
      });
      return this.found(manager, actor, id);
    });
  }

  /** @throws NotFound `request.unknown`; Conflict `request.ended` */
  answer(
    actor: Actor,
    { id, accepted, answer }: { id: number; accepted: boolean; answer: string },
  ): Promise<SpecialistRequestResponse> {
    const state = accepted ? 'accepted' : 'refused';
    return this.end(actor, { id, state, answer, action: 'request.answered' });
  }

  /** @throws NotFound `request.unknown`; Conflict `request.ended` */
  withdraw(actor: Actor, id: number): Promise<SpecialistRequestResponse> {
    return this.end(actor, { id, state: 'withdrawn', answer: null, action: 'request.withdrawn' });
  }

  private end(
    actor: Actor,
    {
      id,
      state,
      answer,
      action,
    }: {
      readonly id: number;
      readonly state: 'accepted' | 'refused' | 'withdrawn';
      readonly answer: string | null;
      readonly action: string;
    },
  ): Promise<SpecialistRequestResponse> {
    return this.transactions.run(actor, async (manager) => {
      await this.found(manager, actor, id);
      if (!(await this.store.end(manager, actor, { id, state, answer })))
        throw new Conflict('request.ended', 'Đề nghị này đã được trả lời hoặc đã rút.', { id });
      await this.trail.record(manager, actor, {
        action,
        subject: `request/${id}`,
        before: { state: 'asked' },
        after: { state },
      });
      return this.found(manager, actor, id);
    });
  }

  private async found(
    manager: EntityManager,
    actor: Actor,
    id: number,
  ): Promise<SpecialistRequestResponse> {
    const request = await this.store.find(manager, actor, id);
    if (request !== null) return request;
    throw new NotFound('request.unknown', `Không có đề nghị số ${id}.`, { id });
  }
}
