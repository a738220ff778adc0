import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { DataSource } from 'typeorm';
import { dataSource, type Connection } from '../../src/database/data-source.js';
import { TypeOrmTransactions } from '../../src/database/typeorm-transactions.js';
import { ENTITIES } from '../../src/entities.js';
import { operatorOf } from '../../src/shared/actor.js';
import type { Transactions } from '../../src/shared/transactions.js';

/** A migrated, empty database of the test file's own. */
export interface FreshDatabase {
  readonly source: DataSource;
  readonly transactions: Transactions;
  /** Asks as the operator of a province, who sees all of it: row-level security shows nothing to a bare connection. */
  query<T>(sql: string, parameters?: unknown[], provinceCode?: string): Promise<T>;
  close(): Promise<void>;
}

/** Connected as the application, whose rights are all that a test may use. */
export function freshDatabase(): Promise<FreshDatabase> {
  return borrow('application');
}

/** Connected as the owner: only for tests of the schema itself. */
export function ownerDatabase(): Promise<FreshDatabase> {
  return borrow('owner');
}

async function borrow(role: 'application' | 'owner'): Promise<FreshDatabase> {
  const path = process.env['BO_TRI_TEST_DATABASES'];
  if (path === undefined) throw new Error('Only the projects store and e2e have a database.');
  const loan = connect(path);
  try {
    const connection = await ask(loan, role);
    const source = await dataSource(connection, ENTITIES).initialize();
    const close = async (): Promise<void> => {
      await source.destroy();
      await giveBack(loan);
    };
    const transactions = new TypeOrmTransactions(source);
    const query = <T>(sql: string, parameters: unknown[] = [], provinceCode = '12'): Promise<T> =>
      transactions.run(operatorOf(provinceCode, 'test'), (manager) =>
        manager.query<T>(sql, parameters),
      );
    return { source, transactions, query, close };
  } catch (error) {
    loan.destroy();
    throw error;
  }
}

/** Asks the server of `database-server.js` for a database. */
function ask(loan: Socket, role: string): Promise<Connection> {
  return new Promise((resolve, reject) => {
    loan.once('error', reject);
    createInterface({ input: loan }).once('line', (line) => {
      const answer = JSON.parse(line) as { connection: Connection } | { error: string };
      if ('connection' in answer) resolve(answer.connection);
      else reject(new Error(answer.error));
    });
    loan.write(`${role}\n`);
  });
}

/** Ends once the database is gone, so that the next file does not run beside its closing. */
function giveBack(loan: Socket): Promise<void> {
  return new Promise((resolve) => {
    loan.once('close', () => resolve());
    loan.end();
  });
}
