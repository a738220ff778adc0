import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';

export interface Alias {
  readonly kind: string;
  readonly spelling: string;
  readonly targetCode: string;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
}

const SELECT = `SELECT kind, spelling, target_code AS "targetCode", starts_on::text AS "startsOn",
  ends_on::text AS "endsOn" FROM aliases`;

/** Table `aliases`: other spellings of units, positions, degrees, ratings and ranks, with the span in which they held. */
@Injectable()
export class AliasStore {
  async add(manager: EntityManager, actor: Actor, aliases: readonly Alias[]): Promise<void> {
    await manager.query(
      `INSERT INTO aliases (province_code, kind, spelling, target_code, starts_on, ends_on)
       SELECT $1, kind, spelling, "targetCode", "startsOn", "endsOn"
       FROM jsonb_to_recordset($2) AS row (kind text, spelling text, "targetCode" text, "startsOn" date, "endsOn" date)
       ON CONFLICT DO NOTHING`,
      [actor.provinceCode, JSON.stringify(aliases)],
    );
  }

  /** Of any day. */
  all(manager: EntityManager, actor: Actor): Promise<Alias[]> {
    return manager.query(`${SELECT} WHERE province_code = $1`, [actor.provinceCode]);
  }

  inForceOn(manager: EntityManager, actor: Actor, day: Day): Promise<Alias[]> {
    return manager.query(
      `${SELECT}
       WHERE province_code = $1 AND (starts_on IS NULL OR starts_on <= $2) AND (ends_on IS NULL OR ends_on > $2)
       ORDER BY kind, spelling, target_code`,
      [actor.provinceCode, day],
    );
  }
}
