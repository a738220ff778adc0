import type { EntityManager } from 'typeorm';
import { FACTS_OF_RUN } from '../placement/run-names.js';
import { isFarWay } from '../rules/distance.rules.js';
import type { ParameterValues } from '../rules/parameters.js';
import type { Line } from './compare.plan.js';
import type { PlacementDetail } from './comparison.responses.js';

/** What a comparison reads of the person themself, as frozen. */
export interface ComparedPerson {
  readonly key: string;
  readonly fullName: string;
  readonly unitCode: string;
  readonly positionCode: string;
}

/** Everybody whom the actor sees in a run, by key. */
export async function findLines(
  manager: EntityManager,
  provinceCode: string,
  { runId, parameters }: { readonly runId: number; readonly parameters: ParameterValues },
): Promise<Map<string, Line>> {
  const rows = await manager.query<Omit<Line, 'far'>[]>(
    `SELECT person_key AS "personKey", staff_id AS "staffId", outcome, unit_code AS "unitCode",
       position_code AS "positionCode", (terms->>'moved') = '1' AS moved,
       CASE outcome WHEN 'leaving' THEN 0 ELSE (terms->>'distanceKm')::double precision END AS "distanceKm"
     FROM proposals WHERE province_code = $1 AND run_id = $2`,
    [provinceCode, runId],
  );
  return new Map(
    rows.map((row) => [
      row.personKey,
      { ...row, far: row.outcome !== 'leaving' && isFarWay(row.distanceKm, parameters) },
    ]),
  );
}

/** The frozen law by which ways are far, and how roads are reckoned. */
export async function findWayLaw(
  manager: EntityManager,
  provinceCode: string,
  runId: number,
): Promise<ParameterValues> {
  const rows = await manager.query<{ key: string; value: unknown }[]>(
    `SELECT fact->>0 AS key, fact->1 AS value ${FACTS_OF_RUN} AND fact.kind = 'parameter'
       AND fact.key IN ('distance.far-km', 'placement.distance-factor')`,
    [provinceCode, runId],
  );
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

/** By key of each person of a scenario that names a spouse. */
export async function findSpouses(
  manager: EntityManager,
  provinceCode: string,
  runId: number,
): Promise<Map<string, string>> {
  const rows = await manager.query<{ key: string; spouse: string }[]>(
    `SELECT fact.key, fact.fact->>'spouseKey' AS spouse ${FACTS_OF_RUN} AND fact.kind = 'person'
       AND fact.fact->>'spouseKey' IS NOT NULL`,
    [provinceCode, runId],
  );
  return new Map(rows.map(({ key, spouse }) => [key, spouse]));
}

/** People by key, as the scenario of a run froze them. */
export async function findComparedPeople(
  manager: EntityManager,
  provinceCode: string,
  { runId, keys }: { readonly runId: number; readonly keys: readonly string[] },
): Promise<Map<string, ComparedPerson>> {
  const rows = await manager.query<ComparedPerson[]>(
    `SELECT fact.key, fact.fact->>'fullName' AS "fullName", fact.fact->>'unitCode' AS "unitCode",
       fact.fact->>'positionCode' AS "positionCode" ${FACTS_OF_RUN} AND fact.kind = 'person' AND fact.key = ANY ($3)`,
    [provinceCode, runId, keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Keys of people by a part of their name. */
export async function findNamed(
  manager: EntityManager,
  provinceCode: string,
  { runId, search }: { readonly runId: number; readonly search: string },
): Promise<string[]> {
  const rows = await manager.query<{ key: string }[]>(
    `SELECT fact.key ${FACTS_OF_RUN} AND fact.kind = 'person'
       AND position(folded($3) IN folded(fact.fact->>'fullName')) > 0`,
    [provinceCode, runId, search],
  );
  return rows.map(({ key }) => key);
}

/** What a run says of some people beyond the place. */
export async function findDetails(
  manager: EntityManager,
  provinceCode: string,
  { runId, keys }: { readonly runId: number; readonly keys: readonly string[] },
): Promise<Map<string, PlacementDetail>> {
  const rows = await manager.query<(PlacementDetail & { personKey: string })[]>(
    `SELECT person_key AS "personKey", fit, movement, pinned, reason
     FROM proposals WHERE province_code = $1 AND run_id = $2 AND person_key = ANY ($3)`,
    [provinceCode, runId, keys],
  );
  return new Map(rows.map(({ personKey, ...detail }) => [personKey, detail]));
}

/** Ids of people whom at least one of the plans must not name to this actor: migration 14. */
export async function findClosed(
  manager: EntityManager,
  runIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await manager.query<{ staffId: number }[]>(
    `SELECT DISTINCT closed AS "staffId" FROM unnest($1::bigint[]) AS run, closed_people(run) AS closed`,
    [runIds],
  );
  return new Set(rows.map(({ staffId }) => staffId));
}

/**
 * How many frozen facts of each kind, and how many pins, are not the same in all the scenarios.
 *
 * @param sameFacts the hashes say that the facts are the same: only the pins are asked for then.
 */
export function findDifferentFacts(
  manager: EntityManager,
  provinceCode: string,
  {
    scenarioIds,
    sameFacts,
  }: { readonly scenarioIds: readonly number[]; readonly sameFacts: boolean },
): Promise<{ kind: string; count: number }[]> {
  return manager.query(
    `SELECT kind, count(*)::integer AS count FROM (
       SELECT kind FROM scenario_facts WHERE province_code = $1 AND scenario_id = ANY ($2) AND NOT $4
       GROUP BY kind, key HAVING count(*) < $3 OR min(hash) <> max(hash)
       UNION ALL
       SELECT 'pin' FROM pins WHERE province_code = $1 AND scenario_id = ANY ($2)
       GROUP BY person_key, kind, unit_code, position_code HAVING count(*) < $3
     ) AS different GROUP BY kind ORDER BY kind`,
    [provinceCode, scenarioIds, scenarioIds.length, sameFacts],
  );
}

/** By scenario: a text that is the same where the people and the weights of a placement are. */
export async function findGroups(
  manager: EntityManager,
  provinceCode: string,
): Promise<Map<number, string>> {
  const rows = await manager.query<{ id: number; group: string }[]>(
    `SELECT scenario_id AS id, md5(string_agg(
       CASE kind WHEN 'person' THEN key ELSE key || ' ' || fact::text END, ',' ORDER BY kind, key COLLATE "C")) AS group
     FROM scenario_facts
     WHERE province_code = $1 AND (kind = 'person' OR (kind = 'parameter' AND key LIKE 'placement.%'))
     GROUP BY scenario_id`,
    [provinceCode],
  );
  return new Map(rows.map(({ id, group }) => [id, group]));
}
