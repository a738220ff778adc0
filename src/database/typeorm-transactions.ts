import pg from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
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
        return await this.once(actor, work);
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetriable(error)) throw error;
      }
    }
  }

  /** Not TypeORM's own transaction: that asks the server once more before it can say who acts. */
  private async once<T>(actor: Actor, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    // The first question of the work goes with it. Where it fails, PostgreSQL refuses all that follows until the rollback.
    const begun = begin(runner, actor);
    begun.catch(() => undefined);
    try {
      const result = await work(runner.manager).catch(async (error: unknown) => {
        await begun;
        throw error;
      });
      await begun;
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/**
 * In one message: the transaction, the role that owns nothing, and who acts. A session that has ended is refused by the
 * database.
 */
async function begin(runner: QueryRunner, actor: Actor): Promise<void> {
  const { provinceCode, id, role, session } = actor;
  const acting = [provinceCode, id, role, session].map(literal).join(', ');
  try {
    await runner.query(
      `BEGIN; SELECT set_config('role', '${APPLICATION_ROLE}', true), act_as(${acting})`,
    );
  } catch (error) {
    if ((error as { code?: unknown }).code === SESSION_ENDED) throw signedOut();
    throw error;
  }
}

function literal(value: string | null): string {
  return value === null ? 'NULL' : pg.escapeLiteral(value);
}

function isRetriable(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && RETRIABLE.has(code);
}
