import { Injectable } from '@nestjs/common';
import type { Facets } from '../facets.js';
import { SaidBeforeView, type Editors } from '../said-before.view.js';
import type { Work } from '../sheet-kind.js';
import type { ThingRecord } from './things/thing-table.js';

/** The sheets of a merger, and the plan that they made. */
export interface SaidMerger {
  readonly scenarioId: number;
  readonly records: readonly ThingRecord[];
}

/** What senders said in their last promoted sheets. */
@Injectable()
export class SaidSheetsView {
  constructor(private readonly rosters: SaidBeforeView) {}

  /**
   * By the registry's number of the person, in the order of the sheet.
   *
   * @param ofItsDay only sheets of the batch's day count
   */
  async ofPeople<Said>(
    { manager, batch }: Work,
    { staffIds, ofItsDay }: { readonly staffIds: readonly number[]; readonly ofItsDay: boolean },
  ): Promise<ReadonlyMap<number, readonly Said[]>> {
    const said = new Map<number, Said[]>();
    if (staffIds.length === 0) return said;
    const rows = await manager.query<{ staffId: string; value: Said | null }[]>(
      `SELECT staff_id AS "staffId", record->'record'->'value' AS value FROM sheets_said_before($1, $2, $3, $4, $5)`,
      [batch.kind, batch.sender, batch.id, staffIds, ofItsDay ? batch.asOf : null],
    );
    for (const { staffId, value } of rows) {
      const own = said.get(Number(staffId)) ?? [];
      if (value !== null) own.push(value);
      said.set(Number(staffId), own);
    }
    return said;
  }

  /** Rows about units, positions, seats and norms of all promoted sheets of the sender, the oldest first. */
  async ofThings({ manager, actor, batch }: Work): Promise<readonly ThingRecord[]> {
    const rows = await manager.query<{ record: ThingRecord }[]>(
      `SELECT r.record->'record' AS record
       FROM import_batches b JOIN import_rows r ON r.province_code = b.province_code AND r.batch_id = b.id
       WHERE b.province_code = $1 AND b.kind = $2 AND b.state = 'promoted' AND b.id <> $3
         AND folded(b.sender) = folded($4) AND r.state IN ('added', 'changed', 'unchanged')
       ORDER BY b.promoted_at, b.id, r.id`,
      [actor.provinceCode, batch.kind, batch.id, batch.sender],
    );
    return rows.map(({ record }) => record);
  }

  /** Promoted merger maps of the sender for the batch's day that made a plan, the newest first. */
  async ofMergers({ manager, actor, batch }: Work): Promise<readonly SaidMerger[]> {
    return manager.query<SaidMerger[]>(
      `SELECT (max(r.before_image->>'scenarioId'))::int AS "scenarioId", json_agg(r.record->'record' ORDER BY r.id) AS records
       FROM import_batches b JOIN import_rows r ON r.province_code = b.province_code AND r.batch_id = b.id
       WHERE b.province_code = $1 AND b.kind = $2 AND b.state = 'promoted' AND b.id <> $3
         AND folded(b.sender) = folded($4) AND b.as_of = $5 AND r.state IN ('added', 'changed', 'unchanged')
       GROUP BY b.id HAVING bool_or(r.before_image IS NOT NULL) ORDER BY b.id DESC`,
      [actor.provinceCode, batch.kind, batch.id, batch.sender, batch.asOf],
    );
  }

  /** Who gave people the values that they have, by event or roster. */
  editors(
    work: Work,
    sides: readonly { readonly staffId: number; readonly known: Facets }[],
  ): Promise<ReadonlyMap<number, Editors>> {
    return this.rosters.editors(work, sides, NO_RANKS);
  }
}

/** No sheet but a roster speaks of ranks. */
const NO_RANKS: ReadonlySet<string> = new Set();
