import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { PinFact } from './facts.js';

/** A pin as it is listed, with the names that its scenario froze. */
export interface ListedPin {
  readonly id: number;
  readonly staffId: number | null;
  readonly fullName: string;
  readonly kind: PinFact['kind'];
  readonly unitCode: string | null;
  readonly positionCode: string | null;
  readonly reason: string;
  /** Name of whoever set it by hand; null = it came with the rosters. */
  readonly setBy: string | null;
  readonly setAt: string;
}

/** Where a pin stands. */
export interface PinAt {
  readonly scenarioId: number;
  readonly id: number;
}

const LISTED = `SELECT pin.id, (person.fact->>'staffId')::bigint AS "staffId",
    coalesce(person.fact->>'fullName', pin.person_key) AS "fullName", pin.kind, pin.unit_code AS "unitCode",
    pin.position_code AS "positionCode", pin.reason, pin.set_by AS "setBy", to_json(pin.set_at)#>>'{}' AS "setAt"
  FROM pins pin
  LEFT JOIN scenario_facts person ON person.province_code = $1 AND person.scenario_id = pin.scenario_id
    AND person.kind = 'person' AND person.key = pin.person_key
  WHERE pin.province_code = $1 AND pin.scenario_id = $2`;

/** People whom a plan must not name: as migration 14 has it, for pins. */
const NAMED = `AND (coalesce(current_setting('bo_tri.closed', true), '') = 'on' OR NOT EXISTS (
    SELECT FROM positions managed WHERE managed.province_code = $1 AND managed.party_managed
      AND managed.code IN (pin.position_code, person.fact->>'positionCode')))`;

/**
 * What all pins of a scenario say, as one word; two are equal when the pins are. Where the map was drawn anew the hash of the
 * facts follows behind "~", so that a run made before is known to be of another map. `scenarioId` is SQL, the province $1.
 */
export function pinsMarkSql(scenarioId: string): string {
  return `((SELECT md5(coalesce(string_agg(jsonb_build_array(person_key, kind, unit_code, position_code, reason)::text, ','
      ORDER BY person_key COLLATE "C", kind, unit_code, position_code, reason), ''))
    FROM pins WHERE province_code = $1 AND scenario_id = ${scenarioId}) ||
    coalesce((SELECT '~' || facts_hash FROM scenarios redrawn WHERE redrawn.province_code = $1
      AND redrawn.id = ${scenarioId} AND redrawn.frozen_hash <> redrawn.facts_hash), ''))`;
}

/** The map that a mark is of; two are equal when the maps are. */
export function mapMarkOf(pinsMark: string): string {
  return pinsMark.split('~')[1] ?? '';
}

/** The pins that a mark is of, whatever the map. */
export function pinsOnlyOf(pinsMark: string): string {
  return pinsMark.split('~')[0] ?? '';
}

/** Table `pins`, one at a time. */
@Injectable()
export class PinStore {
  /** As `pinsMarkSql`; whoever does not see the whole province has another. */
  async mark(manager: EntityManager, actor: Actor, scenarioId: number): Promise<string> {
    const [row] = await manager.query<{ mark: string }[]>(`SELECT ${pinsMarkSql('$2')} AS mark`, [
      actor.provinceCode,
      scenarioId,
    ]);
    return row?.mark ?? '';
  }

  /** Those that the actor may see named, by person and place. */
  list(manager: EntityManager, actor: Actor, scenarioId: number): Promise<ListedPin[]> {
    return manager.query<ListedPin[]>(
      `${LISTED} ${NAMED} ORDER BY pin.person_key COLLATE "C", pin.kind DESC, pin.id`,
      [actor.provinceCode, scenarioId],
    );
  }

  async find(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, id }: PinAt,
  ): Promise<ListedPin | null> {
    const [found] = await manager.query<ListedPin[]>(`${LISTED} ${NAMED} AND pin.id = $3`, [
      actor.provinceCode,
      scenarioId,
      id,
    ]);
    return found ?? null;
  }

  /** A pin that gives a place takes that of the one before; the same place is kept away once. @returns the id */
  async set(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, pin }: { readonly scenarioId: number; readonly pin: PinFact },
  ): Promise<number> {
    const [unitCode, positionCode] =
      pin.kind === 'leave' ? [null, null] : [pin.unitCode, pin.positionCode];
    const at = [actor.provinceCode, scenarioId, pin.personKey];
    await manager.query(
      `DELETE FROM pins WHERE province_code = $1 AND scenario_id = $2 AND person_key = $3
         AND CASE WHEN $4 = 'forbid'
           THEN kind = 'forbid' AND unit_code IS NOT DISTINCT FROM $5 AND position_code IS NOT DISTINCT FROM $6
           ELSE kind <> 'forbid' END`,
      [...at, pin.kind, unitCode, positionCode],
    );
    const [created] = await manager.query<{ id: number }[]>(
      `INSERT INTO pins (province_code, scenario_id, person_key, kind, unit_code, position_code, reason, set_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [...at, pin.kind, unitCode, positionCode, pin.reason, actor.name],
    );
    if (!created) throw new Error('INSERT … RETURNING gave no row');
    return created.id;
  }

  async remove(manager: EntityManager, actor: Actor, { scenarioId, id }: PinAt): Promise<void> {
    await manager.query(
      `DELETE FROM pins WHERE province_code = $1 AND scenario_id = $2 AND id = $3`,
      [actor.provinceCode, scenarioId, id],
    );
  }
}
