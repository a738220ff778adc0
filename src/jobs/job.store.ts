import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Job, JobKind, NewJob } from './job.js';

const COLUMNS = `id, kind, state, asked_by AS "askedBy", asked_by_name AS "askedByName", scenario_id AS "scenarioId",
  input, time_limit_seconds AS "timeLimitSeconds", phase, fraction, attempt, cancel_asked AS "cancelAsked",
  to_json(not_before)#>>'{}' AS "notBefore", result_id AS "resultId", error_code AS "errorCode", error, to_json(created_at)#>>'{}' AS "createdAt",
  to_json(started_at)#>>'{}' AS "startedAt", to_json(finished_at)#>>'{}' AS "finishedAt"`;

/** So often somebody may be gone without a word before a job counts as the reason. */
const MOST_LOST = 2;

/** What a ticket is made from. */
export type Waiting = Pick<Job, 'id' | 'notBefore'>;

/** The start of a job that somebody works. */
export type Held = Pick<Job, 'id' | 'attempt'>;

export interface Progress {
  readonly phase: string;
  readonly fraction: number;
}

export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** Of many jobs: all of the province that the actor sees, newest first. */
export interface JobFilter {
  readonly scenarioId?: number | undefined;
  /** Queued and running ones only. */
  readonly unfinished?: boolean | undefined;
  readonly kind?: JobKind | undefined;
  readonly limit: number;
}

/** Table `jobs`. */
@Injectable()
export class JobStore {
  async insert(manager: EntityManager, actor: Actor, job: NewJob): Promise<Job> {
    const [created] = await manager.query<Job[]>(
      `INSERT INTO jobs (province_code, kind, asked_by, asked_by_name, scenario_id, input, time_limit_seconds,
         not_before)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${COLUMNS}`,
      [
        ...[actor.provinceCode, job.kind, actor.id, actor.name],
        ...[job.scenarioId, JSON.stringify(job.input), job.timeLimitSeconds, job.notBefore ?? null],
      ],
    );
    if (!created) throw new Error('INSERT … RETURNING gave no row');
    return created;
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<Job | null> {
    const [job] = await manager.query<Job[]>(
      `SELECT ${COLUMNS} FROM jobs WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id],
    );
    return job ?? null;
  }

  list(manager: EntityManager, actor: Actor, filter: JobFilter): Promise<Job[]> {
    return manager.query(
      `SELECT ${COLUMNS} FROM jobs WHERE province_code = $1 AND ($2::bigint IS NULL OR scenario_id = $2)
         AND (NOT $3 OR finished_at IS NULL) AND ($5::text IS NULL OR kind = $5) ORDER BY jobs.id DESC LIMIT $4`,
      [
        ...[actor.provinceCode, filter.scenarioId ?? null],
        ...[filter.unfinished ?? false, filter.limit, filter.kind ?? null],
      ],
    );
  }

  /** One that waits and asks for the same: it would give the same. */
  async findWaiting(manager: EntityManager, actor: Actor, asked: NewJob): Promise<Job | null> {
    const [job] = await manager.query<Job[]>(
      `SELECT ${COLUMNS} FROM jobs WHERE province_code = $1 AND state = 'queued' AND kind = $2
         AND scenario_id IS NOT DISTINCT FROM $3 AND input = $4 AND time_limit_seconds = $5 ORDER BY jobs.id LIMIT 1`,
      [
        ...[actor.provinceCode, asked.kind, asked.scenarioId],
        ...[JSON.stringify(asked.input), asked.timeLimitSeconds],
      ],
    );
    return job ?? null;
  }

  /** Jobs that wait or run. */
  async countUnfinished(manager: EntityManager, actor: Actor): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      'SELECT count(*) AS count FROM jobs WHERE province_code = $1 AND finished_at IS NULL',
      [actor.provinceCode],
    );
    return Number(row?.count ?? 0);
  }

  /** Begins a job that waits. null = it waits no more. */
  async begin(manager: EntityManager, actor: Actor, id: number): Promise<Job | null> {
    return returned(
      await manager.query(
        `UPDATE jobs SET state = 'running', attempt = attempt + 1, started_at = now(), beat_at = now(), phase = NULL,
           fraction = 0
         WHERE province_code = $1 AND id = $2 AND state = 'queued' RETURNING ${COLUMNS}`,
        [actor.provinceCode, id],
      ),
    );
  }

  /** A sign of life. null = somebody else works it, or nobody may any more. */
  async beat(
    manager: EntityManager,
    actor: Actor,
    { held, progress }: { readonly held: Held; readonly progress: Progress | null },
  ): Promise<Job | null> {
    return returned(
      await manager.query(
        `UPDATE jobs SET beat_at = now(), phase = coalesce($4, phase), fraction = coalesce($5, fraction)
         WHERE province_code = $1 AND id = $2 AND state = 'running' AND attempt = $3 RETURNING ${COLUMNS}`,
        [
          ...[actor.provinceCode, held.id, held.attempt],
          ...[progress?.phase ?? null, progress?.fraction ?? null],
        ],
      ),
    );
  }

  /** Keeps everybody else off until the transaction ends. null = as for `beat`. */
  async lock(manager: EntityManager, actor: Actor, held: Held): Promise<Job | null> {
    const [job] = await manager.query<Job[]>(
      `SELECT ${COLUMNS} FROM jobs
       WHERE province_code = $1 AND id = $2 AND state = 'running' AND attempt = $3 FOR UPDATE`,
      [actor.provinceCode, held.id, held.attempt],
    );
    return job ?? null;
  }

  async finish(
    manager: EntityManager,
    actor: Actor,
    { held, resultId }: { readonly held: Held; readonly resultId: number | null },
  ): Promise<void> {
    await manager.query(
      `UPDATE jobs SET state = 'done', result_id = $4, fraction = 1, finished_at = now()
       WHERE province_code = $1 AND id = $2 AND state = 'running' AND attempt = $3`,
      [actor.provinceCode, held.id, held.attempt, resultId],
    );
  }

  async fail(
    manager: EntityManager,
    actor: Actor,
    { held, failure }: { readonly held: Held; readonly failure: Failure },
  ): Promise<void> {
    await manager.query(
      `UPDATE jobs SET state = 'failed', error_code = $4, error = $5, finished_at = now()
       WHERE province_code = $1 AND id = $2 AND state = 'running' AND attempt = $3`,
      [actor.provinceCode, held.id, held.attempt, failure.code, failure.message],
    );
  }

  async cancelled(manager: EntityManager, actor: Actor, held: Held): Promise<void> {
    await manager.query(
      `UPDATE jobs SET state = 'cancelled', finished_at = now()
       WHERE province_code = $1 AND id = $2 AND state = 'running' AND attempt = $3`,
      [actor.provinceCode, held.id, held.attempt],
    );
  }

  /** A job that waits ends at once, one that runs at its next sign of life. @returns it as it is now; null = not there. */
  async askToCancel(manager: EntityManager, actor: Actor, id: number): Promise<Job | null> {
    await manager.query(
      `UPDATE jobs SET cancel_asked = true,
         state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END,
         finished_at = CASE state WHEN 'queued' THEN now() END
       WHERE province_code = $1 AND id = $2 AND state IN ('queued', 'running')`,
      [actor.provinceCode, id],
    );
    return this.find(manager, actor, id);
  }

  /** Back to those that wait: whoever worked it stops, and not because of it. false = it is somebody else's by now. */
  async giveBack(manager: EntityManager, actor: Actor, held: Held): Promise<boolean> {
    const job = returned<Job>(
      await manager.query(
        `UPDATE jobs SET state = 'queued', phase = NULL, fraction = 0
         WHERE province_code = $1 AND id = $2 AND state = 'running' AND attempt = $3 RETURNING ${COLUMNS}`,
        [actor.provinceCode, held.id, held.attempt],
      ),
    );
    return job !== null;
  }

  /**
   * Takes jobs without a sign of life from whoever worked them: they wait again, or end when that has happened too often.
   *
   * @returns those that wait again.
   */
  async takeLost(
    manager: EntityManager,
    actor: Actor,
    { silentSeconds, failure }: { readonly silentSeconds: number; readonly failure: Failure },
  ): Promise<number[]> {
    const [rows] = await manager.query<[{ id: number; state: string }[], number]>(
      `WITH silent AS (
         SELECT id, CASE WHEN cancel_asked THEN 'cancelled' WHEN lost + 1 < $3 THEN 'queued' ELSE 'failed' END AS next
         FROM jobs WHERE province_code = $1 AND state = 'running' AND beat_at <= now() - $2 * interval '1 second'
         ORDER BY id FOR UPDATE SKIP LOCKED
       )
       UPDATE jobs SET state = next, lost = lost + 1, phase = NULL, fraction = 0,
         finished_at = CASE next WHEN 'queued' THEN NULL ELSE now() END,
         error_code = CASE next WHEN 'failed' THEN $4 END, error = CASE next WHEN 'failed' THEN $5 END
       FROM silent WHERE jobs.province_code = $1 AND jobs.id = silent.id RETURNING jobs.id, jobs.state`,
      [actor.provinceCode, silentSeconds, MOST_LOST, failure.code, failure.message],
    );
    return rows.filter(({ state }) => state === 'queued').map(({ id }) => id);
  }

  /** Those that wait. */
  waiting(manager: EntityManager, actor: Actor): Promise<Waiting[]> {
    return manager.query(
      `SELECT id, to_json(not_before)#>>'{}' AS "notBefore" FROM jobs WHERE province_code = $1 AND state = 'queued' ORDER BY id`,
      [actor.provinceCode],
    );
  }
}

/** The driver answers an UPDATE with its rows and their number. */
function returned<T = Job>([rows]: readonly [readonly T[], number]): T | null {
  return rows[0] ?? null;
}
