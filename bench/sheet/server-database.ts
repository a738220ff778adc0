import pg from 'pg';
import { ProvinceService } from '../../src/registry/province.service.js';
import { operatorOf } from '../../src/shared/actor.js';
import { demoSources } from '../../src/terminal/job-sources.js';
import { openDatabase } from '../../src/database/open-database.js';
import { ENTITIES } from '../../src/entities.js';
import { sessionOver } from './session-over.js';

const OWNER = process.env['DATABASE_OWNER_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
export const PROVINCE = '11';
export const ACTOR = operatorOf(PROVINCE, 'bench');

export function onServer(name: string): string {
  const changed = new URL(OWNER);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Whether a server answers where DATABASE_OWNER_URL says, or on this machine. */
export async function hasServer(): Promise<boolean> {
  return execute('SELECT 1').then(
    () => true,
    () => false,
  );
}

export async function execute(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: OWNER });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** A database that holds the demo's province: each measurement works on a copy. */
export async function makeTemplate(name: string): Promise<void> {
  await execute(`CREATE DATABASE ${name}`);
  const url = onServer(name);
  const database = await openDatabase(
    { databaseUrl: url, databaseOwnerUrl: url, dataDir: '' },
    ENTITIES,
  );
  const session = await sessionOver(database);
  await session.app.get(ProvinceService).load(ACTOR, await demoSources());
  await session.close();
}
