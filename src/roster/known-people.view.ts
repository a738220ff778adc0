import { Injectable } from '@nestjs/common';
import type { KnownPeople, KnownPerson, PersonRow } from './identity.plan.js';
import { BatchRowsStore } from './batch-rows.store.js';
import { placeKey } from './batch.js';
import { isWide } from './scope.js';
import type { RowPlace } from './record.js';
import type { Work } from './sheet-kind.js';

const PERSON = `staff.id AS "staffId", staff.key, staff.personal_number AS "personalNumber",
  staff.full_name AS "fullName", staff.born_on AS "bornOn", unit.code AS "unitCode", unit.name AS "unitName",
  position.name AS "positionName"`;

/** Of a person without a posting on the day there is no unit. */
const POSTED = `LEFT JOIN postings posting ON posting.province_code = $1 AND posting.staff_id = staff.id
    AND posting.kind = 'main' AND posting.starts_on <= $2 AND (posting.ends_on IS NULL OR posting.ends_on > $2)
  LEFT JOIN units unit ON unit.province_code = $1 AND unit.id = posting.unit_id
  LEFT JOIN positions position ON position.province_code = $1 AND position.id = posting.position_id`;

/** What the registry says of the people of a batch, as far as the actor may see. */
@Injectable()
export class KnownPeopleView {
  constructor(private readonly rows: BatchRowsStore) {}

  /** @param ids the registry's own numbers in rows of files that we wrote. */
  async of(work: Work, rows: readonly PersonRow[], ids: readonly number[]): Promise<KnownPeople> {
    const numbers = rows.flatMap(({ record }) => record.personalNumber ?? []);
    const units = [...new Set(rows.flatMap(({ unitCode }) => unitCode ?? []))];
    const named = await this.people(work, `staff.personal_number = ANY ($3)`, numbers);
    const marked = await this.people(work, `staff.id = ANY ($3::bigint[])`, ids);
    return {
      byNumber: new Map(named.map((each) => [each.personalNumber ?? '', each])),
      byId: new Map(marked.map((each) => [each.staffId, each])),
      inUnits: await this.people(work, `unit.code = ANY ($3)`, units),
      held: await this.held(work, numbers),
      sameRows: await this.sameRows(work),
    };
  }

  private async people(
    { manager, actor, batch }: Work,
    where: string,
    wanted: readonly (string | number)[],
  ): Promise<KnownPerson[]> {
    if (wanted.length === 0) return [];
    return manager.query(
      `SELECT ${PERSON} FROM staff ${POSTED} WHERE staff.province_code = $1 AND ${where} ORDER BY staff.id`,
      [actor.provinceCode, batch.asOf, wanted],
    );
  }

  /**
   * Numbers that the sender may not know of. Whoever sees the whole province holds nothing back, but does not let go by
   * the way what waits for an answer.
   */
  private async held(
    { manager, actor, batch }: Work,
    numbers: readonly string[],
  ): Promise<Set<string>> {
    if (await isWide(manager)) {
      const waiting = await this.rows.asked<PersonRow>(manager, actor, {
        batchId: batch.id,
        question: 'held',
      });
      return new Set(waiting.flatMap(({ record }) => record.record.personalNumber ?? []));
    }
    const found = await manager.query<{ number: string }[]>(`SELECT held_numbers($1) AS number`, [
      numbers,
    ]);
    return new Set(found.map(({ number }) => number));
  }

  /** A file of the same bytes says the same of the same people. */
  private async sameRows({ manager, actor, batch }: Work): Promise<Map<string, KnownPerson>> {
    const found = await manager.query<(RowPlace & KnownPerson)[]>(
      `SELECT DISTINCT ON (own.name, earlier.sheet, earlier.row_number)
         own.name AS file, earlier.sheet, earlier.row_number AS "row", ${PERSON}
       FROM import_files own
       JOIN import_files file ON file.province_code = $1 AND file.sha256 = own.sha256 AND file.batch_id <> own.batch_id
       JOIN import_rows earlier ON earlier.province_code = $1 AND earlier.batch_id = file.batch_id
         AND earlier.file = file.name
       JOIN staff ON staff.province_code = $1 AND staff.id = earlier.staff_id
       ${POSTED}
       WHERE own.province_code = $1 AND own.batch_id = $3
       ORDER BY own.name, earlier.sheet, earlier.row_number, earlier.batch_id DESC`,
      [actor.provinceCode, batch.asOf, batch.id],
    );
    return new Map(
      found.map(({ file, sheet, row, ...person }) => [placeKey({ file, sheet, row }), person]),
    );
  }
}
