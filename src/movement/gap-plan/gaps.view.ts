import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';

/** A position in a unit, as far as plans to close its gap need it. */
export interface Gap {
  readonly communeCode: string;
  readonly communeName: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly positionCode: string;
  readonly positionName: string;
  readonly seats: number;
  readonly shortage: number;
  /** Some of its seats are. */
  readonly required: boolean;
}

/** Every cell of the day that the actor may see, required seats first; also those without a shortage. */
export function findGaps(manager: EntityManager, actor: Actor, day: Day): Promise<Gap[]> {
  return manager.query(
    `SELECT c.commune_code AS "communeCode", u.commune_name AS "communeName", c.unit_code AS "unitCode", u.name AS "unitName",
       c.position_code AS "positionCode", coalesce(p.name, c.position_code) AS "positionName", c.seats, c.shortage,
       c.required > 0 AS required
     FROM gap_cells($1, NULL, $2) c
     JOIN gap_units($1, NULL, $2) u ON u.code = c.unit_code
     LEFT JOIN gap_positions($1, NULL, $2) p ON p.code = c.position_code
     ORDER BY c.required > 0 DESC, c.unit_code COLLATE "C", c.position_code COLLATE "C"`,
    [actor.provinceCode, day],
  );
}
