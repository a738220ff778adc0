import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPEN_FIELDS, type Place } from '../../src/access/fields/field-classes.js';
import { classOfField, isClosedField } from '../../src/access/fields/fields.rules.js';
import { ProposalPageView } from '../../src/placement/proposal-page.view.js';
import { ProposalsQuery } from '../../src/placement/placement.responses.js';
import { resolvedRow } from '../../src/roster/stored-row.plan.js';
import { RosterService } from '../../src/roster/roster.service.js';
import type { Role } from '../../src/shared/actor.js';
import type { Issue } from '../../src/shared/issue.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL_PEOPLE, smallRoster } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import type { JobResult } from '../../src/terminal/whole-job.js';

const NUMBER = '012085000077';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

describe('the table of protected fields', () => {
  const TABLES = [
    'staff',
    'staff_ratings',
    'staff_conditions',
    'staff_languages',
    'wishes',
  ] as const;

  function isListed(place: Place, field: string): boolean {
    const open = OPEN_FIELDS[place]?.includes(field) ?? false;
    return open || classOfField(place, field) !== null || isClosedField(place, field);
  }

  it.each(TABLES)(
    'says of each column of %s whether it is open or of which class',
    async (table) => {
      const columns = await database.query<{ name: string }[]>(
        `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 AND column_name <> 'province_code'`,
        [table],
      );
      expect(columns.length).toBeGreaterThan(1);
      expect(columns.filter(({ name }) => !isListed(table, name))).toEqual([]);
    },
  );

  it('says so of each value that a roster gives', async () => {
    const [row] = await database.query<{ keys: string[] }[]>(
      `SELECT array(SELECT DISTINCT jsonb_object_keys(record->'record') FROM import_rows) AS keys`,
    );
    expect(row!.keys.length).toBeGreaterThan(8);
    const place = { file: '', sheet: '', row: 0 };
    const codes = { unitCode: null, positionCode: null, homeUnitId: null, majorGroup: null };
    const { record } = resolvedRow(place, { record: {}, ...codes });
    const keys = new Set([...row!.keys, ...Object.keys(record)]);
    for (const field of Object.keys(place)) keys.delete(field);
    expect(keys.size).toBeGreaterThan(20);
    expect([...keys].filter((key) => !isListed('record', key))).toEqual([]);
  });

  it('would miss a column that nobody judged', () => {
    expect(isListed('staff', 'blood_group')).toBe(false);
  });
});

describe('the issues of an import', () => {
  async function issuesOf(row: object): Promise<readonly Issue[]> {
    const files = [await smallRoster([{ ...SMALL_PEOPLE[0], ...row }])];
    const upload = { sender: 'UBND xã', asOf: '2025-06-30', files };
    const { id } = await app.get(RosterService).stage(SMALL_ACTOR, upload);
    const page = { batchId: id, severity: null, offset: 0, limit: 100 };
    return (await app.get(RosterService).issues(SMALL_ACTOR, page)).items;
  }

  it.each([
    ['a personal number', { number: NUMBER, sex: 'Nữ' }, 'roster.number-disagrees', NUMBER],
    ['a number that is none', { number: '01208' }, 'roster.number-malformed', '01208'],
    ['a day of the Party', { party: '5/9/99' }, 'roster.date-short-year', '99'],
    ['a day that cannot be', { party: 'mùa xuân' }, 'roster.date-unreadable', 'mùa xuân'],
    ['a number of the spouse', { spouse: '12085' }, 'roster.number-malformed', '12085'],
    ['a wish in own words', { wish: 'xin gần "mẹ" bệnh' }, 'roster.wish-unknown', 'bệnh'],
  ])('name %s by its cell and do not repeat it', async (_what, row, code, secret) => {
    const issues = await issuesOf(row);
    const own = issues.find((issue) => issue.code === code);
    expect(own).toMatchObject({ row: 2, column: expect.stringMatching(/^[A-Z]$/) });
    expect(JSON.stringify(issues)).not.toContain(secret);
  });

  it('still repeat what is open, so that it can be repaired', async () => {
    const [issue] = await issuesOf({ position: 'Thợ rèn' });
    expect(issue!.message).toContain('Thợ rèn');
  });
});

describe('the proposals of a run', () => {
  function linesFor(role: Role): Promise<{ personKey: string; reason: string }[]> {
    return database.transactions.run(SMALL_ACTOR, async (manager) => {
      const view = app.get(ProposalPageView);
      const request = { runId: job.best.id, query: new ProposalsQuery() };
      return (await view.page(manager, { ...SMALL_ACTOR, role }, request)).items;
    });
  }

  it('carry no personal number and no typed word for any account', async () => {
    for (const role of ['officer', 'manager', 'leader'] as const) {
      const lines = await linesFor(role);
      expect(lines).toHaveLength(SMALL_PEOPLE.length);
      expect(JSON.stringify(lines)).not.toMatch(/012085000/);
      expect(JSON.stringify(lines)).not.toContain('đã đăng ký');
      expect(lines.map((line) => line.personKey)).toContain('•••••••••001');
    }
  });
});
