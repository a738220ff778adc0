import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ParameterPack } from '../rules/parameter-pack.js';
import type { ParameterRow } from '../rules/parameters.js';
import type { Day } from '../shared/day.js';

interface StoredParameter extends Omit<ParameterRow, 'source'> {
  readonly sourceDocument: string;
  readonly sourceArticle: string | null;
  readonly sourceOn: Day | null;
}

const COLUMNS = `key, value, scope, starts_on::text AS "startsOn", ends_on::text AS "endsOn",
  source_document AS "sourceDocument", source_article AS "sourceArticle", source_on::text AS "sourceOn", evidence,
  coalesce(note, '') AS note`;

/** Tables `law_packs` and `law_parameters`. */
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
      `SELECT ${COLUMNS} FROM law_parameters ORDER BY key, scope, starts_on`,
    );
    return rows.map(({ sourceDocument, sourceArticle, sourceOn, ...row }) => ({
      ...row,
      source: { document: sourceDocument, article: sourceArticle ?? '', date: sourceOn ?? '' },
    }));
  }
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
