import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { ENTRY_TEXT, instantText, type EntryText, type Seal } from './chain.js';

/** From here on nothing can come between the entries up to `throughId`: see `SealStore.raiseBarrier`. */
export interface Barrier {
  readonly throughId: number;
  /** The transactions that were under way with an entry. */
  readonly writers: readonly string[];
}

/** The last seal of a day. */
export interface Anchor {
  /** In Vietnam. */
  readonly day: string;
  readonly number: number;
  readonly entryId: number;
  readonly seal: string;
}

const SEAL = `s.number, s.entry_id AS "entryId", ${instantText('s.sealed_at')} AS "sealedAt", s.key_id AS "keyId", s.seal`;

/** The class of our advisory locks; 0 is held by writers (migration 9), 1 + province by the sealer. */
const LOCKS = 1763700009;

/** A row of `pg_locks` that a writer of an entry holds. */
const IS_WRITER = `locktype = 'advisory' AND classid = ${LOCKS} AND objid = 0 AND objsubid = 2
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** The chain's tables: seals and anchors. */
@Injectable()
export class SealStore {
  /** The end of the chain; null = nothing is sealed yet. */
  async last(manager: EntityManager, { provinceCode }: Actor): Promise<Seal | null> {
    const [seal] = await manager.query<Seal[]>(
      `SELECT ${SEAL} FROM audit_seals s WHERE province_code = $1 ORDER BY number DESC LIMIT 1`,
      [provinceCode],
    );
    return seal ?? null;
  }

  /**
   * Sees the newest entry and then who is under way. Every transaction takes the lock before it takes a number: one with a
   * smaller number that does not hold the lock any more has ended, and what it wrote is seen by the next statement.
   *
   * @returns null where nothing waits for its seal.
   */
  async raiseBarrier(manager: EntityManager, { provinceCode }: Actor): Promise<Barrier | null> {
    const [newest] = await manager.query<{ id: number | null }[]>(
      `SELECT max(id) AS id FROM audit_entries WHERE province_code = $1
         AND id > (SELECT coalesce(max(entry_id), 0) FROM audit_seals WHERE province_code = $1)`,
      [provinceCode],
    );
    if (!newest?.id) return null;
    const writers = await manager.query<{ writer: string }[]>(
      `SELECT virtualtransaction AS writer FROM pg_locks WHERE ${IS_WRITER}`,
    );
    return { throughId: newest.id, writers: writers.map(({ writer }) => writer) };
  }

  /** Whether every transaction that was under way when the barrier was raised has ended. */
  async isReached(manager: EntityManager, { writers }: Barrier): Promise<boolean> {
    const [row] = await manager.query<{ reached: boolean }[]>(
      `SELECT NOT EXISTS (SELECT FROM pg_locks WHERE ${IS_WRITER} AND virtualtransaction = ANY($1)) AS reached`,
      [writers],
    );
    return row?.reached === true;
  }

  /** One sealer at a time, whichever program it is in. @returns false where another one is at it. */
  async takeTurn(manager: EntityManager, { provinceCode }: Actor): Promise<boolean> {
    const [row] = await manager.query<{ mine: boolean }[]>(
      `SELECT pg_try_advisory_xact_lock(${LOCKS}, 1 + $1::integer) AS mine`,
      [provinceCode],
    );
    return row?.mine === true;
  }

  /** Entries after `afterId`, in the order of their numbers, and the database's clock. */
  async unsealed(
    manager: EntityManager,
    { provinceCode }: Actor,
    { afterId, throughId, limit }: { afterId: number; throughId: number; limit: number },
  ): Promise<readonly (EntryText & { readonly now: string })[]> {
    return manager.query(
      `SELECT ${ENTRY_TEXT}, ${instantText('clock_timestamp()')} AS now
       FROM audit_entries e WHERE province_code = $1 AND id > $2 AND id <= $3 ORDER BY id LIMIT $4`,
      [provinceCode, afterId, throughId, limit],
    );
  }

  async add(
    manager: EntityManager,
    { provinceCode }: Actor,
    seals: readonly Seal[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO audit_seals (province_code, number, entry_id, sealed_at, key_id, seal)
       SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::timestamptz[], $5::text[], $6::text[])`,
      [
        provinceCode,
        seals.map((each) => each.number),
        seals.map((each) => each.entryId),
        seals.map((each) => each.sealedAt),
        seals.map((each) => each.keyId),
        seals.map((each) => each.seal),
      ],
    );
  }

  /** The last seal made before `before` (an instant, ISO). */
  async lastBefore(
    manager: EntityManager,
    { provinceCode }: Actor,
    before: string,
  ): Promise<Seal | null> {
    const [seal] = await manager.query<Seal[]>(
      `SELECT ${SEAL} FROM audit_seals s
       WHERE s.province_code = $1 AND s.sealed_at < $2::timestamptz ORDER BY s.number DESC LIMIT 1`,
      [provinceCode, before],
    );
    return seal ?? null;
  }

  async addAnchor(manager: EntityManager, { provinceCode }: Actor, anchor: Anchor): Promise<void> {
    await manager.query(
      `INSERT INTO audit_anchors (province_code, day, number, entry_id, seal)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [provinceCode, anchor.day, anchor.number, anchor.entryId, anchor.seal],
    );
  }

  /** Oldest first. */
  async anchors(manager: EntityManager, { provinceCode }: Actor): Promise<Anchor[]> {
    return manager.query(
      `SELECT day::text AS day, number, entry_id AS "entryId", seal FROM audit_anchors
       WHERE province_code = $1 ORDER BY day, number`,
      [provinceCode],
    );
  }
}
