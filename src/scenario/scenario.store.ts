import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Classification } from './classification.js';
import { type Scenario, type ScenarioState, STATE_NAMES } from './scenario.js';

const SELECT = `SELECT id, name, description, state, effective_on::text AS "effectiveOn",
  rules_on::text AS "rulesOn", facts_hash AS "factsHash", classification, chosen_run_id AS "chosenRunId", version,
  to_json(created_at)#>>'{}' AS "createdAt", to_json(applied_at)#>>'{}' AS "appliedAt", changed_by AS "changedBy",
  to_json(changed_at)#>>'{}' AS "changedAt", changed_what AS "changedWhat", submitted_by AS "submittedBy",
  to_json(submitted_at)#>>'{}' AS "submittedAt", approved_by AS "approvedBy", to_json(approved_at)#>>'{}' AS "approvedAt",
  approved_hash AS "approvedHash"
  FROM scenarios WHERE province_code = $1`;

/** Every change raises the version and says who did what: whoever comes too late is told. */
const CHANGED = (by: number, what: number): string =>
  `version = version + 1, changed_by = $${by}, changed_at = now(), changed_what = $${what}`;

/** Table `scenarios`. */
@Injectable()
export class ScenarioStore {
  async insert(
    manager: EntityManager,
    actor: Actor,
    scenario: Pick<Scenario, 'name' | 'description' | 'effectiveOn' | 'rulesOn' | 'factsHash'> & {
      readonly classification?: Classification;
    },
  ): Promise<number> {
    const [created] = await manager.query<{ id: number }[]>(
      `INSERT INTO scenarios (province_code, name, description, state, effective_on, rules_on, facts_hash, classification)
       VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7) ON CONFLICT (province_code, name) DO NOTHING RETURNING id`,
      [
        actor.provinceCode,
        scenario.name,
        scenario.description,
        scenario.effectiveOn,
        scenario.rulesOn,
        scenario.factsHash,
        scenario.classification ?? 'none',
      ],
    );
    return created?.id ?? 0;
  }

  list(manager: EntityManager, actor: Actor): Promise<Scenario[]> {
    return manager.query(`${SELECT} ORDER BY id`, [actor.provinceCode]);
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<Scenario | null> {
    const [found] = await manager.query<Scenario[]>(`${SELECT} AND id = $2`, [
      actor.provinceCode,
      id,
    ]);
    return found ?? null;
  }

  /** As `find`, and nobody else changes it before the transaction ends. */
  async findLocked(manager: EntityManager, actor: Actor, id: number): Promise<Scenario | null> {
    const [found] = await manager.query<Scenario[]>(`${SELECT} AND id = $2 FOR UPDATE`, [
      actor.provinceCode,
      id,
    ]);
    return found ?? null;
  }

  /** With its facts and pins. */
  async remove(manager: EntityManager, actor: Actor, id: number): Promise<void> {
    await manager.query('DELETE FROM scenarios WHERE province_code = $1 AND id = $2', [
      actor.provinceCode,
      id,
    ]);
  }

  async setState(
    manager: EntityManager,
    actor: Actor,
    { id, state }: { readonly id: number; readonly state: ScenarioState },
  ): Promise<void> {
    await manager.query(
      `UPDATE scenarios SET state = $3, ${CHANGED(4, 5)},
         applied_at = CASE WHEN $3 = 'applied' THEN now() END
       WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id, state, actor.name, `chuyển phương án sang "${STATE_NAMES[state]}"`],
    );
  }

  /** Who submits, and when the days to answer begin; an earlier approval is of another content. */
  async submit(
    manager: EntityManager,
    actor: Actor,
    { id, runId }: { readonly id: number; readonly runId: number | null },
  ): Promise<void> {
    await manager.query(
      `UPDATE scenarios SET chosen_run_id = coalesce($3, chosen_run_id), submitted_by = $4, submitted_at = now(),
         approved_by = NULL, approved_at = NULL, approved_hash = NULL
       WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id, runId, actor.id],
    );
  }

  /** Whether a run is one of the scenario. */
  async hasRun(
    manager: EntityManager,
    actor: Actor,
    { id, runId }: { readonly id: number; readonly runId: number },
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT FROM placement_runs WHERE province_code = $1 AND scenario_id = $2 AND id = $3',
      [actor.provinceCode, id, runId],
    );
    return rows.length > 0;
  }

  async approve(
    manager: EntityManager,
    actor: Actor,
    { id, runId, hash }: { readonly id: number; readonly runId: number; readonly hash: string },
  ): Promise<void> {
    await manager.query(
      `UPDATE scenarios SET state = 'approved', chosen_run_id = $3, approved_by = $4, approved_at = now(),
         approved_hash = $5, ${CHANGED(6, 7)}
       WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id, runId, actor.id, hash, actor.name, 'phê duyệt phương án'],
    );
  }

  /** @returns false = another plan has the name; nothing is changed then. */
  async setWords(
    manager: EntityManager,
    actor: Actor,
    { id, name, description }: Pick<Scenario, 'id' | 'name' | 'description'>,
  ): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      `UPDATE scenarios SET name = $3, description = $4, ${CHANGED(5, 6)}
       WHERE province_code = $1 AND id = $2 AND NOT EXISTS
         (SELECT FROM scenarios other WHERE other.province_code = $1 AND other.name = $3 AND other.id <> $2)`,
      [actor.provinceCode, id, name, description, actor.name, 'đổi tên, mô tả'],
    );
    return count > 0;
  }

  async setClassification(
    manager: EntityManager,
    actor: Actor,
    { id, classification }: Pick<Scenario, 'id' | 'classification'>,
  ): Promise<void> {
    await manager.query(
      `UPDATE scenarios SET classification = $3, ${CHANGED(4, 5)} WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id, classification, actor.name, 'đổi độ mật'],
    );
  }

  /** The facts are others now; those of the beginning are remembered by their hash. */
  async setFacts(
    manager: EntityManager,
    actor: Actor,
    { id, factsHash, what }: Pick<Scenario, 'id' | 'factsHash'> & { readonly what: string },
  ): Promise<void> {
    await manager.query(
      `UPDATE scenarios SET frozen_hash = coalesce(frozen_hash, facts_hash), facts_hash = $3, ${CHANGED(4, 5)}
       WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id, factsHash, actor.name, what],
    );
  }

  /** What stands under the scenario has changed. */
  async touch(
    manager: EntityManager,
    actor: Actor,
    { id, what }: { readonly id: number; readonly what: string },
  ): Promise<void> {
    await manager.query(
      `UPDATE scenarios SET ${CHANGED(3, 4)} WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id, actor.name, what],
    );
  }
}
