import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { Conflict } from '../shared/errors.js';
import type { DetailsChange, StaffRow } from './staff-row.js';

/** Column of `staff` → property and type; the one list that all reads and writes share. */
export const STAFF_COLUMNS: readonly (readonly [
  column: string,
  property: keyof StaffRow,
  type: string,
])[] = [
  ['key', 'key', 'text'],
  ['personal_number', 'personalNumber', 'text'],
  ['full_name', 'fullName', 'text'],
  ['sex', 'sex', 'text'],
  ['born_on', 'bornOn', 'text'],
  ['ethnicity', 'ethnicity', 'text'],
  ['religion', 'religion', 'text'],
  ['home_text', 'homeText', 'text'],
  ['home_unit_id', 'homeUnitId', 'bigint'],
  ['address_text', 'addressText', 'text'],
  ['recruited_on', 'recruitedOn', 'text'],
  ['party_probationary_on', 'partyProbationaryOn', 'text'],
  ['party_official_on', 'partyOfficialOn', 'text'],
  ['general_education', 'generalEducation', 'text'],
  ['degree', 'degree', 'text'],
  ['major', 'major', 'text'],
  ['major_group', 'majorGroup', 'text'],
  ['study_mode', 'studyMode', 'text'],
  ['school', 'school', 'text'],
  ['political_theory', 'politicalTheory', 'text'],
  ['state_management', 'stateManagement', 'text'],
  ['foreign_language', 'foreignLanguage', 'text'],
  ['informatics', 'informatics', 'text'],
  ['certificates', 'certificates', 'text[]'],
  ['rank_code', 'rankCode', 'text'],
  ['step', 'step', 'integer'],
  ['coefficient', 'coefficient', 'double precision'],
  ['step_on', 'stepOn', 'text'],
  ['position_allowance', 'positionAllowance', 'double precision'],
  ['over_grade_percent', 'overGradePercent', 'double precision'],
  ['planned_title', 'plannedTitle', 'text'],
  ['insurance_years', 'insuranceYears', 'double precision'],
  ['spouse_personal_number', 'spousePersonalNumber', 'text'],
  ['note', 'note', 'text'],
  ['unknown_columns', 'unknownColumns', 'jsonb'],
];

const SHAPE = STAFF_COLUMNS.map(([, property, type]) => `"${property}" ${type}`).join(', ');
const UPDATES = STAFF_COLUMNS.slice(1)
  .map(([column, property]) => `${column} = row."${property}"`)
  .join(', ');
const SELECTED = STAFF_COLUMNS.map(([column, property]) => `staff.${column} AS "${property}"`).join(
  ', ',
);

/** People that go to the database in one statement: text of so many stays a few megabytes. */
const AT_ONCE = 2_000;

/** PostgreSQL: unique_violation. */
const UNIQUE_VIOLATION = '23505';

/** Tells no more than the sender may know: neither the name nor the unit. */
function heldElsewhere(): Conflict {
  return new Conflict(
    'registry.held-elsewhere',
    'Trong danh sách có người mà tỉnh đang quản lý ở nơi khác, ngoài phạm vi của bạn; chưa ghi gì. Hãy hỏi cán bộ tỉnh.',
  );
}

/** @throws Conflict `registry.held-elsewhere` where `insert` meets a person outside the actor's scope */
export async function refusingHeld<T>(insert: () => Promise<T>): Promise<T> {
  try {
    return await insert();
  } catch (error) {
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) throw heldElsewhere();
    throw error;
  }
}

/** Table `staff` and what belongs to a person alone. */
@Injectable()
export class StaffStore {
  /** Which of these keys are somebody's whom the actor may see. */
  async keysThere(
    manager: EntityManager,
    actor: Actor,
    keys: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const there = await manager.query<{ key: string }[]>(
      'SELECT key FROM staff WHERE province_code = $1 AND key = ANY ($2)',
      [actor.provinceCode, keys],
    );
    return new Set(there.map(({ key }) => key));
  }

  /** Puts people in the place of those of their keys, a portion after the other. */
  async update(manager: EntityManager, actor: Actor, people: readonly StaffRow[]): Promise<void> {
    for (let from = 0; from < people.length; from += AT_ONCE)
      await manager.query(
        `UPDATE staff SET ${UPDATES} FROM jsonb_to_recordset($2) AS row (${SHAPE})
         WHERE staff.province_code = $1 AND staff.key = row.key`,
        [actor.provinceCode, JSON.stringify(people.slice(from, from + AT_ONCE))],
      );
  }

  /** People by key, as they are now; locked in id order where the transaction goes on to write them. */
  async byKeys(
    manager: EntityManager,
    actor: Actor,
    { keys, lock }: { readonly keys: readonly string[]; readonly lock: boolean },
  ): Promise<Map<string, StaffRow & { readonly id: number }>> {
    const rows = await manager.query<(StaffRow & { id: number })[]>(
      `SELECT staff.id, ${SELECTED} FROM staff WHERE province_code = $1 AND key = ANY ($2) ORDER BY id
       ${lock ? 'FOR UPDATE' : ''}`,
      [actor.provinceCode, keys],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Writes the details that changed, each as a whole; a condition that is gone ends on the day. */
  async saveDetails(
    manager: EntityManager,
    actor: Actor,
    {
      details,
      day,
    }: {
      readonly details: readonly DetailsChange[];
      /** Conditions end on it, and it names the campaign of the wishes. */
      readonly day: Day;
    },
  ): Promise<void> {
    const write = async (part: keyof DetailsChange, statements: readonly string[]) => {
      const changed = details.filter((each) => each[part] !== undefined);
      if (changed.length === 0) return;
      for (const sql of statements)
        await manager.query(sql, [actor.provinceCode, JSON.stringify(changed), day]);
    };
    await write('ratings', RATINGS);
    await write('languages', LANGUAGES);
    await write('conditions', CONDITIONS);
    await write('wish', WISH);
  }
}

/** Parameters of each: province, details as JSON, day. */
const PERSONS = `jsonb_to_recordset($2) AS row ("staffId" bigint, ratings jsonb, languages text[], conditions jsonb, wish jsonb)`;
const given = (sql: string): string => `WITH day AS (SELECT $3::date AS it) ${sql}`;

const RATINGS = [
  given(
    `DELETE FROM staff_ratings USING ${PERSONS} WHERE province_code = $1 AND staff_id = row."staffId"`,
  ),
  given(`INSERT INTO staff_ratings (province_code, staff_id, year, rating)
    SELECT $1, row."staffId", rating.key::integer, rating.value FROM ${PERSONS}, jsonb_each_text(row.ratings) rating`),
];

const LANGUAGES = [
  given(
    `DELETE FROM staff_languages USING ${PERSONS} WHERE province_code = $1 AND staff_id = row."staffId"`,
  ),
  given(`INSERT INTO staff_languages (province_code, staff_id, language)
    SELECT DISTINCT $1::text, row."staffId", language FROM ${PERSONS}, unnest(row.languages) language`),
];

const ENDED = `${PERSONS}, jsonb_array_elements_text(row.conditions->'ended') ended`;
const CONDITIONS = [
  // One that would end on the day it began never was.
  `DELETE FROM staff_conditions c USING ${ENDED}
   WHERE c.province_code = $1 AND c.id = ended::bigint AND c.starts_on >= $3`,
  `UPDATE staff_conditions c SET ends_on = $3 FROM ${ENDED} WHERE c.province_code = $1 AND c.id = ended::bigint`,
  given(`INSERT INTO staff_conditions (province_code, staff_id, condition_case, starts_on, lifted_by_request, note)
    SELECT $1, row."staffId", added."case", added."startsOn", added."liftedByRequest", added.note
    FROM ${PERSONS}, jsonb_to_recordset(row.conditions->'added')
      AS added ("case" text, "startsOn" date, "liftedByRequest" boolean, note text)`),
];

const WISH = [
  `DELETE FROM wishes USING ${PERSONS}
   WHERE province_code = $1 AND staff_id = row."staffId" AND campaign = $3::text`,
  `INSERT INTO wishes (province_code, staff_id, campaign, kind, communes, accepted, note)
   SELECT $1, row."staffId", $3::text, wish.kind, wish.communes, wish.accepted, wish.note
   FROM ${PERSONS}, jsonb_to_record(row.wish) AS wish (kind text, communes text[], accepted boolean, note text)
   WHERE row.wish <> 'null'`,
];
