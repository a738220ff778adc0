import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WishKind } from '../../rules/vocabulary.js';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import type { Stance } from './person-act.js';

/** A person of a plan, with what is recorded elsewhere about them. */
export interface PersonInPlan {
  readonly staffId: number;
  readonly fullName: string;
  readonly oldUnitCode: string;
  readonly oldPositionCode: string;
  /** null = no run says anything yet. */
  readonly outcome: 'seated' | 'surplus' | 'leaving' | null;
  readonly unitCode: string | null;
  readonly positionCode: string | null;
  readonly movement: string | null;
  readonly wish: WishKind | null;
  readonly stance: Stance | null;
  /** When they were last heard about exactly this place; null = not. */
  readonly heardOn: Day | null;
  readonly letterNumber: string | null;
  readonly decidedOn: Day | null;
  /** Objections and complaints that nobody answered. */
  readonly open: number;
  readonly grievances: number;
  /** The last day of the next answer that is due. */
  readonly answerUntil: Day | null;
  readonly hasPosting: boolean;
  /** The day of the plan has come. */
  readonly hasCome: boolean;
  /** Not at work on the day: in study, seconded or on maternity leave. */
  readonly absent: boolean;
  readonly handedOverOn: Day | null;
}

export interface PlanAsked {
  readonly scenarioId: number;
  readonly runId: number | null;
  readonly effectiveOn: Day;
}

/** Read-only: people of a plan whom the actor may see, by name. */
@Injectable()
export class PersonStatesView {
  /** @param staffId null = all of them. */
  find(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, runId, effectiveOn }: PlanAsked,
    staffId: number | null = null,
  ): Promise<PersonInPlan[]> {
    return manager.query(PEOPLE, [actor.provinceCode, scenarioId, runId, effectiveOn, staffId]);
  }
}

/** The same cases as `absentPeople`; which of them it is stays here. */
const PEOPLE = `
  WITH act AS MATERIALIZED (
    SELECT * FROM person_acts WHERE province_code = $1 AND scenario_id = $2
  ), grievance AS (
    SELECT said.staff_id, count(*)::integer AS all, count(*) FILTER (WHERE reply.id IS NULL)::integer AS open,
      (min(said.answer_until) FILTER (WHERE reply.id IS NULL))::text AS until
    FROM act said LEFT JOIN act reply ON reply.of_act = said.id
    WHERE said.kind IN ('objected', 'complained') GROUP BY said.staff_id
  ), handed AS (
    SELECT DISTINCT ON (staff_id) staff_id, happened_on::text AS day FROM act WHERE kind = 'handed-over'
    ORDER BY staff_id, id DESC
  )
  SELECT s.id AS "staffId", s.full_name AS "fullName", person.fact->>'unitCode' AS "oldUnitCode",
    person.fact->>'positionCode' AS "oldPositionCode", line.outcome, line.unit_code AS "unitCode",
    line.position_code AS "positionCode", line.movement, person.fact->'wish'->>'kind' AS wish,
    heard.code AS stance, heard.happened_on::text AS "heardOn", paper.number_text AS "letterNumber",
    paper.issued_on::text AS "decidedOn", coalesce(grievance.open, 0) AS open, coalesce(grievance.all, 0) AS grievances,
    grievance.until AS "answerUntil", handed.day AS "handedOverOn",
    EXISTS (SELECT FROM postings p WHERE p.province_code = $1 AND p.staff_id = s.id AND p.source_kind = 'scenario'
      AND p.source_id = $2) AS "hasPosting",
    (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date >= $4::date AS "hasCome",
    EXISTS (SELECT FROM jsonb_to_recordset(person.fact->'conditions') AS c ("case" text, "startsOn" date, "endsOn" date)
      WHERE c."case" IN ('study-or-seconded', 'maternity') AND c."startsOn" <= $4::date
        AND (c."endsOn" IS NULL OR c."endsOn" > $4::date)) AS absent
  FROM scenario_facts person
  JOIN staff s ON s.province_code = $1 AND s.id = (person.fact->>'staffId')::bigint
  LEFT JOIN proposals line ON line.province_code = $1 AND line.run_id = $3 AND line.person_key = person.key
  LEFT JOIN LATERAL (
    SELECT code, happened_on FROM act
    WHERE act.staff_id = s.id AND act.kind = 'heard' AND act.unit_code IS NOT DISTINCT FROM line.unit_code
      AND act.position_code IS NOT DISTINCT FROM line.position_code AND line.staff_id IS NOT NULL
    ORDER BY act.id DESC LIMIT 1
  ) heard ON true
  LEFT JOIN letters paper ON paper.province_code = $1 AND paper.scenario_id = $2 AND paper.staff_id = s.id
    AND paper.is_current
  LEFT JOIN grievance ON grievance.staff_id = s.id
  LEFT JOIN handed ON handed.staff_id = s.id
  WHERE person.province_code = $1 AND person.scenario_id = $2 AND person.kind = 'person'
    AND ($5::bigint IS NULL OR s.id = $5) AND ($3::bigint IS NULL OR s.id NOT IN (SELECT closed_people($3)))
  ORDER BY folded(s.full_name) COLLATE "C", s.id`;
