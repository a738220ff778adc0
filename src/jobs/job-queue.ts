import { Injectable } from '@nestjs/common';
import PgBoss from 'pg-boss';
import type { EntityManager } from 'typeorm';
import type { Job } from './job.js';

interface Ticket {
  readonly jobId: number;
}

/**
 * The queue of a province's jobs in the database, by pg-boss: each ticket names a job that waits. A ticket is taken and
 * torn up in the transaction that begins its job, so there is one exactly as long as the job waits, and of several
 * processes one gets it.
 *
 * pg-boss is used for its statements only: every one of them runs inside a transaction of ours, it keeps no connection, no
 * timer and no thread, and it never changes its schema, which is the migrations'.
 */
@Injectable()
export class JobQueue {
  private readonly boss = new PgBoss({
    db: { executeSql: () => Promise.reject(new Error('Every statement names its transaction')) },
    migrate: false,
    supervise: false,
    schedule: false,
  });

  async put(
    manager: EntityManager,
    provinceCode: string,
    { id: jobId, notBefore }: Pick<Job, 'id' | 'notBefore'>,
  ): Promise<void> {
    const name = nameOf(provinceCode);
    const ticket: Ticket = { jobId };
    await manager.query('SELECT pgboss.create_queue($1, $2)', [name, { policy: 'standard' }]);
    const id = await this.boss.send(name, ticket, {
      db: within(manager),
      ...(notBefore === null ? {} : { startAfter: new Date(notBefore) }),
    });
    if (id === null) throw new Error(`pg-boss refused job ${jobId}`);
  }

  /** The job of the oldest ticket that is due, which is gone with the transaction; null = nothing waits. */
  async take(manager: EntityManager, provinceCode: string): Promise<number | null> {
    const name = nameOf(provinceCode);
    const db = within(manager);
    const [found] = await this.boss.fetch<Ticket>(name, { db, batchSize: 1 });
    // `fetch` takes every error for "nothing".
    if (db.failure !== null) throw db.failure;
    if (found === undefined) return null;
    await this.boss.deleteJob(name, found.id, { db });
    return found.data.jobId;
  }

  /** The jobs that have a ticket. */
  async ticketed(manager: EntityManager, provinceCode: string): Promise<ReadonlySet<number>> {
    const rows = await manager.query<{ jobId: number }[]>(
      `SELECT (data->>'jobId')::bigint AS "jobId" FROM pgboss.job WHERE name = $1`,
      [nameOf(provinceCode)],
    );
    return new Set(rows.map(({ jobId }) => jobId));
  }
}

/** A queue for each province: a process works its own. */
function nameOf(provinceCode: string): string {
  return `jobs-${provinceCode}`;
}

interface Within extends PgBoss.Db {
  failure: Error | null;
}

/** pg-boss' way to the data: the statements of one of our transactions. */
function within(manager: EntityManager): Within {
  const runner = manager.queryRunner;
  if (!runner) throw new Error('The queue is asked inside a transaction only');
  const db: Within = {
    failure: null,
    executeSql: async (text: string, values: unknown[]) => {
      try {
        return { rows: (await runner.query(text, values, true)).records as unknown[] };
      } catch (error) {
        db.failure = error instanceof Error ? error : new Error(String(error));
        throw error;
      }
    },
  };
  return db;
}
