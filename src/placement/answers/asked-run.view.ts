import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pinsMarkSql } from '../../scenario/pin.store.js';
import type { Actor } from '../../shared/actor.js';
import type { HeldUnit } from '../held-units.rules.js';
import type { LevelVector } from '../placement.model.js';
import type { PlacementOptions } from '../options.js';
import type { PricedProposal } from '../price/priced-run.js';

/** A run as questions find it. */
export interface AskedRun {
  readonly scenarioId: number;
  readonly kind: PlacementOptions['kind'];
  readonly status: string;
  readonly inputHash: string;
  readonly levels: LevelVector;
  /** null = the run is not limited to signed rosters. */
  readonly held: readonly HeldUnit[] | null;
  /** Something was asked beyond the levels. */
  readonly hasConditions: boolean;
  /** Changes whenever a pin of the scenario does. */
  readonly pinsMark: string;
  /** The pins of now are not those of the run. Always false to whoever does not see all pins. */
  readonly pinsChanged: boolean;
}

/** Read-only: what questions about a stored run need. */
@Injectable()
export class AskedRunView {
  async find(manager: EntityManager, actor: Actor, runId: number): Promise<AskedRun | null> {
    const [run] = await manager.query<AskedRun[]>(
      `SELECT scenario_id AS "scenarioId", kind, status, input_hash AS "inputHash", levels,
         jsonb_exists(options, 'side') OR jsonb_exists(options, 'keep') AS "hasConditions",
         options->'signed'->'held' AS held,
         ${pinsMarkSql('run.scenario_id')} AS "pinsMark",
         coalesce(current_setting('bo_tri.wide', true) = 'on' AND pins_mark <> ${pinsMarkSql('run.scenario_id')},
           false) AS "pinsChanged"
       FROM placement_runs run WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, runId],
    );
    return run ?? null;
  }

  /** People whom the plan must not name to this actor: migration 14. */
  async closed(manager: EntityManager, runId: number): Promise<ReadonlySet<number>> {
    const rows = await manager.query<{ staffId: number }[]>(
      `SELECT closed_people($1) AS "staffId"`,
      [runId],
    );
    return new Set(rows.map(({ staffId }) => staffId));
  }

  proposals(manager: EntityManager, actor: Actor, runId: number): Promise<PricedProposal[]> {
    return manager.query(
      `SELECT person_key AS "personKey", outcome, unit_code AS "unitCode", position_code AS "positionCode",
              movement, terms, reason
       FROM proposals WHERE province_code = $1 AND run_id = $2`,
      [actor.provinceCode, runId],
    );
  }

  async potentials(
    manager: EntityManager,
    actor: Actor,
    runId: number,
  ): Promise<readonly Float64Array[]> {
    const [row] = await manager.query<{ potentials: Buffer }[]>(
      `SELECT potentials FROM placement_runs WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, runId],
    );
    return row ? potentialsFrom(row.potentials) : [];
  }
}

/** As `RunStore` writes them: the number of levels, then little-endian doubles level after level. */
export function potentialsFrom(bytes: Buffer): Float64Array[] {
  const levels = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
  if (levels === 0) return [];
  const nodes = (bytes.length - 4) / 8 / levels;
  return Array.from({ length: levels }, (_, level) =>
    Float64Array.from({ length: nodes }, (_zero, node) =>
      bytes.readDoubleLE(4 + 8 * (level * nodes + node)),
    ),
  );
}
