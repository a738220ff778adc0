import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BatchKind } from '../../src/roster/batch-kind.js';
import type { Batch } from '../../src/roster/batch.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { SheetKinds } from '../../src/roster/sheet-kinds.js';
import type { CellInput } from '../../src/sheet/sheet-spec.js';
import {
  openApp,
  registryDump,
  SMALL_ACTOR,
  smallJob,
  trail,
} from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { tableFile, type TableFile } from '../support/table-file.js';

const EVE = '2025-06-30';
const [ONE, TWO] = ['012085000001', '012085000002'];

let database: FreshDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

type Rows = readonly (readonly CellInput[])[];

const sheet = (labels: readonly string[], rows: Rows): Promise<TableFile> =>
  tableFile('bang.xlsx', { labels, rows });

async function stage(kind: BatchKind, file: TableFile): Promise<Batch> {
  return app
    .get(RosterService)
    .stage(SMALL_ACTOR, { sender: 'UBND huyện', asOf: EVE, kind, files: [file] });
}

const promote = (id: number): Promise<Batch> => app.get(PromotionService).promote(SMALL_ACTOR, id);
const undo = (id: number): Promise<Batch> => app.get(PromotionService).undo(SMALL_ACTOR, id);

async function issuesOf({ id }: Batch, severity: 'error' | 'warning' | 'note' = 'error') {
  const page = { batchId: id, severity, offset: 0, limit: 100 };
  const { items } = await app.get(RosterService).issues(SMALL_ACTOR, page);
  return items.map(({ row, column, code }) => `${column}${row} ${code}`);
}

async function messagesOf({ id }: Batch): Promise<string> {
  const { items } = await app
    .get(RosterService)
    .issues(SMALL_ACTOR, { batchId: id, severity: null, offset: 0, limit: 100 });
  return items.map(({ message }) => message).join('\n');
}

const ofPerson = (
  table: string,
  columns: string,
  number: string,
): Promise<Record<string, unknown>[]> =>
  database.query(
    `SELECT ${columns} FROM ${table} t JOIN staff s ON s.id = t.staff_id WHERE s.personal_number = $1 ORDER BY 1`,
    [number],
  );

interface Case {
  readonly kind: BatchKind;
  readonly labels: readonly string[];
  readonly wrong: Rows;
  readonly errors: readonly string[];
  /** What no message may repeat. */
  readonly secret: string;
  readonly right: Rows;
  readonly written: {
    readonly table: string;
    readonly columns: string;
    readonly rows: readonly object[];
  };
}

const CASES: readonly Case[] = [
  {
    kind: 'wishes',
    labels: [
      'TT',
      'Họ và tên',
      'Số CCCD',
      'Nguyện vọng',
      'Xã thứ nhất',
      'Xã thứ hai',
      'Đã chấp thuận',
      'Phòng họp',
    ],
    wrong: [
      [1, 'Lò Văn Một', ONE, 'Muốn về gần mẹ già', null, null, null, 'A1'],
      [2, 'Lò Văn Lạ', '012085000777', 'Ở lại', null, null, null, null],
      [3, 'Lò Văn Hai', TWO, 'Thôi việc', 'Xã Bản Mới', null, 'có lẽ', null],
      ['Tổng cộng: 3 người', null, null, null, null, null, null, null],
    ],
    errors: [
      'D2 roster.wish-unknown',
      'C3 roster.person-unknown',
      'G4 roster.mark-unreadable',
      'D4 roster.wish-mixed',
    ],
    secret: 'mẹ già',
    right: [
      [1, 'Lò Văn Một', ONE, 'Chuyển đến', 'Xã Bản Mới', 'Xã Khác', null, 'A1'],
      [2, 'Lò Văn Hai', TWO, 'Thôi việc', null, null, 'x', null],
    ],
    written: {
      table: 'wishes',
      columns: 't.kind, t.communes, t.accepted, t.campaign',
      rows: [{ kind: 'move', communes: ['Xã Bản Mới', 'Xã Khác'], accepted: false, campaign: EVE }],
    },
  },
  {
    kind: 'ratings',
    labels: ['Họ và tên', 'Số CCCD', 'Năm', 'Xếp loại'],
    wrong: [
      ['Lò Văn Một', ONE, 'hai bốn', 'Hoàn thành tốt nhiệm vụ'],
      ['Lò Văn Một', ONE, null, 'Hoàn thành nhiệm vụ'],
    ],
    errors: ['C2 roster.year-unreadable', 'C3 roster.year-missing'],
    secret: 'hai bốn năm',
    right: [
      ['Lò Văn Một', ONE, 2023, 'Hoàn thành tốt nhiệm vụ'],
      ['Lò Văn Một', ONE, 2024, 'Hoàn thành nhiệm vụ'],
    ],
    written: {
      table: 'staff_ratings',
      columns: 't.year, t.rating',
      rows: [
        { year: 2023, rating: 'Hoàn thành tốt nhiệm vụ' },
        { year: 2024, rating: 'Hoàn thành nhiệm vụ' },
      ],
    },
  },
  {
    kind: 'conditions',
    labels: [
      'Họ và tên',
      'Số CCCD',
      'Trường hợp',
      'Từ ngày',
      'Đến hết ngày',
      'Tự nguyện đề nghị',
      'Ghi chú',
    ],
    wrong: [
      ['Lò Văn Một', ONE, 'Ung thư; kỷ luật', '01/03/2025', null, null, null],
      ['Lò Văn Một', ONE, 'Thai sản', '03/2025', '01/01/2025', null, null],
      ['Lò Văn Hai', TWO, 'Thai sản', '01/03/2025', '01/01/2025', null, null],
      ['Lò Văn Hai', TWO, null, null, null, null, 'bị bệnh'],
    ],
    errors: [
      'C2 roster.condition-unknown',
      'D3 roster.day-incomplete',
      'E4 roster.days-out-of-order',
      'C5 roster.condition-incomplete',
      'D5 roster.condition-incomplete',
    ],
    secret: 'Ung thư',
    right: [
      ['Lò Văn Một', ONE, 'Thai sản', '01/03/2025', '31/08/2025', 'x', 'Giấy số 1'],
      ['Lò Văn Một', ONE, 'Đang học dài hạn hoặc biệt phái', '01/09/2024', null, null, ''],
    ],
    written: {
      table: 'staff_conditions',
      columns: 't.condition_case, t.starts_on::text, t.ends_on::text, t.lifted_by_request, t.note',
      rows: [
        {
          ...{ condition_case: 'maternity', starts_on: '2025-03-01', ends_on: '2025-09-01' },
          ...{ lifted_by_request: true, note: 'Giấy số 1' },
        },
        {
          ...{ condition_case: 'study-or-seconded', starts_on: '2024-09-01', ends_on: null },
          ...{ lifted_by_request: false, note: '' },
        },
      ],
    },
  },
];

describe.each(CASES)(
  'a sheet of $kind',
  ({ kind, labels, wrong, errors, secret, right, written }) => {
    it('tells every fault at its cell, repeats nothing protected, and writes nothing', async () => {
      const before = await registryDump(database);
      const batch = await stage(kind, await sheet(labels, wrong));
      expect((await issuesOf(batch)).sort()).toEqual([...errors].sort());
      expect(await messagesOf(batch)).not.toContain(secret);
      await expect(promote(batch.id)).rejects.toMatchObject({ code: 'roster.has-errors' });
      expect(await registryDump(database)).toEqual(before);
    });

    it('is written, found unchanged when it comes again, and given back exactly', async () => {
      const before = await registryDump(database);
      const file = await sheet(labels, right);
      const batch = await promote((await stage(kind, file)).id);
      expect(batch).toMatchObject({
        rows: right.length,
        added: expect.any(Number),
        unchanged: 0,
        errors: 0,
      });
      expect(await ofPerson(written.table, written.columns, ONE)).toEqual(written.rows);
      const after = await registryDump(database);
      const again = await promote((await stage(kind, file)).id);
      expect(again).toMatchObject({ unchanged: right.length, added: 0, changed: 0 });
      expect(await registryDump(database)).toEqual(after);
      await undo(again.id);
      expect(await registryDump(database)).toEqual(after);
      await undo(batch.id);
      expect(await registryDump(database)).toEqual(before);
      const said = (await trail(database)).filter(({ subject }) => subject === `batch/${batch.id}`);
      expect(said.map(({ action }) => action)).toEqual([
        'roster.staged',
        'roster.promoted',
        'roster.undone',
      ]);
    });

    it('is not taken back when what it wrote was changed since', async () => {
      const batch = await promote((await stage(kind, await sheet(labels, right))).id);
      const id = `(SELECT id FROM staff WHERE personal_number = '${ONE}')`;
      const kept = await database.query(`SELECT * FROM ${written.table} WHERE staff_id = ${id}`);
      await database.query(`DELETE FROM ${written.table} WHERE staff_id = ${id}`);
      await expect(undo(batch.id)).rejects.toMatchObject({
        code: 'roster.stood-on',
        details: { count: 1, obstacles: [expect.stringContaining('Lò Văn Một')] },
      });
      await database.query(
        `INSERT INTO ${written.table} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::${written.table}, $1)`,
        [JSON.stringify(kept)],
      );
      expect(await undo(batch.id)).toMatchObject({ state: 'undone' });
    });
  },
);

describe('a sheet about people', () => {
  it('reads a cell typed anew, keeps columns that it does not know, and counts what it leaves out', async () => {
    const { labels, wrong } = CASES[0]!;
    const file = await sheet(labels, [
      ...wrong,
      ['Ví dụ', 'Nguyễn Văn A', null, 'Ở lại', null, null, null, null],
    ]);
    const overrides = new Map([
      [file.name, [{ sheet: 'Bảng', row: 2, column: 'D', text: 'Ở lại' }]],
    ]);
    const [read] = await app.get(SheetKinds).of('wishes').read([file], { overrides });
    expect(read?.rows).toHaveLength(3);
    expect(read?.rows[0]).toMatchObject({ record: { value: { kind: 'stay' } } });
    expect([...(read?.cells ?? [])][0]).toMatchObject({ H: 'A1' });
    const codes = read?.issues.map(({ code }) => code);
    expect(codes).not.toContain('roster.wish-unknown');
    expect(codes).toEqual(
      expect.arrayContaining(['roster.columns-unknown', 'roster.rows-skipped']),
    );
  });

  it('asks who is meant where a row has no number, and takes nobody by likeness', async () => {
    const labels = ['Họ và tên', 'Ngày sinh', 'Đơn vị công tác', 'Nguyện vọng'];
    const like = ['Lò Văn Một', '12/03/1985', 'Xã Bản Một', 'Ở lại'];
    const unlike = ['Lò Văn Một', '1985', 'Xã Bản Một', 'Ở lại'];
    const batch = await stage('wishes', await sheet(labels, [like, unlike]));
    expect(await issuesOf(batch)).toEqual(['A2 roster.same-person', 'A3 roster.person-unknown']);
  });

  it('tells columns that are missing', async () => {
    const batch = await stage(
      'conditions',
      await sheet(['Họ và tên', 'Trường hợp', 'Cột lạ'], [['Lò Văn Một', 'Thai sản', 'z']]),
    );
    expect(await issuesOf(batch)).toContain('1 roster.column-missing');
    const none = await stage('conditions', await sheet(['Mã', 'Tên'], [['1', '2']]));
    expect(await issuesOf(none)).toEqual(['0 roster.no-header']);
  });

  it('refuses a person in two rows where one answer counts', async () => {
    const { labels, right } = CASES[0]!;
    const batch = await stage('wishes', await sheet(labels, [right[0]!, right[0]!]));
    expect(await issuesOf(batch)).toEqual(['B2 roster.person-twice', 'B3 roster.person-twice']);
  });

  it('changes the days of a case that stands, and refuses to guess between two', async () => {
    const { labels, right } = CASES[2]!;
    const first = await promote((await stage('conditions', await sheet(labels, right))).id);
    const ended = [['Lò Văn Một', ONE, 'Biệt phái', '01/09/2024', '30/06/2025', null, '']];
    const batch = await promote((await stage('conditions', await sheet(labels, ended))).id);
    expect(batch).toMatchObject({ changed: 1, added: 0 });
    const spans = await ofPerson('staff_conditions', 't.condition_case, t.ends_on::text', ONE);
    expect(spans).toContainEqual({ condition_case: 'study-or-seconded', ends_on: '2025-07-01' });
    const twice = [
      ...right,
      ['Lò Văn Một', ONE, 'Biệt phái', '01/10/2024', null, null, ''],
      ...ended,
    ];
    const ambiguous = await stage('conditions', await sheet(labels, twice));
    expect(await issuesOf(ambiguous)).toContain('4 roster.row-refused');
    await undo(batch.id);
    await undo(first.id);
  });
});
