import type { EntityManager } from 'typeorm';
import { argumentsOf, type GapSource } from '../../gap/gap-source.js';
import {
  keyOf,
  type ContinuityFacts,
  type FunctionOfCommune,
  type StandingUnit,
  type TaskHolder,
} from './continuity.plan.js';

export interface HolderRow extends TaskHolder {
  readonly positionName: string;
}

/** What `ContinuityFacts` needs, and the names that stand beside it. */
export interface ContinuityRows extends ContinuityFacts<HolderRow> {
  readonly unitNames: ReadonlyMap<string, string>;
  readonly oldNames: ReadonlyMap<string, string>;
}

export async function continuityFacts(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
): Promise<ContinuityRows> {
  const given = argumentsOf(provinceCode, source);
  const functions = await manager.query<FunctionOfCommune[]>(FUNCTIONS);
  const units = await manager.query<(StandingUnit & { name: string })[]>(UNITS, given);
  const holders = await manager.query<HolderRow[]>(HOLDERS, given);
  const seats = await manager.query<{ communeCode: string; fieldCode: string; seats: number }[]>(
    SEATS,
    given,
  );
  const old = await manager.query<{ oldCode: string; newCode: string; name: string }[]>(OLD, given);
  const stands = new Set(units.map(({ code }) => code));
  return {
    ...{ functions, units, holders, successions: old.filter(({ newCode }) => stands.has(newCode)) },
    seats: new Map(seats.map((row) => [keyOf(row.communeCode, row.fieldCode), row.seats])),
    unitNames: new Map(units.map(({ code, name }) => [code, name])),
    oldNames: new Map(old.map(({ oldCode, name }) => [oldCode, name])),
  };
}

/** The fields of the divisions that Decree 150/2025/NĐ-CP, art. 15, and the rule of the Centres give to communes. */
const FUNCTIONS = `
  SELECT code AS "fieldCode", division_kind AS "divisionKind" FROM fields
  WHERE division_kind IN ('office', 'economic', 'culture-society', 'service-centre') AND code <> 'support'
  ORDER BY division_kind, code COLLATE "C"`;

/** Only units whose people the actor sees: of the others nobody may be said to hold nothing. */
const UNITS = `
  WITH kinds AS (
    SELECT code, kind FROM units WHERE province_code = $1 AND starts_on <= $3::date AND (ends_on IS NULL OR ends_on > $3::date)
    UNION ALL
    SELECT f.fact->>'code', f.fact->>'kind' FROM scenario_facts f
    JOIN placement_runs r ON r.province_code = f.province_code AND r.scenario_id = f.scenario_id
    WHERE r.province_code = $1 AND r.id = $2 AND f.kind = 'unit'
    ORDER BY 1
  )
  SELECT DISTINCT ON (u.code) u.code, u.name, u.commune_code AS "communeCode", u.level = 'commune' AS "isCommune",
    CASE WHEN u.level = 'division' THEN k.kind END AS "divisionKind"
  FROM gap_units($1, $2, $3) u LEFT JOIN kinds k ON k.code = u.code
  WHERE u.level IN ('commune', 'division')
    AND (current_setting('bo_tri.wide', true) = 'on' OR 'government' = ANY (acting_blocks())
      OR u.code IN (SELECT code FROM units WHERE province_code = $1 AND id = ANY (acting_units())
          AND starts_on <= $3::date AND (ends_on IS NULL OR ends_on > $3::date))
      OR u.code IN (SELECT mine.unit_code FROM acting_run_units() mine WHERE mine.run_id = $2))
  ORDER BY u.code`;

const HOLDERS = `
  SELECT h.staff_id AS "staffId", s.full_name AS "fullName", h.commune_code AS "communeCode", p.field_code AS "fieldCode",
    coalesce(p.name, h.position_code) AS "positionName"
  FROM gap_holders($1, $2, $3) h
  JOIN gap_positions($1, $2, $3) p ON p.code = h.position_code
  JOIN staff s ON s.province_code = $1 AND s.id = h.staff_id
  WHERE p.field_code IS NOT NULL AND h.qualified AND NOT h.absent
    AND ($2::bigint IS NULL OR h.staff_id NOT IN (SELECT closed_people($2)))
  ORDER BY s.key COLLATE "C"`;

const SEATS = `
  SELECT c.commune_code AS "communeCode", c.field_code AS "fieldCode", sum(c.seats)::integer AS seats
  FROM gap_cells($1, $2, $3) c WHERE c.field_code IS NOT NULL GROUP BY 1, 2`;

/** Communes that were merged: in a run by its plan, in the registry by the last merger before the day. */
const OLD = `
  SELECT f.fact->>'oldCode' AS "oldCode", f.fact->>'newCode' AS "newCode", coalesce(o.name, f.fact->>'oldCode') AS name
  FROM scenario_facts f
  JOIN placement_runs r ON r.province_code = f.province_code AND r.scenario_id = f.scenario_id
  LEFT JOIN LATERAL (
    SELECT u.fact->>'name' AS name FROM scenario_facts u
    WHERE u.province_code = f.province_code AND u.scenario_id = f.scenario_id AND u.kind = 'unit'
      AND u.fact->>'code' = f.fact->>'oldCode' AND NOT (u.fact->>'isNew')::boolean LIMIT 1) o ON true
  WHERE r.province_code = $1 AND r.id = $2 AND f.kind = 'succession'
  UNION ALL
  SELECT o.code, n.code, o.name
  FROM unit_successions s
  JOIN units o ON o.province_code = s.province_code AND o.id = s.old_unit_id
  JOIN units n ON n.province_code = s.province_code AND n.id = s.new_unit_id
  WHERE s.province_code = $1 AND $2::bigint IS NULL AND n.starts_on <= $3::date
    AND (n.ends_on IS NULL OR n.ends_on > $3::date)
  ORDER BY 1, 2`;
