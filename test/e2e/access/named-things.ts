import { expect } from '@jest/globals';
import type { Client, Problem } from '../client.js';
import { addressOf, NOWHERE, type Route } from './routes.js';

/** Asks routes for one thing each, and compares how they refuse. */
export class NamedThings {
  constructor(private readonly routes: readonly Route[]) {}

  /** A refusal without the number that was asked for: whether the thing exists must not show in it. */
  async refusal(
    client: Client,
    route: string,
    values: Readonly<Record<string, string>>,
    body?: unknown,
  ): Promise<string> {
    const asked = this.routes.find(({ name }) => name === route);
    if (asked === undefined) throw new Error(`no route ${route}`);
    const answer = await client.ask<Problem>(asked.method, addressOf(asked, values), body);
    const number = new RegExp(`\\b${Object.values(values)[0] ?? ''}\\b`, 'g');
    return `${answer.status} ${JSON.stringify(answer.body)}`.replaceAll(number, '#');
  }

  /** Asks for something that is there but not for this account, and for nothing at all: the answers must be the same. */
  async mustBeAsIfNotThere(
    client: Client,
    route: string,
    name: string,
    { given, body }: { readonly given: number; readonly body?: unknown },
  ): Promise<void> {
    const there = await this.refusal(client, route, { [name]: String(given) }, body);
    const nowhere = await this.refusal(client, route, { [name]: NOWHERE }, body);
    expect(there).toMatch(/^40[34] /);
    expect([route, there]).toEqual([route, nowhere]);
  }
}

export const OF_SCENARIO = [
  'GET /api/scenarios/{id}',
  'GET /api/scenarios/{id}/agreements',
  'POST /api/scenarios/{id}/agreements.xlsx',
  'POST /api/scenarios/{id}/map.xlsx',
  'GET /api/scenarios/{id}/merger',
  'GET /api/scenarios/{id}/merger/people',
  'POST /api/scenarios/{id}/merger/people.xlsx',
  'GET /api/scenarios/{id}/people',
  'POST /api/scenarios/{id}/people.xlsx',
  'GET /api/scenarios/{id}/pool/people/{staffId}',
  'GET /api/scenarios/{id}/units',
];
export const WRITES_SCENARIO: readonly [string, object | undefined][] = [
  ['POST /api/scenarios/{id}/state', { to: 'submitted', version: 1 }],
  ['PUT /api/scenarios/{id}/classification', { mark: 'none', version: 1 }],
  ['POST /api/scenarios/{id}/agreement', { version: 1 }],
  ['POST /api/scenarios/{id}/approval', { version: 1 }],
  ['PATCH /api/scenarios/{id}', { name: 'Tên khác', version: 1 }],
  ['POST /api/scenarios/{id}/copies', { name: 'Bản sao' }],
  ['GET /api/scenarios/{id}/pins', undefined],
  ['POST /api/scenarios/{id}/pins', { version: 1, staffId: 1, kind: 'leave', reason: 'Thử' }],
  ['DELETE /api/scenarios/{id}/pins/{pin}', undefined],
  ['GET /api/scenarios/{id}/map', undefined],
  ['PUT /api/scenarios/{id}/map', { version: 1, rows: [], areas: [] }],
  ['POST /api/scenarios/{id}/map/pasted', { text: '' }],
  ['POST /api/scenarios/{id}/map/preview', { rows: [], areas: [] }],
  ['GET /api/scenarios/{id}/pulse', undefined],
  ['GET /api/scenarios/{id}/pool', undefined],
  ['GET /api/scenarios/{id}/pool/register', undefined],
  ['POST /api/scenarios/{id}/pool/register', { positionCode: 'E8' }],
  ['GET /api/scenarios/{id}/pool/vacancies', undefined],
  [
    'POST /api/scenarios/{id}/pool/refusals',
    { staffId: 1, communeCode: '90001', positionCode: 'E8', code: 'too-far', note: 'Xa' },
  ],
  ['GET /api/scenarios/{id}/people/{staffId}/acts', undefined],
  [
    'POST /api/scenarios/{id}/people/{staffId}/acts',
    { kind: 'heard', happenedOn: '2026-01-05', code: 'agrees', note: 'Đồng ý' },
  ],
  [
    'POST /api/scenarios/{id}/hand-overs',
    { staffIds: [1], agreedOn: '2026-01-05', note: 'Bàn giao cho đồng nghiệp' },
  ],
  ['GET /api/scenarios/{id}/rebase', undefined],
  ['POST /api/scenarios/{id}/rebase', { version: 1, mark: '', name: 'Lập lại', choices: [] }],
  ['POST /api/scenarios/{id}/runs', { kind: 'baseline' }],
  ['GET /api/scenarios/{id}/application', undefined],
  ['POST /api/scenarios/{id}/application', { version: 1 }],
  ['DELETE /api/scenarios/{id}/application', { version: 1 }],
  ['POST /api/scenarios/{id}/application/schedule', { version: 1, on: '2190-01-04' }],
  ['DELETE /api/scenarios/{id}/application/schedule', undefined],
];
export const OF_RUN = [
  'GET /api/continuity',
  'GET /api/forecast/cells',
  'GET /api/forecast/leavers',
  'GET /api/forecast/left-out',
  'GET /api/forecast/summary',
  'GET /api/forecast/training',
  'GET /api/gap/cells',
  'GET /api/gap/people',
  'GET /api/gap/summary',
  'GET /api/limits/people',
  'GET /api/limits/rank-placements',
  'GET /api/limits/summary',
  'GET /api/limits/units',
  'POST /api/reports/continuity.xlsx',
  'POST /api/reports/forecast.xlsx',
  'POST /api/reports/forecast-cells.xlsx',
  'POST /api/reports/leavers.xlsx',
  'POST /api/reports/gap.xlsx',
  'POST /api/reports/limits.xlsx',
  'POST /api/reports/plan-with-prices.xlsx',
  'POST /api/reports/plan.xlsx',
  'POST /api/reports/surplus.xlsx',
  'GET /api/wishes',
  'GET /api/wishes/people',
  'POST /api/reports/wish-people.xlsx',
  'POST /api/reports/wishes.xlsx',
];
/** Open to the leader of a unit that the plan asks, who is told that it is not the time for it. */
export const ANSWERS_SCENARIO: readonly [string, object] = [
  'POST /api/scenarios/{id}/agreements',
  { units: [{ unitCode: '90001', side: 'sending' }], answer: 'agreed' },
];
/** Several at once, in a list. */
export const OF_RUNS = [
  'GET /api/comparisons',
  'GET /api/comparisons/needs',
  'GET /api/comparisons/people',
  'POST /api/reports/comparison.xlsx',
];
/** Questions about a run, which only an officer of the whole province may ask. */
export const ASKS_RUN: readonly [string, object | undefined][] = [
  ['POST /api/runs/{id}/what-if', { kind: 'leave', staffId: 1 }],
  ['GET /api/runs/{id}/changes', undefined],
  ['GET /api/runs/{id}/people/{staffId}/why', undefined],
  ['GET /api/runs/{id}/people/{staffId}/why-not', undefined],
  ['GET /api/runs/{id}/seats/why', undefined],
  ['GET /api/runs/{id}/with-pins', undefined],
];
/** What leaving would be paid: officers only, people by their scope as in the gap; off in every test but `payout.spec.ts`. */
export const OF_PAYOUT = ['GET /api/payouts', 'POST /api/reports/payouts.xlsx'];
/** Figures about groups of a run: an officer of the whole province only, and no line about anybody. */
export const OF_TREATMENT = ['GET /api/treatment', 'POST /api/reports/treatment.xlsx'];
/** Everybody who sends rosters is asked; which units and people it shows goes by scope: `campaigns.spec.ts`. */
export const OF_CAMPAIGN = [
  'GET /api/roster-campaigns/{id}',
  'GET /api/roster-campaigns/{id}/people',
  'POST /api/roster-campaigns/{id}/people.xlsx',
  'POST /api/roster-campaigns/{id}/units.xlsx',
  'POST /api/roster-campaigns/{id}/signatures',
];
/** Names people by the plan, and only an officer of the whole province may. */
export const OF_REGISTER = ['POST /api/reports/pool.xlsx', 'POST /api/reports/register.xlsx'];
/** Drafts of the law are of the whole province, and only an officer of all of it may ask: `law-edit.spec.ts`. */
export const OF_LAW_DRAFT: readonly [string, object | undefined][] = [
  ['GET /api/law/drafts/{id}', undefined],
  ['GET /api/law/drafts/{id}/affected', undefined],
  [
    'PUT /api/law/drafts/{id}/rows',
    {
      ...{ version: 1, key: 'surplus.deadline', value: '2031-01-01', startsOn: '2027-01-01' },
      ...{ sourceDocument: 'Thử', evidence: 'found' },
    },
  ],
  ['DELETE /api/law/drafts/{id}/rows', undefined],
  ['POST /api/law/drafts/{id}/in-force', { version: 1 }],
  ['POST /api/law/drafts/{id}/dropped', { version: 1 }],
];
export const OF_JOB = ['GET /api/jobs/{id}', 'GET /api/jobs/{id}/events', 'DELETE /api/jobs/{id}'];
export const OF_BATCH = [
  'GET /api/imports/{id}',
  'GET /api/imports/{id}/issues',
  'POST /api/imports/{id}/promotion',
  'GET /api/imports/{id}/files',
  'POST /api/imports/{id}/files/{file}/marked',
  'GET /api/imports/{id}/issues/codes',
  'GET /api/imports/{id}/rows',
  'GET /api/imports/{id}/columns',
  'GET /api/imports/{id}/preview',
  'POST /api/imports/{id}/preview.xlsx',
  'DELETE /api/imports/{id}/promotion',
  'POST /api/imports/{id}/checks',
];
const ROW = { file: 'a.xlsx', sheet: 'A', row: 2 };
/** The same with what they need to be asked with. */
export const REPAIRS_BATCH: readonly [string, object][] = [
  ['PUT /api/imports/{id}/columns', { choices: [{ label: 'Ghi chú', field: null }] }],
  ['POST /api/imports/{id}/corrections', { cells: [{ ...ROW, column: 'B', text: 'x' }] }],
  ['POST /api/imports/{id}/corrections/alike', { ...ROW, column: 'B', text: 'x' }],
  ['POST /api/imports/{id}/answers', { answers: [{ ...ROW, question: 'held', answer: 'accept' }] }],
  ['POST /api/imports/{id}/set-aside', { rows: [ROW], reason: 'Chờ xã trả lời' }],
  ['DELETE /api/imports/{id}/set-aside', { rows: [ROW] }],
];
/** Only an officer of the whole province may. */
export const OF_MOVEMENT: readonly [string, object | undefined][] = [
  ['GET /api/movements/{id}', undefined],
  ['DELETE /api/movements/{id}', undefined],
  ['POST /api/movements/{id}/hearing', { heardOn: '2026-01-05', opinion: 'Đồng ý' }],
  ['POST /api/movements/{id}/decision', { number: '1/QĐ', decidedOn: '2026-01-06' }],
  ['DELETE /api/movements/{id}/decision', undefined],
  ['DELETE /api/events/{id}', undefined],
  ['GET /api/people/{id}/events', undefined],
  [
    'POST /api/people/{id}/events',
    { kind: 'correction', effectiveOn: '2026-01-05', reason: 'Đơn', fullName: 'Lò Văn Thử' },
  ],
  ['PATCH /api/gap-plans/{id}', { state: 'done' }],
  ['POST /api/requests/{id}/answer', { accepted: false, answer: 'Chưa có người' }],
  ['DELETE /api/requests/{id}', undefined],
];
/** Officers and managers, of people in their scope. */
export const OF_WISH: readonly [string, object | undefined][] = [
  ['GET /api/people/{id}/wishes', undefined],
  [
    'POST /api/people/{id}/wishes',
    { kind: 'stay', givenOn: '2025-06-20', reason: 'Phiếu nguyện vọng' },
  ],
  ['DELETE /api/wish-records/{id}', undefined],
];
export const OF_PERSON = ['GET /api/people/{id}', 'POST /api/people/{id}/reveals'];
/** Named in the query. */
export const FORM_OF_PERSON = 'POST /api/reports/person.xlsx';
export const REVEAL = { fields: 'ethnicity', purpose: 'Kiểm tra phạm vi của tài khoản' };
export const OF_ACCOUNT: readonly [string, object | undefined][] = [
  ['PATCH /api/accounts/{id}', { name: 'Tên khác' }],
  ['PUT /api/accounts/{id}/scope', { scope: [] }],
  ['POST /api/accounts/{id}/password', undefined],
  ['DELETE /api/accounts/{id}/second-factor', undefined],
  ['DELETE /api/accounts/{id}/sessions', undefined],
];
/** A name of a unit or person in a query narrows what is shown, and opens nothing. */
export const FILTERED = [
  'GET /api/people',
  'GET /api/runs/{id}/proposals',
  'GET /api/jobs',
  'GET /api/gap-plans',
  'GET /api/secondments/proposals',
  'GET /api/movements',
  'GET /api/letters',
  'GET /api/access/why',
  'POST /api/reports/gap-on.xlsx',
  'POST /api/reports/gap-plans.xlsx',
  'POST /api/reports/letters.xlsx',
  'POST /api/reports/roster.xlsx',
  'POST /api/reports/sheet.xlsx',
  'POST /api/reports/statistics.xlsx',
  'POST /api/reports/template.xlsx',
];
/** A letter is seen by whoever sees the person: `row-security.spec.ts`. */
export const OF_LETTER: readonly [string, object][] = [
  ['POST /api/letters/{id}/file', { purpose: 'Kiểm tra phạm vi của tài khoản' }],
];
/** Kinds of letters are the same for everybody, and only an officer of the whole province sees templates. */
export const OF_LETTER_KIND = [
  'GET /api/letter-templates/{kind}/file',
  'POST /api/letter-templates/{kind}',
];
/** Maps of every province ship with the program. */
export const OPEN_TO_ALL = ['GET /api/boundaries/{province}'];
/** Its own sender's only, under a name that the sender chose: `progress.spec.ts`. A file that is sent is no body of JSON. */
export const OF_UPLOAD = ['GET /api/imports/progress/{upload}', 'POST /api/imports/{id}/files'];
