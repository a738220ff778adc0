import type { EntityManager } from 'typeorm';
import { argumentsOf, type GapSource } from '../gap/gap-source.js';
import type { FailedTest } from '../rules/fit.rules.js';
import type { Fit } from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';
import type { Holder } from './departures.plan.js';
import type { CellFact } from './future-cells.plan.js';

/** A posting on the first day with what a list of people shows of it. */
export interface HolderRow extends Holder {
  readonly personKey: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly communeName: string;
  readonly positionName: string;
  readonly fit: Fit | null;
  readonly failedTests: readonly FailedTest[];
}

/** A cell with its names. */
export interface CellRow extends CellFact {
  readonly communeName: string;
  readonly unitName: string;
  readonly positionName: string;
}

/** The days of a run's scenario, or of the registry. */
export interface SourceDays {
  readonly from: Day;
  readonly rulesOn: Day;
}

/** Null where the province has no such run. */
export async function findDays(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
): Promise<SourceDays | null> {
  if ('on' in source) return { from: source.on, rulesOn: source.on };
  const [days] = await manager.query<SourceDays[]>(
    `SELECT s.effective_on::text AS from, s.rules_on::text AS "rulesOn"
     FROM placement_runs r JOIN scenarios s ON s.province_code = r.province_code AND s.id = r.scenario_id
     WHERE r.province_code = $1 AND r.id = $2`,
    [provinceCode, source.run],
  );
  return days ?? null;
}

/** Everybody whom the actor may see, by person; in a run not those whom its plan must not name. */
export function findHolders(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
): Promise<HolderRow[]> {
  return manager.query<HolderRow[]>(HOLDERS, argumentsOf(provinceCode, source));
}

/** How many people of the run have no line in what `findHolders` gives. */
export async function countClosed(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
): Promise<number> {
  if (!('run' in source)) return 0;
  const [found] = await manager.query<{ closed: number }[]>(
    `SELECT count(*)::integer AS closed FROM gap_holders($1, $2, $3) h
     WHERE h.kind = 'main' AND h.staff_id IN (SELECT closed_people($2))`,
    argumentsOf(provinceCode, source),
  );
  return found?.closed ?? 0;
}

export function findCells(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
): Promise<CellRow[]> {
  return manager.query<CellRow[]>(
    `SELECT c.commune_code AS "communeCode", u.commune_name AS "communeName", c.unit_code AS "unitCode", u.name AS "unitName",
       c.position_code AS "positionCode", coalesce(p.name, c.position_code) AS "positionName", c.block, c.seats, c.surplus,
       c.vacant, c.misfit, c.cover
     FROM gap_cells($1, $2, $3) c
     JOIN gap_units($1, $2, $3) u ON u.code = c.unit_code
     LEFT JOIN gap_positions($1, $2, $3) p ON p.code = c.position_code
     ORDER BY c.unit_code COLLATE "C", c.position_code COLLATE "C"`,
    argumentsOf(provinceCode, source),
  );
}

/** A posting's own end is told of the registry only: a run says nothing of it. */
const HOLDERS = `
  SELECT h.staff_id AS "staffId", h.person_key AS "personKey", s.full_name AS "fullName", s.born_on AS "bornOn", s.sex,
    h.commune_code AS "communeCode", u.commune_name AS "communeName", h.unit_code AS "unitCode", u.name AS "unitName",
    h.position_code AS "positionCode", coalesce(p.name, h.position_code) AS "positionName", h.block::text AS block,
    h.kind = 'main' AS main, h.seated, h.qualified, h.absent, h.covers, h.fit, h.failed_tests AS "failedTests",
    e.ends_on::text AS "endsOn"
  FROM gap_holders($1, $2, $3) h
  JOIN staff s ON s.province_code = $1 AND s.id = h.staff_id
  JOIN gap_units($1, $2, $3) u ON u.code = h.unit_code
  LEFT JOIN gap_positions($1, $2, $3) p ON p.code = h.position_code
  LEFT JOIN (
    SELECT o.staff_id, o.kind, ou.code AS unit_code, op.code AS position_code, min(o.ends_on) AS ends_on
    FROM postings o
    JOIN units ou ON ou.province_code = o.province_code AND ou.id = o.unit_id
    JOIN positions op ON op.province_code = o.province_code AND op.id = o.position_id
    WHERE o.province_code = $1 AND o.starts_on <= $3::date AND o.ends_on > $3::date
    GROUP BY o.staff_id, o.kind, ou.code, op.code
  ) e ON e.staff_id = h.staff_id AND e.kind = h.kind AND e.unit_code = h.unit_code AND e.position_code = h.position_code
  WHERE $2::bigint IS NULL OR h.staff_id NOT IN (SELECT closed_people($2))
  ORDER BY h.person_key COLLATE "C", h.kind, h.unit_code COLLATE "C", h.position_code COLLATE "C"`;
