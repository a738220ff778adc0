import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newKey } from '../../src/backup/key-file.js';
import type { Made } from '../../src/backup/make.js';
import { ENGINE_VERSION } from '../../src/database/embedded/data-folder.js';
import { aPlace, Backups, type TestPlace } from '../support/backup-places.js';
import { Factories } from '../support/factories.js';

const backups = new Backups();
const KEPT = 'postgres.before-upgrade-2025-07-01';

/** Filled once, and copied for each test. */
let filled: TestPlace;
let place: TestPlace;

beforeAll(async () => {
  filled = await aPlace('embedded');
  const open = await backups.open(filled);
  await new Factories(open.transactions).aUnit({ name: 'Xã Nậm Kè' });
  await open.close();
});

beforeEach(async () => {
  place = await aPlace('embedded');
  await cp(filled.dataDir, place.dataDir, { recursive: true });
});

afterEach(() => place.remove());

afterAll(async () => {
  backups.end();
  await filled.remove();
});

async function unitNames(): Promise<string[]> {
  const open = await backups.open(place);
  const rows = await open.source.query<{ name: string }[]>('SELECT name FROM units');
  await open.close();
  return rows.map(({ name }) => name);
}

/** As if another program's engine had made the folder. */
function becomeForeign(version = '17'): Promise<void> {
  return writeFile(join(place.dataDir, 'postgres', 'PG_VERSION'), `${version}\n`);
}

async function aBackup(): Promise<{ path: string; identities: string[] }> {
  const { identity, recipient } = await newKey();
  const path = join(place.dataDir, 'old.age');
  await backups.make(place, { path, recipients: [recipient] });
  return { path, identities: [identity] };
}

describe('ENGINE_VERSION', () => {
  it('is what the engine says of itself', async () => {
    const open = await backups.open(place);
    const [row] = await open.source.query<{ major: number }[]>(
      `SELECT current_setting('server_version_num')::integer / 10000 AS major`,
    );
    await open.close();
    expect(row).toEqual({ major: ENGINE_VERSION });
  });
});

describe('a folder of another PostgreSQL', () => {
  const REFUSED = {
    code: 'database.folder-version',
    message: expect.stringMatching(/PostgreSQL 17.*PostgreSQL 18.*upgrade --from/s),
    details: { version: '17', engineVersion: ENGINE_VERSION },
  };

  it('is refused by every way of opening it, with what to do', async () => {
    await becomeForeign();
    await expect(backups.open(place)).rejects.toMatchObject(REFUSED);
    await expect(aBackup()).rejects.toMatchObject(REFUSED);
    await expect(backups.upgrade(place.dataDir, null)).rejects.toMatchObject(REFUSED);
    expect(await readdir(place.dataDir)).toEqual(['postgres']);
  });

  it("gets the old program's backup in its place and stays beside it", async () => {
    const backup = await aBackup();
    await becomeForeign();
    const { kept } = await backups.upgrade(place.dataDir, backup);
    expect(kept).toBe(join(place.dataDir, KEPT));
    expect(existsSync(join(kept, 'PG_VERSION'))).toBe(true);
    expect(await unitNames()).toEqual(['Xã Nậm Kè']);
  });

  it('stays as it is when the backup does not open', async () => {
    const { path } = await aBackup();
    await becomeForeign();
    const backup = { path, identities: [(await newKey()).identity] };
    await expect(backups.upgrade(place.dataDir, backup)).rejects.toMatchObject({
      code: 'backup.wrong-key',
    });
    expect((await readdir(place.dataDir)).sort()).toEqual(['old.age', 'postgres']);
  });
});

describe("a folder of this program's own PostgreSQL", () => {
  it('is loaded into a fresh one, and the old one is kept under its day', async () => {
    // As if one had been kept this day already.
    await mkdir(join(place.dataDir, KEPT));
    await backups.upgrade(place.dataDir, null);
    const names = (await readdir(place.dataDir)).sort();
    expect(names).toEqual(['postgres', KEPT, `${KEPT}-2`]);
    expect(await unitNames()).toEqual(['Xã Nậm Kè']);
  });

  it('is not replaced by a backup, which may be older', async () => {
    await expect(backups.upgrade(place.dataDir, await aBackup())).rejects.toMatchObject({
      code: 'upgrade.not-needed',
    });
  });

  it('is put in place at the next start when the swap was killed half-way', async () => {
    await backups.upgrade(place.dataDir, null);
    const data = join(place.dataDir, 'postgres');
    await rename(data, `${data}.upgraded`);
    expect(await unitNames()).toEqual(['Xã Nậm Kè']);
    expect(existsSync(`${data}.upgraded`)).toBe(false);
  });
});

describe('a backup of an older program', () => {
  it('is loaded as it was and then migrated to the newest', async () => {
    const { identity, recipient } = await newKey();
    const [old, target] = [await aPlace('embedded'), await aPlace('embedded')];
    const made = (at: TestPlace, name: string): Promise<Made> =>
      backups.make(at, { path: join(at.dataDir, name), recipients: [recipient] });
    const province = `INSERT INTO provinces VALUES ('11', 'Điện Biên')`;
    const known = await backups.older(join(old.dataDir, 'postgres'), 7, province);
    const { path, manifest } = await made(old, 'old.age');
    expect(manifest.migrations).toEqual(known.slice(0, 7));
    await backups.restore(target, { path, identities: [identity] });
    const now = await made(target, 'now.age');
    expect(now.manifest).toMatchObject({ migrations: known, provinces: ['11'] });
    await old.remove();
    await target.remove();
  });
});
