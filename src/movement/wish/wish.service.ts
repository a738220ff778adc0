import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import type { StaffWish } from '../../registry/staff-row.js';
import { StaffStore } from '../../registry/staff.store.js';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { dayText } from '../../shared/day.js';
import { BadInput, Conflict, NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { PersonEventStore } from '../event/person-event.store.js';
import type { EventField, EventValues } from '../event/person-event.js';
import { unknownPerson } from '../refusals.js';
import { campaignOfWish, communesOfWish, wordsOfWish } from './wish.rules.js';
import {
  FAMILY_FIELDS,
  isSameWish,
  type StandingWish,
  type WantedWish,
  type WishChanges,
  type WishRecord,
} from './wish-record.js';
import { WishRecordStore } from './wish-record.store.js';
import type { PersonWishesResponse, WishRecordResponse } from './wish.responses.js';

/** What a wish is written to. */
@Injectable()
export class WishStores {
  constructor(
    readonly records: WishRecordStore,
    readonly events: PersonEventStore,
    readonly staff: StaffStore,
  ) {}
}

/** Wishes recorded on the page: each replaces the one before, and gives it back. */
@Injectable()
export class WishService {
  constructor(
    private readonly transactions: Transactions,
    private readonly stores: WishStores,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound `registry.unknown-person`, also for somebody outside the actor's scope */
  list(actor: Actor, staffId: number): Promise<PersonWishesResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { records } = this.stores;
      if (!(await records.isThere(manager, actor, staffId))) throw unknownPerson(staffId);
      return {
        communes: await records.communes(manager, actor, this.clock.today()),
        records: await this.responses(manager, actor, staffId),
      };
    });
  }

  /**
   * @throws NotFound `registry.unknown-person`; Conflict `wish.newer-there`; BadInput `wish.day-ahead` and those of
   *   `communesOfWish`
   */
  record(actor: Actor, wanted: WantedWish): Promise<WishRecordResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { staffId, givenOn, reason, family } = wanted;
      if (givenOn > this.clock.today()) throw dayAhead();
      const before = await this.lock(manager, actor, staffId);
      const { records, events } = this.stores;
      const standing = await records.wishes(manager, actor, staffId);
      await this.mustBeNewest(manager, actor, wanted, standing);
      const known = await records.communes(manager, actor, this.clock.today());
      const communes = communesOfWish(wanted.kind, wanted.communes, known);
      const [newest = null] = standing;
      const campaign = campaignOfWish(givenOn, newest?.campaign ?? null);
      const fields = Object.keys(family) as EventField[];
      const changes: WishChanges = {
        campaign,
        replaced: newest?.kind ?? null,
        before: {
          ...Object.fromEntries(fields.map((field) => [field, before[field] ?? null])),
          wish: wishOf(standing, campaign),
        },
        after: { ...family, wish: asWritten({ kind: wanted.kind, communes }, newest) },
      };
      await events.set(manager, actor, { staffId, values: family });
      await this.write(manager, actor, { staffId, campaign, wish: changes.after.wish });
      const id = await records.add(manager, actor, { staffId, givenOn, reason, changes });
      await this.trail.record(manager, actor, {
        action: 'person.wish-recorded',
        subject: `person/${staffId}`,
        ...trailOf(changes.before, changes.after),
        details: { event: id, givenOn, campaign },
      });
      return this.response(manager, actor, { staffId, id });
    });
  }

  /** @throws NotFound `wish.unknown`; Conflict `wish.taken-back`, `wish.stands-on` */
  takeBack(actor: Actor, id: number): Promise<WishRecordResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { records, events } = this.stores;
      const found = await records.find(manager, actor, id);
      if (found === null)
        throw new NotFound('wish.unknown', `Không có nguyện vọng số ${id} ghi trên trang.`, { id });
      const { staffId } = found;
      const now = await this.lock(manager, actor, staffId);
      const own = await records.of(manager, actor, staffId);
      const record = own.find((each) => each.id === id) ?? found;
      if (record.takenBack)
        throw new Conflict('wish.taken-back', 'Nguyện vọng này đã được hoàn tác.');
      const { campaign, before, after } = record.changes;
      const standing = wishOf(await records.wishes(manager, actor, staffId), campaign);
      const { wish, ...family } = after;
      const fields = Object.keys(family) as EventField[];
      const isSame =
        isSameWish(standing, wish) && fields.every((each) => now[each] === after[each]);
      if (!isSame || own.find(({ takenBack }) => !takenBack)?.id !== id) throw standsOn();
      const { wish: former, ...values } = before;
      await events.set(manager, actor, { staffId, values });
      await this.write(manager, actor, { staffId, campaign, wish: former });
      await records.setTakenBack(manager, actor, id);
      await this.trail.record(manager, actor, {
        action: 'person.wish-taken-back',
        subject: `person/${staffId}`,
        ...trailOf(after, before),
        details: { event: id, campaign },
      });
      return this.response(manager, actor, { staffId, id });
    });
  }

  /** The family facts as they stand, the person locked. */
  private async lock(manager: EntityManager, actor: Actor, staffId: number): Promise<EventValues> {
    const asked = { staffId, fields: FAMILY_FIELDS };
    const values = await this.stores.events.values(manager, actor, asked);
    if (values === null) throw unknownPerson(staffId);
    return values;
  }

  /** A wish given before the one that counts is no news. */
  private async mustBeNewest(
    manager: EntityManager,
    actor: Actor,
    { staffId, givenOn }: WantedWish,
    standing: readonly StandingWish[],
  ): Promise<void> {
    const own = await this.stores.records.of(manager, actor, staffId);
    const counting = own.find((each) => countsAmong(each, own, standing));
    if (counting === undefined || counting.givenOn <= givenOn) return;
    throw new Conflict(
      'wish.newer-there',
      `Đã có nguyện vọng ghi ngày ${dayText(counting.givenOn)}, sau ngày này. Nếu ghi nhầm thì hãy hoàn tác nguyện vọng đó trước.`,
      { givenOn: counting.givenOn },
    );
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    {
      staffId,
      campaign,
      wish,
    }: {
      readonly staffId: number;
      readonly campaign: string;
      readonly wish: StaffWish | null;
    },
  ): Promise<void> {
    const details = [{ staffId, wish }];
    await this.stores.staff.saveDetails(manager, actor, { details, day: campaign });
  }

  private async responses(
    manager: EntityManager,
    actor: Actor,
    staffId: number,
  ): Promise<WishRecordResponse[]> {
    const own = await this.stores.records.of(manager, actor, staffId);
    const standing = await this.stores.records.wishes(manager, actor, staffId);
    return own.map(({ changes: { replaced, after }, ...record }) => {
      const { wish, ...family } = after;
      const { id, givenOn, recordedBy, recordedAt, takenBack } = record;
      return {
        ...{ id, staffId, kind: wish.kind, communes: wish.communes, givenOn, replaced },
        fields: Object.keys(family),
        counts: countsAmong({ id }, own, standing),
        ...{ recordedBy, recordedAt, takenBack },
      };
    });
  }

  private async response(
    manager: EntityManager,
    actor: Actor,
    { staffId, id }: { readonly staffId: number; readonly id: number },
  ): Promise<WishRecordResponse> {
    const all = await this.responses(manager, actor, staffId);
    const found = all.find((each) => each.id === id);
    if (found === undefined) throw new Error('the wish was not recorded');
    return found;
  }
}

/** The newest record that was not taken back counts as long as the newest campaign has its wish. */
function countsAmong(
  { id }: Pick<WishRecord, 'id'>,
  own: readonly WishRecord[],
  [newest]: readonly StandingWish[],
): boolean {
  const last = own.find(({ takenBack }) => !takenBack);
  if (last === undefined || last.id !== id || newest === undefined) return false;
  const { campaign, after } = last.changes;
  return newest.campaign === campaign && isSameWish(newest, after.wish);
}

function wishOf(standing: readonly StandingWish[], campaign: string): StaffWish | null {
  const found = standing.find((each) => each.campaign === campaign);
  if (found === undefined) return null;
  const { campaign: _campaign, ...wish } = found;
  return wish;
}

/** The same wish said again keeps what was decided on it. */
function asWritten(
  { kind, communes }: Pick<StaffWish, 'kind' | 'communes'>,
  newest: StaffWish | null,
): StaffWish {
  const asked = { kind, communes, accepted: newest?.accepted ?? false };
  const accepted = newest !== null && newest.accepted && isSameWish(newest, { ...asked, note: '' });
  return { kind, communes, accepted, note: wordsOfWish(kind, communes, accepted) };
}

/** Communes of a sheet are words as typed and may tell more than a place: only the kind is named beside the hash. */
function trailOf(
  before: Partial<WishChanges['before']>,
  after: Partial<WishChanges['before']>,
): { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> } {
  const named = ({ wish = null, ...family }: Partial<WishChanges['before']>) => ({
    ...{ ...family, wish, wishKind: wish?.kind ?? null },
  });
  return { before: named(before), after: named(after) };
}

function dayAhead(): BadInput {
  return new BadInput('wish.day-ahead', 'Ngày ghi nguyện vọng còn ở phía trước. Hãy sửa lại ngày.');
}

function standsOn(): Conflict {
  return new Conflict(
    'wish.stands-on',
    'Không thể hoàn tác: nguyện vọng hoặc hồ sơ đã được sửa sau đó.',
  );
}
