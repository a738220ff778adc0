import type { EntityManager } from 'typeorm';
import type { Condition } from '../rules/no-go.rules.js';
import type { Degree, Sex } from '../rules/vocabulary.js';
import type { Day, PartialDay } from '../shared/day.js';

export interface PersonRow {
  readonly staffId: number;
  readonly fullName: string;
  readonly communeName: string;
  readonly positionName: string;
  readonly positionCode: string;
  readonly bornOn: PartialDay | null;
  readonly sex: Sex | null;
  readonly recruitedOn: PartialDay | null;
  readonly degree: Degree | null;
  readonly majorGroup: string | null;
  readonly rank: string | null;
  readonly certificates: readonly string[];
  readonly conditions: readonly Condition[];
}

/** A plan with the values of the law that are frozen in its facts. */
export interface PlanRow {
  readonly scenarioId: number;
  readonly name: string;
  readonly state: string;
  readonly rulesOn: Day;
  /** The chosen run, else the last one. */
  readonly runId: number | null;
}

/** Everybody with a main posting on a day whom the actor may see. */
export function findPeople(
  manager: EntityManager,
  provinceCode: string,
  day: Day,
): Promise<PersonRow[]> {
  return manager.query<PersonRow[]>(
    `SELECT h.staff_id AS "staffId", s.full_name AS "fullName", u.commune_name AS "communeName",
       coalesce(p.name, h.position_code) AS "positionName", h.position_code AS "positionCode", s.born_on AS "bornOn",
       s.sex, s.recruited_on AS "recruitedOn", s.degree, s.major_group AS "majorGroup", s.rank_code AS rank,
       s.certificates, coalesce(c.conditions, '[]') AS conditions
     FROM gap_holders($1, NULL, $2) h
     JOIN staff s ON s.province_code = $1 AND s.id = h.staff_id
     JOIN gap_units($1, NULL, $2) u ON u.code = h.unit_code
     LEFT JOIN gap_positions($1, NULL, $2) p ON p.code = h.position_code
     LEFT JOIN (
       SELECT staff_id, jsonb_agg(jsonb_build_object('case', condition_case, 'startsOn', starts_on::text,
         'endsOn', ends_on::text, 'liftedByRequest', lifted_by_request)) AS conditions
       FROM staff_conditions WHERE province_code = $1 GROUP BY staff_id
     ) c ON c.staff_id = h.staff_id
     WHERE h.kind = 'main'
     ORDER BY u.commune_code COLLATE "C", h.person_key COLLATE "C"`,
    [provinceCode, day],
  );
}

/** A letter that stands, with what a list shows of it. */
export interface LetterRow {
  readonly letterId: number;
  readonly staffId: number;
  readonly fullName: string;
  readonly kind: string;
  readonly numberText: string;
  readonly issuedOn: Day;
}

/** Every letter that stands and that the actor may see, the newest first. */
export function findLetters(manager: EntityManager, provinceCode: string): Promise<LetterRow[]> {
  return manager.query<LetterRow[]>(
    `SELECT l.id AS "letterId", l.staff_id AS "staffId", coalesce(s.full_name, '') AS "fullName", l.kind,
       l.number_text AS "numberText", l.issued_on::text AS "issuedOn"
     FROM letters l LEFT JOIN staff s ON s.province_code = l.province_code AND s.id = l.staff_id
     WHERE l.province_code = $1 AND l.is_current ORDER BY l.id DESC`,
    [provinceCode],
  );
}

export function findPlans(manager: EntityManager, provinceCode: string): Promise<PlanRow[]> {
  return manager.query<PlanRow[]>(
    `SELECT s.id::integer AS "scenarioId", s.name, s.state, s.rules_on::text AS "rulesOn",
       coalesce(s.chosen_run_id, (SELECT max(r.id) FROM placement_runs r
         WHERE r.province_code = s.province_code AND r.scenario_id = s.id))::integer AS "runId"
     FROM scenarios s WHERE s.province_code = $1 AND s.state <> 'withdrawn' ORDER BY s.id`,
    [provinceCode],
  );
}
