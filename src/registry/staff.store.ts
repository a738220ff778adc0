import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { Conflict } from '../shared/errors.js';
import type { StaffDetails, StaffRow } from './staff-row.js';

/** Column of `staff` → property and type; the one list that reads and writes share. */
const COLUMNS: readonly (readonly [column: string, property: keyof StaffRow, type: string])[] = [
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

const NAMES = COLUMNS.map(([column]) => column).join(', ');
const SHAPE = COLUMNS.map(([, property, type]) => `"${property}" ${type}`).join(', ');
const VALUES = COLUMNS.map(([, property]) => `row."${property}"`).join(', ');
const UPDATES = COLUMNS.slice(1)
  .map(([column, property]) => `${column} = row."${property}"`)
  .join(', ');
const SELECTED = COLUMNS.map(([column, property]) => `staff.${column} AS "${property}"`).join(', ');

/** PostgreSQL: unique_violation. */
const UNIQUE_VIOLATION = '23505';

/** Tells no more than the sender may know: neither the name nor the unit. */
function heldElsewhere(): Conflict {
  return new Conflict(
    'registry.held-elsewhere',
    'Trong danh sách có người mà tỉnh đang quản lý ở nơi khác, ngoài phạm vi của bạn; chưa ghi gì. Hãy hỏi cán bộ tỉnh.',
  );
}

/** Table `staff` and what belongs to a person alone. */
@Injectable()
export class StaffStore {
  /**
   * Inserts or replaces by key. In two statements: one that answers with the rows it made would have to be shown people
   * who have no posting yet.
   *
   * @returns key → id.
   * @throws Conflict `registry.held-elsewhere` where a person stands in the registry outside the actor's scope
   */
  async save(
    manager: EntityManager,
    actor: Actor,
    rows: readonly StaffRow[],
  ): Promise<ReadonlyMap<string, number>> {
    const parameters = [actor.provinceCode, JSON.stringify(rows)];
    const [changed] = await manager.query<[{ key: string; id: number }[], number]>(
      `UPDATE staff SET ${UPDATES} FROM jsonb_to_recordset($2) AS row (${SHAPE})
       WHERE staff.province_code = $1 AND staff.key = row.key RETURNING staff.key, staff.id`,
      parameters,
    );
    const known = new Set(changed.map(({ key }) => key));
    const added = rows.filter((row) => !known.has(row.key));
    await this.insert(manager, actor, added);
    const made = await manager.query<{ key: string; id: number }[]>(
      'SELECT key, id FROM new_staff() WHERE key = ANY ($1)',
      [added.map(({ key }) => key)],
    );
    return new Map([...changed, ...made].map(({ key, id }) => [key, id]));
  }

  private async insert(
    manager: EntityManager,
    actor: Actor,
    rows: readonly StaffRow[],
  ): Promise<void> {
    try {
      await manager.query(
        `INSERT INTO staff (province_code, created_in, ${NAMES})
         SELECT $1, nullif(current_setting('bo_tri.transaction', true), '')::uuid, ${VALUES}
         FROM jsonb_to_recordset($2) AS row (${SHAPE})`,
        [actor.provinceCode, JSON.stringify(rows)],
      );
    } catch (error) {
      if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) throw heldElsewhere();
      throw error;
    }
  }

  /** People by key, as they are now. */
  async byKeys(
    manager: EntityManager,
    actor: Actor,
    keys: readonly string[],
  ): Promise<Map<string, StaffRow & { readonly id: number }>> {
    const rows = await manager.query<(StaffRow & { id: number })[]>(
      `SELECT staff.id, ${SELECTED} FROM staff WHERE province_code = $1 AND key = ANY ($2) ORDER BY id`,
      [actor.provinceCode, keys],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Replaces ratings, languages, conditions and the wish of the campaign. */
  async saveDetails(
    manager: EntityManager,
    actor: Actor,
    { campaign, details }: { readonly campaign: string; readonly details: readonly StaffDetails[] },
  ): Promise<void> {
    const province = actor.provinceCode;
    const ids = details.map((each) => each.staffId);
    for (const table of ['staff_ratings', 'staff_languages', 'staff_conditions']) {
      await manager.query(`DELETE FROM ${table} WHERE province_code = $1 AND staff_id = ANY ($2)`, [
        province,
        ids,
      ]);
    }
    await manager.query(
      `DELETE FROM wishes WHERE province_code = $1 AND staff_id = ANY ($2) AND campaign = $3`,
      [province, ids, campaign],
    );
    const json = JSON.stringify(details);
    await manager.query(
      `INSERT INTO staff_ratings (province_code, staff_id, year, rating)
       SELECT $1, row."staffId", rating.key::integer, rating.value
       FROM jsonb_to_recordset($2) AS row ("staffId" bigint, ratings jsonb), jsonb_each_text(row.ratings) rating`,
      [province, json],
    );
    await manager.query(
      `INSERT INTO staff_languages (province_code, staff_id, language)
       SELECT DISTINCT $1::text, row."staffId", language
       FROM jsonb_to_recordset($2) AS row ("staffId" bigint, languages text[]), unnest(row.languages) language`,
      [province, json],
    );
    await manager.query(
      `INSERT INTO staff_conditions (province_code, staff_id, condition_case, starts_on, lifted_by_request, note)
       SELECT $1, row."staffId", condition."case", condition."startsOn", condition."liftedByRequest", condition.note
       FROM jsonb_to_recordset($2) AS row ("staffId" bigint, conditions jsonb),
            jsonb_to_recordset(row.conditions)
              AS condition ("case" text, "startsOn" date, "liftedByRequest" boolean, note text)`,
      [province, json],
    );
    await manager.query(
      `INSERT INTO wishes (province_code, staff_id, campaign, kind, communes, accepted, note)
       SELECT $1, row."staffId", $3, wish.kind, wish.communes, wish.accepted, wish.note
       FROM jsonb_to_recordset($2) AS row ("staffId" bigint, wish jsonb),
            jsonb_to_record(row.wish) AS wish (kind text, communes text[], accepted boolean, note text)
       WHERE row.wish <> 'null'`,
      [province, json, campaign],
    );
  }
}
