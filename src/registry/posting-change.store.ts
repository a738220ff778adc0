import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Fit } from '../rules/vocabulary.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { endsOf, removeSpans, setEnds } from './span-ends.js';

export type PostingKind = 'main' | 'concurrent' | 'seconded';

/** One posting that a decision writes. */
export interface DecidedPosting {
  readonly staffId: number;
  readonly unitId: number;
  readonly positionId: number;
  readonly kind: PostingKind;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly seated: boolean;
  readonly fit: Fit | null;
  readonly failedTests: readonly string[];
  /** The decision. */
  readonly sourceId: number;
}

/** A row whose end was changed. */
export interface ChangedEnd {
  readonly id: number;
  readonly was: Day | null;
  readonly endsOn: Day | null;
}

/** Table `postings`, one person at a time: what a decision writes and takes back. */
@Injectable()
export class PostingChangeStore {
  async insert(manager: EntityManager, actor: Actor, posting: DecidedPosting): Promise<number> {
    const [row] = await manager.query<{ id: number }[]>(
      `INSERT INTO postings (province_code, staff_id, unit_id, position_id, kind, starts_on, ends_on, seated, fit, failed_tests,
         source_kind, source_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'decision', $11) RETURNING id`,
      [
        ...[actor.provinceCode, posting.staffId, posting.unitId, posting.positionId, posting.kind],
        ...[posting.startsOn, posting.endsOn, posting.seated, posting.fit, posting.failedTests],
        posting.sourceId,
      ],
    );
    if (!row) throw new Error('the posting was not written');
    return Number(row.id);
  }

  /** Ends a person's postings of the kinds that stand on the eve of the day. */
  async endOn(
    manager: EntityManager,
    actor: Actor,
    asked: { readonly staffId: number; readonly kinds: readonly PostingKind[]; readonly day: Day },
  ): Promise<ChangedEnd[]> {
    const rows = await manager.query<{ id: number; was: Day | null }[]>(
      `SELECT id, ends_on::text AS was FROM postings
       WHERE province_code = $1 AND staff_id = $2 AND kind = ANY ($3) AND starts_on < $4
         AND (ends_on IS NULL OR ends_on > $4) ORDER BY id FOR UPDATE`,
      [actor.provinceCode, asked.staffId, asked.kinds, asked.day],
    );
    const ends = rows.map(({ id, was }) => ({ id: Number(id), was, endsOn: asked.day }));
    await this.setEnds(manager, actor, ends);
    return ends;
  }

  async setEnds(
    manager: EntityManager,
    actor: Actor,
    ends: readonly { readonly id: number; readonly endsOn: Day | null }[],
  ): Promise<void> {
    await setEnds(manager, actor, 'postings', ends);
  }

  async remove(manager: EntityManager, actor: Actor, ids: readonly number[]): Promise<void> {
    await removeSpans(manager, actor, 'postings', ids);
  }

  /** The ends that stand now, by id, locked; what is gone is not in it. */
  async endsOf(
    manager: EntityManager,
    actor: Actor,
    ids: readonly number[],
  ): Promise<Map<number, Day | null>> {
    return endsOf(manager, actor, 'postings', ids);
  }
}
