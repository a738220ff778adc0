import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { askTogether } from '../../database/ask-together.js';
import { keptPlan } from '../../database/kept-plan.js';
import type { Actor } from '../../shared/actor.js';
import type { PersonCondition, PersonPosting, PersonRecord, PersonWish } from './person-record.js';

/** Read-only: one person with all that hangs on them. */
@Injectable()
export class PersonView {
  /** Null where there is no such person, or nobody whom the actor may see. */
  async find(manager: EntityManager, actor: Actor, staffId: number): Promise<PersonRecord | null> {
    const key = [actor.provinceCode, staffId];
    const [[found], ratings, languages, postings, conditions, wishes] = await askTogether(manager, [
      () => manager.query<{ staff: Record<string, unknown> }[]>(STAFF, key),
      () => manager.query<{ year: number; rating: string }[]>(RATINGS, key),
      () => manager.query<{ language: string }[]>(LANGUAGES, key),
      () => manager.query<PersonPosting[]>(POSTINGS, key),
      () => manager.query<PersonCondition[]>(CONDITIONS, key),
      () => manager.query<PersonWish[]>(WISHES, key),
    ]);
    if (found === undefined) return null;
    return {
      staffId,
      staff: found.staff,
      ratings,
      languages: languages.map(({ language }) => language),
      postings,
      conditions,
      wishes,
    };
  }
}

const STAFF = keptPlan(
  `SELECT to_jsonb(staff) || jsonb_build_object('major_group',
     (SELECT name_vi FROM major_groups WHERE code = staff.major_group)) AS staff
   FROM staff WHERE province_code = $1 AND id = $2`,
);

const RATINGS = keptPlan(
  `SELECT year, rating FROM staff_ratings WHERE province_code = $1 AND staff_id = $2 ORDER BY year DESC`,
);

const LANGUAGES = keptPlan(
  `SELECT language FROM staff_languages WHERE province_code = $1 AND staff_id = $2 ORDER BY language`,
);

const POSTINGS = keptPlan(`
  SELECT h.starts_on::text AS "startsOn", h.ends_on::text AS "endsOn", h.kind, u.code AS "unitCode", u.name AS "unitName",
    p.code AS "positionCode", p.name AS "positionName", p.party_managed AS "partyManaged", h.seated, h.fit
  FROM postings h
  JOIN units u ON u.province_code = h.province_code AND u.id = h.unit_id
  JOIN positions p ON p.province_code = h.province_code AND p.id = h.position_id
  WHERE h.province_code = $1 AND h.staff_id = $2
  ORDER BY h.starts_on DESC, h.kind, h.id`);

const CONDITIONS = keptPlan(`
  SELECT condition_case AS "case", starts_on::text AS "startsOn", ends_on::text AS "endsOn",
    lifted_by_request AS "liftedByRequest", note
  FROM staff_conditions WHERE province_code = $1 AND staff_id = $2 ORDER BY starts_on DESC, id`);

/** A commune as typed may carry a reason behind its name: words that name no unit stand in the protected note only. */
const WISHES = keptPlan(`
  SELECT campaign, kind, ARRAY(
      SELECT CASE WHEN EXISTS (SELECT 1 FROM units u WHERE u.province_code = $1 AND folded(u.name) = folded(typed))
          OR EXISTS (SELECT 1 FROM scenario_facts f
            WHERE f.province_code = $1 AND f.kind = 'unit' AND folded(f.fact->>'name') = folded(typed))
        THEN typed ELSE '…' END
      FROM unnest(communes) WITH ORDINALITY choice (typed, place) ORDER BY place
    ) AS communes, accepted, note
  FROM wishes WHERE province_code = $1 AND staff_id = $2 ORDER BY campaign DESC`);
