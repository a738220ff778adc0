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
      `${NAMED} SELECT ${COLUMNS} ${FROM} ORDER BY line.person_key COLLATE "C" OFFSET $8 LIMIT $9`,
      [...filters, query.offset, query.limit],
    );
    return { total: count?.total ?? 0, items };
  }
}

const NAMED = `
  WITH facts AS MATERIALIZED (
    SELECT fact.kind, fact.key, fact.fact FROM scenario_facts fact
    JOIN placement_runs run ON run.province_code = $1 AND run.id = $2 AND run.scenario_id = fact.scenario_id
    WHERE fact.province_code = $1 AND fact.kind IN ('unit', 'position', 'person')),
  unit AS MATERIALIZED (
    SELECT fact->>'code' AS code, fact->>'name' AS name, fact->>'level' AS level, fact->>'parentCode' AS parent_code,
           (fact->>'isNew')::boolean AS is_new
    FROM facts WHERE kind = 'unit'),
  known_position AS MATERIALIZED (
    SELECT DISTINCT ON (fact->>'code') fact->>'code' AS code, fact->>'name' AS name
    FROM facts WHERE kind = 'position' ORDER BY fact->>'code', fact->>'startsOn' DESC),
  person AS MATERIALIZED (
    SELECT key, fact->>'fullName' AS full_name, fact->>'unitCode' AS unit_code, fact->>'positionCode' AS position_code
    FROM facts WHERE kind = 'person'),
  line AS MATERIALIZED (
    SELECT proposal.*, coalesce(place.code, gone.code) AS place_code, coalesce(place.name, gone.name) AS place_name,
      coalesce(top.code, place.code, gone.code) AS commune_code
    FROM proposals proposal
    LEFT JOIN unit place ON place.code = proposal.unit_code AND place.is_new
    LEFT JOIN unit gone ON gone.code = proposal.unit_code AND NOT gone.is_new AND place.code IS NULL
    LEFT JOIN unit top ON top.code = place.parent_code AND top.is_new AND place.level = 'division'
    WHERE proposal.province_code = $1 AND proposal.run_id = $2)`;

const COLUMNS = `line.staff_id AS "staffId", line.person_key AS "personKey", person.full_name AS "fullName",
  old_unit.name AS "oldUnitName", district.name AS "oldDistrictName", old_position.name AS "oldPositionName",
  line.outcome, line.commune_code AS "communeCode", commune.name AS "communeName", line.unit_code AS "unitCode",
  line.place_name AS "unitName", line.position_code AS "positionCode", new_position.name AS "positionName", line.fit,
  line.failed_tests AS "failedTests", line.movement, line.pinned,
  (line.terms->>'distanceKm')::double precision AS "distanceKm", line.reason, line.terms`;

const FROM = `
  FROM line
  JOIN person ON person.key = line.person_key
  LEFT JOIN unit old_unit ON old_unit.code = person.unit_code AND NOT old_unit.is_new
  LEFT JOIN unit district ON district.code = old_unit.parent_code AND NOT district.is_new
    AND district.level = 'district'
  LEFT JOIN known_position old_position ON old_position.code = person.position_code
  LEFT JOIN known_position new_position ON new_position.code = line.position_code
  LEFT JOIN LATERAL (
    SELECT name FROM unit WHERE unit.code = line.commune_code ORDER BY is_new DESC LIMIT 1) commune ON true
  WHERE ($3::text IS NULL OR line.commune_code = $3)
    AND ($4::text IS NULL OR line.position_code = $4)
    AND ($5::text IS NULL OR line.outcome = $5)
    AND ($6::text IS NULL OR line.movement = $6)
    AND ($7::text IS NULL OR position(folded($7) IN folded(person.full_name)) > 0)`;
