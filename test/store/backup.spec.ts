import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type KeyPair, newKey } from '../../src/backup/key-file.js';
import type { Made } from '../../src/backup/make.js';
import { fillPlace } from '../support/backup-data.js';
import {
  aPlace,
  Backups,
  KIND,
  MADE_AT,
  type OpenPlace,
  type TestPlace,
  WAYS,
} from '../support/backup-places.js';
import { Factories } from '../support/factories.js';
import { othersOf, tablesOf } from '../support/schema-dump.js';
import { TEST_ACTOR } from '../support/test-actor.js';

const backups = new Backups();
const SECRET = Buffer.from([0, 1, 2, 255]);

let key: KeyPair;

beforeAll(async () => {
  key = await newKey();
});

afterAll(() => backups.end());

function saved(place: TestPlace, name: string): Promise<Made> {
  const order = { path: join(place.dataDir, name), recipients: [key.recipient] };
  return backups.make(place, order);
}

describe.each(WAYS)('a backup of an installation on the $from engine', ({ from, to }) => {
  let source: TestPlace;
  let made: Made;
  let schema: string[];

  beforeAll(async () => {
    source = await aPlace(from);
    const open = await backups.open(source);
    await fillPlace(open);
    schema = await schemaOf(open.source);
    await open.close();
    await mkdir(join(source.dataDir, 'keys'));
    await writeFile(join(source.dataDir, 'keys', 'audit.key'), SECRET, { mode: 0o644 });
    made = await saved(source, 'first.age');
  });

  afterAll(() => source.remove());

  it('holds every table with rows, and is readable by its owner alone', async () => {
    const rows = new Map(made.manifest.tables.map((table) => [table.name, table.rows]));
    expect(rows.get('staff')).toBeGreaterThan(5);
    expect(rows.get('scenario_facts')).toBeGreaterThan(10);
    expect(rows.get('import_files')).toBe(2);
    expect(made.manifest).toMatchObject({ provinces: ['11'], madeAt: MADE_AT });
    expect((await stat(made.path)).mode & 0o777).toBe(0o600);
  });

  it('passes its rehearsal with the same figures', async () => {
    const backup = { path: made.path, identities: [key.identity] };
    expect(await backups.check(backup)).toEqual({ manifest: made.manifest, sha256: made.sha256 });
  });

  it.each(to)('is refused by a target on the %s engine that is not empty', async (kind) => {
    const target = await aPlace(kind);
    const open = await backups.open(target);
    const { id } = await new Factories(open.transactions).aUnit({ name: 'Xã có sẵn' });
    await open.close();
    const before = await saved(target, 'before.age');
    const backup = { path: made.path, identities: [key.identity] };
    await expect(backups.restore(target, backup)).rejects.toMatchObject({
      code: 'backup.target-not-empty',
    });
    const after = await saved(target, 'after.age');
    expect({ id, ...after.manifest }).toEqual({ id, ...before.manifest });
    expect(existsSync(join(target.dataDir, 'audit'))).toBe(false);
    await target.remove();
  });

  describe.each(to)('restored on the %s engine', (targetKind) => {
    let target: TestPlace;
    let open: OpenPlace;
    let again: Made;

    beforeAll(async () => {
      target = await aPlace(targetKind);
      await backups.restore(target, { path: made.path, identities: [key.identity] });
      again = await saved(target, 'second.age');
      open = await backups.open(target);
    });

    afterAll(async () => {
      await open.close();
      await target.remove();
    });

    it('is the same again, byte by byte of every table, and so are its sequences', () => {
      expect(again.manifest).toEqual(made.manifest);
    });

    it('has its rights, constraints, triggers and functions', async () => {
      expect(await schemaOf(open.source)).toEqual(schema);
      const unsure = `SELECT conname FROM pg_constraint WHERE NOT convalidated
        UNION ALL SELECT tgname FROM pg_trigger WHERE tgenabled <> 'O'`;
      expect(await open.source.query<object[]>(unsure)).toEqual([]);
    });

    it('gives an id that nobody had', async () => {
      const before = BigInt(
        made.manifest.sequences.find(({ name }) => name === 'units_id_seq')!.lastValue,
      );
      const unit = await new Factories(open.transactions).aUnit({ code: 'NEW' });
      expect(BigInt(unit.id)).toBe(before + 1n);
    });

    it('lets the application do what it could and no more', async () => {
      const run = (sql: string): Promise<unknown> =>
        open.transactions.run(TEST_ACTOR, (manager) => manager.query(sql));
      await expect(run('DELETE FROM audit_entries')).rejects.toMatchObject({ code: '42501' });
      await expect(
        run(`UPDATE units SET parent_id = 999999999 WHERE province_code = '11'`),
      ).rejects.toMatchObject({ code: '23503' });
    });

    it('has the files beside the database, secret ones as secrets', async () => {
      const place = join(target.dataDir, 'keys', 'audit.key');
      expect(await readFile(place)).toEqual(SECRET);
      expect((await stat(place)).mode & 0o777).toBe(0o600);
    });
  });
});

describe(`rows that a policy hides on the ${KIND} engine`, () => {
  it('are saved, or the backup fails: never less than there is', async () => {
    const place = await aPlace(KIND);
    const open = await backups.open(place);
    await new Factories(open.transactions).aProvince();
    await open.close();
    await backups.asOwner(
      place,
      'ALTER TABLE provinces ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY',
    );
    const rows = await saved(place, 'hidden.age').then(
      ({ manifest }) => manifest.tables.find(({ name }) => name === 'provinces')?.rows,
      (error: { code?: string }) => error.code,
    );
    expect(rows).toBe(KIND === 'embedded' ? 1 : '42501');
    await place.remove();
  });
});

async function schemaOf(source: DataSource): Promise<string[]> {
  const lines = [...(await tablesOf(source, 'public')), ...(await othersOf(source, 'public'))];
  // Each installation's owner has its own name, and each version its own list of an owner's rights.
  return lines.map((line) => line.replace(/\{[^}]*=[^}]*\}/g, rightsOfOthers));
}

function rightsOfOthers(rights: string): string {
  return (rights.match(/(?<=[{,])(bo_tri_app)?=\w+/g) ?? []).sort().join(' ');
}
