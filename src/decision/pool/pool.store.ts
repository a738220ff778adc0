import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Ranked, RankingCriterion } from '../../rules/ranking.rules.js';
import type { Actor } from '../../shared/actor.js';
import type { PoolLine, Refusal } from './pool.js';

/** A register as it was locked. */
export interface LockedRegister {
  readonly id: number;
  readonly runId: number;
  readonly positionCode: string;
  readonly people: number;
  readonly hash: string;
  readonly lockedName: string;
  readonly lockedAt: string;
}

/** One's own line of a locked register. */
export type OwnLine = LockedRegister &
  Pick<Ranked<unknown>, 'rank' | 'tied' | 'partedBy'> & {
    readonly values: Readonly<Record<RankingCriterion, number>>;
  };

interface NewRegister {
  readonly scenarioId: number;
  readonly runId: number;
  readonly positionCode: string;
  readonly rules: object;
  readonly hash: string;
  readonly lines: readonly PoolLine[];
}

/** Somebody of the pool as the run has them, with the ratings of the registry. */
export interface PooledRow {
  readonly staffId: number;
  readonly key: string;
  readonly unitCode: string | null;
  readonly positionCode: string;
  readonly ratings: Readonly<Record<string, string>>;
}

/** Tables `ranking_registers`, `ranking_lines`, `pool_refusals`, and who has no seat. */
@Injectable()
export class PoolStore {
  /** People without a seat whom the run may name to the actor, by key. */
  pooled(manager: EntityManager, actor: Actor, runId: number): Promise<PooledRow[]> {
    return manager.query(
      `SELECT line.staff_id AS "staffId", line.person_key AS key, line.unit_code AS "unitCode",
         coalesce(line.position_code, '') AS "positionCode", coalesce(rated.ratings, '{}') AS ratings
       FROM proposals line
       JOIN staff s ON s.province_code = $1 AND s.id = line.staff_id
       LEFT JOIN LATERAL (
         SELECT jsonb_object_agg(r.year::text, a.target_code) AS ratings FROM staff_ratings r
         JOIN aliases a ON a.province_code = r.province_code AND a.kind = 'rating'
           AND folded(a.spelling) = folded(r.rating)
         WHERE r.province_code = $1 AND r.staff_id = s.id
       ) rated ON true
       WHERE line.province_code = $1 AND line.run_id = $2 AND line.outcome = 'surplus'
         AND line.staff_id NOT IN (SELECT closed_people($2))
       ORDER BY line.person_key COLLATE "C"`,
      [actor.provinceCode, runId],
    );
  }

  async lock(manager: EntityManager, actor: Actor, register: NewRegister): Promise<void> {
    const { scenarioId, runId, positionCode, rules, hash, lines } = register;
    const [made] = await manager.query<{ id: number }[]>(
      `INSERT INTO ranking_registers (province_code, scenario_id, run_id, position_code, people, rules, hash, locked_by,
         locked_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        ...[actor.provinceCode, scenarioId, runId, positionCode, lines.length],
        ...[JSON.stringify(rules), hash, actor.id, actor.name],
      ],
    );
    const rows = lines.map(({ person, rank, tied, partedBy, values }) => ({
      ...{ staffId: person.staffId, rank, tied, partedBy, values },
    }));
    await manager.query(
      `INSERT INTO ranking_lines (province_code, register_id, staff_id, rank, tied, parted_by, "values")
       SELECT $1, $2, "staffId", rank, tied, "partedBy", "values"
       FROM jsonb_to_recordset($3) AS row ("staffId" bigint, rank integer, tied boolean, "partedBy" text, "values" jsonb)`,
      [actor.provinceCode, made?.id, JSON.stringify(rows)],
    );
  }

  /** The newest first. */
  registers(manager: EntityManager, actor: Actor, scenarioId: number): Promise<LockedRegister[]> {
    return manager.query(
      `SELECT ${REGISTER} FROM ranking_registers r WHERE r.province_code = $1 AND r.scenario_id = $2 ORDER BY r.id DESC`,
      [actor.provinceCode, scenarioId],
    );
  }

  /** One's own lines, and nobody else's; the newest first. */
  linesOf(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, staffId }: { readonly scenarioId: number; readonly staffId: number },
  ): Promise<OwnLine[]> {
    return manager.query(
      `SELECT ${REGISTER}, line.rank, line.tied, line.parted_by AS "partedBy", line."values"
       FROM ranking_lines line
       JOIN ranking_registers r ON r.province_code = line.province_code AND r.id = line.register_id
       WHERE line.province_code = $1 AND r.scenario_id = $2 AND line.staff_id = $3 ORDER BY r.id DESC`,
      [actor.provinceCode, scenarioId, staffId],
    );
  }

  async refuse(
    manager: EntityManager,
    actor: Actor,
    {
      scenarioId,
      refusal,
    }: {
      readonly scenarioId: number;
      readonly refusal: Omit<Refusal, 'recordedName' | 'recordedAt'>;
    },
  ): Promise<void> {
    const { staffId, communeCode, positionCode, code, note } = refusal;
    await manager.query(
      `INSERT INTO pool_refusals (province_code, scenario_id, staff_id, commune_code, position_code, code, note,
         recorded_by, recorded_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[actor.provinceCode, scenarioId, staffId, communeCode, positionCode, code, note],
        ...[actor.id, actor.name],
      ],
    );
  }

  /** The oldest first. */
  refusals(manager: EntityManager, actor: Actor, scenarioId: number): Promise<Refusal[]> {
    return manager.query(
      `SELECT staff_id AS "staffId", commune_code AS "communeCode", position_code AS "positionCode", code, note,
         recorded_name AS "recordedName", to_json(recorded_at)#>>'{}' AS "recordedAt"
       FROM pool_refusals WHERE province_code = $1 AND scenario_id = $2 ORDER BY id`,
      [actor.provinceCode, scenarioId],
    );
  }
}

const REGISTER = `r.id, r.run_id AS "runId", r.position_code AS "positionCode", r.people, r.hash,
  r.locked_name AS "lockedName", to_json(r.locked_at)#>>'{}' AS "lockedAt"`;
