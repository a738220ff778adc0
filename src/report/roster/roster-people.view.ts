import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import type { RosterPerson } from './roster-person.js';

/** Who stands in a roster: everybody whom the actor may see, in one unit and those below it, or in all. */
export interface RosterScope {
  readonly on: Day;
  readonly unit: string | null;
}

/** People with their main posting on the day; by root unit, unit, position (leaders first) and key. */
export function findRosterPeople(
  manager: EntityManager,
  actor: Actor,
  { on, unit }: RosterScope,
): Promise<RosterPerson[]> {
  return manager.query(PEOPLE, [actor.provinceCode, on, unit]);
}

/** The name of a unit in force on a day, in capitals; null = there is none. */
export async function findUnitName(
  manager: EntityManager,
  actor: Actor,
  { on, unit }: RosterScope,
): Promise<string | null> {
  const [found] = await manager.query<{ name: string }[]>(
    `SELECT name FROM units WHERE province_code = $1 AND code = $3
       AND starts_on <= $2 AND (ends_on IS NULL OR ends_on > $2)`,
    [actor.provinceCode, on, unit],
  );
  return found?.name ?? null;
}

export async function findProvinceName(manager: EntityManager, actor: Actor): Promise<string> {
  const [found] = await manager.query<{ name: string }[]>(
    `SELECT name FROM provinces WHERE code = $1`,
    [actor.provinceCode],
  );
  return found?.name ?? '';
}

/** A unit's name is told with its superior's where another unit of the day bears it too. */
const PEOPLE = `
  WITH RECURSIVE in_force AS (
    SELECT id, code, name, level, parent_id FROM units
    WHERE province_code = $1 AND starts_on <= $2 AND (ends_on IS NULL OR ends_on > $2)
  ), below AS (
    SELECT id FROM in_force WHERE $3::text IS NULL OR code = $3
    UNION
    SELECT u.id FROM in_force u JOIN below ON u.parent_id = below.id
  ), common AS (
    SELECT name FROM in_force GROUP BY name HAVING count(*) > 1
  )
  SELECT s.id AS "staffId", s.key, s.full_name AS "fullName", s.personal_number AS "personalNumber", s.sex,
    s.born_on AS "bornOn", s.ethnicity, s.religion, s.home_text AS "homeText", s.address_text AS "addressText",
    CASE WHEN u.name IN (SELECT name FROM common) AND parent.name IS NOT NULL
      THEN u.name || ', ' || parent.name ELSE u.name END AS unit,
    root.name AS "rootUnit", root.code AS "rootCode",
    p.name AS position, p.position_group AS "group", p.block,
    s.recruited_on AS "recruitedOn", s.party_probationary_on AS "partyProbationaryOn",
    s.party_official_on AS "partyOfficialOn", s.general_education AS "generalEducation", s.degree, s.major,
    s.study_mode AS "studyMode", s.school, s.political_theory AS "politicalTheory",
    s.state_management AS "stateManagement", s.foreign_language AS "foreignLanguage", s.informatics,
    ARRAY (SELECT language FROM staff_languages WHERE province_code = $1 AND staff_id = s.id ORDER BY language)
      AS languages,
    s.certificates, s.rank_code AS "rankCode", s.step, s.coefficient, s.step_on AS "stepOn",
    s.position_allowance AS "positionAllowance", s.over_grade_percent AS "overGradePercent",
    s.insurance_years AS "insuranceYears", s.planned_title AS "plannedTitle",
    s.spouse_personal_number AS "spousePersonalNumber", s.note,
    coalesce((SELECT jsonb_object_agg(year, rating) FROM staff_ratings
      WHERE province_code = $1 AND staff_id = s.id), '{}') AS ratings,
    ARRAY (SELECT note FROM staff_conditions
      WHERE province_code = $1 AND staff_id = s.id AND note IS NOT NULL AND starts_on <= $2
        AND (ends_on IS NULL OR ends_on > $2) ORDER BY id) AS conditions,
    (SELECT note FROM wishes WHERE province_code = $1 AND staff_id = s.id ORDER BY campaign DESC LIMIT 1) AS wish,
    h.proposed_unit_text AS "proposedUnit", h.proposed_position_text AS "proposedPosition",
    s.unknown_columns AS unknown,
    EXISTS (SELECT FROM postings held
      JOIN positions title ON title.province_code = $1 AND title.id = held.position_id
      WHERE held.province_code = $1 AND held.staff_id = s.id AND title.party_managed) AS closed
  FROM postings h
  JOIN staff s ON s.province_code = $1 AND s.id = h.staff_id
  JOIN in_force u ON u.id = h.unit_id
  LEFT JOIN in_force parent ON parent.id = u.parent_id
  JOIN in_force root ON root.id = CASE WHEN u.level = 'division' THEN coalesce(parent.id, u.id) ELSE u.id END
  JOIN positions p ON p.province_code = $1 AND p.id = h.position_id
  WHERE h.province_code = $1 AND h.kind = 'main' AND h.unit_id IN (SELECT id FROM below)
    AND h.starts_on <= $2 AND (h.ends_on IS NULL OR h.ends_on > $2)
  ORDER BY root.code COLLATE "C", u.code COLLATE "C", (p.position_group <> 'leader'), p.code COLLATE "C",
    s.key COLLATE "C"`;

/** The step of each rank on its ladder, by code. */
export async function findRankLevels(manager: EntityManager): Promise<Map<string, number>> {
  const ranks = await manager.query<{ code: string; level: number }[]>(
    `SELECT code, level FROM ranks WHERE level IS NOT NULL`,
  );
  return new Map(ranks.map(({ code, level }) => [code, level]));
}
