import { buffer } from 'node:stream/consumers';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { during } from '../../src/access/visit.js';
import { PoolService } from '../../src/decision/pool/pool.service.js';
import { PoolReportController } from '../../src/report/pool/pool-report.controller.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import type { Actor } from '../../src/shared/actor.js';
import { Transactions } from '../../src/shared/transactions.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, smallJob } from '../support/demo-sources-app.js';
import { SMALL_PROVINCE, TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;
let officer: Actor;
let leader: Actor;
let id: number;
let positionCode: string;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app, TWO_COMMUNES);
  const province = { provinceCode: SMALL_PROVINCE };
  officer = await signedIn(app.get(Transactions), 'officer', province);
  leader = await signedIn(app.get(Transactions), 'leader', { ...province, units: ['90001'] });
  id = job.asItWas.scenario.id;
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const pool = () => app.get(PoolService);
const surplus = (): Promise<{ staffId: number; positionCode: string }[]> =>
  database.query(
    `SELECT staff_id AS "staffId", position_code AS "positionCode" FROM proposals
     WHERE run_id = $1 AND outcome = 'surplus' ORDER BY position_code COLLATE "C"`,
    [job.baseline.id],
  );

describe('the pool of a plan', () => {
  it('is everybody without a seat, by the position that they keep', async () => {
    const rows = await surplus();
    expect(rows.length).toBeGreaterThan(0);
    const { people, runId, classes } = await pool().summary(officer, id);
    expect([people, runId]).toEqual([rows.length, job.baseline.id]);
    expect(classes.reduce((sum, each) => sum + each.people, 0)).toBe(rows.length);
    positionCode = rows[0]!.positionCode;
    expect(classes[0]).toMatchObject({ positionCode, locked: null });
  });

  it('is of the best run while nothing is decided on, not of the seniority that came after it', async () => {
    expect(job.seniority.id).toBeGreaterThan(job.best.id);
    const { runId } = await pool().summary(officer, job.couldHaveBeen.id);
    expect(runId).toBe(job.best.id);
  });

  it('has a register of each class, the same each time', async () => {
    const register = await pool().register(officer, id, positionCode);
    const again = await pool().register(officer, id, positionCode);
    expect(register.lines.map(({ rank }) => rank)[0]).toBe(1);
    expect(register.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(again.hash).toBe(register.hash);
    await expect(pool().register(officer, id, 'Z9')).rejects.toMatchObject({
      code: 'pool.unknown-class',
    });
  });

  it('keeps a locked register, of which a person is shown the own line only', async () => {
    const { hash, lines } = await pool().lock(officer, id, positionCode);
    const { classes } = await pool().summary(officer, id);
    expect(classes[0]!.locked).toMatchObject({ hash, people: lines.length });
    const { staffId } = lines[0]!.person;
    const own = await pool().ownLines(officer, id, staffId);
    expect(own).toMatchObject([{ rank: 1, people: lines.length, hash }]);
    expect(JSON.stringify(own)).not.toContain(lines[0]!.person.fullName);
    for (const sql of [`UPDATE ranking_lines SET rank = 9`, 'DELETE FROM ranking_registers'])
      await expect(
        database.transactions.run(officer, (manager) => manager.query(sql)),
      ).rejects.toMatchObject({ code: '42501' });
  });

  it('has another hash when a rating is another', async () => {
    const before = await pool().register(officer, id, positionCode);
    const { staffId } = before.lines[0]!.person;
    await database.query(
      `INSERT INTO aliases (province_code, kind, spelling, target_code) VALUES ($1, 'rating', 'Xuất sắc thử', 'excellent')`,
      [SMALL_PROVINCE],
    );
    await database.query(
      `INSERT INTO staff_ratings (province_code, staff_id, year, rating) VALUES ($1, $2, 2022, 'Xuất sắc thử')
       ON CONFLICT (province_code, staff_id, year) DO UPDATE SET rating = 'Xuất sắc thử'`,
      [SMALL_PROVINCE, staffId],
    );
    const after = await pool().register(officer, id, positionCode);
    expect(after.hash).not.toBe(before.hash);
    const line = after.lines.find(({ person }) => person.staffId === staffId)!;
    expect(line.values.ratings).toBeGreaterThan(before.lines[0]!.values.ratings);
  });
});

describe('the register as a workbook', () => {
  it('opens with everybody in their order, their figures and the hash of the list', async () => {
    const visit = { caller: { address: '', agent: '', device: null }, session: null };
    const file = await during({ ...visit, actor: officer }, () =>
      app
        .get(PoolReportController)
        .file({ scenario: id, positionCode }, { purpose: 'Xếp thứ tự dôi dư' }),
    );
    const { sheets } = await readWorkbook(await buffer(file.getStream()));
    const rows = sheets[0]!.rows.map(({ cells }) => cells.map((cell) => String(cell?.text ?? '')));
    const register = await pool().register(officer, id, positionCode);
    expect(rows.flat().join(' ')).toContain(register.hash);
    const at = rows.findIndex(([first]) => first === 'Thứ tự');
    const people = rows.slice(at + 1).filter(([rank]) => /^\d+$/.test(rank ?? ''));
    expect(people.map(([rank, name]) => [rank, name])).toEqual(
      register.lines.map(({ rank, person }) => [String(rank), person.fullName]),
    );
    const [first] = register.lines;
    expect(people[0]).toEqual(expect.arrayContaining([String(first!.values.seniority)]));
  });
});

describe('the pool as a workbook', () => {
  it('counts each class of post, and has a line for everybody whom a vacancy is offered to', async () => {
    const visit = { caller: { address: '', agent: '', device: null }, session: null };
    const file = await during({ ...visit, actor: officer }, () =>
      app.get(PoolReportController).pooled({ scenario: id }, { purpose: 'Xét người dôi dư' }),
    );
    const { sheets } = await readWorkbook(await buffer(file.getStream()));
    const [classes, offers] = sheets.map(({ rows }) =>
      rows.map(({ cells }) => cells.map((cell) => String(cell?.text ?? ''))),
    );
    const summary = await pool().summary(officer, id);
    for (const { positionCode: code, positionName, people } of summary.classes) {
      const line = classes!.find(([first]) => first === code);
      expect(line?.slice(1, 3)).toEqual([positionName, String(people)]);
    }
    const { vacancies, names } = await pool().vacancies(officer, id);
    const expected = vacancies.flatMap(({ communeCode, candidates }) =>
      (candidates.length === 0 ? [''] : candidates.map(({ line }) => line.person.fullName)).map(
        (fullName) => [names.communeOf(communeCode)!.name, fullName],
      ),
    );
    expect(expected.length).toBeGreaterThan(0);
    const at = offers!.findIndex(([first]) => first === '(1)');
    expect(offers!.slice(at + 1).map((cells) => [cells[0], cells[5] ?? ''])).toEqual(expected);
  });
});

describe('a vacancy', () => {
  const refuse = (staffId: number, vacancy: { communeCode: string; positionCode: string }) =>
    pool().refuse(officer, {
      ...{ scenarioId: id, staffId, code: 'person-declines', note: 'Đơn ngày 02/7' },
      communeCode: vacancy.communeCode,
      positionCode: vacancy.positionCode,
    });

  it('is cleared when each of the pool who is qualified was refused by code', async () => {
    // Seats that nobody holds, of positions that ask for nothing.
    await database.query(
      `UPDATE scenario_facts SET fact = jsonb_set(fact, '{seats}', '9') WHERE scenario_id = $1 AND kind = 'seat'`,
      [id],
    );
    await database.query(
      `UPDATE scenario_facts SET fact = fact || '{"minDegree": null, "majorGroups": [], "ranks": [], "certificates": []}'
       WHERE scenario_id = $1 AND kind = 'position'`,
      [id],
    );
    const { vacancies } = await pool().vacancies(officer, id);
    const open = vacancies.find(({ clearing }) => clearing === 'open');
    expect(open).toBeDefined();
    const [first, ...rest] = open!.candidates.filter(({ notMovable }) => !notMovable);
    let told = await refuse(first!.line.person.staffId, open!);
    for (const { line } of rest) told = await refuse(line.person.staffId, open!);
    expect(told.vacancy.clearing).toBe('cleared');
    expect(told.vacancy.candidates[0]!.refusal).toMatchObject({
      ...{ code: 'person-declines', recordedName: officer.name },
    });
  });

  it('is refused to nobody who is not offered it', async () => {
    const { vacancies } = await pool().vacancies(officer, id);
    await expect(refuse(999_999, vacancies[0]!)).rejects.toMatchObject({
      code: 'pool.no-candidate',
    });
  });

  it('and its refusals are not seen by a leader', async () => {
    const rows = await database.transactions.run(leader, (manager) =>
      manager.query<unknown[]>('SELECT 1 FROM pool_refusals'),
    );
    expect(rows).toEqual([]);
  });
});
