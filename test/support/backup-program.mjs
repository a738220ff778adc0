// The built program's backups, in a process of their own: engines and migrations start only from the build.
import { makeBackup } from '../../dist/src/backup/make.js';
import { withPlace } from '../../dist/src/backup/place.js';
import { checkBackup, restoreBackup } from '../../dist/src/backup/restore.js';
import { upgradeFolder } from '../../dist/src/backup/upgrade.js';
import { openDatabase } from '../../dist/src/database/open-database.js';
import { withFreshData } from '../../dist/src/database/owner-database.js';
import { Clock } from '../../dist/src/shared/clock.js';

class StandingClock extends Clock {
  now() {
    return new Date('2025-07-01T08:00:00+07:00');
  }
}

const clock = new StandingClock();
const opened = new Map();

const ACTS = {
  make: (place, order) => makeBackup(place, order, clock),
  restore: (place, backup) => restoreBackup(place, backup),
  check: (backup) => checkBackup(backup),
  upgrade: (dataDir, backup) => upgradeFolder(dataDir, backup, clock),
  async open(place) {
    const database = await openDatabase(place, []);
    opened.set(place.dataDir, database);
    const { url, host, port, database: name, username } = database.source.options;
    return url === undefined ? { host, port, database: name, username } : { url };
  },
  close: (place) => opened.get(place.dataDir).close(),
  asOwner: (place, sql) => withPlace(place, (owner) => owner.write((rows) => rows.query(sql))),
  /** A database that has the first migrations only. */
  older: (dataDir, count, sql) =>
    withFreshData(dataDir, [], async (owner) => {
      await owner.migrate(owner.knownMigrations().slice(0, count));
      await owner.write((rows) => rows.query(sql));
      return owner.knownMigrations();
    }),
};

process.on('message', async ({ id, act, given }) => {
  try {
    process.send({ id, result: await ACTS[act](...given) });
  } catch ({ code, kind, message, details }) {
    process.send({ id, error: { code, kind, message, details } });
  }
});
