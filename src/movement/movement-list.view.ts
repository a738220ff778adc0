import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Page } from '../shared/page.query.js';
import type { MovementKind, MovementState } from './movement.js';
import type { MovementLineResponse } from './movement.responses.js';

export interface MovementFilter extends Page {
  readonly state?: MovementState | undefined;
  readonly kind?: MovementKind | undefined;
  readonly person?: number | undefined;
}

/** Read-only: movements that the actor may see, the newest first. */
@Injectable()
export class MovementListView {
  async page(
    manager: EntityManager,
    actor: Actor,
    filter: MovementFilter,
  ): Promise<{ total: number; items: MovementLineResponse[] }> {
    const values = [
      ...[actor.provinceCode, filter.state ?? null, filter.kind ?? null, filter.person ?? null],
    ];
    const [count] = await manager.query<{ total: number }[]>(
      `SELECT count(*)::integer AS total FROM movements m ${WHERE}`,
      values,
    );
    const items = await manager.query<MovementLineResponse[]>(
      `${LINE} ${WHERE} ORDER BY m.id DESC OFFSET $5 LIMIT $6`,
      [...values, filter.offset, filter.limit],
    );
    return { total: count?.total ?? 0, items };
  }

  /** Every movement that the actor may see, as a page shows it. */
  all(manager: EntityManager, actor: Actor): Promise<MovementLineResponse[]> {
    return manager.query(`${LINE} WHERE m.province_code = $1 ORDER BY m.id DESC`, [
      actor.provinceCode,
    ]);
  }

  async line(
    manager: EntityManager,
    actor: Actor,
    id: number,
  ): Promise<MovementLineResponse | null> {
    const [line] = await manager.query<MovementLineResponse[]>(
      `${LINE} WHERE m.province_code = $1 AND m.id = $2`,
      [actor.provinceCode, id],
    );
    return line ?? null;
  }
}

const WHERE = `
  WHERE m.province_code = $1 AND ($2::text IS NULL OR m.state = $2) AND ($3::text IS NULL OR m.kind = $3)
    AND ($4::bigint IS NULL OR m.staff_id = $4)`;

/** The name is empty for somebody who is not yet, or no longer, in the actor's scope. */
const LINE = `
  SELECT m.id, m.staff_id AS "staffId", coalesce(s.full_name, '') AS "fullName", m.kind, m.state,
    m.starts_on::text AS "startsOn", m.ends_on::text AS "endsOn", m.reason,
    fu.code AS "fromUnitCode", fu.name AS "fromUnitName", fp.name AS "fromPositionName",
    tu.code AS "toUnitCode", tu.name AS "toUnitName", tp.code AS "toPositionCode",
    tp.name AS "toPositionName",
    m.heard_on::text AS "heardOn", m.decision_number AS "decisionNumber", m.decided_on::text AS "decidedOn"
  FROM movements m
  LEFT JOIN staff s ON s.province_code = m.province_code AND s.id = m.staff_id
  LEFT JOIN units fu ON fu.province_code = m.province_code AND fu.id = m.from_unit_id
  LEFT JOIN units tu ON tu.province_code = m.province_code AND tu.id = m.to_unit_id
  LEFT JOIN positions fp ON fp.province_code = m.province_code AND fp.id = m.from_position_id
  LEFT JOIN positions tp ON tp.province_code = m.province_code AND tp.id = m.to_position_id`;
