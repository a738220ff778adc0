import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hashedRows } from '../registry/person-image.store.js';
import { refusingHeld, STAFF_COLUMNS } from '../registry/staff.store.js';
import type { Actor } from '../shared/actor.js';
import type { FitAndSeat } from './fit-and-seat.js';
import { MARK_LABEL } from './mark.js';
import type { Work } from './sheet-kind.js';

/** A staged row of somebody whom the registry does not know. */
export interface NewPerson {
  /** The row's own number in the database. */
  readonly rowId: number;
  readonly key: string;
  readonly unitId: number;
  readonly positionId: number;
  readonly fit: FitAndSeat;
  /** Ratings, languages, conditions or a wish stand in the row. */
  readonly hasDetails: boolean;
}

/** People that one statement writes. */
const AT_ONCE = 5_000;

/**
 * People who are new, written by the database from their staged rows: what a row says never leaves it. The same as a plan of
 * changes says (`promotion.plan.ts`): a second promotion of the same rows, which goes that way, finds nothing to change.
 */
@Injectable()
export class NewPeopleStore {
  /** @throws Conflict `registry.held-elsewhere` where somebody stands in the registry outside the actor's scope */
  async write(work: Work, people: readonly NewPerson[]): Promise<void> {
    for (let from = 0; from < people.length; from += AT_ONCE)
      await this.writePart(work, people.slice(from, from + AT_ONCE));
  }

  private async writePart(work: Work, people: readonly NewPerson[]): Promise<void> {
    const { manager, actor, batch } = work;
    const idOf = await this.insertStaff(manager, actor, people);
    const rowIds = people.map(({ rowId }) => rowId);
    const staffIds = people.map(({ key }) => idOf.get(key));
    await manager.query(INSERT_POSTINGS, [
      ...[actor.provinceCode, rowIds, staffIds, batch.asOf, batch.id],
      people.map(({ unitId }) => unitId),
      people.map(({ positionId }) => positionId),
      people.map(({ fit }) => fit.seated),
      people.map(({ fit }) => fit.fit),
      people.map(({ fit }) => fit.failed.join(' ')),
    ]);
    const detailed = people.filter(({ hasDetails }) => hasDetails);
    if (detailed.length > 0)
      for (const sql of INSERT_DETAILS)
        await manager.query(sql, [
          actor.provinceCode,
          detailed.map(({ rowId }) => rowId),
          detailed.map(({ key }) => idOf.get(key)),
          batch.asOf,
        ]);
    await hashedRows(manager, (hashes) =>
      manager.query(finished(hashes), [actor.provinceCode, staffIds, rowIds]),
    );
  }

  /** In two statements: one that answers with the rows it made would have to be shown people who have no posting yet. */
  private async insertStaff(
    manager: EntityManager,
    actor: Actor,
    people: readonly NewPerson[],
  ): Promise<ReadonlyMap<string, number>> {
    const keys = people.map(({ key }) => key);
    const rowIds = people.map(({ rowId }) => rowId);
    await refusingHeld(() =>
      manager.query(INSERT_STAFF, [actor.provinceCode, rowIds, keys, MARK_LABEL]),
    );
    const made = await manager.query<{ key: string; id: number }[]>(
      'SELECT key, id FROM new_staff() WHERE key = ANY ($1)',
      [keys],
    );
    return new Map(made.map(({ key, id }) => [key, id]));
  }
}

/** Columns of `staff` that are not the field of the record of the same name. */
const OTHERWISE: Readonly<Record<string, string>> = {
  key: 'line.key',
  homeUnitId: 'given."homeUnitId"',
  majorGroup: 'given."majorGroup"',
  // another one than the catalogue's is left out; a warning told so
  rankCode: 'CASE WHEN said.rank IN (SELECT code FROM ranks) THEN said.rank END',
  fullName: `coalesce(said."fullName", '')`,
  certificates: `coalesce(said.certificates, '{}')`,
  unknownColumns: `coalesce(said.unknown, '{}') - $4::text`,
};

const SAID = STAFF_COLUMNS.filter(
  ([, property]) =>
    !['key', 'homeUnitId', 'majorGroup', 'rankCode', 'unknownColumns'].includes(property),
)
  .map(([, property, type]) => `"${property}" ${type}`)
  .join(', ');

/** Parameters of each: province, numbers of rows, … */
const LINES = 'JOIN import_rows r ON r.province_code = $1 AND r.id = line.row_id';

const INSERT_STAFF = `
  INSERT INTO staff (province_code, created_in, ${STAFF_COLUMNS.map(([column]) => column).join(', ')})
  SELECT $1, nullif(current_setting('bo_tri.transaction', true), '')::uuid,
    ${STAFF_COLUMNS.map(([, property]) => OTHERWISE[property] ?? `said."${property}"`).join(', ')}
  FROM unnest($2::bigint[], $3::text[]) AS line (row_id, key) ${LINES},
    jsonb_to_record(r.record) AS given ("homeUnitId" bigint, "majorGroup" text, record jsonb),
    jsonb_to_record(given.record) AS said (${SAID}, rank text, unknown jsonb)`;

const INSERT_POSTINGS = `
  INSERT INTO postings (province_code, staff_id, unit_id, position_id, kind, starts_on, seated, fit, failed_tests, title_text,
                        proposed_unit_text, proposed_position_text, source_kind, source_id)
  SELECT $1, line.staff_id, line.unit_id, line.position_id, 'main', $4, line.seated, line.fit,
    string_to_array(line.failed, ' '), said."positionText", said."proposedUnitText", said."proposedPositionText", 'roster', $5
  FROM unnest($2::bigint[], $3::bigint[], $6::bigint[], $7::bigint[], $8::boolean[], $9::text[], $10::text[])
      AS line (row_id, staff_id, unit_id, position_id, seated, fit, failed) ${LINES},
    jsonb_to_record(r.record->'record')
      AS said ("positionText" text, "proposedUnitText" text, "proposedPositionText" text)`;

const OF_LINES = `FROM unnest($2::bigint[], $3::bigint[]) AS line (row_id, staff_id) ${LINES}`;
const on = (sql: string): string => `WITH day AS (SELECT $4::date AS it) ${sql}`;

const INSERT_DETAILS = [
  on(`INSERT INTO staff_ratings (province_code, staff_id, year, rating)
    SELECT $1, line.staff_id, rating.key::integer, rating.value
    ${OF_LINES}, jsonb_each_text(r.record->'record'->'ratings') rating`),
  on(`INSERT INTO staff_languages (province_code, staff_id, language)
    SELECT DISTINCT $1::text, line.staff_id, language
    ${OF_LINES}, jsonb_array_elements_text(r.record->'record'->'minorityLanguages') language`),
  `INSERT INTO staff_conditions (province_code, staff_id, condition_case, starts_on, lifted_by_request, note)
    SELECT $1, line.staff_id, own."case", $4::date, own."liftedByRequest", own."text"
    ${OF_LINES}, jsonb_to_recordset(r.record->'record'->'conditions')
      AS own ("case" text, "liftedByRequest" boolean, "text" text)`,
  `INSERT INTO wishes (province_code, staff_id, campaign, kind, communes, accepted, note)
    SELECT $1, line.staff_id, $4::date::text, own.kind, own.communes, own.accepted, own."text"
    ${OF_LINES}, jsonb_to_record(r.record->'record'->'wish')
      AS own (kind text, communes text[], accepted boolean, "text" text)
    WHERE own.kind IS NOT NULL`,
];

/** @param hashes of the people $2 */
function finished(hashes: string): string {
  return `
    UPDATE import_rows r SET state = 'added', staff_id = line.staff_id, after_hashes = image.given
    FROM (${hashes}) image JOIN unnest($2::bigint[], $3::bigint[]) AS line (staff_id, row_id)
      ON line.staff_id = image."staffId"
    WHERE r.province_code = $1 AND r.id = line.row_id`;
}
