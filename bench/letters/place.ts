import { openDatabase, type OpenDatabase } from '../../src/database/open-database.js';
import { ENTITIES } from '../../src/entities.js';
import { onServer } from '../sheet/server-database.js';

/** Where the measured province lies: the name of a database on the server, or a folder. */
export type Place = readonly ['server' | 'embedded', string];

export function openPlace([engine, name]: Place): Promise<OpenDatabase> {
  const url = engine === 'server' ? onServer(name) : null;
  return openDatabase(
    { databaseUrl: url, databaseOwnerUrl: url, dataDir: engine === 'server' ? '' : name },
    ENTITIES,
  );
}
