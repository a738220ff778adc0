import { createHash } from 'node:crypto';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditKey } from '../../src/access/audit-key.js';
import type { FaultKind } from '../../src/audit/faults.js';
import { witnessFile } from '../../src/audit/witness.js';
import { auditWorld, type AuditWorld } from '../support/audit-world.js';

/** Of a trail with the entries 1 to 12, all sealed and witnessed. */
interface Tampering {
  readonly kind: FaultKind;
  readonly what: string;
  /** The entries that must be named; absent = the kind is enough. */
  readonly entries?: readonly number[];
  readonly act: (world: AuditWorld) => Promise<void>;
}

const ENTRIES = 12;

const sql =
  (...statements: readonly string[]) =>
  (world: AuditWorld): Promise<void> =>
    world.tamper(...statements);

const COLUMNS = 'province_code, at, actor, role, from_address, kind, action, subject, details';

const TAMPERINGS: readonly Tampering[] = [
  {
    kind: 'edit',
    what: 'an entry is changed',
    entries: [5],
    act: sql(`UPDATE audit_entries SET actor = 'somebody-else' WHERE id = 5`),
  },
  {
    kind: 'edit',
    what: 'the time of an entry is changed by a microsecond',
    entries: [5],
    act: sql(`UPDATE audit_entries SET at = at + interval '1 microsecond' WHERE id = 5`),
  },
  ...['role', 'from_address', 'action', 'subject', 'why'].map((column): Tampering => ({
    kind: 'edit',
    what: `${column} of an entry is changed`,
    entries: [7],
    act: sql(
      `UPDATE audit_entries SET ${column} = CASE '${column}' WHEN 'role' THEN 'auditor' ELSE 'x' END WHERE id = 7`,
    ),
  })),
  ...['before', 'after', 'details'].map((column): Tampering => ({
    kind: 'edit',
    what: `${column} of an entry is changed`,
    entries: [7],
    act: sql(`UPDATE audit_entries SET ${column} = '{"seats": 99}' WHERE id = 7`),
  })),
  {
    kind: 'edit',
    what: 'a time of sealing is changed',
    entries: [5],
    act: sql(`UPDATE audit_seals SET sealed_at = sealed_at + interval '1 second' WHERE number = 5`),
  },
  {
    kind: 'delete',
    what: 'an entry is deleted',
    entries: [5],
    act: sql(`DELETE FROM audit_entries WHERE id = 5`),
  },
  {
    kind: 'delete',
    what: 'an entry is deleted together with its seal',
    act: sql(
      `DELETE FROM audit_entries WHERE id = 5`,
      `DELETE FROM audit_seals WHERE entry_id = 5`,
    ),
  },
  {
    kind: 'delete',
    what: 'the first entries are deleted with their seals',
    act: sql(
      `DELETE FROM audit_entries WHERE id < 4`,
      `DELETE FROM audit_seals WHERE entry_id < 4`,
    ),
  },
  {
    kind: 'insert',
    what: 'an entry is put in where a number was free',
    entries: [13],
    act: async (world) => {
      await world.owner.query(`SELECT nextval('audit_entry_numbers')`);
      await world.write(2);
      await world.sealAll();
      await world.tamper(
        `INSERT INTO audit_entries (id, ${COLUMNS}) SELECT 13, ${COLUMNS} FROM audit_entries WHERE id = 5`,
      );
    },
  },
  {
    kind: 'reorder',
    what: 'two seals change places',
    act: sql(
      `UPDATE audit_seals SET number = 1000 WHERE number = 5`,
      `UPDATE audit_seals SET number = 5 WHERE number = 6`,
      `UPDATE audit_seals SET number = 6 WHERE number = 1000`,
    ),
  },
  {
    kind: 'swap',
    what: 'two entries exchange what they say',
    entries: [4, 9],
    act: sql(
      `UPDATE audit_entries SET id = 1000 WHERE id = 4`,
      `UPDATE audit_entries SET id = 4 WHERE id = 9`,
      `UPDATE audit_entries SET id = 9 WHERE id = 1000`,
    ),
  },
  {
    kind: 'cut',
    what: 'the last entries are gone with their seals',
    entries: [12],
    act: sql(
      `DELETE FROM audit_entries WHERE id > 9`,
      `DELETE FROM audit_seals WHERE entry_id > 9`,
    ),
  },
  {
    kind: 'cut',
    what: 'nothing is left at all',
    act: sql(`TRUNCATE audit_entries, audit_seals, audit_anchors`),
  },
  {
    kind: 'clock',
    what: 'the clock was set back while somebody wrote',
    act: async (world) => {
      await world.tamper(
        `INSERT INTO audit_entries (id, ${COLUMNS})
         SELECT nextval('audit_entry_numbers'), province_code, at - interval '2 hours', actor, role, from_address, kind,
           action, subject, details FROM audit_entries WHERE id = 5`,
      );
      await world.sealAll();
    },
  },
  {
    kind: 'clock',
    what: 'the clock was set forward while somebody wrote',
    act: async (world) => {
      await world.tamper(
        `INSERT INTO audit_entries (id, ${COLUMNS})
         SELECT nextval('audit_entry_numbers'), province_code, at + interval '2 hours', actor, role, from_address, kind,
           action, subject, details FROM audit_entries WHERE id = 5`,
      );
      await world.sealAll();
    },
  },
  {
    kind: 'replay',
    what: 'an older state is put back and worked on',
    act: async (world) => {
      await world.tamper(
        `DELETE FROM audit_entries WHERE id > 8`,
        `DELETE FROM audit_seals WHERE entry_id > 8`,
        `SELECT setval('audit_entry_numbers', 8)`,
      );
      await world.write(6);
      await world.sealAll();
    },
  },
  {
    kind: 're-hash',
    what: 'an entry is changed and everything after it sealed again with plain hashes',
    act: async (world) => {
      await world.tamper(`UPDATE audit_entries SET actor = 'somebody-else' WHERE id = 5`);
      let previous = '';
      for (let number = 5; number <= ENTRIES; number++) {
        previous = createHash('sha256').update(`${previous}${number}`).digest('hex');
        await world.tamper(`UPDATE audit_seals SET seal = '${previous}' WHERE number = ${number}`);
      }
    },
  },
  {
    kind: 're-hash',
    what: 'the chain is sealed again from the beginning with another key',
    act: async (world) => {
      await world.tamper(
        `UPDATE audit_entries SET actor = 'somebody-else' WHERE id = 5`,
        `TRUNCATE audit_seals`,
      );
      await world.sealer(AuditKey.ephemeral()).seal();
    },
  },
  {
    kind: 'drop',
    what: 'the table of the seals is taken away',
    act: async ({ owner }) => {
      await owner.query(`ALTER TABLE audit_seals RENAME TO lost`);
    },
  },
  {
    kind: 'drop',
    what: 'a protecting trigger is switched off',
    act: async ({ owner }) => {
      await owner.query(`ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_append_only`);
    },
  },
  {
    kind: 'drop',
    what: 'the program is given the right to change entries',
    act: async ({ owner }) => {
      await owner.query(`GRANT UPDATE (details) ON audit_entries TO bo_tri_app`);
    },
  },
];

let world: AuditWorld;

beforeAll(async () => {
  world = await auditWorld();
});

beforeEach(async () => {
  await world.reset();
  await world.write(ENTRIES);
  await world.sealAll();
});

afterAll(() => world.close());

describe('the verification', () => {
  it('finds nothing in a trail that nobody touched', async () => {
    expect(await world.verify()).toMatchObject({
      intact: true,
      faults: [],
      entries: ENTRIES,
      sealed: ENTRIES,
      unsealed: 0,
      compared: 1,
      last: { number: ENTRIES, entryId: ENTRIES },
    });
  });

  it('finds nothing after programs that ended and began again', async () => {
    await world.write(2);
    await world.sealAll();
    await world.write(1);
    await world.sealAll();
    expect(await world.verify()).toMatchObject({ intact: true, faults: [], sealed: 15 });
  });

  it.each(TAMPERINGS)('reports $kind: $what', async ({ kind, entries, act }) => {
    await act(world);
    const { intact, faults } = await world.verify();
    expect(intact).toBe(false);
    const named = faults.filter((fault) => fault.kind === kind);
    expect(faults).toContainEqual(expect.objectContaining({ kind }));
    expect(named.map((fault) => fault.entryId)).toEqual(
      entries ?? named.map((fault) => fault.entryId),
    );
    for (const { message } of faults) expect(message).toMatch(/[ăâđêôơưạảấầệọốộớờợụủứừựỳ]/i);
  });

  it('has a case of every kind', () => {
    expect(new Set(TAMPERINGS.map(({ kind }) => kind)).size).toBe(10);
  });

  it('reports the unsealed tail with its age, which is no fault', async () => {
    await world.write(2);
    const found = await world.verify();
    expect(found).toMatchObject({ intact: true, sealed: ENTRIES, unsealed: 2 });
    expect(found.oldestUnsealedSeconds).toBeGreaterThanOrEqual(0);
    expect(found.oldestUnsealedSeconds).toBeLessThan(60);
  });
});

describe('an anchor on paper', () => {
  it('holds while the chain runs through it', async () => {
    const { last } = await world.verify();
    const paper = { entryId: last?.entryId ?? 0, seal: last?.seal.slice(0, 32) ?? '' };
    await world.write(3);
    await world.sealAll();
    expect(await world.verify(paper)).toMatchObject({ intact: true, compared: 3 });
  });

  it('tells a chain that was made again with the true key, the witness too', async () => {
    const { last } = await world.verify();
    const paper = { entryId: last?.entryId ?? 0, seal: last?.seal.slice(0, 32) ?? '' };
    await world.tamper(
      `UPDATE audit_entries SET actor = 'somebody-else' WHERE id = 5`,
      `TRUNCATE audit_seals`,
    );
    await rm(witnessFile(world.folder));
    await world.sealAll();
    expect(await world.verify()).toMatchObject({ intact: true });
    expect((await world.verify(paper)).faults.map(({ kind }) => kind)).toEqual(['replay']);
  });

  it('tells a tail that was cut, the witness too', async () => {
    const { last } = await world.verify();
    await world.tamper(
      `DELETE FROM audit_entries WHERE id > 9`,
      `DELETE FROM audit_seals WHERE entry_id > 9`,
    );
    const file = witnessFile(world.folder);
    await writeFile(file, '');
    const faults = (await world.verify({ entryId: 12, seal: last?.seal ?? '' })).faults;
    expect(faults).toContainEqual(expect.objectContaining({ kind: 'cut', entryId: 12 }));
  });
});

describe('the witness', () => {
  it('is not written by somebody without the key', async () => {
    const file = witnessFile(world.folder);
    const [line = ''] = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
    await appendFile(file, `${line.replace('"number":12', '"number":11')}\n`);
    expect((await world.verify()).faults.map(({ kind }) => kind)).toEqual(['edit']);
  });

  it('may end in a line that a kill tore', async () => {
    await appendFile(witnessFile(world.folder), '{"day":"2026-01-0');
    await world.write(1);
    await world.sealAll();
    expect(await world.verify()).toMatchObject({ intact: true, compared: 2 });
  });
});
