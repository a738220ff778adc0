import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NoGoCase } from '../rules/vocabulary.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';

/** A case during a span, as the registry keeps it. */
export interface ConditionSpan {
  /** null = not written yet. */
  readonly id: number | null;
  readonly case: NoGoCase;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly liftedByRequest: boolean;
  readonly note: string;
}

/** Table `staff_conditions`, case by case with its days. */
@Injectable()
export class StaffConditionStore {
  /** All cases of people, past ones too, by staff id and in the order of their days; nobody without a case is in it. */
  async of(
    manager: EntityManager,
    actor: Actor,
    staffIds: readonly number[],
  ): Promise<Map<number, ConditionSpan[]>> {
    const rows = await manager.query<{ staffId: number; spans: ConditionSpan[] }[]>(
      `SELECT staff_id AS "staffId", jsonb_agg(jsonb_build_object('id', id, 'case', condition_case,
         'startsOn', starts_on, 'endsOn', ends_on, 'liftedByRequest', lifted_by_request,
         'note', coalesce(note, '')) ORDER BY starts_on, id) AS spans
       FROM staff_conditions WHERE province_code = $1 AND staff_id = ANY ($2) GROUP BY staff_id`,
      [actor.provinceCode, staffIds],
    );
    return new Map(rows.map(({ staffId, spans }) => [staffId, spans]));
  }

  /** Writes days, request and note of those that have an id; adds the others. */
  async save(
    manager: EntityManager,
    actor: Actor,
    spans: readonly (ConditionSpan & { readonly staffId: number })[],
  ): Promise<void> {
    const parameters = [actor.provinceCode, JSON.stringify(spans)];
    await manager.query(
      `UPDATE staff_conditions c
       SET starts_on = row."startsOn", ends_on = row."endsOn", lifted_by_request = row."liftedByRequest", note = row.note
       FROM ${SPANS} WHERE c.province_code = $1 AND c.id = row.id AND c.staff_id = row."staffId"`,
      parameters,
    );
    await manager.query(
      `INSERT INTO staff_conditions (province_code, staff_id, condition_case, starts_on, ends_on, lifted_by_request, note)
       SELECT $1, row."staffId", row."case", row."startsOn", row."endsOn", row."liftedByRequest", row.note
       FROM ${SPANS} WHERE row.id IS NULL`,
      parameters,
    );
  }
}

const SPANS = `jsonb_to_recordset($2) AS row (id bigint, "staffId" bigint, "case" text, "startsOn" date, "endsOn" date,
  "liftedByRequest" boolean, note text)`;
