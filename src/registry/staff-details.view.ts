import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { DetailsOnDay } from './staff-row.js';

/**
 * Ratings, languages, conditions of the day and the wish of the campaign, by staff id; everybody asked for is in it. Where
 * the campaign has none, a wish recorded on the page before it still stands: a sheet is not to write past it unseen.
 */
export async function detailsOn(
  manager: EntityManager,
  actor: Actor,
  {
    staffIds,
    day,
    campaign,
  }: { readonly staffIds: readonly number[]; readonly day: Day; readonly campaign: string },
): Promise<Map<number, DetailsOnDay>> {
  if (staffIds.length === 0) return new Map();
  const found = await manager.query<(DetailsOnDay & { staffId: number })[]>(DETAILS, [
    actor.provinceCode,
    staffIds,
    day,
    campaign,
  ]);
  return new Map(found.map((each) => [each.staffId, each]));
}

const DETAILS = `
  SELECT wanted.id AS "staffId", coalesce(rating.all, '{}') AS ratings, coalesce(language.all, '{}') AS languages,
    coalesce(condition.all, '[]') AS conditions, coalesce(condition.ids, '{}') AS "conditionIds", wish.it AS wish
  FROM unnest($2::bigint[]) AS wanted (id)
  LEFT JOIN (
    SELECT staff_id, jsonb_object_agg(year::text, rating) AS "all" FROM staff_ratings
    WHERE province_code = $1 AND staff_id = ANY ($2) GROUP BY staff_id) rating ON rating.staff_id = wanted.id
  LEFT JOIN (
    SELECT staff_id, array_agg(language ORDER BY language) AS "all" FROM staff_languages
    WHERE province_code = $1 AND staff_id = ANY ($2) GROUP BY staff_id) language ON language.staff_id = wanted.id
  LEFT JOIN (
    SELECT staff_id, array_agg(id ORDER BY id) AS ids, jsonb_agg(jsonb_build_object('case', condition_case,
        'startsOn', starts_on, 'liftedByRequest', lifted_by_request, 'note', coalesce(note, '')) ORDER BY id) AS "all"
    FROM staff_conditions
    WHERE province_code = $1 AND staff_id = ANY ($2) AND starts_on <= $3 AND (ends_on IS NULL OR ends_on > $3)
    GROUP BY staff_id) condition ON condition.staff_id = wanted.id
  LEFT JOIN (
    SELECT staff_id, it || jsonb_build_object('note', note) || CASE WHEN recorded THEN '{"recorded": true}' ELSE '{}' END::jsonb
      AS it
    FROM (
      SELECT newest.*, EXISTS (SELECT FROM person_events e
        WHERE e.province_code = $1 AND e.staff_id = newest.staff_id AND e.kind = 'wish' AND e.taken_back_at IS NULL
          AND e.changes->>'campaign' = newest.campaign AND (e.changes->'after'->'wish') - 'note' = newest.it) AS recorded
      FROM (
        SELECT DISTINCT ON (staff_id) staff_id, campaign, coalesce(note, '') AS note,
          jsonb_build_object('kind', kind, 'communes', communes, 'accepted', accepted) AS it
        FROM wishes WHERE province_code = $1 AND staff_id = ANY ($2) AND campaign <= $4
        ORDER BY staff_id, campaign DESC) newest) standing
    WHERE campaign = $4 OR recorded) wish ON wish.staff_id = wanted.id`;
