import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Block, Degree, NoGoCase, PositionGroup, Sex, WishKind } from '../rules/vocabulary.js';
import type { Actor } from '../shared/actor.js';
import type { Day, PartialDay } from '../shared/day.js';

/** A person with the main posting of a day, as plans need them. */
export interface PersonOnDay {
  readonly key: string;
  readonly staffId: number;
  readonly fullName: string;
  readonly sex: Sex | null;
  readonly bornOn: PartialDay | null;
  readonly recruitedOn: PartialDay | null;
  readonly unitCode: string;
  readonly positionCode: string;
  readonly block: Block;
  readonly group: PositionGroup;
  readonly degree: Degree | null;
  readonly majorGroup: string | null;
  readonly rank: string | null;
  readonly certificates: readonly string[];
  readonly languages: readonly string[];
  readonly plannedTitle: string | null;
  readonly homeUnitCode: string | null;
  readonly homeLatitude: number | null;
  readonly homeLongitude: number | null;
  readonly conditions: readonly {
    readonly case: NoGoCase;
    readonly startsOn: Day;
    readonly endsOn: Day | null;
    readonly liftedByRequest: boolean;
  }[];
  /** The newest campaign's; communes as the person wrote them. */
  readonly wish: {
    readonly kind: WishKind;
    readonly communes: readonly string[];
    readonly accepted: boolean;
    readonly note: string | null;
  } | null;
  readonly spouseKey: string | null;
  readonly proposedUnitText: string | null;
  readonly proposedPositionText: string | null;
}

/** Read-only: everybody with a main posting on a day. */
@Injectable()
export class PeopleView {
  /** By key. */
  on(manager: EntityManager, actor: Actor, day: Day): Promise<PersonOnDay[]> {
    return manager.query(PEOPLE, [actor.provinceCode, day]);
  }
}

const PEOPLE = `
  SELECT staff.key, staff.id AS "staffId", staff.full_name AS "fullName", staff.sex, staff.born_on AS "bornOn",
    staff.recruited_on AS "recruitedOn", unit.code AS "unitCode", position.code AS "positionCode", position.block,
    position.position_group AS "group", staff.degree, staff.major_group AS "majorGroup", staff.rank_code AS rank,
    staff.certificates, coalesce(spoken.languages, '{}') AS languages, staff.planned_title AS "plannedTitle",
    home.code AS "homeUnitCode", home.latitude AS "homeLatitude", home.longitude AS "homeLongitude",
    coalesce(known.conditions, '[]') AS conditions, wished.wish, spouse.key AS "spouseKey",
    posting.proposed_unit_text AS "proposedUnitText", posting.proposed_position_text AS "proposedPositionText"
  FROM postings posting
  JOIN staff ON staff.province_code = $1 AND staff.id = posting.staff_id
  JOIN units unit ON unit.province_code = $1 AND unit.id = posting.unit_id
  JOIN positions position ON position.province_code = $1 AND position.id = posting.position_id
  LEFT JOIN units home ON home.province_code = $1 AND home.id = staff.home_unit_id
  LEFT JOIN staff spouse ON spouse.province_code = $1 AND spouse.personal_number = staff.spouse_personal_number
  -- One look-up by key a person: this stays fast where the engine has no statistics yet.
  LEFT JOIN LATERAL (
    SELECT array_agg(language ORDER BY language) AS languages
    FROM staff_languages WHERE province_code = $1 AND staff_id = staff.id) spoken ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('case', condition_case, 'startsOn', starts_on, 'endsOn', ends_on,
      'liftedByRequest', lifted_by_request) ORDER BY condition_case, starts_on) AS conditions
    FROM staff_conditions WHERE province_code = $1 AND staff_id = staff.id) known ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('kind', kind, 'communes', communes, 'accepted', accepted, 'note', note) AS wish
    FROM wishes WHERE province_code = $1 AND staff_id = staff.id ORDER BY campaign DESC LIMIT 1) wished ON true
  WHERE posting.province_code = $1 AND posting.kind = 'main'
    AND posting.starts_on <= $2 AND (posting.ends_on IS NULL OR posting.ends_on > $2)
  ORDER BY staff.key COLLATE "C"`;
