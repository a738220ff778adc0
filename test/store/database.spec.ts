import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { keptPlan } from '../../src/database/kept-plan.js';
import { Factories } from '../support/factories.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { TEST_ACTOR } from '../support/test-actor.js';

/** SQLSTATEs of PostgreSQL. */
const NO_PRIVILEGE = { code: '42501' };
const OVERLAP = { code: '23P01' };
const DEADLOCK = { code: '40P01' };

let database: FreshDatabase;
let factories: Factories;

beforeAll(async () => {
  database = await freshDatabase();
  factories = new Factories(database.transactions);
});

afterAll(() => database.close());

function run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
  return database.transactions.run(TEST_ACTOR, work);
}

async function one<T>(sql: string, parameters: unknown[] = []): Promise<T> {
  const [row] = await run((manager) => manager.query<T[]>(sql, parameters));
  if (row === undefined) throw new Error(`No row: ${sql}`);
  return row;
}

describe('a kept plan', () => {
  it('stays on the connection of a server, and is nobody’s on the embedded engine', async () => {
    const marked = keptPlan('SELECT $1::integer + 1 AS next');
    const plans = await run(async (manager) => {
      expect(await manager.query(marked, [1])).toEqual([{ next: 2 }]);
      expect(await manager.query(marked, [41])).toEqual([{ next: 42 }]);
      return manager.query<object[]>(
        'SELECT statement FROM pg_prepared_statements WHERE statement = $1',
        [marked],
      );
    });
    expect(plans).toEqual(process.env['DATABASE_URL'] ? [{ statement: marked }] : []);
  });
});

describe("the application's role", () => {
  const powerless = { rolsuper: false, rolbypassrls: false, owned: 0 };
  const facts = `SELECT rolsuper, rolbypassrls,
      (SELECT count(*)::integer FROM pg_class WHERE relowner = r.oid) AS owned
    FROM pg_roles r WHERE rolname = current_user`;

  it('is no superuser, bypasses no policy and owns no table', async () => {
    expect(await one(facts)).toEqual(powerless);
  });

  it('has no more rights outside of a transaction', async () => {
    expect(await database.source.query<object[]>(facts)).toEqual([powerless]);
  });

  it('can make no table', async () => {
    await expect(one('CREATE TABLE mine (id int)')).rejects.toMatchObject(NO_PRIVILEGE);
  });

  it('adds to the audit trail and changes nothing of it', async () => {
    await one(
      `INSERT INTO audit_entries (province_code, actor, role, from_address, kind, action, subject)
       VALUES ('11', 'officer-1', 'operator', 'terminal', 'write', 'test', 'test') RETURNING id`,
    );
    for (const sql of [
      `UPDATE audit_entries SET actor = 'other'`,
      'DELETE FROM audit_entries',
      'TRUNCATE audit_entries',
    ]) {
      await expect(one(sql)).rejects.toMatchObject(NO_PRIVILEGE);
    }
    expect(await one('SELECT actor FROM audit_entries')).toEqual({ actor: 'officer-1' });
  });
});

describe('main postings of a person', () => {
  const first = { startsOn: '2025-01-01', endsOn: '2025-07-01' };

  it('never overlap, not by a day', async () => {
    const { staffId, unitId, positionId } = await factories.aPosting(first);
    const second = { staffId, unitId, positionId, startsOn: '2025-06-30' };
    await expect(factories.aPosting(second)).rejects.toMatchObject(OVERLAP);
  });

  it('may touch, since spans are half-open', async () => {
    const { staffId } = await factories.aPosting(first);
    await factories.aPosting({ staffId, startsOn: '2025-07-01' });
    const { count } = await one<{ count: number }>(
      'SELECT count(*)::integer AS count FROM postings WHERE staff_id = $1',
      [staffId],
    );
    expect(count).toBe(2);
  });

  it('stand beside a concurrent one of the same days', async () => {
    const { staffId } = await factories.aPosting(first);
    const beside = await factories.aPosting({ ...first, staffId, kind: 'concurrent' });
    expect(beside.id).toBeGreaterThan(0);
  });
});

describe('folded', () => {
  it('takes case and diacritics away, Đ too', async () => {
    const row = await one(`SELECT folded('Đặng Thị ĐIỆN Biên') AS text`);
    expect(row).toEqual({ text: 'dang thi dien bien' });
  });

  it('takes letters in either form of Unicode as the same', async () => {
    const text = 'Nguyễn Thị Huệ';
    const row = await one('SELECT folded($1) = folded($2) AS same', [
      text.normalize('NFC'),
      text.normalize('NFD'),
    ]);
    expect(row).toEqual({ same: true });
  });

  it('finds both communes of names that differ only in diacritics', async () => {
    await factories.aUnit({ name: 'Nà Tòng' });
    await factories.aUnit({ name: 'Na Tông' });
    const rows = await run((manager) =>
      manager.query<{ name: string }[]>(
        `SELECT name FROM units WHERE province_code = '11' AND folded(name) = folded('na tong')`,
      ),
    );
    expect(rows.map((row) => row.name).sort()).toEqual(['Na Tông', 'Nà Tòng']);
  });

  it('is served by an index where no policy stands before it', async () => {
    const plan = await run(async (manager) => {
      await manager.query('SET LOCAL enable_seqscan = off');
      return manager.query<object[]>(
        `EXPLAIN SELECT 1 FROM units WHERE province_code = '11' AND folded(name) = 'lo van panh'`,
      );
    });
    expect(JSON.stringify(plan)).toContain('units_name_folded_idx');
    expect(JSON.stringify(plan)).toContain('folded(');
  });
});

describe('Transactions.run', () => {
  /** Fails as a deadlock does, in the database itself, the first `failures` times. */
  function deadlocked(failures: number): { attempts: () => number; work: typeof work } {
    let attempts = 0;
    const work = async (manager: EntityManager): Promise<number> => {
      attempts++;
      await manager.query(
        `INSERT INTO audit_entries (province_code, actor, role, from_address, kind, action, subject)
         VALUES ('11', 'officer-1', 'operator', 'terminal', 'write', 'deadlock', $1)`,
        [String(failures)],
      );
      if (attempts <= failures) {
        await manager.query(
          `DO $$ BEGIN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END $$`,
        );
      }
      return attempts;
    };
    return { attempts: () => attempts, work };
  }

  function written(failures: number): Promise<{ count: number }> {
    return one(
      `SELECT count(*)::integer AS count FROM audit_entries WHERE action = 'deadlock' AND subject = $1`,
      [String(failures)],
    );
  }

  it('starts again from the top after a deadlock and keeps only the last attempt', async () => {
    const { work } = deadlocked(2);
    expect(await run(work)).toBe(3);
    expect(await written(2)).toEqual({ count: 1 });
  });

  it('gives up after the third attempt and keeps nothing', async () => {
    const { work, attempts } = deadlocked(3);
    await expect(run(work)).rejects.toMatchObject(DEADLOCK);
    expect(attempts()).toBe(3);
    expect(await written(3)).toEqual({ count: 0 });
  });

  it('does not repeat work that failed for another reason', async () => {
    let attempts = 0;
    const work = async (manager: EntityManager): Promise<void> => {
      attempts++;
      await manager.query('SELECT 1 / 0');
    };
    await expect(run(work)).rejects.toMatchObject({ code: '22012' });
    expect(attempts).toBe(1);
  });

  it('tells the database who acts, where and as what, and only inside', async () => {
    const facts = `SELECT current_setting('bo_tri.actor', true) AS actor,
      current_setting('bo_tri.province', true) AS province, current_user::text AS role`;
    expect(await one(facts)).toEqual({
      actor: 'officer-1',
      province: '11',
      role: 'bo_tri_app',
    });
    const outside = await database.source.query<{ actor: string | null }[]>(facts);
    expect(outside[0]?.actor || null).toBeNull();
  });
});
