import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Transactions } from '../shared/transactions.js';
import type { OpenDatabase } from './open-database.js';
import { TypeOrmTransactions } from './typeorm-transactions.js';

/** Gives the stages `Transactions`, and nothing else of the database. */
@Global()
@Module({})
export class DatabaseModule {
  static over(database: OpenDatabase): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: Transactions, useValue: new TypeOrmTransactions(database.source) }],
      exports: [Transactions],
    };
  }
}
