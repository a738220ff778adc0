import type { EntityManager } from 'typeorm';
import type { Condition } from '../../rules/no-go.rules.js';
import type { Degree, PositionGroup } from '../../rules/vocabulary.js';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import type { Holder } from './secondment.plan.js';

/** Somebody with a post, and what a list shows of them. */
export interface HolderRow extends Holder {
  readonly fullName: string;
  readonly communeName: string;
  readonly positionName: string;
  readonly degree: Degree | null;
  readonly majorGroup: string | null;
  readonly rank: string | null;
  readonly certificates: readonly string[];
}

interface StoredHolder extends Omit<HolderRow, 'ratings'> {
  readonly group: PositionGroup;
  readonly conditions: readonly Condition[];
  readonly ratings: Readonly<Record<string, string>>;
}

/**
 * Everybody whom the actor may see with a main posting on the day. Holders of titles that the Party committee manages are
 * left out for whoever may not know their ratings and plans.
 */
export async function findHolders(
  manager: EntityManager,
  actor: Actor,
  day: Day,
): Promise<HolderRow[]> {
  const rows = await manager.query<StoredHolder[]>(HOLDERS, [actor.provinceCode, day]);
  return rows.map(({ ratings, ...row }) => ({
    ...row,
    ratings: new Map(Object.entries(ratings).map(([year, code]) => [Number(year), code])),
  }));
}

export interface CommunePoint {
  readonly code: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly remoteness: number;
}

export function findPoints(
  manager: EntityManager,
  actor: Actor,
  day: Day,
): Promise<CommunePoint[]> {
  return manager.query(
    `SELECT code, latitude, longitude, coalesce(zone = 'III', false)::int + border::int AS remoteness FROM units
     WHERE province_code = $1 AND latitude IS NOT NULL AND longitude IS NOT NULL
       AND starts_on <= $2 AND (ends_on IS NULL OR ends_on > $2)
     ORDER BY code COLLATE "C"`,
    [actor.provinceCode, day],
  );
}

/** A rating as typed means a code by the spellings of the province. */
const HOLDERS = `
  WITH rated AS (
    SELECT r.staff_id, jsonb_object_agg(r.year::text, a.target_code) AS ratings
    FROM staff_ratings r
    JOIN aliases a ON a.province_code = r.province_code AND a.kind = 'rating' AND folded(a.spelling) = folded(r.rating)
    WHERE r.province_code = $1 GROUP BY r.staff_id
  ), cases AS (
    SELECT c.staff_id, jsonb_agg(jsonb_build_object('case', c.condition_case, 'startsOn', c.starts_on,
      'endsOn', c.ends_on, 'liftedByRequest', c.lifted_by_request)) AS conditions
    FROM staff_conditions c WHERE c.province_code = $1 GROUP BY c.staff_id
  )
  SELECT h.staff_id AS "staffId", s.key, s.full_name AS "fullName", h.commune_code AS "communeCode",
    h.unit_code AS "unitCode", h.position_code AS "positionCode",
    u.commune_name AS "communeName", coalesce(p.name, h.position_code) AS "positionName",
    coalesce(p.position_group, 'professional') AS "group", h.seated, h.qualified, h.absent,
    s.planned_title AS "plannedTitle", s.degree, s.major_group AS "majorGroup", s.rank_code AS rank, s.certificates,
    coalesce(rated.ratings, '{}') AS ratings, coalesce(cases.conditions, '[]') AS conditions
  FROM gap_holders($1, NULL, $2) h
  JOIN staff s ON s.province_code = $1 AND s.id = h.staff_id
  JOIN gap_units($1, NULL, $2) u ON u.code = h.unit_code
  LEFT JOIN gap_positions($1, NULL, $2) p ON p.code = h.position_code
  LEFT JOIN rated ON rated.staff_id = h.staff_id
  LEFT JOIN cases ON cases.staff_id = h.staff_id
  WHERE h.kind = 'main' AND (current_setting('bo_tri.closed', true) = 'on' OR h.position_code NOT IN (
    SELECT code FROM positions WHERE province_code = $1 AND party_managed))
  ORDER BY s.key COLLATE "C"`;
