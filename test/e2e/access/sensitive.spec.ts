import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIELD_CLASS_KEYS, type FieldClass } from '../../../src/access/fields/field-classes.js';
import { sightOf } from '../../../src/access/fields/fields.rules.js';
import { rosterFile, type RosterRow, SMALL_PEOPLE } from '../../support/demo-sources-roster.js';
import type { Client } from '../client.js';
import type { Batch } from '../shapes.js';
import { inFours } from './asking.js';
import { addressOf, type Description, type Route, routesOf } from './routes.js';
import {
  ACCOUNTS,
  DAY,
  EVE,
  type Login,
  LOGINS,
  mustBe,
  type SmallProgram,
  smallProgram,
} from './small-program.js';
import { partsOf } from './workbook-text.js';

const POSITION = 'Công chức Văn phòng - thống kê';
const PURPOSE = 'Kiểm tra trường thông tin nhạy cảm';

/** What stands nowhere else in the program: where it shows, a field of this class has got out. */
const CANARIES: Readonly<Record<FieldClass, readonly string[]>> = {
  'personal-number': ['012085917364', '012085917365'],
  ethnicity: ['QXETHNIC'],
  religion: ['QXFAITH'],
  party: ['07/11/1998', '1998-11-07', '<v>36106</v>', '7/11/1998'],
  health: ['QXILL'],
  discipline: ['QXDISCIPLINE'],
  family: ['012077135790', 'QXHARD'],
  'free-text': ['QXNOTE', 'QXWISH'],
};

const CONDITIONS =
  'Điều trị bệnh hiểm nghèo QXILL; Đang trong thời hạn kỷ luật QXDISCIPLINE; Hoàn cảnh khó khăn QXHARD';

const MARKED: readonly RosterRow[] = [
  {
    ...{ number: '012085917364', name: 'Lò Thị Kín', unit: 'Xã Bản Một', position: POSITION },
    ...{ ethnicity: 'Thái QXETHNIC', religion: 'QXFAITH', party: '07/11/1998' },
    ...{ conditions: CONDITIONS, spouse: '012077135790', note: 'QXNOTE: xem hồ sơ' },
    wish: '1. Xã Bản Khác (QXWISH)',
  },
  {
    ...{ number: '012085917365', name: 'Lò Thị Kẽ', unit: 'Xã Bản Hai', position: POSITION },
    ...{ ethnicity: 'QXETHNIC', party: '07/11/1998', note: 'QXNOTE', wish: 'QXWISH' },
  },
];

/** A batch that cannot be written: what is wrong with a cell is told, not what stands in it. */
const FAULTY: readonly RosterRow[] = [
  {
    ...{ number: '012085917364', unit: 'Xã Không Có', position: POSITION, spouse: '01207713579' },
    ...{ ethnicity: 'QXETHNIC', religion: 'QXFAITH', party: '07/11/1998 hay QXNOTE' },
    ...{ conditions: CONDITIONS, wish: 'QXWISH', note: 'QXNOTE' },
  },
  { number: '0120859173', unit: 'Xã Bản Mới', position: POSITION, born: '12/03/2085' },
];

let small: SmallProgram;
let routes: Route[];
let marked: number;

beforeAll(async () => {
  small = await smallProgram({ people: [...SMALL_PEOPLE, ...MARKED] });
  routes = routesOf(await small.stranger.get<Description>('/api/docs-json'));
  const faulty = await rosterFile('co-loi.xlsx', FAULTY);
  for (const login of ['canbo', 'quanly'] as const)
    mustBe(201, await small.as[login].upload<Batch>([faulty], { asOf: DAY }));
  const people = await small.as.canbo.all<{ staffId: number; fullName: string }>(
    `/api/people?on=${EVE}`,
  );
  marked = people.find(({ fullName }) => fullName === 'Lò Thị Kín')!.staffId;
}, 180_000);

afterAll(() => small?.stop());

/** The classes of which something stands in a text. */
function classesIn(text: string): FieldClass[] {
  const said = text.toLowerCase();
  return FIELD_CLASS_KEYS.filter((each) =>
    CANARIES[each].some((canary) => said.includes(canary.toLowerCase())),
  );
}

/** All that came: headers, and every part of a workbook. */
async function textOf(client: Client, path: string, columns?: readonly string[]): Promise<string> {
  const taking = path.includes('.xlsx') ? { purpose: PURPOSE, columns } : undefined;
  const response = await client.response(path, taking);
  const headers = [...response.headers].join('\n');
  const bytes = Buffer.from(await response.arrayBuffer());
  const isZip = bytes.subarray(0, 2).toString() === 'PK';
  const parts = isZip ? [...(await partsOf(bytes)).values()] : [bytes.toString()];
  return `${response.status}\n${headers}\n${parts.join('\n')}`;
}

/** What parameters may hold so that all there is comes out. */
const EACH: Readonly<Record<string, readonly string[]>> = {
  id: ['1', '2', '3', '4', '5', '6', '7', '8'],
  run: ['1', '2'],
  on: [EVE, DAY],
  commune: ['90001', '90002'],
  block: ['government', 'all'],
  kind: ['reveal', 'read', 'sign-in', 'act'],
};

/** A few hundred addresses: every read, with all values of the parameters that it has. */
function addresses(): string[] {
  const found = routes
    .filter(({ method, path }) => method === 'GET' || path.endsWith('.xlsx'))
    .flatMap((route) => {
      const names = route.parameters.map(({ name }) => name).filter((name) => name in EACH);
      const products = names.reduce<Record<string, string>[]>(
        (before, name) =>
          before.flatMap((values) => EACH[name]!.map((value) => ({ ...values, [name]: value }))),
        [{}],
      );
      return [{}, ...products].map((values) => addressOf(route, values));
    });
  const searched = ['people?on=2025-06-30&search=', 'runs/1/proposals?search='].map(
    (path) => `/api/${path}${encodeURIComponent('Lò Thị K')}`,
  );
  return [...new Set([...found, ...searched])];
}

describe('a value of a protected class', () => {
  it('would be found where it shows: who may open it sees each of them', async () => {
    for (const login of ['canbo', 'quanly'] as const) {
      const found = await inFours(FIELD_CLASS_KEYS, async (fields) => {
        const path = `/api/people/${marked}/reveals`;
        const { body } = await small.as[login].ask('POST', path, { fields, purpose: PURPOSE });
        return classesIn(JSON.stringify(body));
      });
      expect([login, found]).toEqual([login, FIELD_CLASS_KEYS.map((each) => [each])]);
    }
  });

  it('would be found in a workbook: a column that opens it holds it', async () => {
    const columns = ['fullName', 'personalNumber', 'fullReason'];
    const text = await textOf(small.as.canbo, '/api/reports/plan.xlsx?run=1', columns);
    expect(classesIn(text)).toContain('personal-number');
  });

  it.each(LOGINS)('stands in nothing that %s can read', async (login: Login) => {
    const { role } = ACCOUNTS[login];
    const asked = addresses();
    expect(asked.length).toBeGreaterThan(80);
    const texts = await inFours(asked, (path) => textOf(small.as[login], path));
    const leaks = texts.flatMap((text, at) =>
      classesIn(text)
        .filter((each) => sightOf(role, each) !== 'shown')
        .map((each) => `${each} in ${asked[at]}`),
    );
    expect(leaks).toEqual([]);
    expect(texts.filter((text) => /^(429|5)/.test(text))).toEqual([]);
  });

  it('is opened neither by a column of a workbook nor for one person by who may not', async () => {
    const columns = ['personalNumber', 'fullReason', 'noTransfer'];
    for (const login of ['lanhdao', 'kiemtoan', 'quantri'] as const) {
      for (const report of ['plan', 'surplus'])
        for (const column of columns) {
          const path = `/api/reports/${report}.xlsx?run=1`;
          const text = await textOf(small.as[login], path, [column]);
          expect([path, column, text.slice(0, 2)]).toEqual([path, column, '40']);
          expect(classesIn(text)).toEqual([]);
        }
      for (const fields of FIELD_CLASS_KEYS) {
        const path = `/api/people/${marked}/reveals`;
        const { status, body } = await small.as[login].ask('POST', path, {
          fields,
          purpose: PURPOSE,
        });
        expect([login, fields, status]).toEqual([login, fields, 403]);
        expect(classesIn(JSON.stringify(body))).toEqual([]);
      }
    }
  });

  it('stands in no refusal', async () => {
    const { canbo: officer } = small.as;
    const batches = await officer.get<Batch[]>('/api/imports');
    const refused = [
      await officer.ask('POST', `/api/imports/${batches[0]!.id}/promotion`),
      await officer.upload([await rosterFile('lai.xlsx', [MARKED[0]!, MARKED[0]!])], { asOf: DAY }),
      await officer.ask('POST', `/api/people/${marked}/reveals`, {
        fields: 'khong-co',
        purpose: PURPOSE,
      }),
      await officer.ask('DELETE', '/api/scenarios/1/application', { version: 1 }),
      await officer.ask('GET', `/api/people/${marked}?on=khong-phai-ngay`),
    ];
    expect(refused.map(({ body }) => classesIn(JSON.stringify(body)))).toEqual(
      refused.map(() => []),
    );
  });

  it('stands in no word that a stranger gets, and in none that the program printed', async () => {
    const texts = await inFours(addresses(), (path) => textOf(small.stranger, path));
    expect(texts.flatMap(classesIn)).toEqual([]);
    expect(classesIn(small.program.output())).toEqual([]);
  });
});
