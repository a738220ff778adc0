import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';

/** A secondment, a rotation or a term with an end, and the gap that opens again. */
export interface EndingRow {
  readonly staffId: number;
  readonly fullName: string;
  readonly kind: 'secondment' | 'rotation' | 'appointment';
  readonly unitCode: string;
  readonly unitName: string;
  readonly positionName: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly movementId: number | null;
  /** Seats that are short again without this person. */
  readonly reopens: number;
}

/** What stands on the day, or ended within `days` before it and was not followed by anything; the next end first. */
export function findEndings(
  manager: EntityManager,
  actor: Actor,
  { day, days }: { readonly day: Day; readonly days: number },
): Promise<EndingRow[]> {
  return manager.query(ENDINGS, [actor.provinceCode, day, days]);
}

const ENDINGS = `
  WITH cell AS MATERIALIZED (SELECT * FROM gap_cells($1, NULL, $2)),
  covering AS MATERIALIZED (
    SELECT DISTINCT staff_id, unit_code, position_code FROM gap_holders($1, NULL, $2) WHERE covers
  )
  SELECT h.staff_id AS "staffId", s.full_name AS "fullName", 'secondment' AS kind, u.code AS "unitCode", u.name AS "unitName",
    p.name AS "positionName", h.starts_on::text AS "startsOn", h.ends_on::text AS "endsOn",
    CASE WHEN h.source_kind = 'decision' THEN h.source_id END AS "movementId",
    CASE WHEN k.staff_id IS NULL THEN 0
      ELSE greatest(0, c.vacant + c.misfit - c.cover + 1) - c.shortage END AS reopens
  FROM postings h
  JOIN staff s ON s.province_code = h.province_code AND s.id = h.staff_id
  JOIN units u ON u.province_code = h.province_code AND u.id = h.unit_id
  JOIN positions p ON p.province_code = h.province_code AND p.id = h.position_id
  LEFT JOIN cell c ON c.unit_code = u.code AND c.position_code = p.code
  LEFT JOIN covering k ON k.staff_id = h.staff_id AND k.unit_code = u.code AND k.position_code = p.code
  WHERE h.province_code = $1 AND h.kind = 'seconded' AND h.starts_on <= $2 AND h.ends_on > $2::date - $3::integer
    AND NOT EXISTS (SELECT FROM postings later WHERE later.province_code = h.province_code
      AND later.staff_id = h.staff_id AND later.starts_on >= h.ends_on AND later.starts_on <= $2)
  UNION ALL
  SELECT m.staff_id, s.full_name, m.kind, u.code, u.name, p.name, m.starts_on::text, m.ends_on::text, m.id, 0
  FROM movements m
  JOIN staff s ON s.province_code = m.province_code AND s.id = m.staff_id
  JOIN units u ON u.province_code = m.province_code AND u.id = m.to_unit_id
  JOIN positions p ON p.province_code = m.province_code AND p.id = m.to_position_id
  WHERE m.province_code = $1 AND m.kind IN ('rotation', 'appointment') AND m.state = 'decided'
    AND m.starts_on <= $2 AND m.ends_on > $2::date - $3::integer
    AND NOT EXISTS (SELECT FROM movements later WHERE later.province_code = m.province_code
      AND later.staff_id = m.staff_id AND later.state = 'decided' AND later.starts_on > m.starts_on)
  ORDER BY "endsOn", "staffId"`;
