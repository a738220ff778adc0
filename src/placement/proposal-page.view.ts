import { benchEndsOn } from './bench-deadline.rules.js';
import type { Day } from '../shared/day.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { keyFor, reasonFor } from './protected-words.js';
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
    const names = new RunNames(
      await manager.query<NamedUnit[]>(UNITS, [actor.provinceCode, runId]),
      await manager.query<NamedPosition[]>(POSITIONS, [actor.provinceCode, runId]),
    );
    const endsOn = await this.benchEndsOn(manager, actor, runId);
    const filters = [
      actor.provinceCode,
      runId,
      query.commune === undefined ? null : names.unitsOf(query.commune),
      query.position ?? null,
      query.outcome ?? null,
      query.movement ?? null,
      query.search ?? null,
    ];
    const [count] = await manager.query<{ total: number; closed: number }[]>(
      `SELECT count(*) FILTER (WHERE NOT (${CLOSED})) AS total, count(*) FILTER (WHERE ${CLOSED}) AS closed ${FROM}`,
      filters,
    );
    const lines = await manager.query<Line[]>(
      `SELECT ${COLUMNS} ${FROM} AND NOT (${CLOSED}) ORDER BY line.person_key COLLATE "C" OFFSET $8 LIMIT $9`,
      [...filters, query.offset, query.limit],
    );
    return {
      total: count?.total ?? 0,
      closed: count?.closed ?? 0,
      items: lines.map((line) => seenBy(actor.role, names.named(line, endsOn))),
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

function seenBy(role: Actor['role'], line: ProposalResponse): ProposalResponse {
  return {
    ...line,
    personKey: keyFor(role, line.personKey),
    reason: reasonFor(role, line.reason),
  };
}

interface NamedUnit {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parentCode: string | null;
  readonly isNew: boolean;
}

interface NamedPosition {
  readonly code: string;
  readonly name: string;
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

/** Names of units and positions as the run's scenario froze them; a code may mean one unit before and another after. */
class RunNames {
  private readonly before = new Map<string, NamedUnit>();
  private readonly after = new Map<string, NamedUnit>();
  private readonly positions: ReadonlyMap<string, string>;

  constructor(units: readonly NamedUnit[], positions: readonly NamedPosition[]) {
    for (const unit of units) (unit.isNew ? this.after : this.before).set(unit.code, unit);
    this.positions = new Map(positions.map(({ code, name }) => [code, name]));
  }

  /** Codes of a commune and its divisions. */
  unitsOf(commune: string): string[] {
    const divisions = [...this.after.values()].filter((unit) => unit.parentCode === commune);
    return [commune, ...divisions.map((unit) => unit.code)];
  }

  named({ oldUnitCode, oldPositionCode, ...line }: Line, endsOn: Day | null): ProposalResponse {
    const from = this.before.get(oldUnitCode);
    const district = this.before.get(from?.parentCode ?? '');
    const to = line.unitCode === null ? undefined : this.place(line.unitCode);
    const commune = to?.level === 'division' ? this.place(to.parentCode ?? '') : to;
    return {
      ...line,
      oldUnitName: from?.name ?? oldUnitCode,
      oldDistrictName: district?.level === 'district' ? district.name : null,
      oldPositionName: this.positions.get(oldPositionCode) ?? oldPositionCode,
      communeCode: commune?.code ?? null,
      communeName: commune?.name ?? null,
      unitName: to?.name ?? null,
      positionName:
        line.positionCode === null ? null : (this.positions.get(line.positionCode) ?? null),
      benchEndsOn: line.outcome === 'surplus' ? endsOn : null,
      distanceKm: line.outcome === 'leaving' ? null : (line.terms['distanceKm'] ?? null),
    };
  }

  private place(code: string): NamedUnit | undefined {
    return this.after.get(code) ?? this.before.get(code);
  }
}

const FACTS = `FROM scenario_facts fact
  JOIN placement_runs run ON run.province_code = $1 AND run.id = $2 AND run.scenario_id = fact.scenario_id
  WHERE fact.province_code = $1`;

const UNITS = `SELECT fact->>'code' AS code, fact->>'name' AS name, fact->>'level' AS level,
  fact->>'parentCode' AS "parentCode", (fact->>'isNew')::boolean AS "isNew" ${FACTS} AND fact.kind = 'unit'`;

/** The frozen law of the run's scenario, as `benchEndsOn` needs it. */
const DEADLINE = `SELECT fact->>0 AS key, fact->1 AS value ${FACTS} AND fact.kind = 'parameter'
  AND fact.key = 'surplus.deadline'`;

/** Of a code's versions the last one names it. */
const POSITIONS = `SELECT fact->>'code' AS code, fact->>'name' AS name ${FACTS} AND fact.kind = 'position'
  ORDER BY fact->>'startsOn'`;

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
      OR position(folded($7) IN folded(person.fact->>'fullName')) > 0)`;
