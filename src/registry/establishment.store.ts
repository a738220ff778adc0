import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { idsByCode } from './ids-by-code.js';

export interface Establishment {
  readonly unitCode: string;
  readonly positionCode: string;
  readonly seats: number;
  readonly required: number;
}

export interface Norm {
  readonly unitCode: string;
  readonly block: string;
  readonly headcount: number;
}

/** What begins together, with its basis. */
export interface Span<T> {
  readonly rows: readonly T[];
  readonly startsOn: Day;
  readonly basis: string;
}

const IN_FORCE = (table: string): string =>
  `${table}.starts_on <= $2 AND (${table}.ends_on IS NULL OR ${table}.ends_on > $2)`;

/** Tables `establishments` and `norms`: what a unit may have. */
@Injectable()
export class EstablishmentStore {
  /** Seats in units and of positions that are in force on their first day. @returns rows written. */
  async insert(manager: EntityManager, actor: Actor, span: Span<Establishment>): Promise<number> {
    const unitId = await idsByCode(manager, actor, { table: 'units', day: span.startsOn });
    const positionId = await idsByCode(manager, actor, { table: 'positions', day: span.startsOn });
    const rows = span.rows.map((row) => ({
      ...row,
      unitId: unitId.get(row.unitCode),
      positionId: positionId.get(row.positionCode),
    }));
    const written = await manager.query<unknown[]>(
      `INSERT INTO establishments (province_code, unit_id, position_id, seats, required, starts_on, basis)
       SELECT $1, row."unitId", row."positionId", row.seats, row.required, $2, $4
       FROM jsonb_to_recordset($3)
         AS row ("unitId" bigint, "positionId" bigint, seats integer, required integer)
       WHERE row."unitId" IS NOT NULL AND row."positionId" IS NOT NULL
       RETURNING id`,
      [actor.provinceCode, span.startsOn, JSON.stringify(rows), span.basis],
    );
    return written.length;
  }

  async insertNorms(manager: EntityManager, actor: Actor, span: Span<Norm>): Promise<number> {
    const written = await manager.query<unknown[]>(
      `INSERT INTO norms (province_code, unit_id, block, headcount, starts_on, basis, evidence)
       SELECT $1, unit.id, row.block, row.headcount, $2, $4, 'derived'
       FROM jsonb_to_recordset($3) AS row ("unitCode" text, block text, headcount integer)
       JOIN units unit ON unit.province_code = $1 AND unit.code = row."unitCode" AND ${IN_FORCE('unit')}
       RETURNING id`,
      [actor.provinceCode, span.startsOn, JSON.stringify(span.rows), span.basis],
    );
    return written.length;
  }

  /** Removes what began on the day in the units: only to take a merger back. */
  async removeStartingOn(
    manager: EntityManager,
    actor: Actor,
    { unitCodes, startsOn }: { readonly unitCodes: readonly string[]; readonly startsOn: Day },
  ): Promise<void> {
    for (const table of ['establishments', 'norms']) {
      await manager.query(
        `DELETE FROM ${table} USING units unit
         WHERE ${table}.province_code = $1 AND ${table}.starts_on = $2
           AND unit.province_code = $1 AND unit.id = ${table}.unit_id AND unit.code = ANY ($3)
           AND unit.starts_on = $2`,
        [actor.provinceCode, startsOn, unitCodes],
      );
    }
  }

  inForceOn(manager: EntityManager, actor: Actor, day: Day): Promise<Establishment[]> {
    return manager.query(
      `SELECT unit.code AS "unitCode", position.code AS "positionCode", establishments.seats, establishments.required
       FROM establishments
       JOIN units unit ON unit.province_code = $1 AND unit.id = establishments.unit_id
       JOIN positions position ON position.province_code = $1 AND position.id = establishments.position_id
       WHERE establishments.province_code = $1 AND ${IN_FORCE('establishments')}
       ORDER BY unit.code, position.code`,
      [actor.provinceCode, day],
    );
  }

  normsInForceOn(manager: EntityManager, actor: Actor, day: Day): Promise<Norm[]> {
    return manager.query(
      `SELECT unit.code AS "unitCode", norms.block, norms.headcount
       FROM norms JOIN units unit ON unit.province_code = $1 AND unit.id = norms.unit_id
       WHERE norms.province_code = $1 AND ${IN_FORCE('norms')} ORDER BY unit.code, norms.block`,
      [actor.provinceCode, day],
    );
  }
}
