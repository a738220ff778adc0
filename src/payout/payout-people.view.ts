import type { EntityManager } from 'typeorm';
import { argumentsOf, type GapSource } from '../gap/gap-source.js';
import type { PayoutPerson } from './payout-person.js';

/** Everybody whom the actor may see; in a run not those whom its plan must not name. */
export function findPeople(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
): Promise<PayoutPerson[]> {
  return manager.query<PayoutPerson[]>(
    `SELECT h.staff_id AS "staffId", s.full_name AS "fullName", s.born_on AS "bornOn", s.sex,
       h.commune_code AS "communeCode", u.commune_name AS "communeName", u.name AS "unitName",
       coalesce(p.name, h.position_code) AS "positionName", h.block, NOT h.seated AS surplus, s.coefficient,
       s.position_allowance AS "positionAllowance", s.over_grade_percent AS "overGradePercent",
       s.insurance_years AS "insuranceYears"
     FROM gap_holders($1, $2, $3) h
     JOIN staff s ON s.province_code = $1 AND s.id = h.staff_id
     JOIN gap_units($1, $2, $3) u ON u.code = h.unit_code
     LEFT JOIN gap_positions($1, $2, $3) p ON p.code = h.position_code
     WHERE h.kind = 'main' AND ($2::bigint IS NULL OR h.staff_id NOT IN (SELECT closed_people($2)))
     ORDER BY u.commune_code COLLATE "C", h.unit_code COLLATE "C", s.full_name COLLATE "C", h.staff_id`,
    argumentsOf(provinceCode, source),
  );
}
