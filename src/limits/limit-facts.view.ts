import type { EntityManager } from 'typeorm';
import { argumentsOf, type GapSource } from '../gap/gap-source.js';
import type { Day } from '../shared/day.js';
import type { BlockFact, CountedHolder, LimitHolder, UnitFact } from './limit-facts.js';

export function findBlocks(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
): Promise<BlockFact[]> {
  return manager.query<BlockFact[]>(
    `SELECT b.commune_code AS "communeCode", u.name AS "communeName", u.level, b.block, b.headcount AS people, b.norm
     FROM gap_blocks($1, $2, $3) b JOIN gap_units($1, $2, $3) u ON u.code = b.commune_code
     WHERE b.block IS NOT NULL
     ORDER BY b.commune_code COLLATE "C", b.block`,
    argumentsOf(provinceCode, source),
  );
}

/** What ranks are called, by code. */
export function findRanks(
  manager: EntityManager,
): Promise<{ readonly code: string; readonly name: string }[]> {
  return manager.query('SELECT code, name FROM ranks ORDER BY code');
}

export function findUnits(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
): Promise<UnitFact[]> {
  return manager.query<UnitFact[]>(UNITS, argumentsOf(provinceCode, source));
}

/** Everybody whom the actor may see; in a run not those whom its plan must not name. */
export function findHolders(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
): Promise<LimitHolder[]> {
  return manager.query<LimitHolder[]>(HOLDERS, argumentsOf(provinceCode, source));
}

/** The same people, as far as they are counted. */
export function findCounted(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
): Promise<CountedHolder[]> {
  return manager.query<CountedHolder[]>(
    `SELECT h.commune_code AS "communeCode", h.unit_code AS "unitCode", h.position_code AS "positionCode", c.level,
       s.rank_code AS rank
     FROM gap_holders($1, $2, $3) h
     JOIN staff s ON s.province_code = $1 AND s.id = h.staff_id
     JOIN gap_units($1, $2, $3) c ON c.code = h.commune_code
     WHERE ${NAMED_HERE}`,
    argumentsOf(provinceCode, source),
  );
}

/** People with a main posting in the registry on a day. */
export async function countPeople(
  manager: EntityManager,
  provinceCode: string,
  on: Day,
): Promise<number> {
  const [found] = await manager.query<{ people: number }[]>(
    `SELECT count(*)::integer AS people FROM postings
     WHERE province_code = $1 AND kind = 'main' AND starts_on <= $2 AND (ends_on IS NULL OR $2 < ends_on)`,
    [provinceCode, on],
  );
  return found?.people ?? 0;
}

/** Whether the transaction's actor sees the whole province: only then its totals are those of the province. */
export async function seesProvince(manager: EntityManager): Promise<boolean> {
  const [found] = await manager.query<{ wide: boolean }[]>(
    `SELECT current_setting('bo_tri.wide', true) = 'on' AS wide`,
  );
  return found?.wide === true;
}

const UNITS = `
  WITH kind AS (
    SELECT u.code, u.kind, true AS is_new FROM units u
    WHERE u.province_code = $1 AND u.starts_on <= $3::date AND (u.ends_on IS NULL OR $3::date < u.ends_on)
    UNION ALL
    SELECT f.fact->>'code', f.fact->>'kind', (f.fact->>'isNew')::boolean
    FROM scenario_facts f JOIN placement_runs r ON r.province_code = f.province_code AND r.scenario_id = f.scenario_id
    WHERE r.province_code = $1 AND r.id = $2 AND f.kind = 'unit'
  ), one AS (
    SELECT DISTINCT ON (code) code, kind FROM kind ORDER BY code, is_new DESC
  )
  SELECT u.code, u.name, u.level, one.kind, u.commune_code AS "communeCode", u.commune_name AS "communeName"
  FROM gap_units($1, $2, $3) u JOIN one ON one.code = u.code
  ORDER BY u.code COLLATE "C"`;

const NAMED_HERE = `h.kind = 'main' AND ($2::bigint IS NULL OR h.staff_id NOT IN (SELECT closed_people($2)))`;

const HOLDERS = `
  WITH asked AS (
    SELECT p.code, p.ranks, p.starts_on, p.ends_on, $3::date AS day FROM positions p
    WHERE p.province_code = $1 AND $3::date IS NOT NULL
    UNION ALL
    SELECT f.fact->>'code', ARRAY (SELECT jsonb_array_elements_text(f.fact->'ranks')), (f.fact->>'startsOn')::date,
      (f.fact->>'endsOn')::date, s.effective_on
    FROM scenario_facts f
    JOIN placement_runs r ON r.province_code = f.province_code AND r.scenario_id = f.scenario_id
    JOIN scenarios s ON s.province_code = r.province_code AND s.id = r.scenario_id
    WHERE r.province_code = $1 AND r.id = $2 AND f.kind = 'position'
  ), version AS (
    SELECT DISTINCT ON (code) code, ranks FROM asked
    ORDER BY code, (starts_on <= day AND (ends_on IS NULL OR day < ends_on)) DESC, starts_on DESC
  )
  SELECT h.staff_id AS "staffId", s.full_name AS "fullName", s.born_on AS "bornOn", s.sex, s.rank_code AS rank,
    s.recruited_on AS "recruitedOn", h.commune_code AS "communeCode", u.commune_name AS "communeName",
    h.unit_code AS "unitCode", u.name AS "unitName", c.level, h.position_code AS "positionCode",
    coalesce(p.name, h.position_code) AS "positionName", h.block, h.kind = 'main' AS main, h.seated, h.qualified,
    h.absent, h.covers, NULL AS "endsOn", coalesce(v.ranks, '{}') AS ranks
  FROM gap_holders($1, $2, $3) h
  JOIN staff s ON s.province_code = $1 AND s.id = h.staff_id
  JOIN gap_units($1, $2, $3) u ON u.code = h.unit_code
  JOIN gap_units($1, $2, $3) c ON c.code = h.commune_code
  LEFT JOIN gap_positions($1, $2, $3) p ON p.code = h.position_code
  LEFT JOIN version v ON v.code = h.position_code
  WHERE ${NAMED_HERE}
  ORDER BY h.commune_code COLLATE "C", h.unit_code COLLATE "C", h.position_code COLLATE "C", h.person_key COLLATE "C"`;
