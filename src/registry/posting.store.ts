import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { idsByCode } from './ids-by-code.js';
import type { MainPosting, NewPosting, PostingSource } from './main-posting.js';

/** Postings that go to the database in one statement. */
const AT_ONCE = 4_000;

/** Table `postings`. */
@Injectable()
export class PostingStore {
  /** Main postings. @returns how many were written; fewer than given means that a unit or position was not in force. */
  insertMain(
    manager: EntityManager,
    actor: Actor,
    given: { readonly postings: readonly NewPosting[]; readonly source: PostingSource },
  ): Promise<number> {
    return this.insertAll(manager, actor, { ...given, kind: 'main' });
  }

  /** Posts held beside the main one. @returns as `insertMain` */
  insertConcurrent(
    manager: EntityManager,
    actor: Actor,
    given: { readonly postings: readonly NewPosting[]; readonly source: PostingSource },
  ): Promise<number> {
    return this.insertAll(manager, actor, { ...given, kind: 'concurrent' });
  }

  private async insertAll(
    manager: EntityManager,
    actor: Actor,
    {
      postings,
      source,
      kind,
    }: {
      readonly postings: readonly NewPosting[];
      readonly source: PostingSource;
      readonly kind: 'main' | 'concurrent';
    },
  ): Promise<number> {
    const unitId = await idsByCode(manager, actor, { table: 'units', day: source.startsOn });
    const positionId = await idsByCode(manager, actor, {
      table: 'positions',
      day: source.startsOn,
    });
    let count = 0;
    for (let from = 0; from < postings.length; from += AT_ONCE) {
      const rows = postings.slice(from, from + AT_ONCE).map((posting) => ({
        ...posting,
        unitId: unitId.get(posting.unitCode),
        positionId: positionId.get(posting.positionCode),
      }));
      count += await this.insert(manager, actor, { rows, source, kind });
    }
    return count;
  }

  private async insert(
    manager: EntityManager,
    actor: Actor,
    {
      rows,
      source,
      kind,
    }: {
      readonly rows: readonly object[];
      readonly source: PostingSource;
      readonly kind: string;
    },
  ): Promise<number> {
    const written = await manager.query<unknown[]>(
      `INSERT INTO postings (province_code, staff_id, unit_id, position_id, kind, starts_on, ends_on, seated, fit, failed_tests,
                             title_text, proposed_unit_text, proposed_position_text, source_kind, source_id)
       SELECT $1, row."staffId", row."unitId", row."positionId", $6, $2, row."endsOn", row.seated, row.fit, row."failedTests",
              row."titleText", row."proposedUnitText", row."proposedPositionText", $4, $5
       FROM jsonb_to_recordset($3) AS row ("staffId" bigint, "unitId" bigint, "positionId" bigint, seated boolean,
              "endsOn" date, fit text, "failedTests" text[], "titleText" text, "proposedUnitText" text, "proposedPositionText" text)
       WHERE row."unitId" IS NOT NULL AND row."positionId" IS NOT NULL
       RETURNING id`,
      [actor.provinceCode, source.startsOn, JSON.stringify(rows), source.kind, source.id, kind],
    );
    return written.length;
  }

  /** Main postings in force on the day of the given people, locked in id order; by staff id. */
  lockMainOn(
    manager: EntityManager,
    actor: Actor,
    asked: { readonly staffIds: readonly number[]; readonly day: Day },
  ): Promise<Map<number, MainPosting>> {
    return this.mainOn(manager, actor, { ...asked, lock: true });
  }

  /** The same, locked or not. */
  async mainOn(
    manager: EntityManager,
    actor: Actor,
    {
      staffIds,
      day,
      lock,
    }: { readonly staffIds: readonly number[]; readonly day: Day; readonly lock: boolean },
  ): Promise<Map<number, MainPosting>> {
    const rows = await manager.query<MainPosting[]>(
      `SELECT postings.id, postings.staff_id AS "staffId", unit.code AS "unitCode", position.code AS "positionCode",
              postings.starts_on::text AS "startsOn", postings.ends_on::text AS "endsOn", seated, fit, failed_tests AS "failedTests",
              title_text AS "titleText", proposed_unit_text AS "proposedUnitText",
              proposed_position_text AS "proposedPositionText"
       FROM postings
       JOIN units unit ON unit.province_code = $1 AND unit.id = postings.unit_id
       JOIN positions position ON position.province_code = $1 AND position.id = postings.position_id
       WHERE postings.province_code = $1 AND postings.kind = 'main' AND postings.staff_id = ANY ($2)
         AND postings.starts_on <= $3 AND (postings.ends_on IS NULL OR postings.ends_on > $3)
       ORDER BY postings.id ${lock ? 'FOR UPDATE OF postings' : ''}`,
      [actor.provinceCode, staffIds, day],
    );
    return new Map(rows.map((row) => [row.staffId, row]));
  }

  /** When the next main posting of each of these people begins after the day; by staff id. */
  async nextStarts(
    manager: EntityManager,
    actor: Actor,
    { staffIds, day }: { readonly staffIds: readonly number[]; readonly day: Day },
  ): Promise<Map<number, Day>> {
    const rows = await manager.query<{ staffId: number; startsOn: Day }[]>(
      `SELECT staff_id AS "staffId", min(starts_on)::text AS "startsOn" FROM postings
       WHERE province_code = $1 AND kind = 'main' AND staff_id = ANY ($2) AND starts_on > $3 GROUP BY staff_id`,
      [actor.provinceCode, staffIds, day],
    );
    return new Map(rows.map(({ staffId, startsOn }) => [staffId, startsOn]));
  }

  /** Ends postings on a day, exclusive. */
  async end(
    manager: EntityManager,
    actor: Actor,
    { ids, endsOn }: { readonly ids: readonly number[]; readonly endsOn: Day },
  ): Promise<void> {
    await manager.query(
      `UPDATE postings SET ends_on = $3 WHERE province_code = $1 AND id = ANY ($2) AND starts_on < $3`,
      [actor.provinceCode, ids, endsOn],
    );
    // A posting that would end on the day it began never was.
    await manager.query(
      `DELETE FROM postings WHERE province_code = $1 AND id = ANY ($2) AND starts_on >= $3`,
      [actor.provinceCode, ids, endsOn],
    );
  }

  /** Ends every posting, of any kind, in units that end: nobody stays in a closed unit. @returns how many. */
  async endInUnits(
    manager: EntityManager,
    actor: Actor,
    { unitCodes, endsOn }: { readonly unitCodes: readonly string[]; readonly endsOn: Day },
  ): Promise<number> {
    const ended = await manager.query<unknown[]>(
      `WITH ended AS (
         UPDATE postings SET ends_on = $3
         FROM units unit
         WHERE postings.province_code = $1 AND unit.province_code = $1 AND unit.id = postings.unit_id
           AND unit.code = ANY ($2) AND postings.starts_on < $3 AND postings.ends_on IS NULL
         RETURNING postings.id)
       SELECT id FROM ended`,
      [actor.provinceCode, unitCodes, endsOn],
    );
    return ended.length;
  }

  /** Takes back what an act wrote, and opens again what ended on its day in the given units or for the same people. */
  async takeBack(
    manager: EntityManager,
    actor: Actor,
    {
      source,
      unitCodes,
    }: { readonly source: PostingSource; readonly unitCodes: readonly string[] },
  ): Promise<void> {
    const [written] = await manager.query<{ staffIds: number[] | null }[]>(
      `WITH gone AS (
         DELETE FROM postings
         WHERE province_code = $1 AND source_kind = $2 AND source_id = $3 AND starts_on = $4 RETURNING staff_id)
       SELECT array_agg(staff_id) AS "staffIds" FROM gone`,
      [actor.provinceCode, source.kind, source.id, source.startsOn],
    );
    // What ends on the day by a decision of its own was not ended by the application.
    const itself = `jsonb_build_array(jsonb_build_object('id', postings.id, 'endsOn', $3::text))`;
    await manager.query(
      `UPDATE postings SET ends_on = NULL
       FROM units unit
       WHERE postings.province_code = $1 AND unit.province_code = $1 AND unit.id = postings.unit_id
         AND (unit.code = ANY ($2) OR postings.staff_id = ANY ($4))
         AND unit.starts_on < $3 AND postings.starts_on < $3 AND postings.ends_on = $3
         AND NOT EXISTS (
           SELECT FROM movements own WHERE own.province_code = $1 AND own.staff_id = postings.staff_id AND own.state = 'decided'
             AND (own.effects->'inserted' @> ${itself} OR own.effects->'ended' @> ${itself}))`,
      [actor.provinceCode, unitCodes, source.startsOn, (written?.staffIds ?? []).map(Number)],
    );
  }
}
