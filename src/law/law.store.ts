import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ParameterPack } from '../rules/parameter-pack.js';
import type { ParameterRow } from '../rules/parameters.js';
import type { Day } from '../shared/day.js';
import type { StandingRow, VersionPlan } from './versions.plan.js';

interface StoredParameter extends Omit<ParameterRow, 'source'> {
  readonly sourceDocument: string;
  readonly sourceArticle: string | null;
  readonly sourceOn: Day | null;
}

interface Stamps {
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly supersededAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: string | null;
  /** Where the official text was read. */
  readonly confirmedNote: string | null;
}

/** A row with who wrote it when, and whether it still stands. */
export interface ParameterVersion extends ParameterRow, Stamps {}

const COLUMNS = `p.key, p.value, p.scope, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn",
  p.source_document AS "sourceDocument", p.source_article AS "sourceArticle", p.source_on::text AS "sourceOn",
  CASE WHEN c.key IS NULL THEN p.evidence ELSE 'confirmed' END AS evidence, coalesce(p.note, '') AS note`;

/** A confirmation holds for one value: where a newer version has another, it counts for nothing. */
const FROM = `FROM law_parameters p LEFT JOIN law_confirmations c
  ON c.province_code = current_setting('bo_tri.province', true) AND c.key = p.key AND c.scope = p.scope
  AND c.starts_on = p.starts_on AND c.value = p.value`;

/** Tables `law_packs`, `law_parameters` and `law_confirmations`. */
@Injectable()
export class LawStore {
  /** Adds what is not there yet; a parameter that the province has edited is never overwritten. @returns rows added. */
  async addPack(manager: EntityManager, pack: ParameterPack): Promise<number> {
    await manager.query(
      `INSERT INTO law_packs (key, name) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING`,
      [pack.pack, pack.name],
    );
    const added = await manager.query<unknown[]>(
      `INSERT INTO law_parameters (pack_key, key, value, scope, starts_on, ends_on,
                                   source_document, source_article, source_on, evidence, note)
       SELECT $1, row.key, row.value, row.scope, row.starts_on, row.ends_on,
              row.source_document, row.source_article, row.source_on, row.evidence, row.note
       FROM jsonb_to_recordset($2) AS row (key text, value jsonb, scope text, starts_on date, ends_on date,
              source_document text, source_article text, source_on date, evidence text, note text)
       ON CONFLICT DO NOTHING RETURNING id`,
      [pack.pack, JSON.stringify(pack.parameters.map(columnsOf))],
    );
    return added.length;
  }

  async all(manager: EntityManager): Promise<ParameterRow[]> {
    const rows = await manager.query<StoredParameter[]>(
      `SELECT ${COLUMNS} ${FROM} WHERE p.superseded_at IS NULL ORDER BY p.key, p.scope, p.starts_on`,
    );
    return rows.map(rowOf);
  }

  /** All that was ever said of a key, the newest first. */
  async versions(manager: EntityManager, key: string): Promise<ParameterVersion[]> {
    const rows = await manager.query<(StoredParameter & Stamps)[]>(
      `SELECT ${COLUMNS}, p.recorded_at AS "recordedAt", p.recorded_by AS "recordedBy",
         p.superseded_at AS "supersededAt", c.confirmed_at AS "confirmedAt", c.confirmed_by AS "confirmedBy",
         c.note AS "confirmedNote"
       ${FROM} WHERE p.key = $1 ORDER BY p.superseded_at IS NOT NULL, p.scope, p.starts_on DESC, p.id DESC`,
      [key],
    );
    return rows.map(rowOf);
  }

  /** The rows of a key and scope that stand, locked until the end of the transaction. */
  async standing(manager: EntityManager, key: string, scope: string): Promise<StandingRow[]> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`law ${scope} ${key}`]);
    const rows = await manager.query<(StoredParameter & { readonly id: string })[]>(
      `SELECT p.id, ${COLUMNS} ${FROM}
       WHERE p.key = $1 AND p.scope = $2 AND p.superseded_at IS NULL ORDER BY p.id`,
      [key, scope],
    );
    return rows.map((row) => ({ ...rowOf(row), id: Number(row.id) }));
  }

  /** @returns false where the value was confirmed before. */
  async confirm(
    manager: EntityManager,
    provinceCode: string,
    { key, scope, startsOn, value }: ParameterRow,
    by: { readonly account: string; readonly note: string },
  ): Promise<boolean> {
    const added = await manager.query<unknown[]>(
      `INSERT INTO law_confirmations (province_code, key, scope, starts_on, value, confirmed_by, note)
       VALUES ($1, $2, $3, $4, $5, $6, nullif($7, '')) ON CONFLICT DO NOTHING RETURNING key`,
      [provinceCode, key, scope, startsOn, JSON.stringify(value), by.account, by.note],
    );
    return added.length > 0;
  }

  /** Writes what `planVersion` says; the pack is that of the key. @returns ids of the rows added. */
  async apply(
    manager: EntityManager,
    { supersede, add }: VersionPlan,
    recordedBy: string,
  ): Promise<number[]> {
    await this.supersede(
      manager,
      supersede.map(({ id }) => id),
    );
    const added = await manager.query<{ id: string }[]>(
      `INSERT INTO law_parameters (pack_key, key, value, scope, starts_on, ends_on, source_document, source_article,
                                   source_on, evidence, note, recorded_by)
       SELECT (SELECT k.pack_key FROM law_keys k WHERE k.key = row.key), row.key, row.value, row.scope,
              row.starts_on, row.ends_on, row.source_document, row.source_article, row.source_on, row.evidence,
              row.note, $2
       FROM jsonb_to_recordset($1) AS row (key text, value jsonb, scope text, starts_on date, ends_on date,
              source_document text, source_article text, source_on date, evidence text, note text) RETURNING id`,
      [JSON.stringify(add.map(columnsOf)), recordedBy],
    );
    return added.map(({ id }) => Number(id));
  }

  /** All rows that stand, of every key and scope. */
  async allStanding(manager: EntityManager): Promise<StandingRow[]> {
    const rows = await manager.query<(StoredParameter & { readonly id: string })[]>(
      `SELECT p.id, ${COLUMNS} ${FROM} WHERE p.superseded_at IS NULL ORDER BY p.key, p.scope, p.starts_on`,
    );
    return rows.map((row) => ({ ...rowOf(row), id: Number(row.id) }));
  }

  /** Of the rows those for which a newer one stands. */
  async supersededOf(
    manager: EntityManager,
    ids: readonly number[],
  ): Promise<{ readonly id: number; readonly key: string }[]> {
    const rows = await manager.query<{ id: string; key: string }[]>(
      `SELECT id, key FROM law_parameters WHERE id = ANY($1::bigint[]) AND superseded_at IS NOT NULL ORDER BY key, id`,
      [ids],
    );
    return rows.map(({ id, key }) => ({ key, id: Number(id) }));
  }

  async supersede(manager: EntityManager, ids: readonly number[]): Promise<void> {
    await manager.query(
      `UPDATE law_parameters SET superseded_at = now() WHERE id = ANY($1::bigint[])`,
      [ids],
    );
  }

  /** Says again what older rows said, as new rows: what was superseded stays so. */
  async sayAgain(
    manager: EntityManager,
    ids: readonly number[],
    recordedBy: string,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO law_parameters (pack_key, key, value, scope, starts_on, ends_on, source_document, source_article,
                                   source_on, evidence, note, recorded_by)
       SELECT pack_key, key, value, scope, starts_on, ends_on, source_document, source_article, source_on, evidence,
              note, $2
       FROM law_parameters WHERE id = ANY($1::bigint[]) ORDER BY id`,
      [ids, recordedBy],
    );
  }
}

function rowOf<R extends StoredParameter>({
  sourceDocument,
  sourceArticle,
  sourceOn,
  ...row
}: R): Omit<R, 'sourceDocument' | 'sourceArticle' | 'sourceOn'> & Pick<ParameterRow, 'source'> {
  return {
    ...row,
    source: { document: sourceDocument, article: sourceArticle ?? '', date: sourceOn ?? '' },
  };
}

function columnsOf(row: ParameterRow): Record<string, unknown> {
  return {
    key: row.key,
    value: row.value,
    scope: row.scope,
    starts_on: row.startsOn,
    ends_on: row.endsOn,
    source_document: row.source.document,
    source_article: row.source.article || null,
    source_on: row.source.date || null,
    evidence: row.evidence,
    note: row.note,
  };
}
