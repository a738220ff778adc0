import { join } from 'node:path';
import { DataSource, type DataSourceOptions, type EntitySchema, type MixedList } from 'typeorm';
import { MIGRATIONS } from './migrations-folder.js';
import { PreparingClient } from './preparing-client.js';

/** The role that the application has; it owns nothing. Made by the first migration. */
export const APPLICATION_ROLE = 'bo_tri_app';

/** Where a PostgreSQL answers: a server's address, or the embedded engine's socket. */
export type Connection =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly database: string;
      readonly username: string;
    };

export type Entities = MixedList<(new () => object) | EntitySchema>;

const POOL_SIZE = 8;
/** A connection that is kept keeps its plans. */
const IDLE_MS = 300_000;

/** The one `DataSource`: the real `pg` driver over either engine. Tables are made by migrations only. */
export function dataSource(connection: Connection, entities: Entities): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    ...connection,
    entities: entities as NonNullable<DataSourceOptions['entities']>,
    migrations: [join(MIGRATIONS, '*.js')],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    // Keys stay far below 2^53.
    parseInt8: true,
    poolSize: POOL_SIZE,
    applicationName: 'bo-tri',
    ...('url' in connection
      ? { extra: { Client: PreparingClient, pipeline: true, idleTimeoutMillis: IDLE_MS } }
      : {}),
  };
  return new DataSource(options);
}

/** Whether a connection takes several questions at once: a server's does, the embedded engine's does not. */
export function isPipelined({ options }: DataSource): boolean {
  return (options as { readonly extra?: { readonly pipeline?: boolean } }).extra?.pipeline === true;
}
