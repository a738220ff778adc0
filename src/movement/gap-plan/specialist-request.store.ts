import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import type { RequestState } from './gap-plan.js';
import type { PlaceKeys } from './gap-plan.store.js';
import type { SpecialistRequestResponse } from './gap-plan.responses.js';

/** Table `specialist_requests`. */
@Injectable()
export class SpecialistRequestStore {
  async add(
    manager: EntityManager,
    actor: Actor,
    { unitId, positionId, people, reason }: PlaceKeys & { people: number; reason: string },
  ): Promise<number> {
    const [row] = await manager.query<{ id: number }[]>(
      `INSERT INTO specialist_requests (province_code, unit_id, position_id, people, reason, asked_by)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [actor.provinceCode, unitId, positionId, people, reason, actor.id],
    );
    if (!row) throw new Error('the request was not written');
    return Number(row.id);
  }

  /** Whether somebody waits for an answer about that place already. */
  async isAsked(
    manager: EntityManager,
    actor: Actor,
    { unitId, positionId }: PlaceKeys,
  ): Promise<boolean> {
    const rows = await manager.query<object[]>(
      `SELECT FROM specialist_requests
       WHERE province_code = $1 AND unit_id = $2 AND position_id = $3 AND state = 'asked'`,
      [actor.provinceCode, unitId, positionId],
    );
    return rows.length > 0;
  }

  /** All that the actor may see, open ones first, then the newest. */
  all(manager: EntityManager, actor: Actor): Promise<SpecialistRequestResponse[]> {
    return manager.query(`${REQUEST} ORDER BY r.state <> 'asked', r.id DESC`, [
      actor.provinceCode,
      null,
    ]);
  }

  async find(
    manager: EntityManager,
    actor: Actor,
    id: number,
  ): Promise<SpecialistRequestResponse | null> {
    const [request] = await manager.query<SpecialistRequestResponse[]>(REQUEST, [
      actor.provinceCode,
      id,
    ]);
    return request ?? null;
  }

  /** Answers or withdraws a request that is still asked. @returns false where it is not. */
  async end(
    manager: EntityManager,
    actor: Actor,
    { id, state, answer }: { id: number; state: RequestState; answer: string | null },
  ): Promise<boolean> {
    const [, changed] = await manager.query<[unknown, number]>(
      `UPDATE specialist_requests SET state = $3, answer = $4, answered_by = $5, answered_at = now()
       WHERE province_code = $1 AND id = $2 AND state = 'asked'`,
      [actor.provinceCode, id, state, answer, actor.id],
    );
    return changed === 1;
  }
}

const REQUEST = `
  SELECT r.id, u.code AS "unitCode", u.name AS "unitName", p.code AS "positionCode", p.name AS "positionName", r.people,
    r.reason, r.state, r.asked_by AS "askedBy", r.asked_at AS "askedAt", r.answer, r.answered_by AS "answeredBy",
    r.answered_at AS "answeredAt"
  FROM specialist_requests r
  JOIN units u ON u.province_code = r.province_code AND u.id = r.unit_id
  JOIN positions p ON p.province_code = r.province_code AND p.id = r.position_id
  WHERE r.province_code = $1 AND ($2::bigint IS NULL OR r.id = $2)`;
