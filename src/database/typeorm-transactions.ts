import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { Transactions } from '../shared/transactions.js';
import { APPLICATION_ROLE } from './data-source.js';

const ATTEMPTS = 3;
/** PostgreSQL: serialization_failure, deadlock_detected. */
const RETRIABLE = new Set(['40001', '40P01']);

export class TypeOrmTransactions extends Transactions {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  /** Runs `work` as `actor` in one transaction; after a deadlock starts again from the top, at most 3 times. */
  override async run<T>(actor: Actor, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(async (manager) => {
          await actAs(manager, actor);
          return work(manager);
        });
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetriable(error)) throw error;
      }
    }
  }
}

async function actAs(manager: EntityManager, actor: Actor): Promise<void> {
  await manager.query(`SET LOCAL ROLE ${APPLICATION_ROLE}`);
  await manager.query(
    `SELECT set_config('bo_tri.actor', $1, true), set_config('bo_tri.province', $2, true)`,
    [actor.id, actor.provinceCode],
  );
}

function isRetriable(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && RETRIABLE.has(code);
}
