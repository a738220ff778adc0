import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PinFact } from '../scenario/facts.js';
import { pinsMarkSql } from '../scenario/pin.store.js';
import type { Actor } from '../shared/actor.js';
import { inParts, WRITTEN_AT_ONCE } from '../shared/in-parts.js';
import type { PlacementBreach } from './breach.js';
import type { PlacementOptions } from './options.js';
import type { StoredOptions } from './run-conditions.js';
import type { LevelVector } from './placement.model.js';
import type { Proposal } from './place.js';

/** A stored run of the engine. */
export interface PlacementRun {
  readonly id: number;
  readonly scenarioId: number;
  readonly kind: PlacementOptions['kind'];
  readonly inputHash: string;
  readonly engineVersion: string;
  readonly status: string;
  readonly proven: boolean;
  readonly levels: LevelVector;
  readonly breaches: readonly PlacementBreach[];
  /** What nothing lawful can beat, as far as it is known; null = the run is by a rule and has none. */
  readonly bound: Bound | null;
  /** How far the run is from its bound, in units of the bound; 0 = nothing is better. */
  readonly gap: number | null;
  /** The gap, counted in people without a seat. */
  readonly gapPeople: number | null;
  readonly options: StoredOptions;
  readonly seconds: number;
  readonly createdAt: string;
  /** Which pins stood then, see `pinsMarkSql`; null = an old run that does not say. */
  readonly pinsMark: string | null;
  /** The pins of now are others. Always false to whoever does not see all pins. */
  readonly pinsChanged: boolean;
}

/** Each level by itself, or all as one blended cost. */
export type Bound = LevelVector | { readonly blended: number };

export interface NewRun extends Omit<PlacementRun, 'id' | 'createdAt' | 'pinsChanged'> {
  /** By level; the proof of the run. */
  readonly potentials: readonly Float64Array[];
  readonly proposals: readonly Proposal[];
  /** As the run knew them. */
  readonly pins: readonly PinFact[];
}

/** The options of a run; which units are held is for whoever sees the whole province. */
export function optionsSql(column: string): string {
  return `CASE WHEN current_setting('bo_tri.wide', true) = 'on' THEN ${column} ELSE ${column} #- '{signed,held}' END`;
}

const SELECT = `SELECT id, scenario_id AS "scenarioId", kind, input_hash AS "inputHash",
  engine_version AS "engineVersion", status, proven, levels, breaches, bound, gap, gap_people AS "gapPeople", ${optionsSql('options')} AS options, seconds,
  to_json(created_at)#>>'{}' AS "createdAt", pins_mark AS "pinsMark",
  coalesce(current_setting('bo_tri.wide', true) = 'on' AND pins_mark <> ${pinsMarkSql('placement_runs.scenario_id')},
    false) AS "pinsChanged"
  FROM placement_runs WHERE province_code = $1`;

interface Kept {
  readonly things: string;
  readonly columns: string;
  /** The same as they are reckoned, where one is named otherwise. */
  readonly reckoned?: string;
}

const FIGURES = `seats, required, people, seated, surplus, vacant, misfit, absent, cover, shortage`;

/** Holders are reckoned from units, cells from both. */
const KEPT: readonly Kept[] = [
  { things: 'units', columns: 'code, name, level, commune_code, commune_name, zone, border' },
  {
    things: 'holders',
    columns: `staff_id, person_key, unit_code, commune_code, position_code, block, kind, seated, fit, failed_tests, qualified,
      absent, covers, counted`,
  },
  {
    things: 'cells',
    columns: `position_code, unit_code, commune_code, zone, block, field_code, ${FIGURES}`,
    reckoned: `coalesce(position_code, ''), unit_code, commune_code, zone, block, field_code, ${FIGURES}`,
  },
];

/** Tables `placement_runs`, `proposals`, `run_units`, `run_holders` and `run_cells`. */
@Injectable()
export class RunStore {
  /** @returns the id of the run. */
  async insert(manager: EntityManager, actor: Actor, run: NewRun): Promise<number> {
    const [created] = await manager.query<{ id: number }[]>(
      `INSERT INTO placement_runs (province_code, scenario_id, kind, input_hash, engine_version, status, proven, levels,
                                   breaches, potentials, seconds, bound, gap, gap_people, pins_mark, options)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) RETURNING id`,
      [
        actor.provinceCode,
        run.scenarioId,
        run.kind,
        run.inputHash,
        run.engineVersion,
        run.status,
        run.proven,
        JSON.stringify(run.levels),
        JSON.stringify(run.breaches),
        bytesOf(run.potentials),
        run.seconds,
        run.bound === null ? null : JSON.stringify(run.bound),
        run.gap,
        run.gapPeople,
        run.pinsMark,
        JSON.stringify(run.options),
      ],
    );
    if (!created) throw new Error('INSERT … RETURNING gave no row');
    await this.insertProposals(manager, actor, { ...run, runId: created.id });
    return created.id;
  }

  private async insertProposals(
    manager: EntityManager,
    actor: Actor,
    { runId, proposals, pins }: Pick<NewRun, 'proposals' | 'pins'> & { readonly runId: number },
  ): Promise<void> {
    const kept = JSON.stringify(keptAway(pins));
    for (const part of inParts(proposals, WRITTEN_AT_ONCE))
      await manager.query(
        `INSERT INTO proposals (province_code, run_id, staff_id, person_key, outcome, unit_code, position_code, fit,
                              failed_tests, movement, pinned, terms, reason, kept_away, joint)
       SELECT $1, $2, "staffId", "personKey", outcome, "unitCode", "positionCode", fit, "failedTests", movement, pinned,
              terms, reason, coalesce(($4::jsonb)->"personKey", '[]'), joint
       FROM jsonb_to_recordset($3) AS row ("staffId" bigint, "personKey" text, outcome text, "unitCode" text,
              "positionCode" text, fit text, "failedTests" text[], movement text, pinned boolean, terms jsonb,
              reason text, joint jsonb)`,
        [actor.provinceCode, runId, JSON.stringify(part), kept],
      );
  }

  /** What the gap needs of a run, reckoned once for all its figures (migrations 144, 145); only by whoever sees all of the run. */
  async keepGap(manager: EntityManager, { provinceCode }: Actor, runId: number): Promise<void> {
    for (const { things, columns, reckoned = columns } of KEPT)
      await manager.query(
        `INSERT INTO run_${things} (province_code, run_id, ${columns})
         SELECT $1, $2, ${reckoned} FROM reckoned_${things}($1, $2, NULL)
         WHERE current_setting('bo_tri.wide', true) = 'on'`,
        [provinceCode, runId],
      );
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<PlacementRun | null> {
    const [run] = await manager.query<PlacementRun[]>(`${SELECT} AND id = $2`, [
      actor.provinceCode,
      id,
    ]);
    return run ?? null;
  }

  /** Of a scenario, oldest first; null = of all scenarios. */
  list(manager: EntityManager, actor: Actor, scenarioId: number | null): Promise<PlacementRun[]> {
    return manager.query(`${SELECT} AND ($2::bigint IS NULL OR scenario_id = $2) ORDER BY id`, [
      actor.provinceCode,
      scenarioId,
    ]);
  }

  /** People in a seat outside their successors, by the block of their old post. */
  async movedByBlock(
    manager: EntityManager,
    actor: Actor,
    runId: number,
  ): Promise<ReadonlyMap<string, number>> {
    const [run] = await manager.query<{ scenarioId: number; keys: string[] | null }[]>(
      `SELECT scenario_id AS "scenarioId",
         (SELECT array_agg(person_key) FROM proposals
          WHERE province_code = $1 AND run_id = $2 AND terms->>'moved' = '1') AS keys
       FROM placement_runs WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, runId],
    );
    const rows = await manager.query<{ block: string; moved: number }[]>(
      `SELECT fact->>'block' AS block, count(*) AS moved FROM scenario_facts
       WHERE province_code = $1 AND scenario_id = $2 AND kind = 'person' AND key = ANY ($3) GROUP BY 1`,
      [actor.provinceCode, run?.scenarioId ?? null, run?.keys ?? []],
    );
    return new Map(rows.map(({ block, moved }) => [block, moved]));
  }

  /** Where a run puts each person, without the words; by person key. */
  placements(manager: EntityManager, actor: Actor, runId: number): Promise<StoredPlacement[]> {
    return manager.query(
      `SELECT staff_id AS "staffId", person_key AS "personKey", outcome, unit_code AS "unitCode",
              position_code AS "positionCode", fit, failed_tests AS "failedTests", joint
       FROM proposals WHERE province_code = $1 AND run_id = $2 ORDER BY person_key COLLATE "C"`,
      [actor.provinceCode, runId],
    );
  }
}

/** By person, the places that pins keep from them. */
function keptAway(pins: readonly PinFact[]): Record<string, object[]> {
  const places: Record<string, object[]> = {};
  for (const pin of pins) {
    if (pin.kind !== 'forbid') continue;
    const { personKey, unitCode, positionCode } = pin;
    (places[personKey] ??= []).push({ unitCode, positionCode });
  }
  return places;
}

export type StoredPlacement = Pick<
  Proposal,
  | 'staffId'
  | 'personKey'
  | 'outcome'
  | 'unitCode'
  | 'positionCode'
  | 'fit'
  | 'failedTests'
  | 'joint'
>;

/** Node potentials, level after level, as little-endian doubles behind the number of levels. */
function bytesOf(potentials: readonly Float64Array[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(potentials.length);
  return Buffer.concat([
    head,
    ...potentials.map((level) => Buffer.from(level.buffer, level.byteOffset, level.byteLength)),
  ]);
}
