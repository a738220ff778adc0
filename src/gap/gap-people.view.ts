import type { EntityManager } from 'typeorm';
import { argumentsOf, type GapSource } from './gap-source.js';
import type { GapPersonResponse } from './gap.responses.js';

/** The people behind the cell of a commune and position: first the seated, the best fitting first, then those who cover. */
export function findPeople(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
  cell: { readonly commune: string; readonly position: string },
): Promise<GapPersonResponse[]> {
  return manager.query<GapPersonResponse[]>('run' in source ? IN_RUN : ON_DAY, [
    ...argumentsOf(provinceCode, source),
    cell.commune,
    cell.position,
  ]);
}

/** How many more there are whom a plan must not name to this actor. */
export async function countClosed(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
  cell: { readonly commune: string; readonly position: string },
): Promise<number> {
  if (!('run' in source)) return 0;
  const [found] = await manager.query<{ closed: number }[]>(CLOSED_IN_RUN, [
    ...argumentsOf(provinceCode, source),
    cell.commune,
    cell.position,
  ]);
  return found?.closed ?? 0;
}

const HOLDER = `
  h.staff_id AS "staffId", s.full_name AS "fullName", h.kind, u.name AS "unitName",
  coalesce(p.name, h.position_code) AS "positionName", h.seated, h.fit, h.failed_tests AS "failedTests", h.absent, h.covers`;

const FROM_HOLDERS = `
  FROM gap_holders($1, $2, $3) h
  JOIN gap_units($1, $2, $3) u ON u.code = h.unit_code
  JOIN staff s ON s.province_code = $1 AND s.id = h.staff_id
  LEFT JOIN gap_positions($1, $2, $3) p ON p.code = h.position_code`;

const OF_CELL = `WHERE h.commune_code = $4 AND h.position_code = $5`;

const IN_ORDER = `
  ORDER BY h.kind <> 'main', h.seated DESC,
    array_position(ARRAY['exact', 'related', 'after-training', 'out-of-field'], h.fit), h.person_key COLLATE "C"`;

/** The old post is the main posting that stood just before. */
const ON_DAY = `
  SELECT ${HOLDER}, old.unit_name AS "oldUnitName", old.position_name AS "oldPositionName", NULL AS movement,
    false AS pinned, NULL::double precision AS "distanceKm", NULL AS reason
  ${FROM_HOLDERS}
  LEFT JOIN LATERAL (
    SELECT ou.name AS unit_name, op.name AS position_name
    FROM postings o
    JOIN units ou ON ou.province_code = o.province_code AND ou.id = o.unit_id
    JOIN positions op ON op.province_code = o.province_code AND op.id = o.position_id
    WHERE o.province_code = $1 AND o.staff_id = h.staff_id AND o.kind = 'main' AND o.ends_on <= $3
    ORDER BY o.starts_on DESC LIMIT 1
  ) old ON true
  ${OF_CELL} ${IN_ORDER}`;

/** The old post is that of the frozen facts. */
const IN_RUN = `
  WITH fact AS MATERIALIZED (
    SELECT f.kind, f.fact
    FROM scenario_facts f
    JOIN placement_runs r ON r.province_code = f.province_code AND r.scenario_id = f.scenario_id
    WHERE r.province_code = $1 AND r.id = $2 AND f.kind IN ('person', 'unit', 'position')
  )
  SELECT ${HOLDER}, ou.name AS "oldUnitName", op.name AS "oldPositionName", pr.movement, pr.pinned,
    (pr.terms->>'distanceKm')::double precision AS "distanceKm", pr.reason
  ${FROM_HOLDERS}
  JOIN proposals pr ON pr.province_code = $1 AND pr.run_id = $2 AND pr.staff_id = h.staff_id
  LEFT JOIN LATERAL (
    SELECT f.fact->>'unitCode' AS unit_code, f.fact->>'positionCode' AS position_code
    FROM fact f WHERE f.kind = 'person' AND f.fact->>'key' = h.person_key
  ) old ON true
  LEFT JOIN LATERAL (
    SELECT f.fact->>'name' AS name FROM fact f
    WHERE f.kind = 'unit' AND f.fact->>'code' = old.unit_code AND NOT (f.fact->>'isNew')::boolean
  ) ou ON true
  LEFT JOIN LATERAL (
    SELECT f.fact->>'name' AS name FROM fact f
    WHERE f.kind = 'position' AND f.fact->>'code' = old.position_code ORDER BY f.fact->>'startsOn' LIMIT 1
  ) op ON true
  ${OF_CELL} AND h.staff_id NOT IN (SELECT closed_people($2)) ${IN_ORDER}`;

const CLOSED_IN_RUN = `
  SELECT count(*) AS closed FROM gap_holders($1, $2, $3) h
  ${OF_CELL} AND h.staff_id IN (SELECT closed_people($2))`;
