import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import type { NewAct, PersonAct } from './person-act.js';

/** Table `person_acts`. */
@Injectable()
export class PersonActStore {
  async insert(manager: EntityManager, actor: Actor, act: NewAct): Promise<void> {
    await manager.query(
      `INSERT INTO person_acts (province_code, scenario_id, staff_id, kind, of_act, happened_on, code, note, answer_until,
         unit_code, position_code, recorded_by, recorded_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[actor.provinceCode, act.scenarioId, act.staffId, act.kind, act.ofAct, act.happenedOn],
        ...[act.code, act.note, act.answerUntil, act.unitCode, act.positionCode],
        ...[actor.id, actor.name],
      ],
    );
  }

  /** All that was ever recorded of a person in a plan, the oldest first. */
  of(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, staffId }: { readonly scenarioId: number; readonly staffId: number },
  ): Promise<PersonAct[]> {
    return manager.query(
      `SELECT id, staff_id AS "staffId", kind, of_act AS "ofAct", happened_on::text AS "happenedOn", code, note,
         answer_until::text AS "answerUntil", unit_code AS "unitCode", position_code AS "positionCode",
         recorded_name AS "recordedName", to_json(recorded_at)#>>'{}' AS "recordedAt"
       FROM person_acts WHERE province_code = $1 AND scenario_id = $2 AND staff_id = $3 ORDER BY id`,
      [actor.provinceCode, scenarioId, staffId],
    );
  }

  /** On which day the hand-over of whose work was agreed; the last one counts. */
  async handedOver(
    manager: EntityManager,
    actor: Actor,
    scenarioId: number,
  ): Promise<ReadonlyMap<number, Day>> {
    const rows = await manager.query<{ staffId: number; on: Day }[]>(
      `SELECT DISTINCT ON (staff_id) staff_id AS "staffId", happened_on::text AS "on" FROM person_acts
       WHERE province_code = $1 AND scenario_id = $2 AND kind = 'handed-over' ORDER BY staff_id, id DESC`,
      [actor.provinceCode, scenarioId],
    );
    return new Map(rows.map(({ staffId, on }) => [staffId, on]));
  }
}
