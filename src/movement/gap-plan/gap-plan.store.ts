import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import type { PlanState, Way } from './gap-plan.js';

/** The keys of a unit and a position that stand on a day. */
export interface PlaceKeys {
  readonly unitId: number;
  readonly positionId: number;
}

export interface StoredPlan {
  readonly id: number;
  readonly unitCode: string;
  readonly positionCode: string;
  readonly way: Way;
  readonly seats: number;
  readonly responsible: string;
  readonly dueOn: Day;
  readonly state: PlanState;
  readonly note: string | null;
}

export type PlanChange = Pick<StoredPlan, 'state' | 'responsible' | 'dueOn' | 'note'>;

/** Table `gap_plans`. */
@Injectable()
export class GapPlanStore {
  /** Null where the unit or the position does not stand on the day, or is not in the actor's scope. */
  async placeOn(
    manager: EntityManager,
    actor: Actor,
    asked: { readonly unitCode: string; readonly positionCode: string; readonly day: Day },
  ): Promise<PlaceKeys | null> {
    const [keys] = await manager.query<PlaceKeys[]>(
      `SELECT u.id AS "unitId", p.id AS "positionId" FROM units u
       JOIN positions p ON p.province_code = u.province_code AND p.code = $3
         AND p.starts_on <= $4 AND (p.ends_on IS NULL OR p.ends_on > $4)
       WHERE u.province_code = $1 AND u.code = $2 AND u.starts_on <= $4 AND (u.ends_on IS NULL OR u.ends_on > $4)
         AND (current_setting('bo_tri.wide', true) = 'on' OR u.id = ANY (acting_units())
           OR p.id IN (SELECT acting_position_ids()))`,
      [actor.provinceCode, asked.unitCode, asked.positionCode, asked.day],
    );
    return keys ?? null;
  }

  async add(
    manager: EntityManager,
    actor: Actor,
    plan: PlaceKeys & Omit<StoredPlan, 'id' | 'unitCode' | 'positionCode' | 'state'>,
  ): Promise<number> {
    const [row] = await manager.query<{ id: number }[]>(
      `INSERT INTO gap_plans (province_code, unit_id, position_id, way, seats, responsible, due_on, note, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        ...[actor.provinceCode, plan.unitId, plan.positionId, plan.way, plan.seats],
        ...[plan.responsible, plan.dueOn, plan.note, actor.id],
      ],
    );
    if (!row) throw new Error('the plan was not written');
    return Number(row.id);
  }

  /** All that the actor may see, by id. */
  all(manager: EntityManager, actor: Actor): Promise<StoredPlan[]> {
    return manager.query(`${PLAN} ORDER BY g.id`, [actor.provinceCode, null]);
  }

  async locked(manager: EntityManager, actor: Actor, id: number): Promise<StoredPlan | null> {
    const [plan] = await manager.query<StoredPlan[]>(`${PLAN} FOR UPDATE OF g`, [
      actor.provinceCode,
      id,
    ]);
    return plan ?? null;
  }

  async change(
    manager: EntityManager,
    actor: Actor,
    { id, state, responsible, dueOn, note }: PlanChange & { readonly id: number },
  ): Promise<void> {
    await manager.query(
      `UPDATE gap_plans SET state = $3, responsible = $4, due_on = $5, note = $6 WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id, state, responsible, dueOn, note],
    );
  }
}

const PLAN = `
  SELECT g.id, u.code AS "unitCode", p.code AS "positionCode", g.way, g.seats, g.responsible, g.due_on::text AS "dueOn",
    g.state, g.note
  FROM gap_plans g
  JOIN units u ON u.province_code = g.province_code AND u.id = g.unit_id
  JOIN positions p ON p.province_code = g.province_code AND p.id = g.position_id
  WHERE g.province_code = $1 AND ($2::bigint IS NULL OR g.id = $2)`;
