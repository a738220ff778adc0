import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import { BadInput, Conflict } from '../../shared/errors.js';
import type { Day } from '../../shared/day.js';
import type { wrongFile } from './event.rules.js';
import {
  EVENT_COLUMNS,
  type EventChanges,
  type EventField,
  type EventKind,
  type EventValues,
  type StoredEvent,
} from './person-event.js';

const UNIQUE = '23505';
const NO_SUCH = new Set(['23503', '23514']);

/** Table `person_events`, and the columns of `staff` that events set. */
@Injectable()
export class PersonEventStore {
  async add(
    manager: EntityManager,
    actor: Actor,
    event: {
      readonly staffId: number;
      readonly kind: EventKind;
      readonly effectiveOn: Day;
      readonly reason: string;
      readonly changes: EventChanges;
    },
  ): Promise<number> {
    const [row] = await manager.query<{ id: number }[]>(
      `INSERT INTO person_events (province_code, staff_id, kind, effective_on, reason, changes, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        ...[actor.provinceCode, event.staffId, event.kind, event.effectiveOn, event.reason],
        ...[JSON.stringify(event.changes), actor.id],
      ],
    );
    if (!row) throw new Error('the event was not written');
    return Number(row.id);
  }

  /** Of a person, the newest first; `id` null = all. Wishes are read by `WishRecordStore`. */
  of(
    manager: EntityManager,
    actor: Actor,
    { staffId, id }: { readonly staffId: number | null; readonly id: number | null },
  ): Promise<(StoredEvent & { recordedAt: string; recordedBy: string })[]> {
    return manager.query(
      `SELECT id, staff_id AS "staffId", kind, effective_on::text AS "effectiveOn", changes,
         taken_back_at IS NOT NULL AS "takenBack", recorded_at AS "recordedAt", recorded_by AS "recordedBy"
       FROM person_events WHERE province_code = $1 AND kind <> 'wish' AND ($2::bigint IS NULL OR staff_id = $2)
         AND ($3::bigint IS NULL OR id = $3) ORDER BY id DESC`,
      [actor.provinceCode, staffId, id],
    );
  }

  async setTakenBack(manager: EntityManager, actor: Actor, id: number): Promise<void> {
    await manager.query(
      `UPDATE person_events SET taken_back_at = now() WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id],
    );
  }

  /** The values as they stand, the person locked; null = nobody. */
  async values(
    manager: EntityManager,
    actor: Actor,
    { staffId, fields }: { readonly staffId: number; readonly fields: readonly EventField[] },
  ): Promise<EventValues | null> {
    const columns = fields.map((field) => `, ${EVENT_COLUMNS[field]} AS "${field}"`).join('');
    const [row] = await manager.query<({ id: number } & EventValues)[]>(
      `SELECT id${columns} FROM staff WHERE province_code = $1 AND id = $2 FOR UPDATE`,
      [actor.provinceCode, staffId],
    );
    if (!row) return null;
    const { id: _id, ...values } = row;
    return values;
  }

  /** What must agree in a file; null = nobody. */
  async days(
    manager: EntityManager,
    actor: Actor,
    staffId: number,
  ): Promise<Parameters<typeof wrongFile>[0] | null> {
    const [file] = await manager.query<Parameters<typeof wrongFile>[0][]>(
      `SELECT born_on AS "bornOn", recruited_on AS "recruitedOn", personal_number AS "personalNumber",
         spouse_personal_number AS "spousePersonalNumber"
       FROM staff WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, staffId],
    );
    return file ?? null;
  }

  /** @throws BadInput `event.unknown-code` for a rank or a group of majors that nobody knows */
  async set(
    manager: EntityManager,
    actor: Actor,
    { staffId, values }: { readonly staffId: number; readonly values: EventValues },
  ): Promise<void> {
    const fields = Object.keys(values) as EventField[];
    if (fields.length === 0) return;
    const sets = fields.map((field, at) => `${EVENT_COLUMNS[field]} = $${at + 3}`).join(', ');
    try {
      await manager.query(`UPDATE staff SET ${sets} WHERE province_code = $1 AND id = $2`, [
        ...[actor.provinceCode, staffId],
        ...fields.map((field) => values[field]),
      ]);
    } catch (error) {
      throw unknownCode(error);
    }
  }

  /** @throws Conflict `event.number-known`; BadInput `event.unknown-code` */
  async insertPerson(
    manager: EntityManager,
    actor: Actor,
    { personalNumber, values }: { readonly personalNumber: string; readonly values: EventValues },
  ): Promise<number> {
    const fields = Object.keys(values) as EventField[];
    const columns = fields.map((field) => `, ${EVENT_COLUMNS[field]}`).join('');
    const places = fields.map((_field, at) => `, $${at + 3}`).join('');
    try {
      const [row] = await manager.query<{ id: number }[]>(
        `INSERT INTO staff (province_code, key, personal_number${columns}) VALUES ($1, $2, $2${places}) RETURNING id`,
        [actor.provinceCode, personalNumber, ...fields.map((field) => values[field])],
      );
      if (!row) throw new Error('the person was not written');
      return Number(row.id);
    } catch (error) {
      if (codeOf(error) === UNIQUE)
        throw new Conflict('event.number-known', 'Số định danh này đã có trong sổ.');
      throw unknownCode(error);
    }
  }

  /** How the person suits the posts that stand on the day or later. */
  postings(
    manager: EntityManager,
    actor: Actor,
    { staffId, day }: { readonly staffId: number; readonly day: Day },
  ): Promise<
    { id: number; positionCode: string; fit: string | null; failedTests: readonly string[] }[]
  > {
    return manager.query(
      `SELECT h.id, p.code AS "positionCode", h.fit, h.failed_tests AS "failedTests" FROM postings h
       JOIN positions p ON p.province_code = h.province_code AND p.id = h.position_id
       WHERE h.province_code = $1 AND h.staff_id = $2 AND (h.ends_on IS NULL OR h.ends_on > $3) ORDER BY h.id FOR UPDATE OF h`,
      [actor.provinceCode, staffId, day],
    );
  }

  async setFits(
    manager: EntityManager,
    actor: Actor,
    fits: readonly { postingId: number; fit: string | null; failedTests: readonly string[] }[],
  ): Promise<void> {
    await manager.query(
      `UPDATE postings SET fit = row.fit, failed_tests = row."failedTests"
       FROM jsonb_to_recordset($2) AS row ("postingId" bigint, fit text, "failedTests" text[])
       WHERE province_code = $1 AND postings.id = row."postingId"`,
      [actor.provinceCode, JSON.stringify(fits)],
    );
  }
}

function codeOf(error: unknown): string {
  return error instanceof QueryFailedError
    ? String((error.driverError as { code?: string }).code ?? '')
    : '';
}

function unknownCode(error: unknown): unknown {
  if (!NO_SUCH.has(codeOf(error))) return error;
  return new BadInput('event.unknown-code', 'Mã ngạch hoặc mã nhóm ngành không có trong danh mục.');
}
