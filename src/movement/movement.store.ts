import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Finding } from '../rules/finding.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { Effects, Movement, WantedMovement } from './movement.js';

/** The keys of a place; null where there is none. */
export interface PlaceIds {
  readonly unitId: number | null;
  readonly positionId: number | null;
}

/** Table `movements`. */
@Injectable()
export class MovementStore {
  async add(
    manager: EntityManager,
    actor: Actor,
    {
      wanted,
      from,
      to,
    }: { readonly wanted: WantedMovement; readonly from: PlaceIds; readonly to: PlaceIds },
  ): Promise<number> {
    const [row] = await manager.query<{ id: number }[]>(
      `INSERT INTO movements (province_code, staff_id, kind, starts_on, ends_on, from_unit_id, from_position_id, to_unit_id,
         to_position_id, reason, new_allowance, of_movement, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
      [
        ...[actor.provinceCode, wanted.staffId, wanted.kind, wanted.startsOn, wanted.endsOn],
        ...[from.unitId, from.positionId, to.unitId, to.positionId],
        ...[wanted.reason, wanted.newAllowance, wanted.ofMovement, actor.id],
      ],
    );
    if (!row) throw new Error('the movement was not written');
    return Number(row.id);
  }

  find(manager: EntityManager, actor: Actor, id: number): Promise<Movement | null> {
    return this.one(manager, actor, { id, lock: '' });
  }

  /** The same, locked, and the person with it: decisions about one person come one after the other. */
  async locked(manager: EntityManager, actor: Actor, id: number): Promise<Movement | null> {
    const movement = await this.one(manager, actor, { id, lock: 'FOR UPDATE OF m' });
    if (movement)
      await manager.query(`SELECT 1 FROM staff WHERE province_code = $1 AND id = $2 FOR UPDATE`, [
        actor.provinceCode,
        movement.staffId,
      ]);
    return movement;
  }

  /** Nobody else is given a seat in the unit that the movement goes to before the transaction ends. */
  async lockPlace(manager: EntityManager, actor: Actor, id: number): Promise<void> {
    await manager.query(
      `SELECT FROM units u JOIN movements m ON m.province_code = u.province_code AND m.to_unit_id = u.id
       WHERE m.province_code = $1 AND m.id = $2 FOR NO KEY UPDATE OF u`,
      [actor.provinceCode, id],
    );
  }

  async hear(
    manager: EntityManager,
    actor: Actor,
    {
      id,
      heardOn,
      opinion,
    }: { readonly id: number; readonly heardOn: Day; readonly opinion: string },
  ): Promise<void> {
    await manager.query(
      `UPDATE movements SET state = 'heard', heard_on = $3, opinion = $4 WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id, heardOn, opinion],
    );
  }

  async decide(
    manager: EntityManager,
    actor: Actor,
    decision: {
      readonly id: number;
      readonly number: string;
      readonly decidedOn: Day;
      readonly findings: readonly Finding[];
      readonly effects: Effects;
    },
  ): Promise<void> {
    await manager.query(
      `UPDATE movements SET state = 'decided', decision_number = $3, decided_on = $4, decided_at = clock_timestamp(),
         findings = $5, effects = $6 WHERE province_code = $1 AND id = $2`,
      [
        ...[actor.provinceCode, decision.id, decision.number, decision.decidedOn],
        ...[JSON.stringify(decision.findings), JSON.stringify(decision.effects)],
      ],
    );
  }

  async end(
    manager: EntityManager,
    actor: Actor,
    { id, state }: { readonly id: number; readonly state: 'withdrawn' | 'taken-back' },
  ): Promise<void> {
    await manager.query(`UPDATE movements SET state = $3 WHERE province_code = $1 AND id = $2`, [
      actor.provinceCode,
      id,
      state,
    ]);
  }

  /** Decision numbers of what was decided about the same person after this movement, and still stands. */
  async decidedAfter(manager: EntityManager, actor: Actor, id: number): Promise<string[]> {
    const rows = await manager.query<{ number: string }[]>(
      `SELECT later.decision_number AS number FROM movements own
       JOIN movements later ON later.province_code = own.province_code AND later.staff_id = own.staff_id
         AND later.state = 'decided' AND later.decided_at > own.decided_at
       WHERE own.province_code = $1 AND own.id = $2 ORDER BY later.decided_at`,
      [actor.provinceCode, id],
    );
    return rows.map(({ number }) => number);
  }

  /** The end of the newest decided appointment of a person that stands on the day; null = none, or open. */
  async termEnd(
    manager: EntityManager,
    actor: Actor,
    { staffId, day }: { readonly staffId: number; readonly day: Day },
  ): Promise<Day | null> {
    const [row] = await manager.query<{ endsOn: Day | null }[]>(
      `SELECT ends_on::text AS "endsOn" FROM movements
       WHERE province_code = $1 AND staff_id = $2 AND kind = 'appointment' AND state = 'decided' AND starts_on < $3
       ORDER BY starts_on DESC, id DESC LIMIT 1`,
      [actor.provinceCode, staffId, day],
    );
    return row?.endsOn ?? null;
  }

  private async one(
    manager: EntityManager,
    actor: Actor,
    { id, lock }: { readonly id: number; readonly lock: '' | 'FOR UPDATE OF m' },
  ): Promise<Movement | null> {
    const [row] = await manager.query<Movement[]>(`${MOVEMENT} ${lock}`, [actor.provinceCode, id]);
    return row ?? null;
  }
}

const MOVEMENT = `
  SELECT m.id, m.staff_id AS "staffId", m.kind, m.state, m.starts_on::text AS "startsOn", m.ends_on::text AS "endsOn",
    u.code AS "unitCode", p.code AS "positionCode", m.reason, m.new_allowance AS "newAllowance",
    m.of_movement AS "ofMovement", m.heard_on::text AS "heardOn", m.opinion, m.decision_number AS "decisionNumber",
    m.decided_on::text AS "decidedOn", m.findings, m.effects
  FROM movements m
  LEFT JOIN units u ON u.province_code = m.province_code AND u.id = m.to_unit_id
  LEFT JOIN positions p ON p.province_code = m.province_code AND p.id = m.to_position_id
  WHERE m.province_code = $1 AND m.id = $2`;
