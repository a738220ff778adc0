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

type Wish = NonNullable<PersonOnDay['wish']>;
type Condition = PersonOnDay['conditions'][number];

/** A person's row before the lists and codes of other tables are put to it. */
interface PersonRow extends Omit<
  PersonOnDay,
  | 'unitCode'
  | 'positionCode'
  | 'block'
  | 'group'
  | 'languages'
  | 'homeUnitCode'
  | 'homeLatitude'
  | 'homeLongitude'
  | 'conditions'
  | 'wish'
  | 'spouseKey'
> {
  readonly unitId: number;
  readonly positionId: number;
  readonly homeUnitId: number | null;
  readonly personalNumber: string | null;
  readonly spousePersonalNumber: string | null;
}

/**
 * Read-only: everybody with a main posting on a day. Tables are read apart and joined here by key: that is as fast on an
 * engine that has no statistics yet as on any other.
 */
@Injectable()
export class PeopleView {
  /** By key. */
  async on(manager: EntityManager, actor: Actor, day: Day): Promise<PersonOnDay[]> {
    const { provinceCode } = actor;
    const read = <T>(sql: string): Promise<T[]> => manager.query<T[]>(sql, [provinceCode]);
    const people = await manager.query<PersonRow[]>(PEOPLE, [provinceCode, day]);
    const units = byId(await read<UnitPlace>(UNITS));
    const positions = byId(await read<PositionPlace>(POSITIONS));
    const languages = byStaff(await read<OfStaff & { language: string }>(LANGUAGES));
    const conditions = byStaff(await read<OfStaff & Condition>(CONDITIONS));
    const wishes = byStaff(await read<OfStaff & Wish>(WISHES));
    const keyOf = new Map(people.map((person) => [person.personalNumber, person.key]));
    return people.map((row) => {
      const {
        unitId,
        positionId,
        homeUnitId,
        personalNumber: _number,
        spousePersonalNumber,
        ...person
      } = row;
      const position = known(positions, positionId);
      const home = homeUnitId === null ? null : known(units, homeUnitId);
      const [wish] = wishes.get(row.staffId) ?? [];
      return {
        ...person,
        unitCode: known(units, unitId).code,
        positionCode: position.code,
        block: position.block,
        group: position.group,
        languages: (languages.get(row.staffId) ?? []).map((each) => each.language),
        homeUnitCode: home?.code ?? null,
        homeLatitude: home?.latitude ?? null,
        homeLongitude: home?.longitude ?? null,
        conditions: (conditions.get(row.staffId) ?? []).map(({ staffId: _id, ...each }) => each),
        wish: wish === undefined ? null : withoutStaff(wish),
        spouseKey: spousePersonalNumber === null ? null : (keyOf.get(spousePersonalNumber) ?? null),
      };
    });
  }
}

interface OfStaff {
  readonly staffId: number;
}

interface UnitPlace {
  readonly id: number;
  readonly code: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

interface PositionPlace {
  readonly id: number;
  readonly code: string;
  readonly block: Block;
  readonly group: PositionGroup;
}

function withoutStaff({ staffId: _id, ...wish }: OfStaff & Wish): Wish {
  return wish;
}

function byId<T extends { readonly id: number }>(rows: readonly T[]): ReadonlyMap<number, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** A foreign key holds it. */
function known<T>(rows: ReadonlyMap<number, T>, id: number): T {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`row ${id} is missing`);
  return row;
}

/** In the order read. */
function byStaff<T extends OfStaff>(rows: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const lists = new Map<number, T[]>();
  for (const row of rows) {
    const list = lists.get(row.staffId);
    if (list) list.push(row);
    else lists.set(row.staffId, [row]);
  }
  return lists;
}

const PEOPLE = `
  SELECT staff.key, staff.id AS "staffId", staff.full_name AS "fullName", staff.sex, staff.born_on AS "bornOn",
    staff.recruited_on AS "recruitedOn", posting.unit_id AS "unitId", posting.position_id AS "positionId",
    staff.degree, staff.major_group AS "majorGroup", staff.rank_code AS rank, staff.certificates,
    staff.planned_title AS "plannedTitle", staff.home_unit_id AS "homeUnitId",
    staff.personal_number AS "personalNumber", staff.spouse_personal_number AS "spousePersonalNumber",
    posting.proposed_unit_text AS "proposedUnitText", posting.proposed_position_text AS "proposedPositionText"
  FROM postings posting
  JOIN staff ON staff.province_code = posting.province_code AND staff.id = posting.staff_id
  WHERE posting.province_code = $1 AND posting.kind = 'main'
    AND posting.starts_on <= $2 AND (posting.ends_on IS NULL OR posting.ends_on > $2)
  ORDER BY staff.key COLLATE "C"`;

const UNITS = `SELECT id, code, latitude, longitude FROM units WHERE province_code = $1`;

const POSITIONS = `SELECT id, code, block, position_group AS "group" FROM positions WHERE province_code = $1`;

const LANGUAGES = `SELECT staff_id AS "staffId", language FROM staff_languages WHERE province_code = $1
  ORDER BY language COLLATE "C"`;

const CONDITIONS = `SELECT staff_id AS "staffId", condition_case AS "case", starts_on::text AS "startsOn",
  ends_on::text AS "endsOn", lifted_by_request AS "liftedByRequest"
  FROM staff_conditions WHERE province_code = $1 ORDER BY condition_case, starts_on`;

/** The newest campaign first. */
const WISHES = `SELECT staff_id AS "staffId", kind, communes, accepted, note FROM wishes WHERE province_code = $1
  ORDER BY campaign DESC`;
