import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { byCodePoint } from '../shared/text.js';
import type { PositionRow, PositionSuccessionRow } from './position-sheet.js';

export interface PositionOnDay extends PositionRow {
  readonly id: number;
}

export type PositionName = Pick<PositionRow, 'name' | 'nameEn'>;

const SELECT = `SELECT id, code, name, name_en AS "nameEn", catalogue, starts_on::text AS "startsOn",
  ends_on::text AS "endsOn", block, division_kind AS "divisionKind", position_group AS "group",
  field_code AS field, min_degree AS "minDegree", major_groups AS "majorGroups", ranks, certificates, given,
  party_managed AS "partyManaged", evidence, source FROM positions`;

/** Tables `positions` and `position_successions`. */
@Injectable()
export class PositionStore {
  /** Adds the positions that are not there yet (by code and first day). */
  async add(
    manager: EntityManager,
    actor: Actor,
    positions: readonly PositionRow[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO positions (province_code, code, name, name_en, catalogue, starts_on, ends_on, block, division_kind,
         position_group, field_code, min_degree, major_groups, ranks, certificates, given, party_managed, evidence, source)
       SELECT $1, code, name, "nameEn", catalogue, "startsOn", "endsOn", block, "divisionKind", "group", field,
         "minDegree", "majorGroups", ranks, certificates, given, "partyManaged", evidence, source
       FROM jsonb_to_recordset($2) AS row (code text, name text, "nameEn" text, catalogue text, "startsOn" date,
         "endsOn" date, block text, "divisionKind" text, "group" text, field text, "minDegree" text,
         "majorGroups" text[], ranks text[], certificates text[], given boolean, "partyManaged" boolean, evidence text, source text)
       ON CONFLICT (province_code, code, starts_on) DO NOTHING`,
      [actor.provinceCode, JSON.stringify(positions)],
    );
  }

  /** Adds successions between the old and the new catalogue; of a code's versions the last before, the first after. */
  async addSuccessions(
    manager: EntityManager,
    actor: Actor,
    rows: readonly PositionSuccessionRow[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO position_successions (province_code, old_position_id, new_position_id, preference, major_groups)
       SELECT $1, old.id, new.id, row.preference, row."majorGroups"
       FROM jsonb_to_recordset($2) AS row ("oldCode" text, "newCode" text, preference integer, "majorGroups" text[])
       JOIN LATERAL (SELECT id FROM positions WHERE province_code = $1 AND code = row."oldCode"
                     ORDER BY starts_on LIMIT 1) old ON true
       JOIN LATERAL (SELECT id FROM positions WHERE province_code = $1 AND code = row."newCode"
                     ORDER BY starts_on DESC LIMIT 1) new ON true
       ON CONFLICT DO NOTHING`,
      [actor.provinceCode, JSON.stringify(rows)],
    );
  }

  /** Of both catalogues, of any day. */
  async codes(manager: EntityManager, actor: Actor): Promise<string[]> {
    const rows = await manager.query<{ code: string }[]>(
      `SELECT DISTINCT code FROM positions WHERE province_code = $1`,
      [actor.provinceCode],
    );
    return rows.map(({ code }) => code);
  }

  inForceOn(manager: EntityManager, actor: Actor, day: Day): Promise<PositionOnDay[]> {
    return manager.query(
      `${SELECT} WHERE province_code = $1 AND starts_on <= $2 AND (ends_on IS NULL OR ends_on > $2)
       ORDER BY code`,
      [actor.provinceCode, day],
    );
  }

  /** What positions of any day are called, each pair once. */
  names(manager: EntityManager, actor: Actor): Promise<PositionName[]> {
    return manager.query(
      `SELECT DISTINCT name COLLATE "C" AS name, name_en COLLATE "C" AS "nameEn" FROM positions
       WHERE province_code = $1 ORDER BY 1, 2`,
      [actor.provinceCode],
    );
  }

  /** All, by old code and preference. */
  async successions(manager: EntityManager, actor: Actor): Promise<PositionSuccessionRow[]> {
    const positions = await manager.query<{ id: number; code: string }[]>(
      `SELECT id, code FROM positions WHERE province_code = $1`,
      [actor.provinceCode],
    );
    const codeOf = new Map(positions.map(({ id, code }) => [id, code]));
    const rows = await manager.query<
      { oldId: number; newId: number; preference: number; majorGroups: string[] }[]
    >(
      `SELECT old_position_id AS "oldId", new_position_id AS "newId", preference, major_groups AS "majorGroups"
       FROM position_successions WHERE province_code = $1`,
      [actor.provinceCode],
    );
    return rows
      .map(({ oldId, newId, preference, majorGroups }) => ({
        oldCode: codeOf.get(oldId) ?? '',
        newCode: codeOf.get(newId) ?? '',
        preference,
        majorGroups,
      }))
      .sort(
        (a, b) =>
          byCodePoint(a.oldCode, b.oldCode) ||
          a.preference - b.preference ||
          byCodePoint(a.newCode, b.newCode),
      );
  }
}
