import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContinuityService } from '../../src/forecast/continuity/continuity.service.js';
import { GapPlanService } from '../../src/movement/gap-plan/gap-plan.service.js';
import { SpecialistRequestService } from '../../src/movement/gap-plan/specialist-request.service.js';
import { MovementService } from '../../src/movement/movement.service.js';
import { SecondmentService } from '../../src/movement/secondment/secondment.service.js';
import { ContinuityReportService } from '../../src/report/movement/continuity-report.service.js';
import { MovementReportService } from '../../src/report/movement/movement-report.service.js';
import type { ReportFile } from '../../src/report/write-reports.js';
import type { Actor } from '../../src/shared/actor.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import {
  aMove,
  MAI,
  movementWorld,
  NAM,
  WORLD,
  type MovementWorld,
} from '../support/movement-world.js';

const ON = '2026-03-01';
const ASKED = { on: ON, purpose: 'Trình Giám đốc Sở' };
const PAGE = { offset: 0, limit: 1000 };

let database: FreshDatabase;
let world: MovementWorld;
let moves: MovementService;
let reports: MovementReportService;
/** Of the commune that both people leave. */
let sender: Actor;
let receiver: Actor;
let mai: string;

beforeAll(async () => {
  database = await freshDatabase();
  world = await movementWorld(database);
  moves = world.app.get(MovementService);
  reports = world.app.get(MovementReportService);
  mai = await nameOf(MAI);
  await decided(await world.idOf(MAI), '7/QĐ-UBND');
  await moves.add(WORLD, aMove(await world.idOf(NAM), { startsOn: '2026-04-01' }));
  const scope = (unitCode: string) => [{ unitCode, startsOn: '2025-07-01', endsOn: null }];
  const leader = { role: 'leader' } as const;
  [sender, receiver] = [
    await signedInByPassword(world.app, { ...leader, login: 'noi.gui', scope: scope('C0') }),
    await signedInByPassword(world.app, { ...leader, login: 'noi.nhan', scope: scope('C1') }),
  ];
}, 120_000);

afterAll(async () => {
  await world?.app.close();
  await database?.close();
});

async function nameOf(key: string): Promise<string> {
  const [row] = await database.query<{ name: string }[]>(
    `SELECT full_name AS name FROM staff WHERE key = $1`,
    [key],
  );
  return row!.name;
}

async function decided(staffId: number, number: string): Promise<void> {
  const { id } = await moves.add(WORLD, aMove(staffId));
  await moves.hear(WORLD, { id, heardOn: '2026-01-10', opinion: 'Đồng ý' });
  await moves.decide(WORLD, { id, number, decidedOn: '2026-01-20' });
}

/** Rows of a sheet as texts, by the sheet's name; only those that begin with an ordinal. */
async function linesOf({ bytes }: ReportFile, sheet: string): Promise<string[][]> {
  const { sheets } = await readWorkbook(bytes);
  const rows = sheets.find(({ name }) => name === sheet)?.rows ?? [];
  return rows
    .map(({ cells }) => cells.map(({ text }) => text))
    .filter(([first]) => /^\d+$/.test(first ?? ''));
}

describe('the workbook of movements', () => {
  it('has every movement of the page, with its days as days and the last day, and leaves an entry', async () => {
    const file = await reports.movements(WORLD, ASKED);
    expect(file.fileName).toBe('dieu-dong-biet-phai-2026-03-01.xlsx');
    const lines = await linesOf(file, 'Từng người');
    expect(lines).toHaveLength((await moves.list(WORLD, PAGE)).total);
    expect(lines[1]).toEqual(
      expect.arrayContaining([mai, 'Điều động', '01/02/2026', 'Có quyết định', '7/QĐ-UBND']),
    );
    expect(lines[0]).toEqual(expect.arrayContaining([await nameOf(NAM), 'Dự kiến']));
    const [entry] = await database.query<{ action: string; details: object }[]>(
      `SELECT action, details FROM audit_entries ORDER BY id DESC LIMIT 1`,
    );
    const details = { report: 'dieu-dong-biet-phai', people: 2, on: ON };
    expect(entry).toMatchObject({ action: 'report.exported', details });
  });

  it('shows no plan and no name that the page keeps from its reader', async () => {
    for (const actor of [sender, receiver]) {
      const { items } = await moves.list(actor, PAGE);
      const lines = await linesOf(await reports.movements(actor, ASKED), 'Từng người');
      expect(lines).toHaveLength(items.length);
      expect(items.map(({ state }) => state)).toEqual(['decided']);
      const shown = lines.map((line) => line.includes(mai));
      expect(shown).toEqual(items.map(({ fullName }) => fullName === mai));
    }
    const names = async (actor: Actor) => (await moves.list(actor, PAGE)).items[0]?.fullName;
    expect([await names(sender), await names(receiver)]).toEqual(['', mai]);
  });

  it('has what ends next, by the last day, with the mark that is passed', async () => {
    const { id } = await moves.add(
      WORLD,
      aMove(await world.idOf(NAM), {
        ...{ kind: 'secondment', unitCode: 'C1.VP', positionCode: 'P2' },
        ...{ startsOn: '2026-02-10', endsOn: '2026-04-01' },
      }),
    );
    await moves.hear(WORLD, { id, heardOn: '2026-01-10', opinion: 'Đồng ý' });
    await moves.decide(WORLD, { id, number: '8/QĐ', decidedOn: '2026-01-20' });
    const lines = await linesOf(await reports.movements(WORLD, ASKED), 'Sắp hết hạn');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toEqual(expect.arrayContaining(['Biệt phái', '31/03/2026', '31', '60']));
  });
});

describe('the workbook of proposed secondments', () => {
  it('has every gap of the page, with why nobody comes into question', async () => {
    const page = await world.app.get(SecondmentService).proposals(WORLD, { on: ON, ...PAGE });
    const file = await reports.proposals(WORLD, ASKED);
    const lines = await linesOf(file, 'Đề xuất biệt phái');
    expect(page.total).toBeGreaterThan(0);
    expect(lines.map((line) => line[3])).toEqual(page.items.map((gap) => gap.positionName));
    expect(lines[0]).toEqual(expect.arrayContaining(['Không có ai']));
  });
});

describe('the workbook of plans to close gaps', () => {
  it('has each gap once with its seats, a row a plan, and the requests of communes', async () => {
    const plans = world.app.get(GapPlanService);
    const before = (await plans.list(WORLD, { on: ON, ...PAGE })).items[0]!;
    const { unitCode, positionCode } = before;
    const wanted = { unitCode, positionCode, seats: 1, dueOn: '2026-02-28', note: 'Gấp' };
    for (const way of ['recruit', 'train'] as const)
      await plans.add(WORLD, { ...wanted, way, responsible: 'Phòng Công chức' });
    await world.app
      .get(SpecialistRequestService)
      .ask(WORLD, { unitCode, positionCode, people: 2, reason: 'Không có người' });
    const file = await reports.gapPlans(WORLD, ASKED);
    const lines = await linesOf(file, 'Bù chỗ thiếu');
    const gap = [before.communeName, before.unitName, before.positionName];
    const told = ['1', 'Phòng Công chức', '28/02/2026', 'Chưa làm', 'x', 'Gấp'];
    expect(lines.filter((line) => line.includes('Phòng Công chức'))).toEqual([
      [expect.any(String), ...gap, String(before.shortage), '0', 'Tuyển dụng, tiếp nhận', ...told],
      [expect.any(String), ...gap, 'Đào tạo', ...told],
    ]);
    expect(await linesOf(file, 'Đề nghị của xã')).toEqual([
      ['1', before.unitName, before.positionName, '2', 'Không có người', 'Chờ trả lời'],
    ]);
  });

  it('has the own commune only for its leader, and one commune where asked', async () => {
    const plans = world.app.get(GapPlanService);
    const cells = async (actor: Actor, commune?: string) =>
      (await plans.list(actor, { on: ON, commune, ...PAGE })).items.map(
        ({ communeName, positionName }) => [communeName, positionName],
      );
    const inSheet = async (actor: Actor, commune?: string) =>
      (await linesOf(await reports.gapPlans(actor, { ...ASKED, commune }), 'Bù chỗ thiếu'))
        .filter((line) => line[4] !== 'Đào tạo')
        .map((line) => [line[1], line[3]]);
    for (const actor of [WORLD, sender, receiver])
      expect(await inSheet(actor)).toEqual(await cells(actor));
    expect(await inSheet(WORLD, 'C0')).toEqual(await cells(WORLD, 'C0'));
    expect(await inSheet(receiver, 'C0')).toEqual([]);
    expect(await cells(WORLD)).not.toEqual(await cells(receiver));
  });
});

describe('the workbook of continuity', () => {
  beforeAll(async () => {
    await database.query(
      `INSERT INTO fields (code, name_vi, name_en, division_kind) VALUES ('archive', 'Văn thư', 'Archive', 'office')`,
    );
    await database.query(`UPDATE positions SET field_code = 'archive' WHERE code = 'P0'`);
    await database.query(`UPDATE units SET kind = 'office' WHERE code LIKE '%.VP'`);
  });

  it('has every function with its holders, and every old unit, as far as its reader sees them', async () => {
    const continuity = world.app.get(ContinuityService);
    const asked = { source: { on: ON }, purpose: ASKED.purpose };
    for (const actor of [WORLD, receiver]) {
      const page = await continuity.of(actor, { on: ON }, PAGE);
      const file = await world.app.get(ContinuityReportService).file(actor, asked);
      const lines = await linesOf(file, 'Nhiệm vụ');
      expect(lines).toHaveLength(page.total);
      const sole = lines.filter((line) => line.includes('Chỉ một người'));
      expect(sole).toHaveLength(page.counts.sole);
      expect(sole.at(-1)).toEqual(expect.arrayContaining(['Văn thư', mai]));
      expect(await linesOf(file, 'Đơn vị cũ')).toHaveLength(page.oldUnits.length);
    }
  });

  it('of a run that is nowhere is refused', async () => {
    const asked = { source: { run: 999_999 }, purpose: ASKED.purpose };
    await expect(world.app.get(ContinuityReportService).file(WORLD, asked)).rejects.toMatchObject({
      code: 'report.unknown-run',
    });
  });
});
