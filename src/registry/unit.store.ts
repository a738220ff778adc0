import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { UnitRow } from './unit-sheet.js';

export interface NewUnit extends UnitRow {
  readonly startsOn: Day;
  readonly legalBasis: string | null;
}

/** A unit in force on some day. */
export interface UnitOnDay extends UnitRow {
  readonly id: number;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

const SHAPE = `row (code text, name text, kind text, level text, parent_code text, zone text, border boolean,
  area_km2 double precision, population integer, latitude double precision, longitude double precision,
  starts_on date, legal_basis text)`;

/** Table `units`. */
@Injectable()
export class UnitStore {
  /** Inserts units; parents are found by code, among these or in force on the day they start. */
  async insert(manager: EntityManager, actor: Actor, units: readonly NewUnit[]): Promise<void> {
    const rows = JSON.stringify(units.map(columnsOf));
    await manager.query(
      `INSERT INTO units (province_code, code, name, kind, level, zone, border, area_km2, population,
                          latitude, longitude, starts_on, legal_basis)
       SELECT $1, code, name, kind, level, zone, border, area_km2, population, latitude, longitude, starts_on,
              legal_basis
       FROM jsonb_to_recordset($2) AS ${SHAPE}`,
      [actor.provinceCode, rows],
    );
    await manager.query(
      `UPDATE units SET parent_id = parent.id
       FROM jsonb_to_recordset($2) AS ${SHAPE}
       JOIN units parent ON parent.province_code = $1 AND parent.code = row.parent_code
         AND parent.starts_on <= row.starts_on AND (parent.ends_on IS NULL OR parent.ends_on > row.starts_on)
       WHERE units.province_code = $1 AND units.code = row.code AND units.starts_on = row.starts_on`,
      [actor.provinceCode, rows],
    );
  }

  /** Units in force on the day, by code. */
  inForceOn(manager: EntityManager, actor: Actor, day: Day): Promise<UnitOnDay[]> {
    return manager.query(
      `SELECT unit.id, unit.code, unit.name, unit.kind, unit.level, parent.code AS "parentCode", unit.zone,
              unit.border, unit.area_km2 AS "areaKm2", unit.population, unit.latitude, unit.longitude,
              unit.starts_on::text AS "startsOn", unit.ends_on::text AS "endsOn"
       FROM units unit
       LEFT JOIN units parent ON parent.province_code = unit.province_code AND parent.id = unit.parent_id
       WHERE unit.province_code = $1 AND unit.starts_on <= $2 AND (unit.ends_on IS NULL OR unit.ends_on > $2)
       ORDER BY unit.code`,
      [actor.provinceCode, day],
    );
  }

  /** Ends units in force on the eve; locks them in id order. @returns how many. */
  async end(
    manager: EntityManager,
    actor: Actor,
    { codes, endsOn }: { readonly codes: readonly string[]; readonly endsOn: Day },
  ): Promise<number> {
    await manager.query(
      `SELECT id FROM units WHERE province_code = $1 AND code = ANY ($2) ORDER BY id FOR UPDATE`,
      [actor.provinceCode, codes],
    );
    const ended = await manager.query<unknown[]>(
      `WITH ended AS (
         UPDATE units SET ends_on = $3
         WHERE province_code = $1 AND code = ANY ($2) AND starts_on < $3 AND ends_on IS NULL RETURNING id)
       SELECT id FROM ended`,
      [actor.provinceCode, codes, endsOn],
    );
    return ended.length;
  }

  /** Takes back what `end` did. */
  async reopen(
    manager: EntityManager,
    actor: Actor,
    { codes, endsOn }: { readonly codes: readonly string[]; readonly endsOn: Day },
  ): Promise<void> {
    await manager.query(
      `UPDATE units SET ends_on = NULL WHERE province_code = $1 AND code = ANY ($2) AND ends_on = $3`,
      [actor.provinceCode, codes, endsOn],
    );
  }

  /** Removes units that begin on the day: only to take a merger back. */
  async removeStartingOn(
    manager: EntityManager,
    actor: Actor,
    { codes, startsOn }: { readonly codes: readonly string[]; readonly startsOn: Day },
  ): Promise<void> {
    await manager.query(
      `UPDATE units SET parent_id = NULL WHERE province_code = $1 AND code = ANY ($2) AND starts_on = $3`,
      [actor.provinceCode, codes, startsOn],
    );
    // Movements that came to nothing stay on record without the unit; the caller has asked that no other names it.
    for (const column of ['from_unit_id', 'to_unit_id'])
      await manager.query(
        `UPDATE movements SET ${column} = NULL WHERE province_code = $1 AND state IN ('withdrawn', 'taken-back')
           AND ${column} IN (SELECT id FROM units WHERE province_code = $1 AND code = ANY ($2) AND starts_on = $3)`,
        [actor.provinceCode, codes, startsOn],
      );
    await manager.query(
      `DELETE FROM units WHERE province_code = $1 AND code = ANY ($2) AND starts_on = $3`,
      [actor.provinceCode, codes, startsOn],
    );
  }
}

function columnsOf(unit: NewUnit): Record<string, unknown> {
  return {
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    level: unit.level,
    parent_code: unit.parentCode,
    zone: unit.zone,
    border: unit.border,
    area_km2: unit.areaKm2,
    population: unit.population,
    latitude: unit.latitude,
    longitude: unit.longitude,
    starts_on: unit.startsOn,
    legal_basis: unit.legalBasis,
  };
}
