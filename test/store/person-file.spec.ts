import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditKey } from '../../src/access/audit-key.js';
import { Trail } from '../../src/access/trail.js';
import { PersonService } from '../../src/registry/person/person.service.js';
import { PersonView } from '../../src/registry/person/person.view.js';
import type { PersonFileResponse } from '../../src/registry/person/person.responses.js';
import { Factories } from '../support/factories.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';
import { TEST_ACTOR } from '../support/test-actor.js';

const DAY = '2025-07-01';
const NUMBER = '011085000123';
const PURPOSE = 'Rà soát hồ sơ trước khi điều động';
const ILLNESS = 'điều trị tại bệnh viện K';

let database: FreshDatabase;
let people: PersonService;
let staffId: number;

beforeAll(async () => {
  database = await freshDatabase();
  const { transactions } = database;
  people = new PersonService(transactions, new PersonView(), new Trail(AuditKey.ephemeral()));
  const factories = new Factories(transactions);
  await factories.aProvince();
  const unit = await factories.aUnit({ code: '03127' });
  const person = await factories.aStaffMember({
    personalNumber: NUMBER,
    key: NUMBER,
    ethnicity: 'Thái',
  });
  staffId = person.id;
  await factories.aPosting({ staffId, unitId: unit.id });
  await transactions.run(TEST_ACTOR, (manager) =>
    manager.query(
      `INSERT INTO staff_conditions (province_code, staff_id, condition_case, starts_on, note)
       VALUES ($1, $2, 'grave-illness', '2025-01-01', $3)`,
      [TEST_ACTOR.provinceCode, staffId, ILLNESS],
    ),
  );
}, 60_000);

afterAll(() => database.close());

interface Entry {
  readonly actor: string;
  readonly action: string;
  readonly kind: string;
  readonly subject: string;
  readonly why: string | null;
  readonly details: unknown;
}

function entriesOf(actor: string): Promise<Entry[]> {
  return database.transactions.run(TEST_ACTOR, (manager) =>
    manager.query(
      `SELECT actor, action, kind, subject, why, details FROM audit_entries WHERE actor = $1 ORDER BY id`,
      [actor],
    ),
  );
}

function stateOf(file: PersonFileResponse, key: string): string | undefined {
  return file.groups.flatMap(({ items }) => items).find((each) => each.key === key)?.state;
}

describe('the file of a person', () => {
  it('comes with postings, masked and hidden values, and leaves one entry', async () => {
    const officer = await signedIn(database.transactions, 'officer');
    const file = await people.file(officer, staffId, DAY);
    expect(file.postings).toMatchObject([{ unitCode: '03127', kind: 'main', current: true }]);
    expect(stateOf(file, 'personal_number')).toBe('masked');
    expect(stateOf(file, 'condition:health')).toBe('hidden');
    expect(JSON.stringify(file)).not.toMatch(new RegExp(`${NUMBER}|Thái|${ILLNESS}`));
    expect(await entriesOf(officer.id)).toMatchObject([
      { action: 'person.read', kind: 'read', subject: `person/${staffId}`, details: { on: DAY } },
    ]);
  });

  it('says the name of the group of majors, not its code', async () => {
    const officer = await signedIn(database.transactions, 'officer');
    await database.transactions.run(TEST_ACTOR, (manager) =>
      manager.query(
        `WITH major AS (INSERT INTO major_groups (code, name_vi, name_en) VALUES ('test-law', 'Luật (thử)', 'Law')
           RETURNING code)
         UPDATE staff SET major_group = major.code FROM major WHERE province_code = $1 AND id = $2`,
        [TEST_ACTOR.provinceCode, staffId],
      ),
    );
    const { groups } = await people.file(officer, staffId, DAY);
    const items = groups.flatMap((group) => group.items);
    expect(items.find(({ key }) => key === 'major_group')?.value).toBe('Luật (thử)');
  });

  it('is not there for nobody, and no look at it is told', async () => {
    const officer = await signedIn(database.transactions, 'officer');
    await expect(people.file(officer, 999_999, DAY)).rejects.toMatchObject({
      code: 'registry.unknown-person',
    });
    expect(await entriesOf(officer.id)).toEqual([]);
  });
});

describe('revealing', () => {
  it('gives the values of one class, and tells the trail names and purpose, never values', async () => {
    const officer = await signedIn(database.transactions, 'officer');
    const { values } = await people.reveal(officer, staffId, {
      fields: 'health',
      purpose: PURPOSE,
    });
    expect(values).toEqual([expect.objectContaining({ key: 'condition:health', class: 'health' })]);
    expect(values[0]!.value).toContain(ILLNESS);
    const entries = await entriesOf(officer.id);
    expect(entries).toMatchObject([
      {
        action: 'person.revealed',
        kind: 'reveal',
        why: PURPOSE,
        details: { fields: ['condition:health'], classes: ['health'] },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain(ILLNESS);
  });

  it('opens one value by its key', async () => {
    const officer = await signedIn(database.transactions, 'officer');
    const asked = { fields: 'personal_number', purpose: PURPOSE };
    const { values } = await people.reveal(officer, staffId, asked);
    expect(values.map(({ value }) => value)).toEqual([NUMBER]);
  });

  it('is refused to a leader, and for a field that is not protected, without a trace of values', async () => {
    const leader = await signedIn(database.transactions, 'leader', { units: ['03127'] });
    const asked = { fields: 'health', purpose: PURPOSE };
    await expect(people.reveal(leader, staffId, asked)).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'access.field-not-allowed',
    });
    const officer = await signedIn(database.transactions, 'officer');
    const open = { fields: 'degree', purpose: PURPOSE };
    await expect(people.reveal(officer, staffId, open)).rejects.toMatchObject({
      code: 'registry.unknown-field',
    });
    expect(await entriesOf(leader.id)).toEqual([]);
  });
});
