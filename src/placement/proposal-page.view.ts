import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type {
  ProposalResponse,
  ProposalsPageResponse,
  ProposalsQuery,
} from './placement.responses.js';

/** Read-only: the lines of a run with names, filtered, for lists; names come from the frozen facts. */
@Injectable()
export class ProposalPageView {
  async page(
    manager: EntityManager,
    actor: Actor,
    { runId, query }: { readonly runId: number; readonly query: ProposalsQuery },
  ): Promise<ProposalsPageResponse> {
    const filters = [
      actor.provinceCode,
      runId,
      query.commune ?? null,
      query.position ?? null,
      query.outcome ?? null,
      query.movement ?? null,
      query.search ?? null,
    ];
    const [count] = await manager.query<{ total: number }[]>(
      `${NAMED} SELECT count(*) AS total ${FROM}`,
      filters,
    );
    const items = await manager.query<ProposalResponse[]>(
      `${NAMED} SELECT ${COLUMNS} ${FROM} ORDER BY person_key COLLATE "C" OFFSET $8 LIMIT $9`,
      [...filters, query.offset, query.limit],
    );
    return { total: count?.total ?? 0, items };
  }
}

/**
 * Names are looked up in two small JSON maps and people by key: an engine without statistics cannot go astray here.
 * `units` has the keys of the frozen facts, `new/<code>` and `old/<code>`.
 */
const NAMED = `
  WITH facts AS MATERIALIZED (
    SELECT run.scenario_id,
      (SELECT jsonb_object_agg(key, jsonb_build_array(fact->>'name', fact->>'level', fact->>'parentCode'))
       FROM scenario_facts unit
       WHERE unit.province_code = $1 AND unit.scenario_id = run.scenario_id AND unit.kind = 'unit') AS units,
      (SELECT jsonb_object_agg(fact->>'code', fact->>'name')
       FROM scenario_facts position
       WHERE position.province_code = $1 AND position.scenario_id = run.scenario_id
         AND position.kind = 'position') AS positions
    FROM placement_runs run WHERE run.province_code = $1 AND run.id = $2),
  line AS (
    SELECT proposal.*, person.fact->>'fullName' AS full_name, person.fact->>'positionCode' AS old_position_code,
      facts.positions, facts.units, facts.units->('old/' || (person.fact->>'unitCode')) AS old_unit,
      coalesce(facts.units->('new/' || proposal.unit_code), facts.units->('old/' || proposal.unit_code)) AS place
    FROM proposals proposal
    CROSS JOIN facts
    JOIN scenario_facts person ON person.province_code = $1 AND person.scenario_id = facts.scenario_id
      AND person.kind = 'person' AND person.key = proposal.person_key
    WHERE proposal.province_code = $1 AND proposal.run_id = $2),
  named AS (
    SELECT line.*, CASE WHEN place->>1 = 'division' THEN place->>2 ELSE unit_code END AS commune_code FROM line)`;

const COLUMNS = `staff_id AS "staffId", person_key AS "personKey", full_name AS "fullName",
  old_unit->>0 AS "oldUnitName",
  CASE WHEN units->('old/' || (old_unit->>2))->>1 = 'district' THEN units->('old/' || (old_unit->>2))->>0 END
    AS "oldDistrictName",
  positions->>old_position_code AS "oldPositionName", outcome, commune_code AS "communeCode",
  coalesce(units->('new/' || commune_code), units->('old/' || commune_code))->>0 AS "communeName",
  unit_code AS "unitCode", place->>0 AS "unitName", position_code AS "positionCode",
  positions->>position_code AS "positionName", fit, failed_tests AS "failedTests", movement, pinned,
  (terms->>'distanceKm')::double precision AS "distanceKm", reason, terms`;

const FROM = `
  FROM named
  WHERE ($3::text IS NULL OR commune_code = $3)
    AND ($4::text IS NULL OR position_code = $4)
    AND ($5::text IS NULL OR outcome = $5)
    AND ($6::text IS NULL OR movement = $6)
    AND ($7::text IS NULL OR position(folded($7) IN folded(full_name)) > 0)`;
