import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonEventService } from '../../src/movement/event/person-event.service.js';
import type { Batch } from '../../src/roster/batch.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RepairService } from '../../src/roster/repair.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import type { Actor } from '../../src/shared/actor.js';
import type { Issue } from '../../src/shared/issue.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import {
  lettersOf,
  rosterFile,
  SMALL_PEOPLE,
  type RosterRow,
} from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const EVE = '2025-06-30';
const FILE = 'danh-sach.xlsx';
const NUMBER = '012085000071';
const SAID: RosterRow = {
  ...{ number: NUMBER, name: 'Lò Thị Mai', sex: 'Nam', note: 'cũ', religion: 'Không' },
  ...{ unit: 'Xã Bản Một', position: SMALL_PEOPLE[0]!.position! },
};

let database: FreshDatabase;
let app: INestApplicationContext;
let officer: Actor;
let staffId: number;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
  officer = await signedInByPassword(app, { login: 'lan.nguyen', role: 'officer' });
  await promote((await stage([SAID])).id);
  const [person] = await database.query<{ id: number }[]>(
    `SELECT id FROM staff WHERE personal_number = $1`,
    [NUMBER],
  );
  staffId = Number(person!.id);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function stage(
  rows: readonly RosterRow[],
  { sender = 'UBND huyện A', actor = SMALL_ACTOR, asOf = EVE } = {},
): Promise<Batch> {
  const files = [await rosterFile(FILE, rows)];
  return app.get(RosterService).stage(actor, { sender, asOf, files });
}

const promote = (id: number): Promise<Batch> => app.get(PromotionService).promote(SMALL_ACTOR, id);
const undo = (id: number): Promise<Batch> => app.get(PromotionService).undo(SMALL_ACTOR, id);

async function issuesOf({ id }: Batch, code: string): Promise<readonly Issue[]> {
  const page = { batchId: id, severity: null, offset: 0, limit: 100 };
  const { items } = await app.get(RosterService).issues(SMALL_ACTOR, page);
  return items.filter((issue) => issue.code === code);
}

/** A file of the person, as the registry has it. */
async function stands(): Promise<Record<string, unknown>> {
  const [row] = await database.query<Record<string, unknown>[]>(
    `SELECT s.degree, s.major, s.note, s.religion, s.home_text, u.code AS unit, p.proposed_unit_text AS proposed
     FROM staff s JOIN postings p ON p.staff_id = s.id AND p.starts_on <= $2 AND (p.ends_on IS NULL OR p.ends_on > $2)
     JOIN units u ON u.id = p.unit_id WHERE s.id = $1`,
    [staffId, EVE],
  );
  return row!;
}

/** The officer corrects the degree; given back afterwards. */
async function corrected(work: () => Promise<void>): Promise<void> {
  const events = app.get(PersonEventService);
  const { id } = await events.add(officer, {
    ...({ staffId, kind: 'correction', effectiveOn: EVE, reason: 'Bằng thạc sĩ số 15' } as const),
    ...{ values: { degree: 'master' }, endsOn: null, liftedByRequest: false },
  });
  await work();
  await events.takeBack(officer, id);
}

describe('a plain roster that is sent again', () => {
  it('keeps a correction made in the registry since, and names who made it when', async () => {
    await corrected(async () => {
      const again = await stage([SAID]);
      expect(again).toMatchObject({ errors: 0 });
      const [note, ...others] = await issuesOf(again, 'roster.kept-registry');
      expect(others).toEqual([]);
      expect(note).toMatchObject({ row: 2, column: lettersOf('degree'), severity: 'note' });
      expect(note?.message).toMatch(
        /^Giữ "Trình độ chuyên môn" như trong sổ: lan\.nguyen đã sửa lúc \d\d:\d\d/,
      );
      const { plan } = await app.get(PromotionService).preview(SMALL_ACTOR, again.id);
      expect(plan.rows).toMatchObject([{ state: 'unchanged', changes: [] }]);
      const asked = { batchId: again.id, state: null, offset: 0, limit: 10 };
      const page = await app.get(PromotionService).previewPage(SMALL_ACTOR, asked);
      expect(page.kept).toEqual([
        { file: FILE, sheet: 'Danh sách', row: 2, message: note?.message },
      ]);
      expect(await promote(again.id)).toMatchObject({ unchanged: 1, changed: 0 });
      expect(await stands()).toMatchObject({ degree: 'master', note: 'cũ' });
      await undo(again.id);
    });
  });

  it('lets another cell through, and lets the reader take the file’s value all the same', async () => {
    await corrected(async () => {
      const again = await stage([{ ...SAID, note: 'mới' }]);
      await promote(again.id);
      expect(await stands()).toMatchObject({ degree: 'master', note: 'mới' });
      await undo(again.id);
      const third = await stage([SAID]);
      const place = { file: FILE, sheet: 'Danh sách', row: 2 };
      const answer = { ...place, question: 'changed-meanwhile:degree', answer: 'file' };
      await app.get(RepairService).answer(SMALL_ACTOR, third.id, [answer]);
      expect(await issuesOf(third, 'roster.kept-registry')).toEqual([]);
      await promote(third.id);
      expect(await stands()).toMatchObject({ degree: 'university' });
      await undo(third.id);
      expect(await stands()).toMatchObject({ degree: 'master' });
    });
  });

  it('with the cell changed on both sides is a question, and either answer is obeyed', async () => {
    await corrected(async () => {
      const again = await stage([{ ...SAID, degree: 'Tiến sĩ' }]);
      const [error] = await issuesOf(again, 'roster.changed-meanwhile');
      expect(error).toMatchObject({ column: lettersOf('degree'), severity: 'error' });
      expect(error?.message).toMatch(/cả trong sổ \(lan\.nguyen đã sửa lúc .+\) lẫn trong tệp/);
      await expect(promote(again.id)).rejects.toMatchObject({ code: 'roster.has-errors' });
      const place = { file: FILE, sheet: 'Danh sách', row: 2 };
      for (const [answer, degree] of [
        ['registry', 'master'],
        ['file', 'doctorate'],
      ] as const) {
        const said = { ...place, question: 'changed-meanwhile:degree', answer };
        await app.get(RepairService).answer(SMALL_ACTOR, again.id, [said]);
        await promote(again.id);
        expect(await stands()).toMatchObject({ degree });
        await undo(again.id);
      }
    });
  });

  it('stays kept when the same file comes a third time', async () => {
    await corrected(async () => {
      const [second, third] = [await stage([SAID]), await stage([SAID])];
      await promote(second.id);
      await promote(third.id);
      expect(await stands()).toMatchObject({ degree: 'master' });
      await undo(third.id);
      await undo(second.id);
    });
  });

  it('keeps what was changed past the program, and says that nobody knows by whom', async () => {
    await database.query(`UPDATE staff SET religion = 'Phật giáo' WHERE id = $1`, [staffId]);
    const again = await stage([SAID]);
    const [note] = await issuesOf(again, 'roster.kept-registry');
    expect(note?.message).toMatch(/"Tôn giáo".+không rõ ai sửa/);
    await promote(again.id);
    expect(await stands()).toMatchObject({ religion: 'Phật giáo' });
    await undo(again.id);
    await database.query(`UPDATE staff SET religion = 'Không' WHERE id = $1`, [staffId]);
  });

  it('names the other sender whose roster changed the person, and keeps unit and position together', async () => {
    const other = await stage([{ ...SAID, unit: 'Xã Bản Hai' }], { sender: 'Sở Nội vụ' });
    await promote(other.id);
    const again = await stage([SAID]);
    const [note] = await issuesOf(again, 'roster.kept-registry');
    expect(note?.message).toMatch(/^Giữ "Đơn vị công tác" như trong sổ: \S+ đã sửa lúc /);
    await promote(again.id);
    expect(await stands()).toMatchObject({ unit: '90002' });
    await undo(again.id);
    await database.query(
      `INSERT INTO positions (province_code, code, name, catalogue, starts_on, block, position_group, evidence, source)
       SELECT province_code, 'X-LK', 'Công chức Lưu trữ lâm thời', catalogue, starts_on, block, position_group, evidence, source
       FROM positions WHERE name = $1`,
      [SAID.position],
    );
    const moved = await stage([{ ...SAID, position: 'Công chức Lưu trữ lâm thời' }]);
    const asked = await issuesOf(moved, 'roster.changed-meanwhile');
    expect(asked.map(({ message }) => message.slice(0, 20))).toEqual([
      '"Đơn vị công tác" đã',
      '"Chức vụ, chức danh"',
    ]);
    await undo(other.id);
  });

  it('of its own sender counts where only the file has changed, back and forth', async () => {
    const second = await stage([{ ...SAID, note: 'hai' }]);
    await promote(second.id);
    const third = await stage([SAID]);
    expect(await issuesOf(third, 'roster.kept-registry')).toEqual([]);
    await promote(third.id);
    expect(await stands()).toMatchObject({ note: 'cũ' });
    await undo(third.id);
    await undo(second.id);
  });

  it('of a sender who spoke for the first time counts as before', async () => {
    await corrected(async () => {
      const first = await stage([SAID], { sender: 'UBND huyện Z' });
      expect(await issuesOf(first, 'roster.kept-registry')).toEqual([]);
      await promote(first.id);
      expect(await stands()).toMatchObject({ degree: 'university' });
      await undo(first.id);
    });
  });

  it('is compared for a manager too who does not see the earlier batch', async () => {
    const scope = [{ unitCode: '90001', startsOn: '2000-01-01', endsOn: null }];
    const manager = await signedInByPassword(app, { login: 'quan.ly.moi', role: 'manager', scope });
    await corrected(async () => {
      const again = await stage([SAID], { actor: manager, sender: 'ubnd huyện a' });
      const found = await issuesOf(again, 'roster.kept-registry');
      expect(found.map(({ column }) => column)).toEqual([lettersOf('degree')]);
    });
  });
});
