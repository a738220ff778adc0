import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';

export interface UnitSuccession {
  readonly oldCode: string;
  readonly newCode: string;
  readonly kind: 'whole' | 'part' | 'remainder';
  readonly share: number | null;
  readonly main: boolean;
  readonly basis: string;
}

/** Table `unit_successions`. */
@Injectable()
export class SuccessionStore {
  /** From units that end on the day to units that are in force on it. @returns rows written. */
  async insert(
    manager: EntityManager,
    actor: Actor,
    { rows, effectiveOn }: { readonly rows: readonly UnitSuccession[]; readonly effectiveOn: Day },
  ): Promise<number> {
    const written = await manager.query<unknown[]>(
      `INSERT INTO unit_successions (province_code, old_unit_id, new_unit_id, kind, share, main, effective_on,
                                     legal_basis)
       SELECT $1, old.id, new.id, row.kind, row.share, row.main, $2, row.basis
       FROM jsonb_to_recordset($3) AS row ("oldCode" text, "newCode" text, kind text, share double precision,
              main boolean, basis text)
       JOIN units old ON old.province_code = $1 AND old.code = row."oldCode" AND old.ends_on = $2
       JOIN units new ON new.province_code = $1 AND new.code = row."newCode" AND new.starts_on <= $2
         AND (new.ends_on IS NULL OR new.ends_on > $2)
       RETURNING id`,
      [actor.provinceCode, effectiveOn, JSON.stringify(rows)],
    );
    return written.length;
  }

  /** Removes those of a day: only to take a merger back. */
  async removeEffectiveOn(
    manager: EntityManager,
    actor: Actor,
    { oldCodes, effectiveOn }: { readonly oldCodes: readonly string[]; readonly effectiveOn: Day },
  ): Promise<void> {
    await manager.query(
      `DELETE FROM unit_successions USING units old
       WHERE unit_successions.province_code = $1 AND effective_on = $2
         AND old.province_code = $1 AND old.id = unit_successions.old_unit_id AND old.code = ANY ($3)`,
      [actor.provinceCode, effectiveOn, oldCodes],
    );
  }
}
