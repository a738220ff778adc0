import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import { LawService } from '../../law/law.service.js';
import { ReferenceStore } from '../../law/reference.store.js';
import { ConditionChangeStore } from '../../registry/condition-change.store.js';
import { PositionStore } from '../../registry/position.store.js';
import { fitContext, fitOf } from '../../rules/fit.rules.js';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import type { Day } from '../../shared/day.js';
import { BadInput, Conflict, NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { MovementFactsView } from '../movement-facts.view.js';
import { unknownPerson } from '../refusals.js';
import {
  caseOf,
  fieldsNotOf,
  groupOfMajor,
  mustAgree,
  seenKind,
  wrongFile,
  wrongSpan,
} from './event.rules.js';
import type { PersonEventResponse } from './person-event.responses.js';
import { PersonEventStore } from './person-event.store.js';
import type {
  EventChanges,
  EventField,
  EventKind,
  EventValues,
  StoredEvent,
} from './person-event.js';

export interface WantedEvent {
  readonly staffId: number;
  readonly kind: Exclude<EventKind, 'newcomer'>;
  readonly effectiveOn: Day;
  readonly reason: string;
  readonly values: EventValues;
  readonly endsOn: Day | null;
  readonly liftedByRequest: boolean;
}

/** What the file of a person is judged by again. */
@Injectable()
export class EventFacts {
  constructor(
    readonly people: MovementFactsView,
    readonly law: LawService,
    readonly reference: ReferenceStore,
    readonly positions: PositionStore,
    readonly conditions: ConditionChangeStore,
  ) {}
}

/** Corrections and events of a person's life, with their day, and the way back. */
@Injectable()
export class PersonEventService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: PersonEventStore,
    private readonly facts: EventFacts,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** @throws NotFound `registry.unknown-person` */
  list(actor: Actor, staffId: number): Promise<PersonEventResponse[]> {
    return this.transactions.run(actor, async (manager) => {
      if ((await this.facts.people.person(manager, actor, staffId)) === null)
        throw unknownPerson(staffId);
      const events = await this.store.of(manager, actor, { staffId, id: null });
      return events.map(eventResponse);
    });
  }

  /**
   * @throws NotFound `registry.unknown-person`; BadInput `event.other-field`, `event.nothing`, `event.unknown-code`,
   * `event.impossible`; Conflict `event.case-stands`
   */
  add(actor: Actor, wanted: WantedEvent): Promise<PersonEventResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { staffId, kind } = wanted;
      const values = await this.grouped(manager, wanted.values);
      const fields = Object.keys(values) as EventField[];
      mustBelong(kind, fields);
      mustBePossible(wrongSpan(kind, wanted, this.clock.today()));
      const before = await this.store.values(manager, actor, { staffId, fields });
      if (before === null) throw unknownPerson(staffId);
      if (fields.length > 0 && fields.every((field) => before[field] === values[field]))
        throw nothing();
      await this.store.set(manager, actor, { staffId, values });
      if (mustAgree(fields)) mustBePossible(await this.wrongFile(manager, actor, staffId));
      const changes = {
        ...{ before, after: values },
        conditionId: await this.addCase(manager, actor, wanted),
        fits: await this.refit(manager, actor, wanted),
      };
      return this.record(manager, actor, { ...wanted, changes });
    });
  }

  /** Somebody new; a reception gives them their post. @throws Conflict `event.number-known`; BadInput `event.impossible` */
  addNewcomer(
    actor: Actor,
    wanted: {
      readonly personalNumber: string;
      readonly values: EventValues;
      readonly effectiveOn: Day;
      readonly reason: string;
    },
  ): Promise<PersonEventResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { effectiveOn, reason } = wanted;
      const values = await this.grouped(manager, wanted.values);
      const span = { effectiveOn, endsOn: null, liftedByRequest: false };
      mustBePossible(wrongSpan('newcomer', span, this.clock.today()));
      const staffId = await this.store.insertPerson(manager, actor, { ...wanted, values });
      mustBePossible(await this.wrongFile(manager, actor, staffId));
      const changes = { before: {}, after: values, conditionId: null, fits: [] };
      return this.record(manager, actor, {
        ...{ staffId, kind: 'newcomer', effectiveOn, reason, changes },
      });
    });
  }

  /** @throws NotFound `event.unknown`; Conflict `event.taken-back`, `event.stands-on` */
  takeBack(actor: Actor, id: number): Promise<PersonEventResponse> {
    return this.transactions.run(actor, async (manager) => {
      const [event] = await this.store.of(manager, actor, { staffId: null, id });
      if (!event) throw new NotFound('event.unknown', `Không có việc số ${id}.`, { id });
      if (event.takenBack) throw new Conflict('event.taken-back', 'Việc này đã được hoàn tác.');
      if (event.kind === 'newcomer') throw newcomerStays();
      await this.mustStand(manager, actor, event);
      const { staffId, changes } = event;
      await this.store.set(manager, actor, { staffId, values: changes.before });
      if (changes.conditionId !== null)
        await this.facts.conditions.remove(manager, actor, [changes.conditionId]);
      const fits = changes.fits.map(({ postingId, before }) => ({ postingId, ...before }));
      await this.store.setFits(manager, actor, fits);
      await this.store.setTakenBack(manager, actor, id);
      await this.trail.record(manager, actor, {
        action: 'person.event-taken-back',
        subject: `person/${staffId}`,
        before: { ...changes.after },
        after: { ...changes.before },
        details: { event: id },
      });
      return eventResponse({ ...event, takenBack: true });
    });
  }

  private async grouped(manager: EntityManager, values: EventValues): Promise<EventValues> {
    if (values.major == null) return values;
    const group = groupOfMajor(values, await this.facts.reference.majors(manager));
    return group === undefined ? values : { ...values, majorGroup: group };
  }

  /** The values must still be those that the event set. */
  private async mustStand(manager: EntityManager, actor: Actor, event: StoredEvent): Promise<void> {
    const { staffId, changes } = event;
    const fields = Object.keys(changes.after) as EventField[];
    const now = await this.store.values(manager, actor, { staffId, fields });
    const kept = changes.conditionId === null ? [] : [changes.conditionId];
    const there = await this.facts.conditions.endsOf(manager, actor, kept);
    const same = now !== null && fields.every((field) => now[field] === changes.after[field]);
    if (same && there.size === kept.length) return;
    throw new Conflict('event.stands-on', 'Không thể hoàn tác: hồ sơ đã được sửa sau đó.');
  }

  private async wrongFile(
    manager: EntityManager,
    actor: Actor,
    staffId: number,
  ): Promise<string | null> {
    const file = await this.store.days(manager, actor, staffId);
    return file === null ? null : wrongFile(file, this.clock.today());
  }

  /** @throws Conflict `event.case-stands` for a second span of one case, as of a form that was sent twice */
  private async addCase(
    manager: EntityManager,
    actor: Actor,
    { staffId, kind, effectiveOn, endsOn, liftedByRequest }: WantedEvent,
  ): Promise<number | null> {
    const standing = caseOf(kind);
    if (standing === null) return null;
    const span = { staffId, case: standing, startsOn: effectiveOn, endsOn };
    if (await this.facts.conditions.stands(manager, actor, span))
      throw new Conflict(
        'event.case-stands',
        'Trường hợp này đã được ghi cho khoảng thời gian đó. Hãy hoàn tác việc cũ trước khi ghi lại.',
      );
    return this.facts.conditions.insert(manager, actor, { ...span, liftedByRequest, note: null });
  }

  /** A new degree or rank may suit the post that somebody holds. */
  private async refit(
    manager: EntityManager,
    actor: Actor,
    { staffId, effectiveOn: day }: WantedEvent,
  ): Promise<EventChanges['fits']> {
    const { law, reference, positions, people } = this.facts;
    const person = await people.person(manager, actor, staffId);
    if (person === null) throw unknownPerson(staffId);
    const { values } = await law.parametersOn(manager, actor.provinceCode, day);
    const related = await reference.relatedMajors(manager);
    const context = fitContext(related, await reference.ranks(manager), values);
    const standing = await positions.inForceOn(manager, actor, day);
    const held = await this.store.postings(manager, actor, { staffId, day });
    const changed = held.flatMap(({ id, positionCode, fit, failedTests }) => {
      const position = standing.find(({ code }) => code === positionCode);
      if (position === undefined || fit === null) return [];
      const answer = fitOf(person, position, context);
      if (answer.fit === fit) return [];
      const after = { fit: answer.fit, failedTests: answer.failed };
      return [{ postingId: Number(id), before: { fit, failedTests }, after }];
    });
    const fits = changed.map(({ postingId, after }) => ({ postingId, ...after }));
    await this.store.setFits(manager, actor, fits);
    return changed;
  }

  private async record(
    manager: EntityManager,
    actor: Actor,
    event: {
      readonly staffId: number;
      readonly kind: EventKind;
      readonly effectiveOn: Day;
      readonly reason: string;
      readonly changes: EventChanges;
    },
  ): Promise<PersonEventResponse> {
    const { staffId, kind, effectiveOn, changes } = event;
    const id = await this.store.add(manager, actor, event);
    await this.trail.record(manager, actor, {
      action: 'person.event-recorded',
      subject: `person/${staffId}`,
      before: { ...changes.before },
      after: { ...changes.after },
      details: { event: id, eventKind: seenKind(kind), effectiveOn },
    });
    const [stored] = await this.store.of(manager, actor, { staffId: null, id });
    if (!stored) throw new Error('the event was not written');
    return eventResponse(stored);
  }
}

function newcomerStays(): Conflict {
  const message = 'Người mới không hoàn tác được; nếu ghi nhầm, hãy cho thôi việc hoặc đính chính.';
  return new Conflict('event.newcomer-stays', message);
}

function mustBelong(kind: EventKind, fields: readonly EventField[]): void {
  const other = fieldsNotOf(kind, fields);
  if (other.length > 0)
    throw new BadInput(
      'event.other-field',
      `Loại việc này không sửa: ${other.join(', ')}. Hãy dùng "đính chính".`,
      { fields: other },
    );
  if (fields.length === 0 && caseOf(kind) === null) throw nothing();
}

function nothing(): BadInput {
  return new BadInput('event.nothing', 'Chưa có thông tin nào khác với hồ sơ để ghi.');
}

function mustBePossible(wrong: string | null): void {
  if (wrong !== null) throw new BadInput('event.impossible', wrong);
}

function eventResponse(
  event: StoredEvent & { readonly recordedAt: string; readonly recordedBy: string },
): PersonEventResponse {
  const { id, staffId, kind, effectiveOn, changes, recordedBy, recordedAt, takenBack } = event;
  return {
    ...{ id, staffId, kind: seenKind(kind), effectiveOn, recordedBy, recordedAt, takenBack },
    fields: Object.keys(changes.after),
    refitted: changes.fits.length,
  };
}
