import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { AuditKey } from '../src/access/audit-key.js';
import { Trail } from '../src/access/trail.js';
import { dataSource } from '../src/database/data-source.js';
import { ENTITIES } from '../src/entities.js';
import { findCells } from '../src/gap/gap.view.js';
import { PeoplePageView } from '../src/registry/people-page.view.js';
import { PersonView } from '../src/registry/person/person.view.js';
import type { PeopleQuery } from '../src/registry/registry.queries.js';
import { operatorOf } from '../src/shared/actor.js';
import { measure, type Measured } from './http/load.js';
import { switchPolicies } from './http/policies.js';
import { processorOf } from './http/processor.js';
import { pgbench, recorded } from './http/statements.js';
import { median } from './median.js';

/**
 * The API on a PostgreSQL server under 100 sessions at once: the gap board, a page of people, a person's file; beside a
 * bare NestJS route with the same statements and JSON, and beside the same statements by pgbench with and without
 * row-level security. They take turns, each round in another order. Server: DATABASE_URL and DATABASE_OWNER_URL; the database is made and dropped.
 */
const SMOKE = process.argv.includes('--smoke');
const ROUNDS = SMOKE ? 1 : 6;
const SECONDS = SMOKE ? 1 : 3;
/** Before each measuring, unmeasured: connections plan their kept statements anew after policies were switched. */
const WARMING_SECONDS = SMOKE ? 0.5 : 1.5;
const SESSIONS = 100;
const POOL = 8;
const DAY = '2025-07-01';
const PROGRAM = fileURLToPath(new URL('../src/main.js', import.meta.url));
const BARE = fileURLToPath(new URL('./http/bare.js', import.meta.url));

const OWNER = process.env['DATABASE_OWNER_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
const LOGIN = process.env['DATABASE_URL'] ?? OWNER;
const NAME = `bo_tri_bench_${process.pid}`;

function onDatabase(url: string): string {
  const changed = new URL(url);
  changed.pathname = `/${NAME}`;
  return changed.href;
}

async function execute(url: string, sql: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql, values).finally(() => client.end());
}

/** Starts a program and waits for the address that it prints. */
function started(script: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [script], {
    env: {
      ...process.env,
      ...{ HOST: '127.0.0.1', PORT: '0', DEMO: '1', PROVINCE: '11' },
      ...{ DATABASE_URL: onDatabase(LOGIN), DATABASE_OWNER_URL: onDatabase(OWNER) },
      ...{ REQUESTS_PER_MINUTE: '1000000', HEAVY_PER_MINUTE: '1000000', REQUESTS_AT_ONCE: '200' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`${script} ended: ${said}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const port = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve({ child, url: `http://127.0.0.1:${port}` });
    });
  });
}

/** Sessions of the demo's officer, made in the database: signing in a hundred times would measure the password hash. */
async function openSessions(): Promise<{ readonly cookies: string[]; readonly key: string }> {
  const tokens = Array.from({ length: SESSIONS }, () => randomBytes(32).toString('base64url'));
  const keys = tokens.map((token) => createHash('sha256').update(token).digest('hex'));
  await execute(
    onDatabase(OWNER),
    `INSERT INTO sessions (key, province_code, account_id, stage, csrf_token, idle_until, expires_at, address, agent)
     SELECT key, '11', account.id, 'full', key, now() + interval '1 hour', now() + interval '1 hour', '127.0.0.1', 'bench'
     FROM accounts account, unnest($1::text[]) key WHERE account.login = 'canbo'`,
    [keys],
  );
  return { cookies: tokens.map((token) => `bo_tri_session=${token}`), key: keys[0] ?? '' };
}

interface Route {
  readonly name: string;
  readonly paths: readonly string[];
  readonly statements: readonly string[];
}

async function routes(): Promise<Route[]> {
  const source = await dataSource({ url: onDatabase(OWNER) }, ENTITIES).initialize();
  const actor = operatorOf('11', 'canbo');
  const trail = new Trail(AuditKey.ephemeral());
  const { manager } = source;
  const people = await manager.query<{ id: number }[]>(
    'SELECT id FROM staff ORDER BY id LIMIT 500',
  );
  const some = people[250]?.id ?? 1;
  const query = { on: DAY, offset: 0, limit: 50 } as PeopleQuery;
  try {
    return [
      {
        name: 'gap board',
        paths: [`/api/gap/cells?on=${DAY}`],
        statements: await recorded(manager, (asked) => findCells(asked, '11', { on: DAY })),
      },
      {
        name: 'page of people',
        paths: [`/api/people?on=${DAY}&offset=0&limit=50`],
        statements: await recorded(manager, (asked) =>
          new PeoplePageView().page(asked, actor, query),
        ),
      },
      {
        name: 'person’s file',
        paths: people.map(({ id }) => `/api/people/${id}?on=${DAY}`),
        statements: await recorded(manager, async (asked) => {
          await new PersonView().find(asked, actor, some);
          const entry = { action: 'person.read', subject: `person/${some}`, kind: 'read' } as const;
          await trail.record(asked, actor, entry);
        }),
      },
    ];
  } finally {
    await source.destroy();
  }
}

/** How a program did in one round. */
interface Turn extends Measured {
  /** Processor milliseconds of an answer, the database's with them; null where they cannot be told. */
  readonly processorMs: number | null;
}

interface Round {
  readonly ours: Turn;
  /** The same program with row-level security switched off in the database. */
  readonly unsecured: Turn;
  readonly bare: Turn;
  /** Transactions a second of the statements alone. */
  readonly open: number;
  readonly secured: number;
}

async function turn(peer: Peer, paths: readonly string[]): Promise<Turn> {
  const load = { paths, url: peer.url, cookies: peer.cookies };
  await measure({ ...load, seconds: WARMING_SECONDS });
  const processor = await processorOf(peer.pid, onDatabase(OWNER));
  const from = await processor?.now();
  const measured = await measure({ ...load, seconds: SECONDS });
  const until = await processor?.now();
  await processor?.end();
  const spent = from === undefined || until === undefined ? null : until - from;
  return {
    ...measured,
    processorMs: spent === null ? null : (spent * 1000) / measured.answers,
  };
}

async function unsecuredTurn(peer: Peer, paths: readonly string[]): Promise<Turn> {
  await switchPolicies(onDatabase(OWNER), false);
  try {
    return await turn(peer, paths);
  } finally {
    await switchPolicies(onDatabase(OWNER), true);
  }
}

async function round(route: Route, { ours, bare, key }: Peers, number: number): Promise<Round> {
  const { paths } = route;
  const turns: Partial<Record<'ours' | 'unsecured' | 'bare', Turn>> = {};
  const all = [
    async () => (turns.ours = await turn(ours, paths)),
    async () => (turns.unsecured = await unsecuredTurn(ours, paths)),
    async () => (turns.bare = await turn(bare, paths)),
  ];
  for (let at = 0; at < all.length; at++) await all[(at + number) % all.length]?.();
  const sql = { clients: POOL, seconds: SECONDS };
  const acting = [
    'BEGIN',
    `SELECT set_config('role', 'bo_tri_app', true), act_as('11', 'canbo', 'officer', '${key}')`,
  ];
  const statements = [...route.statements, 'COMMIT'];
  return {
    ...(turns as Required<typeof turns>),
    open: pgbench({ ...sql, url: onDatabase(OWNER), statements: ['BEGIN', ...statements] }),
    secured: pgbench({ ...sql, url: onDatabase(LOGIN), statements: [...acting, ...statements] }),
  };
}

/** A program that is asked. */
interface Peer {
  readonly url: string;
  readonly pid: number;
  readonly cookies: readonly string[];
}

interface Peers {
  readonly ours: Peer;
  readonly bare: Peer;
  readonly key: string;
}

function line(name: string, all: readonly Turn[]): string {
  const of = (pick: (each: Turn) => number): string => median(all.map(pick)).toFixed(1).padStart(8);
  return `  ${name.padEnd(28)} ${of((each) => each.throughput)} /s   median ${of((each) => each.median)} ms   p95 ${of((each) => each.p95)} ms   processor ${of((each) => each.processorMs ?? Number.NaN)} ms`;
}

function processorShare(one: Turn, other: Turn): number {
  return (one.processorMs ?? Number.NaN) / (other.processorMs ?? Number.NaN);
}

async function compare(route: Route, peers: Peers): Promise<string[]> {
  const rounds: Round[] = [];
  while (rounds.length < ROUNDS) rounds.push(await round(route, peers, rounds.length));
  const refused = rounds.flatMap((each) => [each.ours, each.unsecured, each.bare]);
  const count = refused.reduce((sum, each) => sum + each.refused, 0);
  if (count > 0) throw new Error(`${route.name}: ${count} answers were refusals`);
  const of = (pick: (each: Round) => number): number => median(rounds.map(pick));
  const percent = (pick: (each: Round) => number): string =>
    `${((of(pick) - 1) * 100).toFixed(0)} %`;
  return [
    route.name,
    line(
      'ours',
      rounds.map((each) => each.ours),
    ),
    line(
      'ours, policies off',
      rounds.map((each) => each.unsecured),
    ),
    line(
      'bare route',
      rounds.map((each) => each.bare),
    ),
    `  pgbench ${of((each) => each.open).toFixed(1)} /s, acting under policies ${of((each) => each.secured).toFixed(1)} /s`,
    `  ours / bare ${of((each) => each.ours.throughput / each.bare.throughput).toFixed(2)}, by processor time ${of((each) => processorShare(each.bare, each.ours)).toFixed(2)}`,
    `  p95 / median ${of((each) => each.ours.p95 / each.ours.median).toFixed(2)}`,
    `  row-level security adds ${percent((each) => each.unsecured.throughput / each.ours.throughput)} to a request (processor time ${percent((each) => processorShare(each.ours, each.unsecured))}), with act_as ${percent((each) => each.open / each.secured)} to the statements alone`,
  ];
}

await execute(OWNER, `CREATE DATABASE ${NAME} TEMPLATE template0`);
const running: ChildProcess[] = [];
try {
  const ours = await started(PROGRAM);
  running.push(ours.child);
  const bare = await started(BARE);
  running.push(bare.child);
  const { cookies, key } = await openSessions();
  const lines = [
    `Node ${process.version}, ${cpus().length} cores, ${SESSIONS} sessions, pool of ${POOL}, ${ROUNDS} round(s) of ${SECONDS} s, medians`,
  ];
  const peers: Peers = {
    ours: { url: ours.url, pid: ours.child.pid ?? 0, cookies },
    bare: { url: bare.url, pid: bare.child.pid ?? 0, cookies: cookies.map(() => '') },
    key,
  };
  for (const route of await routes()) lines.push('', ...(await compare(route, peers)));
  process.stdout.write(`${lines.join('\n')}\n`);
} finally {
  for (const child of running) {
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  }
  await execute(OWNER, `DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
}
