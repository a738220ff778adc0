import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import type { StandingWish, WishChanges, WishRecord } from './wish-record.js';

/** Wishes in table `person_events`, and what they are checked against. */
@Injectable()
export class WishRecordStore {
  async add(
    manager: EntityManager,
    actor: Actor,
    record: {
      readonly staffId: number;
      readonly givenOn: Day;
      readonly reason: string;
      readonly changes: WishChanges;
    },
  ): Promise<number> {
    const [row] = await manager.query<{ id: number }[]>(
      `INSERT INTO person_events (province_code, staff_id, kind, effective_on, reason, changes, recorded_by)
       VALUES ($1, $2, 'wish', $3, $4, $5, $6) RETURNING id`,
      [
        ...[actor.provinceCode, record.staffId, record.givenOn, record.reason],
        ...[JSON.stringify(record.changes), actor.id],
      ],
    );
    if (!row) throw new Error('the wish was not recorded');
    return Number(row.id);
  }

  /** Whether the actor may see such a person. */
  async isThere(manager: EntityManager, actor: Actor, staffId: number): Promise<boolean> {
    const rows = await manager.query<object[]>(
      'SELECT FROM staff WHERE province_code = $1 AND id = $2',
      [actor.provinceCode, staffId],
    );
    return rows.length > 0;
  }

  /** Of a person, the newest first. */
  of(manager: EntityManager, actor: Actor, staffId: number): Promise<WishRecord[]> {
    return manager.query(`${RECORDS} AND staff_id = $2 ORDER BY id DESC`, [
      actor.provinceCode,
      staffId,
    ]);
  }

  /** Null where there is none, or none of anybody whom the actor may see. */
  async find(manager: EntityManager, actor: Actor, id: number): Promise<WishRecord | null> {
    const [found] = await manager.query<WishRecord[]>(`${RECORDS} AND id = $2`, [
      actor.provinceCode,
      id,
    ]);
    return found ?? null;
  }

  async setTakenBack(manager: EntityManager, actor: Actor, id: number): Promise<void> {
    await manager.query(
      `UPDATE person_events SET taken_back_at = now() WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id],
    );
  }

  /** All wishes of a person, that of the newest campaign first. */
  wishes(manager: EntityManager, actor: Actor, staffId: number): Promise<StandingWish[]> {
    return manager.query(
      `SELECT campaign, kind, communes, accepted, coalesce(note, '') AS note FROM wishes
       WHERE province_code = $1 AND staff_id = $2 ORDER BY campaign DESC`,
      [actor.provinceCode, staffId],
    );
  }

  /**
   * Names that mean one commune: on the day, among those that last, or in a plan that the actor may see. A name that two
   * communes of each of these bear means none.
   */
  async communes(manager: EntityManager, actor: Actor, day: Day): Promise<string[]> {
    const rows = await manager.query<{ name: string }[]>(COMMUNES, [actor.provinceCode, day]);
    return rows.map(({ name }) => name);
  }
}

const RECORDS = `SELECT id, staff_id AS "staffId", effective_on::text AS "givenOn", changes, recorded_by AS "recordedBy",
    recorded_at AS "recordedAt", taken_back_at IS NOT NULL AS "takenBack"
  FROM person_events WHERE province_code = $1 AND kind = 'wish'`;

const COMMUNES = `
  WITH named AS (
    SELECT 'day' AS world, name FROM units
    WHERE province_code = $1 AND level = 'commune' AND starts_on <= $2 AND (ends_on IS NULL OR ends_on > $2)
    UNION ALL
    SELECT 'lasting', name FROM units WHERE province_code = $1 AND level = 'commune' AND ends_on IS NULL
    UNION ALL
    SELECT f.scenario_id::text, f.fact->>'name'
    FROM scenario_facts f JOIN scenarios s ON s.province_code = f.province_code AND s.id = f.scenario_id
    WHERE f.province_code = $1 AND f.kind = 'unit' AND f.fact->>'level' = 'commune' AND (f.fact->>'isNew')::boolean
      AND s.state <> 'withdrawn'
  ), single AS (SELECT min(name) AS name FROM named GROUP BY world, lower(name) HAVING count(*) = 1)
  SELECT min(name) AS name FROM single GROUP BY lower(name) ORDER BY folded(min(name)), 1`;
