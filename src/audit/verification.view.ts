import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { APPLICATION_ROLE } from '../database/data-source.js';
import type { Actor } from '../shared/actor.js';
import { ENTRY_TEXT, type EntryText, instantText, type Seal } from './chain.js';
import type { Link } from './chain-check.js';
import type { Fault } from './faults.js';

export interface AuditCount {
  readonly entries: number;
  readonly sealed: number;
  /** Entries after the last sealed one. */
  readonly unsealed: number;
  readonly oldestUnsealedSeconds: number | null;
}

/** More are not listed one by one. */
const MOST_STRAY = 100;

const TABLES = ['audit_entries', 'audit_seals', 'audit_anchors'] as const;

/** Trigger → its table; each must be there and switched on. */
const TRIGGERS = {
  audit_entries_append_only: 'audit_entries',
  audit_entries_number: 'audit_entries',
  audit_seals_append_only: 'audit_seals',
  audit_anchors_append_only: 'audit_anchors',
} as const;

/** Reads what the verification needs; every query is one of many short transactions. */
@Injectable()
export class VerificationView {
  /** Tables that are gone, and protections that are. */
  async guardFaults(
    manager: EntityManager,
  ): Promise<{ readonly tables: readonly string[]; readonly faults: readonly Fault[] }> {
    const tables = await manager.query<{ name: string }[]>(
      `SELECT name FROM unnest($1::text[]) name WHERE to_regclass('public.' || name) IS NULL`,
      [TABLES],
    );
    if (tables.length > 0) return { tables: tables.map(({ name }) => name), faults: [] };
    const triggers = await manager.query<{ name: string }[]>(
      `SELECT name FROM unnest($1::text[], $2::text[]) wanted(name, tab)
       WHERE NOT EXISTS (SELECT FROM pg_trigger
         WHERE tgname = name AND tgrelid = to_regclass('public.' || tab) AND tgenabled IN ('O', 'A'))`,
      [Object.keys(TRIGGERS), Object.values(TRIGGERS)],
    );
    const grants = await manager.query<{ name: string }[]>(
      `SELECT name FROM unnest($1::text[]) name
       WHERE has_table_privilege($2, 'public.' || name, 'UPDATE, DELETE, TRUNCATE')
          OR has_any_column_privilege($2, 'public.' || name, 'UPDATE')`,
      [TABLES, APPLICATION_ROLE],
    );
    return { tables: [], faults: [...triggers.map(triggerFault), ...grants.map(grantFault)] };
  }

  async now(manager: EntityManager): Promise<string> {
    const sql = `SELECT ${instantText('clock_timestamp()')} AS now`;
    const [row] = await manager.query<{ now: string }[]>(sql);
    return row?.now ?? '';
  }

  /** Links after a number, each with the entry that it names. */
  async links(
    manager: EntityManager,
    { provinceCode }: Actor,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<Link[]> {
    const rows = await manager.query<(Seal & { entry: EntryText | null })[]>(
      `SELECT s.number, s.entry_id AS "entryId", ${instantText('s.sealed_at')} AS "sealedAt",
         s.key_id AS "keyId", s.seal, to_jsonb(entry) AS entry
       FROM audit_seals s
       LEFT JOIN LATERAL (SELECT ${ENTRY_TEXT} FROM audit_entries e
         WHERE e.province_code = s.province_code AND e.id = s.entry_id) entry ON true
       WHERE s.province_code = $1 AND s.number > $2 ORDER BY s.number LIMIT $3`,
      [provinceCode, after, limit],
    );
    return rows;
  }

  /** Entries without a seal among the sealed ones. */
  async strayEntries(
    manager: EntityManager,
    { provinceCode }: Actor,
    throughId: number,
  ): Promise<number[]> {
    const rows = await manager.query<{ id: number }[]>(
      `SELECT id FROM audit_entries e WHERE province_code = $1 AND id <= $2
         AND NOT EXISTS (SELECT FROM audit_seals s WHERE s.province_code = $1 AND s.entry_id = e.id)
       ORDER BY id LIMIT $3`,
      [provinceCode, throughId, MOST_STRAY],
    );
    return rows.map(({ id }) => id);
  }

  /** @param sealedThrough the entry at the end of the chain. */
  async count(
    manager: EntityManager,
    { provinceCode }: Actor,
    sealedThrough: number,
  ): Promise<AuditCount> {
    const [row] = await manager.query<AuditCount[]>(
      `SELECT count(*) AS entries, count(*) FILTER (WHERE id > $2) AS unsealed,
         (SELECT count(*) FROM audit_seals WHERE province_code = $1) AS sealed,
         extract(epoch FROM clock_timestamp() - min(at) FILTER (WHERE id > $2))::float8 AS "oldestUnsealedSeconds"
       FROM audit_entries WHERE province_code = $1`,
      [provinceCode, sealedThrough],
    );
    return row ?? { entries: 0, sealed: 0, unsealed: 0, oldestUnsealedSeconds: null };
  }

  async sealOf(
    manager: EntityManager,
    { provinceCode }: Actor,
    entryId: number,
  ): Promise<string | null> {
    const [row] = await manager.query<{ seal: string }[]>(
      `SELECT seal FROM audit_seals WHERE province_code = $1 AND entry_id = $2`,
      [provinceCode, entryId],
    );
    return row?.seal ?? null;
  }
}

function triggerFault({ name }: { readonly name: string }): Fault {
  return { kind: 'drop', entryId: null, message: `Trigger bảo vệ ${name} không còn hoặc bị tắt.` };
}

function grantFault({ name }: { readonly name: string }): Fault {
  const message = `Chương trình có quyền sửa, xóa bảng ${name}; quyền này phải được thu hồi.`;
  return { kind: 'drop', entryId: null, message };
}
