import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMALL, smallFolder, type SmallProvince } from '../support/demo-sources.js';
import {
  lettersOf,
  rosterFile,
  smallRoster,
  SMALL_PEOPLE,
  type RosterColumn,
  type RosterFile,
  type RosterRow,
} from '../support/demo-sources-roster.js';
import { tableFile } from '../support/table-file.js';
import {
  demoPlace,
  runToEnd,
  startInFolder,
  startDemo,
  type Place,
  type Program,
} from '../support/program.js';
import { Client, problemIn, VIETNAMESE } from '../e2e/client.js';
import type { Batch, FoundIssue, Scenario, Summary } from '../e2e/shapes.js';

/** Bytes of every value but zero, commas among them: noise that a glance could take for text. */
const NOISE = Uint8Array.from({ length: 4096 }, (_, at) => 1 + ((at * 167) % 255));
const EVE = '2025-06-30';
const DAY = '2025-07-01';

describe('a roster sent to the program', () => {
  let program: Program;
  let client: Client;

  let untouched: unknown;

  beforeAll(async () => {
    program = await startDemo();
    client = new Client(program.url);
    untouched = await registry();
  }, 180_000);

  afterAll(() => program?.stop());

  /** What must not change: people, units and figures of both days, scenarios, and what was promoted. */
  async function registry() {
    const count = (path: string) => client.get<{ total: number }>(path);
    const batches = await client.get<Batch[]>('/api/imports');
    return {
      people: await Promise.all([EVE, DAY].map((on) => count(`/api/people?on=${on}&limit=1`))),
      summary: await client.get<Summary>(`/api/gap/summary?on=${DAY}`),
      scenarios: await client.get<Scenario[]>('/api/scenarios'),
      promoted: batches.filter((batch) => batch.state === 'promoted'),
    };
  }

  /** Stages files that have errors and tries to promote them. @returns the errors. */
  async function errorsOf(files: readonly RosterFile[], asOf = EVE): Promise<FoundIssue[]> {
    const { status, body: batch } = await client.upload<Batch>(files, { asOf });
    expect({ status: Math.floor(status / 100), state: batch.state }).toEqual({
      status: 2,
      state: 'staged',
    });
    const { items } = await client.get<{ items: FoundIssue[] }>(
      `/api/imports/${batch.id}/issues?severity=error`,
    );
    expect(items).toHaveLength(batch.errors);
    const refused = await client.refusal(422, 'POST', `/api/imports/${batch.id}/promotion`);
    expect(refused).toMatchObject({ code: 'roster.has-errors' });
    expect(refused.detail).toContain(`${batch.errors} lỗi`);
    expect(await client.get(`/api/imports/${batch.id}`)).toMatchObject({ state: 'staged' });
    for (const { message } of items) expect(message).toMatch(VIETNAMESE);
    return items;
  }

  const GOOD: RosterRow = {
    number: '011085000001',
    unit: 'Phường Noong Bua',
    position: 'Công chức Văn phòng - thống kê',
  };

  it('without a column is told the sheet, the row of the header and the column', async () => {
    for (const [column, label] of [
      ['position', 'Chức vụ, chức danh'],
      ['name', 'Họ và tên'],
      ['born', 'Ngày, tháng, năm sinh'],
    ] as const) {
      const errors = await errorsOf([await rosterFile('thieu-cot.xlsx', [GOOD], [column])]);
      const missing = errors.find((error) => error.code.endsWith('column-missing'));
      expect(missing).toMatchObject({ file: 'thieu-cot.xlsx', sheet: 'Danh sách', row: 1 });
      expect(missing?.message).toContain(`thiếu cột "${label}"`);
    }
  });

  it.each<[string, RosterColumn, RosterRow, string, string]>([
    [
      'a unit that never was',
      'unit',
      { unit: 'Xã Không Có' },
      'roster.unit-unknown',
      'Xã Không Có',
    ],
    [
      'a unit of a later day',
      'unit',
      { unit: 'Phường Điện Biên Phủ' },
      'roster.unit-unknown',
      'Phường Điện Biên Phủ',
    ],
    [
      'a position that never was',
      'position',
      { position: 'Thợ rèn' },
      'roster.position',
      'Thợ rèn',
    ],
    ['a day that is none', 'born', { born: '31/02/1985' }, 'roster.', '31/02/1985'],
    ['words for a day', 'born', { born: 'hôm qua' }, 'roster.', 'hôm qua'],
    ['no name', 'name', { name: null }, 'roster.name-missing', 'họ và tên'],
    ['a personal number too short', 'number', { number: '01108' }, 'roster.', '12'],
  ])('with %s is told file, sheet, row and column', async (_what, column, row, code, named) => {
    const errors = await errorsOf([
      await rosterFile('loi.xlsx', [
        { ...GOOD, number: '011085000002' },
        { ...GOOD, ...row },
      ]),
    ]);
    const place = { file: 'loi.xlsx', sheet: 'Danh sách', row: 3, column: lettersOf(column) };
    expect(errors).toEqual([expect.objectContaining(place)]);
    expect(errors[0]!.code).toContain(code);
    expect(errors[0]!.message).toContain(named);
  });

  it('with a unit of an earlier day is told so on the day', async () => {
    const row = { ...GOOD, position: 'Chuyên viên về văn phòng' };
    const errors = await errorsOf([await rosterFile('sau.xlsx', [row])], DAY);
    expect(errors).toMatchObject([
      { code: 'roster.unit-unknown', sheet: 'Danh sách', row: 2, column: lettersOf('unit') },
    ]);
    expect(errors[0]!.message).toContain('Phường Noong Bua');
  });

  it('with a person twice is told both rows, in one file and in two, and never the whole number', async () => {
    const one = await rosterFile('mot.xlsx', [GOOD, { ...GOOD, name: 'Lò Văn Khác' }]);
    const inOne = await errorsOf([one]);
    expect(inOne.map(({ row, code }) => [row, code])).toEqual([
      [2, 'roster.person-twice'],
      [3, 'roster.person-twice'],
    ]);
    expect(inOne[0]!.message).toContain('mot.xlsx, sheet "Danh sách", dòng 3');
    const inTwo = await errorsOf([
      await rosterFile('mot.xlsx', [GOOD]),
      await rosterFile('hai.xlsx', [{ ...GOOD, name: 'Lò Văn Khác' }]),
    ]);
    expect(inTwo.map(({ file }) => file).sort()).toEqual(['hai.xlsx', 'mot.xlsx']);
    expect(inTwo.find(({ file }) => file === 'mot.xlsx')!.message).toContain('hai.xlsx');
    for (const { message } of [...inOne, ...inTwo]) expect(message).not.toContain(GOOD.number);
  });

  it('that is no workbook, or a broken one, is refused with the name of its file', async () => {
    const good = await smallRoster();
    const fixture = (name: string): Promise<Buffer> =>
      readFile(new URL(`../fixtures/not-ok/sheet/${name}`, import.meta.url));
    const batches = await client.get<Batch[]>('/api/imports');
    const files: [string, Uint8Array, string][] = [
      ['danh-sach.csv', Buffer.from('Họ và tên,Chức vụ\nLò Văn A,Công chức\n'), 'csv'],
      ['cu.xls', await fixture('old-xls-renamed.xlsx'), 'old-format'],
      ['rac.xlsx', NOISE, 'not-a-workbook'],
      ['rong.xlsx', new Uint8Array(0), 'not-a-workbook'],
      ['cut.xlsx', good.bytes.subarray(0, good.bytes.length / 2), 'damaged'],
      ['cut-xml.xlsx', await fixture('cut-xml.xlsx'), 'damaged'],
      ['mat-khau.xlsx', await fixture('encrypted.xlsx'), 'encrypted'],
      ['macro.xlsx', await fixture('macros.xlsx'), 'macros'],
    ];
    for (const [name, bytes, code] of files) {
      const sent = [
        { name: 'tot.xlsx', bytes: good.bytes },
        { name, bytes },
      ];
      const problem = problemIn(400, await client.upload(sent, { asOf: EVE }));
      expect(problem).toMatchObject({ code: `sheet.${code}`, details: { file: name } });
      expect(problem.detail).toContain(name);
    }
    expect(await client.get<Batch[]>('/api/imports')).toEqual(batches);
  });

  it('without a table of people is staged as an error that names the file', async () => {
    const { bytes } = await rosterFile('khac.xlsx', [], ['name', 'born', 'position', 'degree']);
    const errors = await errorsOf([{ name: 'khac.xlsx', bytes }]);
    expect(errors.length).toBeGreaterThan(0);
    for (const { file } of errors) expect(file).toBe('khac.xlsx');
  });

  it('sent twice in one go, for no day, by nobody or without a file is refused', async () => {
    const file = await rosterFile('mot.xlsx', [GOOD]);
    const batches = await client.get<Batch[]>('/api/imports');
    const twice = problemIn(400, await client.upload([file, file], { asOf: EVE }));
    expect(twice).toMatchObject({ code: 'roster.file-twice' });
    expect(twice.detail).toContain('mot.xlsx');
    expect(problemIn(400, await client.upload([], { asOf: EVE })).code).toBe('roster.no-file');
    const noDay = problemIn(400, await client.upload([file], { asOf: '30/6/2025' }));
    expect(noDay.detail).toContain('asOf');
    const never = problemIn(400, await client.upload([file], { asOf: '2025-02-30' }));
    expect(never.detail).toContain('asOf');
    const nobody = problemIn(400, await client.upload([file], { asOf: EVE, sender: '' }));
    expect(nobody.detail).toContain('sender');
    expect(await client.get<Batch[]>('/api/imports')).toEqual(batches);
  });

  it('of another kind is read as that kind, and of no kind that can be sent is refused', async () => {
    const file = await tableFile('nguyen-vong.xlsx', {
      labels: ['Họ và tên', 'Số CCCD', 'Nguyện vọng'],
      rows: [['Lò Văn Lạ', '012085000777', 'Ở lại']],
    });
    const { body } = await client.upload<Batch & { readonly kind: string }>([file], {
      asOf: EVE,
      kind: 'wishes',
    });
    expect(body).toMatchObject({ rows: 1, errors: 1 });
    const asSeats = await client.upload<Batch>([file], { asOf: EVE, kind: 'seats' });
    expect(asSeats.body).toMatchObject({ kind: 'seats', rows: 0, errors: 1 });
    const refused = problemIn(400, await client.upload([file], { asOf: EVE, kind: 'payroll' }));
    expect(refused.detail).toContain('kind');
  });

  it('for a day before any unit was known finds no unit at all', async () => {
    const errors = await errorsOf([await rosterFile('xua.xlsx', [GOOD])], '1990-01-01');
    expect(errors.map(({ code }) => code)).toContain('roster.unit-unknown');
  });

  it('changes nothing of the registry, whatever was wrong with it: the last to be asked', async () => {
    expect(await registry()).toEqual(untouched);
  });
});

describe('files given to bo-tri run', () => {
  let folder: string;
  let count = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bo-tri-bad-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Runs the small province with something changed. @returns what it said; it must refuse and write nothing. */
  async function refusal(
    changed: Partial<SmallProvince>,
    more: readonly string[] = [],
    rosters?: readonly RosterFile[],
  ): Promise<string> {
    const own = join(folder, String(count++));
    const options = await smallFolder(own, rosters ?? [await smallRoster()], changed);
    const { code, stdout, stderr } = await runToEnd([
      'dist/bundled/src/cli.js',
      'run',
      '--json',
      ...options,
      ...more,
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(VIETNAMESE);
    expect(stderr).not.toMatch(/\bat .*\.js:\d+|QueryFailed|undefined/);
    await expect(readFile(join(own, 'out'))).rejects.toMatchObject({ code: 'ENOENT' });
    return stderr;
  }

  const [mergeHeader, ...mergeRows] = SMALL.merge;
  const [seatsHeader, ...seatsRows] = SMALL.seats;

  it.each<[string, Partial<SmallProvince>, readonly string[]]>([
    [
      'a mapping that leaves a unit without successor',
      { merge: [mergeHeader!, ...mergeRows.filter(([old]) => old !== '90002')] },
      ['merger.breaches', 'Xã Bản Hai', '90002', 'chưa có đơn vị kế thừa'],
    ],
    [
      'a mapping into a unit that is not there',
      { merge: [...SMALL.merge.slice(0, -1), ['901', '99999', 1, 'whole', 1]] },
      ['merger.breaches', '99999'],
    ],
    [
      'seats for an unknown unit',
      { seats: [...SMALL.seats, ['99998', 'office', 'O1', 1, 0]] },
      ['merger.breaches', '99998'],
    ],
    [
      'seats for an unknown position',
      { seats: [seatsHeader!, ...seatsRows, ['90001', 'office', 'ZZ9', 1, 0]] },
      ['merger.breaches', 'ZZ9', '90001'],
    ],
    [
      'seats that are no number',
      { seats: [seatsHeader!, ['90001', 'office', 'O1', 'hai', 0]] },
      ['sheets-have-errors', 'seats.csv', 'dòng 2', 'cột D', 'hai'],
    ],
    [
      'a new unit twice',
      { unitsAfter: [...SMALL.unitsAfter, SMALL.unitsAfter[1]!] },
      ['90001', 'lặp lại', 'unitsAfter.csv', 'dòng 3', 'cột A'],
    ],
    [
      'an unknown kind of unit',
      {
        unitsBefore: SMALL.unitsBefore.map((row) =>
          row.map((value) => (value === 'xã' ? 'làng' : value)),
        ),
      },
      ['sheets-have-errors', 'unitsBefore.csv', 'dòng 2', 'cột C', 'làng'],
    ],
    [
      'units without a column',
      { unitsBefore: SMALL.unitsBefore.map((row) => row.filter((_value, at) => at !== 1)) },
      ['sheets-have-errors', 'unitsBefore.csv', 'name'],
    ],
    [
      'a share beyond the whole',
      { merge: [mergeHeader!, ['90001', '90001', 1.5, 'whole', 1], ...mergeRows.slice(1)] },
      ['sheets-have-errors', 'merge.csv', 'dòng 2', 'cột C', '1.5'],
    ],
  ])('with %s are refused, naming it', async (_what, changed, named) => {
    const said = await refusal(changed);
    for (const words of named) expect(said).toContain(words);
  });

  it('with a roster that has errors are refused, naming file, sheet, row and column of each', async () => {
    const rows = [
      ...SMALL_PEOPLE,
      { number: '012085000009', unit: 'Xã Không Có', position: 'Thợ rèn' },
    ];
    const said = await refusal({}, [], [await smallRoster(rows)]);
    expect(said).toContain('danh-sach.xlsx, sheet "Danh sách", dòng 7, cột E');
    expect(said).toContain('danh-sach.xlsx, sheet "Danh sách", dòng 7, cột F');
    expect(said).toContain('Xã Không Có');
    expect(said).toContain('terminal.roster-has-errors');
  });

  it('with an empty folder of rosters are refused', async () => {
    expect(await refusal({}, [], [])).toContain('terminal.no-roster');
  });

  it('with a file that is not there are refused, naming it', async () => {
    const said = await refusal({}, ['--aliases', join(folder, 'khong-co.csv')]);
    expect(said).toContain('khong-co.csv');
    expect(said).toContain('terminal.file-missing');
  });

  it.each([
    ['--effective-on', '2025-02-30'],
    ['--effective-on', '1/7/2025'],
    ['--rules-on', 'mai'],
    ['--province', '1'],
  ])('with %s %s are refused, naming the option', async (option, value) => {
    const said = await refusal({}, [option, value]);
    expect(said).toContain(option);
    expect(said).toContain(value);
  });

  it('for a day on which none of the old units stands are refused', async () => {
    const said = await refusal({}, ['--effective-on', '1930-01-01']);
    expect(said).toMatch(/\((merger|terminal|roster)\.[a-z-]+\)/);
  });
});

describe('a data folder that another program has open', () => {
  let place: Place;
  let folder: string;

  beforeAll(async () => {
    place = await demoPlace();
    folder = place.env['DATA_DIR']!;
  });

  afterAll(() => place.remove());

  it('is refused to a second start, and found whole by a third after the first was killed', async () => {
    const first = await startInFolder(folder, { DEMO: '1' });
    const client = new Client(first.url);
    const seen = (of: Client) => of.get<Scenario[]>('/api/scenarios');
    const before = await seen(client);
    expect(before).toHaveLength(2);

    const second = await runToEnd(['dist/bundled/src/main.js'], {
      DATABASE_URL: '',
      DATABASE_OWNER_URL: '',
      DATA_DIR: folder,
    });
    expect(second.code).not.toBe(0);
    expect(second.code).not.toBeNull();
    expect(second.stderr).toContain(folder);
    expect(second.stderr).toContain(`tiến trình ${first.pid}`);
    expect(second.stderr).not.toMatch(/\bat .*\.js:\d+/);
    expect(await seen(client)).toEqual(before);

    process.kill(first.pid, 'SIGKILL');
    await first.stop();
    const third = await startInFolder(folder, { DEMO: '1' });
    try {
      const again = new Client(third.url);
      expect(await seen(again)).toEqual(before);
      const { total } = await again.get<{ total: number }>(`/api/people?on=${EVE}&limit=1`);
      expect(total).toBe(3567);
      expect(third.output()).not.toContain('Lần chạy đầu tiên');
    } finally {
      await third.stop();
    }
  }, 180_000);
});

describe('an environment with faults', () => {
  it('is refused with all of them at once, and no password is repeated', () => {
    const { status, stderr } = spawnSync(process.execPath, ['dist/bundled/src/main.js'], {
      env: {
        ...process.env,
        PORT: 'many',
        PROVINCE: 'x',
        DATABASE_URL: 'mysql://me:secret@here/there',
        DATABASE_OWNER_URL: '',
      },
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    for (const name of ['PORT', 'PROVINCE', 'DATABASE_URL']) expect(stderr).toContain(name);
    expect(stderr).not.toContain('secret');
  });
});
