import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ParameterRow } from '../rules/parameters.js';
import type { Actor } from '../shared/actor.js';
import type { DraftState } from './law-draft.entity.js';

export interface Draft {
  readonly id: number;
  readonly name: string;
  readonly state: DraftState;
  readonly rows: readonly ParameterRow[];
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
}

const COLUMNS = `id::integer AS id, name, state, rows, version, created_at AS "createdAt", created_by AS "createdBy",
  settled_at AS "settledAt", settled_by AS "settledBy"`;

/** Table `law_drafts`. */
@Injectable()
export class LawDraftStore {
  all(manager: EntityManager, { provinceCode }: Actor): Promise<Draft[]> {
    return manager.query(
      `SELECT ${COLUMNS} FROM law_drafts WHERE province_code = $1 ORDER BY (state = 'draft') DESC, id DESC`,
      [provinceCode],
    );
  }

  /** @param lock whoever goes on to write keeps others out until the end of the transaction. */
  async find(
    manager: EntityManager,
    { provinceCode }: Actor,
    { id, lock = false }: { readonly id: number; readonly lock?: boolean },
  ): Promise<Draft | null> {
    const [found] = await manager.query<Draft[]>(
      `SELECT ${COLUMNS} FROM law_drafts WHERE province_code = $1 AND id = $2 ${lock ? 'FOR UPDATE' : ''}`,
      [provinceCode, id],
    );
    return found ?? null;
  }

  async add(manager: EntityManager, actor: Actor, name: string): Promise<number> {
    const [made] = await manager.query<{ id: number }[]>(
      `INSERT INTO law_drafts (province_code, name, created_by) VALUES ($1, $2, $3) RETURNING id::integer AS id`,
      [actor.provinceCode, name, actor.id],
    );
    return made?.id ?? 0;
  }

  async setRows(
    manager: EntityManager,
    { provinceCode }: Actor,
    draft: { readonly id: number; readonly rows: readonly ParameterRow[] },
  ): Promise<void> {
    await manager.query(
      `UPDATE law_drafts SET rows = $3, version = version + 1 WHERE province_code = $1 AND id = $2`,
      [provinceCode, draft.id, JSON.stringify(draft.rows)],
    );
  }

  async settle(
    manager: EntityManager,
    actor: Actor,
    { id, state }: { readonly id: number; readonly state: Exclude<DraftState, 'draft'> },
  ): Promise<void> {
    await manager.query(
      `UPDATE law_drafts SET state = $3, version = version + 1, settled_at = now(), settled_by = $4
       WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id, state, actor.id],
    );
  }
}
