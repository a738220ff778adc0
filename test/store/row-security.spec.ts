import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionService } from '../../src/access/session/session.service.js';
import { LetterIssueService } from '../../src/letter/letter-issue.service.js';
import { LetterService } from '../../src/letter/letter.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Actor } from '../../src/shared/actor.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL_PROVINCE, TWO_COMMUNES } from '../support/demo-sources.js';
import { SMALL_PEOPLE } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedInByPassword } from '../support/account-of-role.js';

const DAY = '2025-07-01';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;
const actors = new Map<string, Actor>();

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app, TWO_COMMUNES);
  const scope = (unitCode: string, startsOn = DAY, endsOn: string | null = null) => [
    { unitCode, startsOn, endsOn },
  ];
  const accounts = [
    { login: 'tinh', role: 'officer' },
    { login: 'tinh.chinhquyen', role: 'officer', block: 'government' },
    { login: 'tinh.dang', role: 'officer', block: 'party' },
    { login: 'ban.moi', role: 'leader', scope: scope('90001') },
    { login: 'ban.khac', role: 'leader', scope: scope('90002') },
    { login: 'het.nhiem-ky', role: 'leader', scope: scope('90002', DAY, '2025-09-01') },
    { login: 'xa.la', role: 'leader', scope: scope('77777') },
    { login: 'quan.ly', role: 'manager', scope: scope('90002') },
    { login: 'nhat.ky', role: 'auditor' },
    { login: 'quan.tri', role: 'administrator' },
  ] as const;
  for (const account of accounts) actors.set(account.login, await signedInByPassword(app, account));
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

function actor(login: string): Actor {
  const found = actors.get(login);
  if (found === undefined) throw new Error(`nobody is called ${login}`);
  return found;
}

/** What a query without any condition gives. */
function seen<T = Record<string, unknown>>(login: string, sql: string): Promise<T[]> {
  return database.transactions.run(actor(login), (manager) => manager.query<T[]>(sql));
}

async function names(login: string): Promise<string[]> {
  const rows = await seen<{ name: string }>(
    login,
    'SELECT full_name AS name FROM staff ORDER BY 1',
  );
  return rows.map((row) => row.name);
}

const count = async (login: string, table: string): Promise<number> =>
  Number((await seen<{ count: number }>(login, `SELECT count(*) FROM ${table}`))[0]?.count);

/** Every table that holds something of somebody. */
const PERSONAL = [
  ...['staff', 'staff_ratings', 'staff_languages', 'staff_conditions', 'wishes', 'postings'],
  ...['import_batches', 'import_files', 'import_rows', 'import_issues'],
  ...['import_sheets', 'import_corrections', 'import_answers', 'column_choices'],
  ...['scenarios', 'scenario_facts', 'pins', 'placement_runs', 'proposals', 'jobs'],
  ...['run_units', 'run_holders', 'run_cells'],
  ...['scenario_agreements', 'person_events', 'movements', 'gap_plans', 'specialist_requests'],
  ...['letter_templates', 'number_blocks', 'letters', 'person_acts'],
  ...['roster_campaigns', 'roster_signatures'],
  ...['ranking_registers', 'ranking_lines', 'pool_refusals'],
];
const DOOR = ['accounts', 'account_scopes', 'sessions', 'sign_in_failures', 'access_settings'];
const TRAIL = ['audit_entries', 'audit_seals', 'audit_anchors'];

describe('the database alone', () => {
  it.each([...PERSONAL, ...DOOR, ...TRAIL])('shows nothing of %s to nobody', async (table) => {
    const rows = await database.source.query<object[]>(`SELECT 1 FROM ${table}`).catch(() => []);
    expect(rows).toEqual([]);
  });

  it('has a policy on every table with a row of a province, but for the open catalogue', async () => {
    const open = ['units', 'unit_successions', 'positions', 'position_successions', 'aliases'];
    const rows = await database.query<{ name: string }[]>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'province_code'
         AND NOT c.relrowsecurity ORDER BY 1`,
    );
    expect(rows.map((row) => row.name)).toEqual([...open].sort());
  });

  it.each(['quan.tri', 'nhat.ky'])('shows %s no person and no plan', async (login) => {
    for (const table of PERSONAL)
      expect({ table, rows: await count(login, table) }).toEqual({ table, rows: 0 });
  });

  it.each(['tinh', 'tinh.dang', 'ban.moi', 'quan.ly', 'nhat.ky'])(
    'shows %s no account and no session',
    async (login) => {
      for (const table of DOOR)
        expect({ table, rows: await count(login, table) }).toEqual({ table, rows: 0 });
    },
  );

  it.each(['tinh', 'tinh.chinhquyen', 'ban.moi', 'quan.ly', 'quan.tri'])(
    'shows %s no line of the trail',
    async (login) => {
      for (const table of TRAIL)
        expect({ table, rows: await count(login, table) }).toEqual({ table, rows: 0 });
    },
  );

  it('shows the auditor the trail and the administrator the accounts', async () => {
    expect(await count('nhat.ky', 'audit_entries')).toBeGreaterThan(5);
    expect(await count('quan.tri', 'accounts')).toBe(actors.size);
  });
});

describe('scope', () => {
  it('of the province’s officer is everybody', async () => {
    expect(await count('tinh', 'staff')).toBe(SMALL_PEOPLE.length);
    expect(await count('tinh', 'scenarios')).toBe(2);
  });

  it('of one block is the people of that block', async () => {
    expect(await count('tinh.chinhquyen', 'staff')).toBe(SMALL_PEOPLE.length);
    expect(await count('tinh.dang', 'staff')).toBe(0);
    expect(await count('tinh.dang', 'postings')).toBe(0);
    expect(await count('tinh.chinhquyen', 'establishments')).toBe(3);
    expect(await count('tinh.dang', 'establishments')).toBe(0);
  });

  it('of a leader is who works in the commune now, with its divisions, and nobody else', async () => {
    const [mine, theirs] = [await names('ban.moi'), await names('ban.khac')];
    expect(mine).toEqual(['Lò Văn Hai', 'Lò Văn Một']);
    expect(theirs.length).toBeGreaterThan(0);
    expect(mine.filter((name) => theirs.includes(name))).toEqual([]);
    const units = await seen<{ code: string }>(
      'ban.moi',
      `SELECT DISTINCT split_part(unit.code, '.', 1) AS code FROM postings JOIN units unit ON unit.id = unit_id`,
    );
    expect(units).toEqual([{ code: '90001' }]);
    expect(await count('ban.moi', 'establishments')).toBe(2);
    expect(await count('ban.moi', 'norms')).toBe(1);
  });

  it('ends with its last day, and of a unit that is nowhere is nobody', async () => {
    for (const login of ['het.nhiem-ky', 'xa.la'])
      expect([
        await names(login),
        await count(login, 'postings'),
        await count(login, 'proposals'),
      ]).toEqual([[], 0, 0]);
  });

  it('holds details of a person as it holds the person', async () => {
    const staff = await seen<{ id: number }>('ban.moi', 'SELECT id FROM staff');
    const ids = new Set(staff.map((row) => row.id));
    for (const table of ['staff_ratings', 'staff_conditions', 'wishes', 'staff_languages']) {
      const rows = await seen<{ staff_id: number }>('ban.moi', `SELECT staff_id FROM ${table}`);
      expect(rows.filter((row) => !ids.has(row.staff_id))).toEqual([]);
      expect(rows.length).toBeLessThanOrEqual(await count('tinh', table));
    }
  });

  it('holds what somebody else has sent', async () => {
    expect(await count('quan.ly', 'import_batches')).toBe(0);
    expect(await count('quan.ly', 'import_rows')).toBe(0);
    expect(await count('tinh', 'import_rows')).toBeGreaterThan(0);
  });
});

describe('a scenario', () => {
  const proposals = (login: string) =>
    seen<{ name: string; unit: string | null }>(
      login,
      `SELECT staff.full_name AS name, line.unit_code AS unit FROM proposals line
       JOIN staff ON staff.id = line.staff_id WHERE line.run_id = ${job.best.id} ORDER BY 1`,
    );

  it('is nobody’s but the officer’s while it is a draft', async () => {
    expect(await proposals('ban.khac')).toEqual([]);
    expect(await proposals('quan.ly')).toEqual([]);
    expect((await proposals('tinh')).length).toBe(SMALL_PEOPLE.length);
  });

  it('once submitted shows a leader who comes and who of the own people goes, and no more', async () => {
    const scenarios = app.get(ScenarioService);
    const { id, version } = job.couldHaveBeen;
    await scenarios.move(SMALL_ACTOR, { id, to: 'submitted', version });
    const all = await proposals('tinh');
    const own = new Set(await names('ban.khac'));
    const mine = await proposals('ban.khac');
    expect(mine.length).toBeGreaterThan(0);
    const isMine = ({ name, unit }: { name: string; unit: string | null }): boolean =>
      own.has(name) || (unit ?? '').startsWith('90002');
    expect(mine).toEqual(all.filter(isMine));
    const facts = await seen<{ kind: string; keys: number }>(
      'ban.khac',
      `SELECT kind, count(*)::integer AS keys FROM scenario_facts WHERE scenario_id = ${id}
         AND kind IN ('person', 'seat', 'unit') GROUP BY kind ORDER BY kind`,
    );
    const wide = await seen<{ kind: string; keys: number }>(
      'tinh',
      `SELECT kind, count(*)::integer AS keys FROM scenario_facts WHERE scenario_id = ${id}
         AND kind IN ('person', 'seat', 'unit') GROUP BY kind ORDER BY kind`,
    );
    const keysOf = (rows: typeof facts, kind: string) =>
      rows.find((row) => row.kind === kind)?.keys;
    expect(keysOf(facts, 'person')).toBeLessThan(keysOf(wide, 'person')!);
    expect(keysOf(facts, 'seat')).toBe(1);
    expect(keysOf(facts, 'unit')).toBe(keysOf(wide, 'unit'));
  });
});

describe('a movement', () => {
  const moved = (login: string) =>
    seen<{ state: string }>(login, `SELECT state FROM movements ORDER BY id`);

  beforeAll(async () => {
    const insert = (state: string, key: string) =>
      seen(
        'tinh',
        `INSERT INTO movements (province_code, staff_id, kind, state, starts_on, from_unit_id, to_unit_id, reason,
           decision_number, decided_on, decided_at, effects, created_by)
         SELECT '${SMALL_PROVINCE}', h.staff_id, 'transfer', '${state}', '2026-01-01', h.unit_id,
           (SELECT id FROM units WHERE code = '90001' AND ends_on IS NULL), 'task', '1/QĐ', '2026-01-01', now(), '{}', '${key}'
         FROM postings h JOIN units u ON u.id = h.unit_id AND u.code LIKE '90002%'
         WHERE h.kind = 'main' AND h.ends_on IS NULL ORDER BY h.id LIMIT 1`,
      );
    await insert('planned', 'a');
    await insert('decided', 'b');
  });

  it('is the officer’s until it is decided, then both communes’ too, and nobody else’s', async () => {
    expect(await moved('tinh')).toHaveLength(2);
    for (const login of ['ban.moi', 'ban.khac', 'quan.ly'])
      expect([login, await moved(login)]).toEqual([login, [{ state: 'decided' }]]);
    for (const login of ['xa.la', 'het.nhiem-ky', 'tinh.dang', 'nhat.ky', 'quan.tri'])
      expect([login, await moved(login)]).toEqual([login, []]);
  });

  it.each(['ban.moi', 'quan.ly', 'tinh.chinhquyen'])('is not for %s to change', async (login) => {
    const [, changed] = (await seen(login, `UPDATE movements SET state = 'withdrawn'`)) as [
      unknown,
      number,
    ];
    expect(changed).toBe(0);
  });
});

describe('a letter', () => {
  const people = (login: string) =>
    seen<{ name: string }>(
      login,
      `SELECT fields->>'ho_ten' AS name FROM letters ORDER BY fields->>'ho_ten'`,
    );
  const working = (login: string) =>
    seen<{ name: string }>(
      login,
      `SELECT full_name AS name FROM staff WHERE id IN (
         SELECT staff_id FROM proposals WHERE run_id = ${job.baseline.id}) ORDER BY full_name`,
    );

  beforeAll(async () => {
    const issuer = { superior: '', body: 'Sở', place: 'X', authority: 'A', signerTitle: 'B' };
    const span = { year: 2025, symbol: 'QĐ', first: 1, last: 500 };
    const blockId = await app
      .get(LetterService)
      .openBlock(SMALL_ACTOR, { ...span, issuer: { ...issuer, signerName: '' } });
    await app.get(LetterIssueService).ofPlan(SMALL_ACTOR, {
      ...{ scenarioId: job.asItWas.scenario.id, blockId, issuedOn: DAY },
      ...{ staffIds: null, unitCode: null },
    });
  });

  it('is seen by the province, and else by whoever sees the person', async () => {
    expect((await people('tinh')).length).toBeGreaterThan(3);
    for (const login of ['ban.moi', 'ban.khac', 'quan.ly']) {
      const own = await people(login);
      expect([login, own.length > 0]).toEqual([login, true]);
      const mine = new Set((await working(login)).map(({ name }) => name));
      expect(own.filter(({ name }) => !mine.has(name))).toEqual([]);
      expect(own.length).toBeLessThan((await people('tinh')).length);
    }
    for (const login of ['xa.la', 'nhat.ky', 'quan.tri'])
      expect([login, await people(login)]).toEqual([login, []]);
  });

  it('and the numbers and templates are the province’s alone', async () => {
    for (const login of ['ban.moi', 'quan.ly', 'tinh.dang', 'nhat.ky'])
      for (const table of ['number_blocks', 'letter_templates'])
        expect([login, table, await count(login, table)]).toEqual([login, table, 0]);
    expect(await count('tinh', 'number_blocks')).toBe(1);
  });

  it.each(['ban.moi', 'quan.ly'])('is not for %s to replace', async (login) => {
    const [, changed] = (await seen(login, 'UPDATE letters SET is_current = false')) as [
      unknown,
      number,
    ];
    expect(changed).toBe(0);
  });
});

describe('writing', () => {
  const write = (login: string, sql: string): Promise<unknown> => seen(login, sql);

  it.each([
    ['ban.moi', `UPDATE staff SET full_name = 'x'`],
    ['ban.moi', `DELETE FROM postings`],
    ['quan.tri', `UPDATE staff SET full_name = 'x'`],
    ['nhat.ky', `UPDATE scenarios SET name = 'x'`],
    ['tinh.chinhquyen', `UPDATE establishments SET seats = 99`],
    ['quan.ly', `UPDATE scenarios SET state = 'applied'`],
    ['tinh', `UPDATE accounts SET role = 'administrator'`],
  ])('%s changes nothing by: %s', async (login, sql) => {
    const before = await database.query('SELECT full_name FROM staff ORDER BY 1');
    const [, changed] = (await write(login, sql)) as [unknown, number];
    expect(changed).toBe(0);
    expect(await database.query('SELECT full_name FROM staff ORDER BY 1')).toEqual(before);
  });

  it('of a manager reaches the own people only', async () => {
    const own = await names('quan.ly');
    const [, changed] = (await write('quan.ly', `UPDATE staff SET note = 'xong'`)) as [
      unknown,
      number,
    ];
    expect(changed).toBe(own.length);
    const noted = await database.query<{ name: string }[]>(
      `SELECT full_name AS name FROM staff WHERE note = 'xong' ORDER BY 1`,
    );
    expect(noted.map((row) => row.name)).toEqual(own);
  });

  it('of another province is refused', async () => {
    await expect(
      write('tinh', `INSERT INTO staff (province_code, key, full_name) VALUES ('11', 'k', 'x')`),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('of a posting outside the scope is refused', async () => {
    await expect(
      write(
        'quan.ly',
        `INSERT INTO postings (province_code, staff_id, unit_id, position_id, kind, starts_on, seated, source_kind)
         SELECT '${SMALL_PROVINCE}', staff.id, unit.id, position.id, 'concurrent', '2025-07-01', true, 'decision'
         FROM staff, units unit, positions position WHERE unit.code = '90001' LIMIT 1`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('who acts', () => {
  it('is the account of the session, whatever the program says', async () => {
    const leader = actor('ban.moi');
    const claimed: Actor = { ...leader, role: 'officer' };
    const rows = await database.transactions.run(claimed, (manager) =>
      manager.query<{ role: string }[]>('SELECT acting_role() AS role'),
    );
    expect(rows).toEqual([{ role: 'leader' }]);
    const other: Actor = { ...leader, id: 'tinh' };
    await expect(
      database.transactions.run(other, (manager) => manager.query('SELECT 1')),
    ).rejects.toMatchObject({ code: 'access.signed-out' });
  });

  it('cannot be an account without a session', async () => {
    const bare: Actor = { ...actor('tinh'), session: null };
    await expect(
      database.transactions.run(bare, (manager) => manager.query('SELECT 1')),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('is nobody once the session has ended', async () => {
    const gone = await signedInByPassword(app, { login: 'ra.ve', role: 'officer' });
    await app.get(SessionService).signOut({ address: '', agent: '', device: null }, gone.session!);
    await expect(
      database.transactions.run(gone, (manager) => manager.query('SELECT 1')),
    ).rejects.toMatchObject({ code: 'access.signed-out' });
  });

  it('leaves nothing behind for the next transaction of the connection', async () => {
    await count('tinh', 'staff');
    const rows = await database.source.query<object[]>('SELECT 1 FROM staff').catch(() => []);
    expect(rows).toEqual([]);
  });
});
