import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '../shared/day.js';
import type { KnownKey } from './law-version.js';

const COLUMNS = `key, pack_key AS pack, kind, by_unit AS "byUnit", name_vi AS "nameVi", name_en AS "nameEn"`;

/** Table `law_keys`, and whether a unit is one of the province. */
@Injectable()
export class LawKeyStore {
  all(manager: EntityManager): Promise<KnownKey[]> {
    return manager.query(`SELECT ${COLUMNS} FROM law_keys ORDER BY pack_key, key`);
  }

  async find(manager: EntityManager, key: string): Promise<KnownKey | null> {
    const [found] = await manager.query<KnownKey[]>(
      `SELECT ${COLUMNS} FROM law_keys WHERE key = $1`,
      [key],
    );
    return found ?? null;
  }

  async hasUnit(
    manager: EntityManager,
    provinceCode: string,
    unit: { readonly code: string; readonly on: Day },
  ): Promise<boolean> {
    const found = await manager.query<unknown[]>(
      `SELECT 1 FROM units WHERE province_code = $1 AND code = $2 AND (ends_on IS NULL OR $3 < ends_on) LIMIT 1`,
      [provinceCode, unit.code, unit.on],
    );
    return found.length > 0;
  }
}
