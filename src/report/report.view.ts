import type { EntityManager } from 'typeorm';
import { optionsSql } from '../placement/run.store.js';
import type { ReportedRun, StoredProposal } from './report-data.js';

/** The run with its scenario, or null. */
export async function findRun(
  manager: EntityManager,
  provinceCode: string,
  runId: number,
): Promise<ReportedRun | null> {
  const [run] = await manager.query<ReportedRun[]>(
    `SELECT r.id, r.kind, r.input_hash AS "inputHash", r.proven, r.bound, r.gap, r.gap_people AS "gapPeople",
       ${optionsSql('r.options')} AS options, to_json(r.created_at)#>>'{}' AS "createdAt",
       s.id AS "scenarioId", s.name AS "scenarioName", s.effective_on::text AS "effectiveOn",
       s.rules_on::text AS "rulesOn", p.name AS "provinceName", s.classification
     FROM placement_runs r
     JOIN scenarios s ON s.province_code = r.province_code AND s.id = r.scenario_id
     JOIN provinces p ON p.code = r.province_code
     WHERE r.province_code = $1 AND r.id = $2`,
    [provinceCode, runId],
  );
  return run ?? null;
}

/** Where a run puts each person whom it may name to the actor, by person key. */
export function findProposals(
  manager: EntityManager,
  provinceCode: string,
  runId: number,
): Promise<StoredProposal[]> {
  return manager.query<StoredProposal[]>(
    `SELECT p.staff_id AS "staffId", p.person_key AS "personKey", s.personal_number AS "personalNumber", p.outcome,
       p.unit_code AS "unitCode", p.position_code AS "positionCode", p.fit, p.failed_tests AS "failedTests", p.movement,
       coalesce((p.terms->>'distanceKm')::double precision, 0) AS "distanceKm", p.reason
     FROM proposals p
     JOIN staff s ON s.province_code = p.province_code AND s.id = p.staff_id
     WHERE p.province_code = $1 AND p.run_id = $2 AND p.staff_id NOT IN (SELECT closed_people($2))
     ORDER BY p.person_key COLLATE "C"`,
    [provinceCode, runId],
  );
}

/** Vietnamese names of the fields of work, by code. */
export async function findFieldNames(manager: EntityManager): Promise<Map<string, string>> {
  const rows = await manager.query<{ code: string; name: string }[]>(
    'SELECT code, name_vi AS name FROM fields',
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
