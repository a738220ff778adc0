import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  CATALOGUE,
  csv,
  SMALL,
  SMALL_DAYS,
  SMALL_PROVINCE,
  TWO_COMMUNES,
} from '../../support/demo-sources.js';
import { type RosterRow, SMALL_PEOPLE, smallRoster } from '../../support/demo-sources-roster.js';
import {
  type Environment,
  keptPlace,
  type Place,
  type Program,
  startAt,
  startOn,
  startProgram,
} from '../../support/program.js';
import { type Answer, Client, type SignedIn } from '../client.js';
import { placed } from '../run-placement.js';
import type { Batch, Scenario } from '../shapes.js';
import { approve, type TwoOfficers } from '../approve.js';

export const EVE = '2025-06-30';
export const DAY = SMALL_DAYS.effectiveOn;
/** Of every account of the small program. */
export const PASSWORD = 'muoi-hai-con-voi-di-cau-kieu';

const in90001 = { unitCode: '90001', startsOn: '2025-01-01' };
const in90002 = { unitCode: '90002', startsOn: '2025-01-01' };

/** The accounts, by the names that they have in the demo. */
export const ACCOUNTS = {
  canbo: { role: 'officer', closedScope: true, scope: [] },
  'canbo.dang': { role: 'officer', block: 'party', scope: [] },
  quanly: { role: 'manager', scope: [in90001, in90002] },
  lanhdao: { role: 'leader', scope: [in90001] },
  kiemtoan: { role: 'auditor', scope: [] },
  quantri: { role: 'administrator', scope: [] },
} as const;

export type Login = keyof typeof ACCOUNTS;
export const LOGINS = Object.keys(ACCOUNTS) as Login[];

/** Approves what `canbo` submits; has the same rights, so that no table asks about it. */
const SECOND = { login: 'phoso', name: 'Người thử phoso', role: 'officer', scope: [] } as const;

/** A program over a province of two communes: an applied plan, a draft, and one account per role. */
export interface SmallProgram {
  readonly program: Program;
  readonly as: Readonly<Record<Login, Client>>;
  readonly stranger: Client;
  readonly applied: Scenario;
  readonly draft: Scenario;
  /** A client of its own sign-in. */
  client(login: Login): Client;
  stop(): Promise<void>;
}

/** What is otherwise than in most tests. */
interface Otherwise {
  readonly people?: readonly RosterRow[];
  readonly env?: Environment;
  /** Starts what else it needs. */
  readonly beside?: (program: Program) => Promise<unknown>;
}

/** Begun empty, with all done by the API, as a province does that begins: once for all who want it as it is. */
export async function smallProgram(otherwise?: Otherwise): Promise<SmallProgram> {
  const { people = SMALL_PEOPLE, env = {}, beside = () => Promise.resolve() } = otherwise ?? {};
  const begin = async (program: Program): Promise<void> => {
    await beside(program);
    await makeAccounts(program);
    const second = new Client(program.url, SECOND.login, PASSWORD);
    await makePlans({ officer: new Client(program.url, 'canbo', PASSWORD), second }, people);
  };
  const kept = async (place: Pick<Place, 'env'>): Promise<void> => {
    const program = await startOn({ ...ITS_OWN, ...place.env });
    await begin(program).finally(() => program.stop());
  };
  const program = await (otherwise === undefined
    ? startAt(await keptPlace('small', kept), ITS_OWN)
    : startProgram({ ...ITS_OWN, ...env }));
  try {
    if (otherwise !== undefined) await begin(program);
    const client = (login: Login): Client => new Client(program.url, login, PASSWORD);
    const as = Object.fromEntries(LOGINS.map((login) => [login, client(login)])) as Record<
      Login,
      Client
    >;
    const stranger = new Client(program.url, null);
    return {
      program,
      as,
      stranger,
      client,
      ...(await plansOf(as.canbo)),
      stop: () => program.stop(),
    };
  } catch (error) {
    await program.stop();
    throw error;
  }
}

const ITS_OWN: Environment = { DEMO: '0', PROVINCE: SMALL_PROVINCE };

/** The administrator's password stands in what the program printed; everybody else's in the administrator's answers. */
async function makeAccounts(program: Program): Promise<void> {
  const printed = /dùng một lần:\s+(\S+)/.exec(program.output())?.[1] ?? '';
  const administrator = await withOwnPassword(program.url, 'quantri', printed);
  for (const login of LOGINS.filter((each) => each !== 'quantri')) {
    const body = { login, name: `Người thử ${login}`, ...ACCOUNTS[login] };
    const made = await administrator.ask<{ oneTimePassword: string }>(
      'POST',
      '/api/accounts',
      body,
    );
    await withOwnPassword(program.url, login, mustBe(201, made).oneTimePassword);
  }
  const made = await administrator.ask<{ oneTimePassword: string }>(
    'POST',
    '/api/accounts',
    SECOND,
  );
  await withOwnPassword(program.url, SECOND.login, mustBe(201, made).oneTimePassword);
}

/** Signs in with a one-time password and replaces it. */
export async function withOwnPassword(
  url: string,
  login: string,
  oneTime: string,
  password = PASSWORD,
): Promise<Client> {
  const steps = new Client(url, null);
  await steps.sign('/api/session', { login, password: oneTime });
  const answer = await steps.sign('/api/session/password', { current: oneTime, password });
  const { signedIn }: SignedIn = mustBe(200, answer);
  if (!signedIn) throw new Error(`${login} is not signed in: ${JSON.stringify(answer.body)}`);
  return steps;
}

/** Loads, imports, merges, places and applies; a copy of the plan stays a draft. */
async function makePlans(
  { officer, second }: TwoOfficers,
  people: readonly RosterRow[],
): Promise<void> {
  await loadProvince(officer);
  const roster = await officer.upload<Batch>([await smallRoster(people)], { asOf: EVE });
  const { id: batch } = mustBe(201, roster);
  mustBe(201, await officer.ask('POST', `/api/imports/${batch}/promotion`));
  const { scenarioId } = mustBe(201, await makeScenario(officer));
  await placed(officer, scenarioId, 'baseline');
  const copy = await officer.ask<Scenario>('POST', `/api/scenarios/${scenarioId}/copies`, {
    name: DRAFT,
  });
  await placed(officer, mustBe(201, copy).id, 'best');
  await apply({ officer, second }, scenarioId);
}

const DRAFT = 'Bản nháp';

async function plansOf(officer: Client): Promise<Pick<SmallProgram, 'applied' | 'draft'>> {
  const all = await officer.get<Scenario[]>('/api/scenarios');
  const [applied, draft] = await Promise.all(
    [false, true].map((isDraft) => {
      const { id } = all.find(({ name }) => (name === DRAFT) === isDraft)!;
      return officer.get<Scenario>(`/api/scenarios/${id}`);
    }),
  );
  return { applied: applied!, draft: draft! };
}

async function loadProvince(officer: Client): Promise<void> {
  const form = new FormData();
  form.set('name', SMALL_DAYS.provinceName);
  form.set('knownFrom', '2025-01-01');
  form.set('units', file(csv(SMALL.unitsBefore)), 'units.csv');
  for (const [index, field] of ['positions', 'positionSuccessions'].entries())
    form.set(field, file(await readFile(CATALOGUE[index]!)), basename(CATALOGUE[index]!));
  mustBe(201, await officer.request('/api/province', { method: 'POST', body: form }));
}

/** Freezes the two communes as a scenario. */
export function makeScenario(officer: Client): Promise<Answer<{ scenarioId: number }>> {
  const form = new FormData();
  form.set('name', 'Theo nguyên trạng');
  for (const field of ['effectiveOn', 'rulesOn', 'legalBasis'] as const)
    form.set(field, SMALL_DAYS[field]);
  form.set('newUnits', file(csv(TWO_COMMUNES.unitsAfter)), 'newUnits.csv');
  form.set('successions', file(csv(TWO_COMMUNES.merge)), 'merge.csv');
  form.set('seats', file(csv(TWO_COMMUNES.seats)), 'seats.csv');
  form.set('norms', file(csv(TWO_COMMUNES.norms)), 'norms.csv');
  return officer.request('/api/scenarios', { method: 'POST', body: form });
}

async function apply(officers: TwoOfficers, id: number): Promise<void> {
  const version = await approve(officers, id);
  mustBe(200, await officers.officer.ask('POST', `/api/scenarios/${id}/application`, { version }));
}

const file = (content: string | Uint8Array): Blob =>
  new Blob([typeof content === 'string' ? content : new Uint8Array(content)]);

/** What was answered. @throws when it is another status. */
export function mustBe<T>(status: number, answer: Answer<T>): T {
  if (answer.status === status) return answer.body;
  throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
}
