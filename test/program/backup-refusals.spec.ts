import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type KeyPair, newKey } from '../../src/backup/key-file.js';
import type { Made } from '../../src/backup/make.js';
import type { Manifest } from '../../src/backup/manifest.js';
import { LineDigest } from '../../src/backup/rows.js';
import { readSealed, writeSealed } from '../../src/backup/sealed-file.js';
import { type Entry, packTar, unpackTar } from '../../src/backup/tar.js';
import { aPlace, Backups, type TestPlace } from '../support/backup-places.js';
import { fillPlace } from '../support/backup-data.js';

const backups = new Backups();

let place: TestPlace;
let key: KeyPair;
let made: Made;
let bytes: Buffer;
let entries: Entry[];
let files = 0;

beforeAll(async () => {
  key = await newKey();
  place = await aPlace('embedded');
  const open = await backups.open(place);
  await fillPlace(open);
  await open.close();
  await mkdir(join(place.dataDir, 'audit'));
  await writeFile(join(place.dataDir, 'audit', 'witness.jsonl'), '{}\n');
  made = await backups.make(place, order('whole.age'));
  bytes = await readFile(made.path);
  entries = await readSealed(made.path, [key.identity], async (plain) => {
    const all: Entry[] = [];
    for await (const entry of unpackTar(plain)) all.push(entry);
    return all;
  });
});

afterAll(async () => {
  backups.end();
  await place.remove();
});

function order(name: string): { path: string; recipients: string[] } {
  return { path: join(place.dataDir, name), recipients: [key.recipient] };
}

async function aFile(content: Buffer): Promise<string> {
  const path = join(place.dataDir, `bad-${++files}.age`);
  await writeFile(path, content);
  return path;
}

/** Encrypts an archive as anybody may who knows the public key. */
async function forged(changed: readonly Entry[]): Promise<string> {
  const { path, recipients } = order(`forged-${++files}.age`);
  await writeSealed(path, recipients, packTar(Readable.from(changed)));
  return path;
}

function withManifest(change: (manifest: Manifest) => object): Entry[] {
  const last = JSON.parse(String(entries.at(-1)!.bytes)) as Manifest;
  const manifest = Buffer.from(JSON.stringify({ ...last, ...change(last) }));
  return [...entries.slice(0, -1), { name: 'manifest.json', bytes: manifest }];
}

/** What restoring says; where a folder appeared all the same, that. */
async function refusal(path: string, identities = [key.identity]): Promise<unknown> {
  const dataDir = join(place.dataDir, `into-${++files}`);
  const target = { dataDir, databaseOwnerUrl: null };
  const said = await backups.restore(target, { path, identities }).catch((error: unknown) => error);
  const written = ['postgres', 'postgres.unfinished', 'audit', 'keys', 'lock.json'];
  const there = written.filter((name) => existsSync(join(dataDir, name)));
  return there.length > 0 ? `wrote ${there.join(', ')}` : said;
}

const DAMAGED = { code: 'backup.damaged' };

describe('a file that is not as it was written', () => {
  it('is refused wherever it was cut', async () => {
    const { length } = bytes;
    expect(length).toBeGreaterThan(3_000_000);
    const afterHeader = bytes.indexOf('\n---') + 50;
    for (const end of [afterHeader + 20, afterHeader + 66_000, length >> 1, length - 1])
      expect(await refusal(await aFile(bytes.subarray(0, end)))).toMatchObject(DAMAGED);
    expect(await refusal(await aFile(Buffer.alloc(0)))).toMatchObject({
      code: 'backup.not-a-backup',
    });
  });

  it('is refused when one bit is another, wherever', async () => {
    const start = bytes.indexOf('\n---') + 120;
    const places = [start, start + 65_600, bytes.length >> 1, bytes.length - 1];
    for (const at of places) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(await refusal(await aFile(changed))).toMatchObject(DAMAGED);
    }
    for (const at of [3, 30, 60]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(await refusal(await aFile(changed))).toMatchObject({ kind: 'bad-input' });
    }
  });

  it('is refused with bytes added to its end', async () => {
    const longer = Buffer.concat([bytes, Buffer.alloc(40)]);
    expect(await refusal(await aFile(longer))).toMatchObject(DAMAGED);
  });

  it("is refused when it is somebody else's, or no backup at all", async () => {
    const other = await newKey();
    expect(await refusal(made.path, [other.identity])).toMatchObject({ code: 'backup.wrong-key' });
    const text = await aFile(Buffer.from('Không phải bản sao lưu'));
    expect(await refusal(text)).toMatchObject({ code: 'backup.not-a-backup' });
    expect(await refusal('/không/có')).toMatchObject({ code: 'backup.file-missing' });
  });
});

describe('an archive that somebody else encrypted', () => {
  it('is refused when the manifest counts otherwise', async () => {
    const one = withManifest(({ tables }) => ({
      tables: tables.map((table) =>
        table.name === 'staff' ? { ...table, rows: table.rows + 1 } : table,
      ),
    }));
    expect(await refusal(await forged(one))).toMatchObject({
      ...DAMAGED,
      message: expect.stringContaining('bảng staff'),
    });
  });

  it('is refused when a row, a table, a file or the manifest is missing or too many', async () => {
    const staff = entries.findIndex(({ name }) => name.startsWith('tables/staff/'));
    const more = { name: 'tables/spies/000001.jsonl', bytes: Buffer.from('["1"]\n') };
    const cases: Entry[][] = [
      entries.filter((_, at) => at !== staff),
      entries.slice(0, -1),
      entries.slice(1),
      [...entries, more],
      [...entries.slice(0, -1), more, ...entries.slice(-1)],
      entries.filter(({ name }) => !name.startsWith('files/')),
      withManifest(({ tables }) => ({ tables: tables.slice(1) })),
      withManifest(() => ({ tables: null })),
      withManifest(() => ({
        sequences: [{ name: 'units_id_seq', lastValue: 'x', isCalled: true }],
      })),
    ];
    for (const changed of cases)
      expect(await refusal(await forged(changed))).toMatchObject(DAMAGED);
  });

  it('is refused when a file would lie outside of the data folder', async () => {
    for (const path of ['../x', 'keys/../../x', '/tmp/x', 'keys/.hidden', 'postgres/PG_VERSION']) {
      const one = { name: `files/${path}`, bytes: Buffer.from('x') };
      const changed = [entries[0]!, one, ...entries.slice(1)];
      expect(await refusal(await forged(changed))).toMatchObject(DAMAGED);
    }
  });

  it('is refused by the names of migrations that this program lacks', async () => {
    const one = withManifest(({ migrations }) => ({ migrations: [...migrations, 'Later1999'] }));
    expect(await refusal(await forged(one))).toMatchObject({
      code: 'backup.newer-program',
      details: { unknown: ['Later1999'] },
      message: expect.stringContaining('Later1999'),
    });
  });

  it('is refused when its rows break a reference, though every count and hash agrees', async () => {
    const one = withoutRowsOf('provinces');
    expect(await refusal(await forged(one))).toMatchObject({ code: 'backup.rows-refused' });
  });
});

/** A manifest that agrees with an archive without these rows. */
function withoutRowsOf(table: string): Entry[] {
  const none = new LineDigest().end();
  return withManifest(({ tables }) => ({
    tables: tables.map((each) => (each.name === table ? { ...each, ...none } : each)),
  })).filter(({ name }) => !name.startsWith(`tables/${table}/`));
}

describe('a target with another file beside the database', () => {
  it('is refused rather than overwritten', async () => {
    const target = await aPlace('embedded');
    const witness = join(target.dataDir, 'audit', 'witness.jsonl');
    await mkdir(join(target.dataDir, 'audit'));
    await writeFile(witness, '{"later": true}\n');
    const backup = { path: made.path, identities: [key.identity] };
    await expect(backups.restore(target, backup)).rejects.toMatchObject({
      code: 'backup.data-file-differs',
    });
    expect(await readFile(witness, 'utf8')).toBe('{"later": true}\n');
    expect(existsSync(join(target.dataDir, 'postgres'))).toBe(false);
    await target.remove();
  });
});

describe('making a backup', () => {
  it('is refused over a file that is there, to a key that is none, and of nothing', async () => {
    await expect(backups.make(place, order('whole.age'))).rejects.toMatchObject({
      code: 'backup.file-exists',
    });
    expect(await readFile(made.path)).toEqual(bytes);
    const noKey = { ...order('no-key.age'), recipients: ['age1abc'] };
    await expect(backups.make(place, noKey)).rejects.toMatchObject({
      code: 'backup.recipient',
    });
    const nowhere = { dataDir: join(place.dataDir, 'nowhere'), databaseOwnerUrl: null };
    await expect(backups.make(nowhere, order('none.age'))).rejects.toMatchObject({
      code: 'database.folder-missing',
    });
    expect(existsSync(nowhere.dataDir)).toBe(false);
  });

  it('is refused while a program has the folder open', async () => {
    const open = await backups.open(place);
    await expect(backups.make(place, order('busy.age'))).rejects.toMatchObject({
      code: 'database.folder-in-use',
    });
    await open.close();
    expect(existsSync(join(place.dataDir, 'busy.age'))).toBe(false);
  });
});

describe('the rehearsal', () => {
  it('fails for a backup that would not restore', async () => {
    const path = await forged(withoutRowsOf('provinces'));
    await expect(backups.check({ path, identities: [key.identity] })).rejects.toMatchObject({
      code: 'backup.rows-refused',
    });
  });
});
