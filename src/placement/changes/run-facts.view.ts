import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PinFact, SeatFact } from '../../scenario/facts.js';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';

export type RunPin = Pick<PinFact, 'personKey' | 'kind'> & {
  readonly unitCode: string | null;
  readonly positionCode: string | null;
};

/** Read-only: what a run knew by hand, and the seats of now. */
@Injectable()
export class RunFactsView {
  /** The pins that held in a run. */
  pins(manager: EntityManager, actor: Actor, runId: number): Promise<RunPin[]> {
    return manager.query(
      `SELECT person_key AS "personKey", CASE outcome WHEN 'leaving' THEN 'leave' ELSE 'seat' END AS kind,
              unit_code AS "unitCode", position_code AS "positionCode"
       FROM proposals WHERE province_code = $1 AND run_id = $2 AND pinned
       UNION ALL
       SELECT person_key, 'forbid', place->>'unitCode', place->>'positionCode'
       FROM proposals, jsonb_array_elements(kept_away) AS place
       WHERE province_code = $1 AND run_id = $2`,
      [actor.provinceCode, runId],
    );
  }

  /** Seats that the registry has on a day. */
  seatsOn(manager: EntityManager, actor: Actor, day: Day): Promise<SeatFact[]> {
    return manager.query(
      `SELECT unit.code AS "unitCode", position.code AS "positionCode", seat.seats, seat.required
       FROM establishments seat
       JOIN units unit ON unit.province_code = $1 AND unit.id = seat.unit_id
       JOIN positions position ON position.province_code = $1 AND position.id = seat.position_id
       WHERE seat.province_code = $1 AND seat.starts_on <= $2 AND (seat.ends_on IS NULL OR seat.ends_on > $2)`,
      [actor.provinceCode, day],
    );
  }
}
