import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { AuditKey } from '../../src/access/audit-key.js';
import { Installation } from '../../src/access/installation.js';
import { type Refused, RefusalLog } from '../../src/access/refusal-log.js';
import { Trail } from '../../src/access/trail.js';
import { BadInput, Forbidden, RuleBroken, Unauthenticated } from '../../src/shared/errors.js';
import { Transactions } from '../../src/shared/transactions.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { TEST_ACTOR, TEST_PROVINCE } from '../support/test-actor.js';

let database: FreshDatabase;
let refusals: RefusalLog;
let seen = 0;

const logOver = (transactions: Transactions): RefusalLog =>
  new RefusalLog(
    transactions,
    new Trail(AuditKey.ephemeral()),
    new Installation({ provinceCode: TEST_PROVINCE, demo: false }),
  );

beforeAll(async () => {
  database = await freshDatabase();
  refusals = logOver(database.transactions);
});

beforeEach(async () => {
  seen = (await entries()).at(-1)?.id ?? seen;
});

afterAll(() => database.close());

interface Entry {
  readonly id: number;
  readonly actor: string;
  readonly role: string;
  readonly from: string;
  readonly action: string;
  readonly subject: string;
  readonly details: unknown;
}

function entries(): Promise<Entry[]> {
  return database.transactions.run(TEST_ACTOR, (manager) =>
    manager.query(
      `SELECT id, actor, role, from_address AS "from", action, subject, details FROM audit_entries
       WHERE kind = 'refusal' AND id > $1 ORDER BY id`,
      [seen],
    ),
  );
}

const REQUEST: Refused = {
  method: 'POST',
  path: '/api/scenarios/3/state',
  address: '10.0.0.7',
  actor: TEST_ACTOR,
};

describe('a refusal', () => {
  it('of somebody signed in stands in the trail, with its code and without values', async () => {
    const error = new RuleBroken('scenario.state-may-not-follow', 'Không được.', { to: 'applied' });
    await refusals.note(error, REQUEST);
    expect(await entries()).toEqual([
      {
        id: expect.any(Number),
        actor: TEST_ACTOR.id,
        role: TEST_ACTOR.role,
        from: TEST_ACTOR.from,
        action: 'refused',
        subject: 'POST /api/scenarios/3/state',
        details: { code: 'scenario.state-may-not-follow' },
      },
    ]);
  });

  it('of strangers is one entry for each address', async () => {
    const stranger = { ...REQUEST, actor: null };
    for (let count = 0; count < 5; count++)
      await refusals.note(new Unauthenticated('access.signed-out', 'Chưa đăng nhập.'), stranger);
    const foreign = new Forbidden('access.foreign-page', 'Trang khác.');
    await refusals.note(foreign, stranger);
    await refusals.note(foreign, { ...stranger, address: '10.0.0.8' });
    expect(await entries()).toEqual([]);
    await refusals.flush();
    expect((await entries()).map(({ role, from, details }) => ({ role, from, details }))).toEqual([
      {
        role: 'gate',
        from: '10.0.0.7',
        details: { codes: { 'access.signed-out': 5, 'access.foreign-page': 1 } },
      },
      { role: 'gate', from: '10.0.0.8', details: { codes: { 'access.foreign-page': 1 } } },
    ]);
  });

  it('of strangers at a thousand addresses fills the memory no further', async () => {
    const error = new Unauthenticated('access.signed-out', 'Chưa đăng nhập.');
    for (let host = 0; host < 1200; host++)
      await refusals.note(error, {
        ...REQUEST,
        actor: null,
        address: `10.1.${host >> 8}.${host & 255}`,
      });
    await refusals.flush();
    const written = await entries();
    expect(written).toHaveLength(1001);
    expect(written.at(-1)).toMatchObject({
      subject: 'address/others',
      details: { codes: { 'access.signed-out': 200 } },
    });
  });

  it('is not what could not be read, and not a bug', async () => {
    await refusals.note(new BadInput('request.id', 'Không phải mã số.'), REQUEST);
    await refusals.note(new Error('bug'), REQUEST);
    expect(await entries()).toEqual([]);
  });

  it('of a session that has ended meanwhile is a stranger’s', async () => {
    const ended = { ...TEST_ACTOR, role: 'officer' as const, session: 'gone' };
    const error = new Unauthenticated('access.signed-out', 'Chưa đăng nhập.');
    await refusals.note(error, { ...REQUEST, actor: ended });
    await refusals.flush();
    expect(await entries()).toMatchObject([{ role: 'gate', action: 'refused.strangers' }]);
  });

  it('whose entry cannot be written changes nothing', async () => {
    class Broken extends Transactions {
      override run<T>(): Promise<T> {
        return Promise.reject(new Unauthenticated('access.signed-out', 'Không có cơ sở dữ liệu.'));
      }
    }
    const error = new RuleBroken('x.y', 'Không được.');
    const broken = logOver(new Broken());
    await expect(broken.note(error, REQUEST)).resolves.toBeUndefined();
    Logger.overrideLogger(false);
    await expect(broken.flush()).resolves.toBeUndefined();
  });
});
