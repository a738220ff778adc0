import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityManager, QueryRunner } from 'typeorm';
import { AuditKey } from '../../src/access/audit-key.js';
import { auditWorld, type AuditWorld } from '../support/audit-world.js';
import { TEST_ACTOR } from '../support/test-actor.js';

const NO_PRIVILEGE = { code: '42501' };
const ON_SERVER = Boolean(process.env['DATABASE_URL']);

let world: AuditWorld;

beforeAll(async () => {
  world = await auditWorld();
});

beforeEach(() => world.reset());

afterAll(() => world.close());

function run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
  return world.database.transactions.run(TEST_ACTOR, work);
}

async function query<T>(sql: string): Promise<T[]> {
  return run((manager) => manager.query<T[]>(sql));
}

const sealedIds = async (): Promise<number[]> =>
  (await query<{ id: number }>('SELECT entry_id AS id FROM audit_seals ORDER BY number')).map(
    ({ id }) => id,
  );

describe('an entry', () => {
  it('gets its number and its time from the database, whatever is sent', async () => {
    const [entry] = await query<{ id: number; late: boolean }>(
      `INSERT INTO audit_entries (province_code, id, at, actor, role, from_address, kind, action, subject)
       VALUES ('11', 77, '2020-01-01', 'x', 'operator', 'terminal', 'write', 'x', 'x')
       RETURNING id, at < now() - interval '1 minute' AS late`,
    );
    expect(entry).toEqual({ id: 1, late: false });
  });

  it('says who, as what, from where, why, and what changed, with sensitive values hashed', async () => {
    await run((manager) =>
      world.trail.record(manager, TEST_ACTOR, {
        kind: 'reveal',
        action: 'person.revealed',
        subject: 'person/7',
        why: 'Thẩm tra hồ sơ',
        before: { religion: 'Không' },
        after: { religion: 'Công giáo' },
      }),
    );
    const [entry] = await query<Record<string, unknown>>(
      'SELECT actor, role, from_address, kind, why, before, after FROM audit_entries',
    );
    const religion = expect.stringMatching(/^hmac:[0-9a-f]{12}$/);
    expect(entry).toEqual({
      actor: 'officer-1',
      role: 'operator',
      from_address: 'terminal',
      kind: 'reveal',
      why: 'Thẩm tra hồ sơ',
      before: { religion },
      after: { religion },
    });
    expect(entry?.['before']).not.toEqual(entry?.['after']);
  });

  it('goes with the act that fails', async () => {
    const failing = run(async (manager) => {
      await world.trail.record(manager, TEST_ACTOR, { action: 'x', subject: 'x' });
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await query('SELECT FROM audit_entries')).toEqual([]);
  });
});

describe('the sealer', () => {
  it('chains what was committed, in the order of the numbers, once', async () => {
    await world.write(3);
    expect(await world.sealer().seal()).toBe('done');
    expect(await world.sealer().seal()).toBe('done');
    expect(await sealedIds()).toEqual([1, 2, 3]);
  });

  it('chains more than one batch', async () => {
    await world.write(1203);
    await world.sealer().seal();
    expect(await sealedIds()).toHaveLength(1203);
    expect(await world.verify()).toMatchObject({ faults: [], sealed: 1203 });
  });

  it('seals within two seconds while the program runs', async () => {
    const sealer = world.sealer();
    sealer.onApplicationBootstrap();
    try {
      await world.write(2);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      expect(await sealedIds()).toEqual([1, 2]);
      expect(sealer.state).toBe('sealing');
    } finally {
      await sealer.beforeApplicationShutdown();
    }
  });

  it('does not go on with another key, and says so', async () => {
    await world.write(1);
    await world.sealer().seal();
    await world.write(1);
    expect(await world.sealer(AuditKey.ephemeral()).seal()).toBe('other-key');
    expect(await sealedIds()).toEqual([1]);
  });

  it('leaves numbers of transactions that were rolled back out', async () => {
    await world.write(1);
    await run(async (manager) => {
      await world.trail.record(manager, TEST_ACTOR, { action: 'x', subject: 'x' });
      throw new Error('back');
    }).catch(() => null);
    await world.write(1);
    await world.sealer().seal();
    expect(await sealedIds()).toEqual([1, 3]);
    expect(await world.verify()).toMatchObject({ faults: [] });
  });
});

describe('the seals', () => {
  it('are added to by the program and never changed', async () => {
    await world.write(1);
    await world.sealer().seal();
    for (const table of ['audit_seals', 'audit_anchors'])
      for (const sql of [
        `UPDATE ${table} SET seal = ''`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ])
        await expect(query(sql)).rejects.toMatchObject(NO_PRIVILEGE);
  });

  it('are not changed by their owner either while the triggers are on', async () => {
    await expect(world.owner.query('DELETE FROM audit_seals')).rejects.toMatchObject(NO_PRIVILEGE);
    await expect(world.owner.query('DELETE FROM audit_anchors')).rejects.toMatchObject(
      NO_PRIVILEGE,
    );
  });
});

// The embedded engine has one session, so nobody writes beside another.
if (ON_SERVER) besideOthers();

function besideOthers(): void {
  describe('beside other writers', () => {
    async function open(): Promise<QueryRunner> {
      const runner = world.database.source.createQueryRunner();
      await runner.startTransaction();
      await runner.query(
        `SELECT set_config('role', 'bo_tri_app', true), act_as($1, $2, $3, NULL)`,
        [...[TEST_ACTOR.provinceCode, TEST_ACTOR.id, TEST_ACTOR.role]],
      );
      return runner;
    }

    const record = (runner: QueryRunner): Promise<void> =>
      world.trail.record(runner.manager, TEST_ACTOR, { action: 'x', subject: 'x' });

    it('waits for a smaller number that is still to come', async () => {
      const slow = await open();
      await record(slow);
      await world.write(2);
      const sealer = world.sealer();
      expect(await sealer.seal()).toBe('waiting');
      expect(await sealedIds()).toEqual([]);
      await slow.commitTransaction();
      await slow.release();
      expect(await sealer.seal()).toBe('done');
      expect(await sealedIds()).toEqual([1, 2, 3]);
    });

    // A horizon from the end of a snapshot, which is one past the newest finished transaction, would miss the slow one.
    it('waits for a smaller number of a transaction that began later than the one it has seen', async () => {
      const quick = await open();
      await quick.query('SELECT pg_current_xact_id()');
      const slow = await open();
      await record(slow);
      await record(quick);
      await quick.commitTransaction();
      await quick.release();
      const sealer = world.sealer();
      expect(await sealer.seal()).toBe('waiting');
      await slow.commitTransaction();
      await slow.release();
      expect(await sealer.seal()).toBe('done');
      expect(await sealedIds()).toEqual([1, 2]);
      expect(await world.verify()).toMatchObject({ faults: [] });
    });

    it('does not wait for a number that was rolled back', async () => {
      const slow = await open();
      await record(slow);
      await world.write(1);
      const sealer = world.sealer();
      expect(await sealer.seal()).toBe('waiting');
      await slow.rollbackTransaction();
      await slow.release();
      expect(await sealer.seal()).toBe('done');
      expect(await sealedIds()).toEqual([2]);
    });

    it('does not wait for transactions that write no entry', async () => {
      const other = await open();
      await other.query('SELECT pg_current_xact_id()');
      await world.write(1);
      expect(await world.sealer().seal()).toBe('done');
      await other.rollbackTransaction();
      await other.release();
      expect(await sealedIds()).toEqual([1]);
    });

    it('leaves the turn to one of two programs', async () => {
      await world.write(5);
      const [one, two] = [world.sealer(), world.sealer()];
      await Promise.all([one.seal(), two.seal()]);
      await Promise.all([one.seal(), two.seal()]);
      expect(await sealedIds()).toEqual([1, 2, 3, 4, 5]);
    });

    it('keeps the order under a crowd', async () => {
      const sealer = world.sealer();
      let writing = true;
      const crowd = Promise.all(
        Array.from({ length: 5 }, async () => {
          for (let count = 0; count < 30; count++) await world.write(1);
        }),
      ).finally(() => (writing = false));
      while (writing) await sealer.seal();
      await crowd;
      while ((await sealer.seal()) !== 'done');
      expect(await sealedIds()).toHaveLength(150);
      expect(await world.verify()).toMatchObject({ faults: [], sealed: 150 });
    });
  });
}
