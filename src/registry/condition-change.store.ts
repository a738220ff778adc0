import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NoGoCase } from '../rules/vocabulary.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { ChangedEnd } from './posting-change.store.js';
import { endsOf, removeSpans, setEnds } from './span-ends.js';

export interface NewCondition {
  readonly staffId: number;
  readonly case: NoGoCase;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly liftedByRequest: boolean;
  readonly note: string | null;
}

/** Table `staff_conditions`, one person at a time: what a decision or a life event writes and takes back. */
@Injectable()
export class ConditionChangeStore {
  async insert(manager: EntityManager, actor: Actor, condition: NewCondition): Promise<number> {
    const [row] = await manager.query<{ id: number }[]>(
      `INSERT INTO staff_conditions (province_code, staff_id, condition_case, starts_on, ends_on, lifted_by_request, note)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        ...[actor.provinceCode, condition.staffId, condition.case, condition.startsOn],
        ...[condition.endsOn, condition.liftedByRequest, condition.note],
      ],
    );
    if (!row) throw new Error('the condition was not written');
    return Number(row.id);
  }

  /** Whether a span of the case stands at any day of the one given. */
  async stands(
    manager: EntityManager,
    actor: Actor,
    span: Pick<NewCondition, 'staffId' | 'case' | 'startsOn' | 'endsOn'>,
  ): Promise<boolean> {
    const rows = await manager.query<object[]>(
      `SELECT FROM staff_conditions WHERE province_code = $1 AND staff_id = $2 AND condition_case = $3
         AND daterange(starts_on, ends_on) && daterange($4, $5)`,
      [actor.provinceCode, span.staffId, span.case, span.startsOn, span.endsOn],
    );
    return rows.length > 0;
  }

  /** Ends a person's spans of a case that stand on the eve of the day. */
  async endOn(
    manager: EntityManager,
    actor: Actor,
    asked: { readonly staffId: number; readonly case: NoGoCase; readonly day: Day },
  ): Promise<ChangedEnd[]> {
    const rows = await manager.query<{ id: number; was: Day | null }[]>(
      `SELECT id, ends_on::text AS was FROM staff_conditions
       WHERE province_code = $1 AND staff_id = $2 AND condition_case = $3 AND starts_on < $4
         AND (ends_on IS NULL OR ends_on > $4) ORDER BY id FOR UPDATE`,
      [actor.provinceCode, asked.staffId, asked.case, asked.day],
    );
    const ends = rows.map(({ id, was }) => ({ id: Number(id), was, endsOn: asked.day }));
    await this.setEnds(manager, actor, ends);
    return ends;
  }

  async setEnds(
    manager: EntityManager,
    actor: Actor,
    ends: readonly { readonly id: number; readonly endsOn: Day | null }[],
  ): Promise<void> {
    await setEnds(manager, actor, 'staff_conditions', ends);
  }

  async remove(manager: EntityManager, actor: Actor, ids: readonly number[]): Promise<void> {
    await removeSpans(manager, actor, 'staff_conditions', ids);
  }

  /** The ends that stand now, by id, locked; what is gone is not in it. */
  async endsOf(
    manager: EntityManager,
    actor: Actor,
    ids: readonly number[],
  ): Promise<Map<number, Day | null>> {
    return endsOf(manager, actor, 'staff_conditions', ids);
  }
}
