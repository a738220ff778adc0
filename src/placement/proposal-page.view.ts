import { benchEndsOn } from './bench-deadline.rules.js';
import type { Day } from '../shared/day.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { keyFor, reasonFor } from './protected-words.js';
import { FACTS_OF_RUN, findRunNames, type RunNames } from './run-names.js';
import type {
  ProposalResponse,
  ProposalsPageResponse,
  ProposalsQuery,
} from './placement.responses.js';

/** Read-only: the lines of a run for lists. Lines are picked first and named afterwards, from the frozen facts. */
@Injectable()
export class ProposalPageView {
  async page(
    manager: EntityManager,
    actor: Actor,
    { runId, query }: { readonly runId: number; readonly query: ProposalsQuery },
  ): Promise<ProposalsPageResponse> {
    const names = await findRunNames(manager, actor.provinceCode, runId);
    const endsOn = await this.benchEndsOn(manager, actor, runId);
    const filters = valuesOf(actor, { runId, filter: query }, names);
    const [count] = await manager.query<{ total: number; closed: number }[]>(
      `SELECT count(*) FILTER (WHERE NOT (${CLOSED})) AS total, count(*) FILTER (WHERE ${CLOSED}) AS closed ${FROM}`,
      filters,
    );
    const lines = await manager.query<Line[]>(
      `SELECT ${COLUMNS} ${FROM} AND NOT (${CLOSED}) ORDER BY line.person_key COLLATE "C" OFFSET $10 LIMIT $11`,
      [...filters, query.offset, query.limit],
    );
    return {
      total: count?.total ?? 0,
      closed: count?.closed ?? 0,
      items: lines.map((line) => seenBy(actor.role, named(names, line, endsOn))),
    };
  }

  private async benchEndsOn(
    manager: EntityManager,
    actor: Actor,
    runId: number,
  ): Promise<Day | null> {
    const rows = await manager.query<{ key: string; value: unknown }[]>(DEADLINE, [
      actor.provinceCode,
      runId,
    ]);
    return benchEndsOn(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
  }
}

/** What a list of the lines of a run is narrowed by. */
export type ProposalFilter = Pick<
  ProposalsQuery,
  'commune' | 'from' | 'position' | 'outcome' | 'movement' | 'moved' | 'search'
>;

interface Filtered {
  readonly runId: number;
  readonly filter: ProposalFilter;
}

/** Keys of the people whom a filter leaves in the list of a run; the closed ones among them. */
export async function findProposalKeys(
  manager: EntityManager,
  actor: Actor,
  asked: Filtered,
): Promise<Set<string>> {
  const names = await findRunNames(manager, actor.provinceCode, asked.runId);
  const lines = await manager.query<{ key: string }[]>(
    `SELECT line.person_key AS key ${FROM}`,
    valuesOf(actor, asked, names),
  );
  return new Set(lines.map(({ key }) => key));
}

function valuesOf({ provinceCode }: Actor, { runId, filter }: Filtered, names: RunNames) {
  const { commune, from, position, outcome, movement, moved, search } = filter;
  return [
    ...[provinceCode, runId, commune === undefined ? null : names.unitsOf(commune)],
    ...[position ?? null, outcome ?? null, movement ?? null, search ?? null],
    ...[from === undefined ? null : names.oldUnitsOf(from), moved ?? null],
  ];
}

function seenBy(role: Actor['role'], line: ProposalResponse): ProposalResponse {
  return {
    ...line,
    personKey: keyFor(role, line.personKey),
    reason: reasonFor(role, line.reason),
  };
}

interface Line extends Pick<
  ProposalResponse,
  | 'staffId'
  | 'personKey'
  | 'fullName'
  | 'outcome'
  | 'unitCode'
  | 'positionCode'
  | 'fit'
  | 'failedTests'
  | 'movement'
  | 'pinned'
  | 'reason'
  | 'terms'
> {
  readonly oldUnitCode: string;
  readonly oldPositionCode: string;
}

function named(
  names: RunNames,
  { oldUnitCode, oldPositionCode, ...line }: Line,
  endsOn: Day | null,
): ProposalResponse {
  return {
    ...line,
    ...names.oldPlace(oldUnitCode, oldPositionCode),
    ...names.newPlace(line.unitCode, line.positionCode),
    benchEndsOn: line.outcome === 'surplus' ? endsOn : null,
    distanceKm: line.outcome === 'leaving' ? null : (line.terms['distanceKm'] ?? null),
  };
}

/** The frozen law of the run's scenario, as `benchEndsOn` needs it. */
const DEADLINE = `SELECT fact->>0 AS key, fact->1 AS value ${FACTS_OF_RUN} AND fact.kind = 'parameter'
  AND fact.key = 'surplus.deadline'`;

const COLUMNS = `line.staff_id AS "staffId", line.person_key AS "personKey", person.fact->>'fullName' AS "fullName",
  person.fact->>'unitCode' AS "oldUnitCode", person.fact->>'positionCode' AS "oldPositionCode", line.outcome,
  line.unit_code AS "unitCode", line.position_code AS "positionCode", line.fit, line.failed_tests AS "failedTests",
  line.movement, line.pinned, line.reason, line.terms`;

/** A plan must not name them to this actor: migration 14. */
const CLOSED = `line.staff_id IN (SELECT closed_people($2))`;

/** People are found by key, so that an engine without statistics cannot go astray. */
const FROM = `FROM proposals line
  JOIN placement_runs run ON run.province_code = $1 AND run.id = line.run_id
  JOIN scenario_facts person ON person.province_code = $1 AND person.scenario_id = run.scenario_id
    AND person.kind = 'person' AND person.key = line.person_key
  WHERE line.province_code = $1 AND line.run_id = $2
    AND ($3::text[] IS NULL OR line.unit_code = ANY ($3))
    AND ($4::text IS NULL OR line.position_code = $4)
    AND ($5::text IS NULL OR line.outcome = $5)
    AND ($6::text IS NULL OR line.movement = $6)
    AND ($7::text IS NULL OR line.person_key = trim($7)
      OR position(folded($7) IN folded(person.fact->>'fullName')) > 0)
    AND ($8::text[] IS NULL OR person.fact->>'unitCode' = ANY ($8))
    AND ($9::boolean IS NULL OR (line.terms->>'moved' = '1') = $9)`;
