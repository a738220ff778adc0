import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { LetterKind } from './letter.js';

export interface StoredTemplate {
  readonly kind: LetterKind;
  readonly version: number;
  readonly name: string;
  readonly hash: string;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
}

/** Table `letter_templates`. */
@Injectable()
export class LetterTemplateStore {
  /** The newest of each kind. */
  list(manager: EntityManager, actor: Actor): Promise<StoredTemplate[]> {
    return manager.query<StoredTemplate[]>(
      `SELECT DISTINCT ON (kind) kind, version, name, hash, uploaded_by AS "uploadedBy",
         to_json(uploaded_at)#>>'{}' AS "uploadedAt"
       FROM letter_templates WHERE province_code = $1 ORDER BY kind, version DESC`,
      [actor.provinceCode],
    );
  }

  /** @param version null = the newest. */
  async find(
    manager: EntityManager,
    actor: Actor,
    { kind, version }: { readonly kind: LetterKind; readonly version: number | null },
  ): Promise<{ readonly version: number; readonly file: Buffer } | null> {
    const [found] = await manager.query<{ version: number; file: Buffer }[]>(
      `SELECT version, file FROM letter_templates
       WHERE province_code = $1 AND kind = $2 AND ($3::integer IS NULL OR version = $3)
       ORDER BY version DESC LIMIT 1`,
      [actor.provinceCode, kind, version],
    );
    return found ?? null;
  }

  /** @returns the version that it became. */
  async add(
    manager: EntityManager,
    actor: Actor,
    template: Pick<StoredTemplate, 'kind' | 'name' | 'hash'> & { readonly file: Buffer },
  ): Promise<number> {
    // One after the other, so that two who send at once get two versions.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [
      `letter-template/${actor.provinceCode}/${template.kind}`,
    ]);
    const [row] = await manager.query<{ version: number }[]>(
      `INSERT INTO letter_templates (province_code, kind, version, name, file, hash, uploaded_by)
       SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6
       FROM letter_templates WHERE province_code = $1 AND kind = $2 RETURNING version`,
      [
        ...[actor.provinceCode, template.kind, template.name, template.file],
        ...[template.hash, actor.id],
      ],
    );
    return row?.version ?? 0;
  }
}
