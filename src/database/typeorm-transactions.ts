import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { signedOut } from '../shared/signed-out.js';
import { Transactions } from '../shared/transactions.js';
import { APPLICATION_ROLE } from './data-source.js';

const ATTEMPTS = 3;
/** PostgreSQL: invalid_authorization_specification, raised by `act_as`. */
const SESSION_ENDED = '28000';
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

/** One statement: the role that owns nothing, and who acts in it. A session that has ended is refused by the database. */
async function actAs(manager: EntityManager, actor: Actor): Promise<void> {
  try {
    await manager.query(
      `SELECT set_config('role', '${APPLICATION_ROLE}', true), act_as($1, $2, $3, $4)`,
      [actor.provinceCode, actor.id, actor.role, actor.session],
    );
  } catch (error) {
    if ((error as { code?: unknown }).code === SESSION_ENDED) throw signedOut();
    throw error;
  }
}

function isRetriable(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && RETRIABLE.has(code);
}
